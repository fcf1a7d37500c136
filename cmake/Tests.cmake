# hall_test(label source LIBS…): one QtTest program with that ctest label, run off-screen in a folder
# of its own below the build tree.
function(hall_test label source)
    get_filename_component(name ${source} NAME_WE)
    set(target ${label}_${name})
    add_executable(${target} ${source})
    target_link_libraries(${target} PRIVATE hall_flags Qt6::Test ${ARGN})
    target_compile_definitions(${target} PRIVATE
        HALL_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data"
        HALL_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
        HALL_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
    set(folder ${CMAKE_BINARY_DIR}/testing/${target})
    file(MAKE_DIRECTORY ${folder})
    add_test(NAME ${label}/${name} COMMAND ${target} WORKING_DIRECTORY ${folder})
    set_tests_properties(${label}/${name} PROPERTIES LABELS ${label} TIMEOUT 600
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=Asia/Shanghai;XDG_CONFIG_HOME=${folder};XDG_DATA_HOME=${folder}")
endfunction()

# hall_tests(label LIBS…): every tst_*.cpp of the calling folder.
function(hall_tests label)
    file(GLOB tests CONFIGURE_DEPENDS tst_*.cpp)
    foreach(source IN LISTS tests)
        hall_test(${label} ${source} ${ARGN})
    endforeach()
endfunction()

# hall_feature_tests(label prefix LIBS…): tst_<feature>[_…].cpp links only <prefix>_<feature>, where
# there is such a library (else all of <prefix>), so that a feature is tested while its neighbour is
# being changed.
function(hall_feature_tests label prefix)
    file(GLOB tests CONFIGURE_DEPENDS tst_*.cpp)
    foreach(source IN LISTS tests)
        get_filename_component(name ${source} NAME_WE)
        string(REGEX REPLACE "^tst_([a-z]+).*$" "\\1" feature ${name})
        set(library ${prefix})
        if(TARGET ${prefix}_${feature})
            set(library ${prefix}_${feature})
        endif()
        hall_test(${label} ${source} ${library} ${ARGN})
    endforeach()
endfunction()
