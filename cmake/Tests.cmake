# hall_tests(label LIBS…): every tst_*.cpp of the calling folder is one QtTest program with that
# ctest label. All run off-screen, each in a folder of its own below the build tree.
function(hall_tests label)
    file(GLOB tests CONFIGURE_DEPENDS tst_*.cpp)
    foreach(source IN LISTS tests)
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
    endforeach()
endfunction()
