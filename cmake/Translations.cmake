# hall_translations(FILES.ts…): compiles the texts and puts them, with Qt's own Chinese texts for its
# standard dialogs, under :/i18n. Link the target hall_translations straight to a program: it brings
# the object file with the resource along (a static library would lose it).
function(hall_translations)
    set(files "")
    foreach(ts IN LISTS ARGN)
        get_filename_component(name ${ts} NAME_WE)
        set(qm ${CMAKE_CURRENT_BINARY_DIR}/${name}.qm)
        add_custom_command(OUTPUT ${qm}
            COMMAND Qt6::lrelease -silent ${CMAKE_CURRENT_SOURCE_DIR}/${ts} -qm ${qm}
            DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${ts} VERBATIM)
        list(APPEND files ${qm})
    endforeach()

    find_file(HALL_QT_CHINESE qtbase_zh_CN.qm NO_CACHE
        PATHS ${QT6_INSTALL_PREFIX}/${QT6_INSTALL_TRANSLATIONS} NO_DEFAULT_PATH)
    if(HALL_QT_CHINESE)
        configure_file(${HALL_QT_CHINESE} ${CMAKE_CURRENT_BINARY_DIR}/qtbase_zh_CN.qm COPYONLY)
        list(APPEND files ${CMAKE_CURRENT_BINARY_DIR}/qtbase_zh_CN.qm)
    else()
        message(WARNING "Qt's own Chinese texts (qt6-translations-l10n) are missing: "
                        "standard dialogs will be English.")
    endif()

    set(listing "<RCC><qresource prefix=\"/i18n\">\n")
    foreach(file IN LISTS files)
        get_filename_component(name ${file} NAME)
        string(APPEND listing "<file alias=\"${name}\">${file}</file>\n")
    endforeach()
    file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/i18n.qrc
         CONTENT "${listing}</qresource></RCC>\n" @ONLY)
    add_custom_command(OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/qrc_i18n.cpp
        COMMAND Qt6::rcc --name i18n --output ${CMAKE_CURRENT_BINARY_DIR}/qrc_i18n.cpp
                ${CMAKE_CURRENT_BINARY_DIR}/i18n.qrc
        DEPENDS ${files} ${CMAKE_CURRENT_BINARY_DIR}/i18n.qrc VERBATIM)

    add_library(hall_translations_object OBJECT ${CMAKE_CURRENT_BINARY_DIR}/qrc_i18n.cpp)
    set_target_properties(hall_translations_object PROPERTIES AUTOMOC OFF AUTORCC OFF)
    target_link_libraries(hall_translations_object PRIVATE Qt6::Core)
    add_library(hall_translations INTERFACE)
    target_sources(hall_translations INTERFACE $<TARGET_OBJECTS:hall_translations_object>)
    target_link_libraries(hall_translations INTERFACE Qt6::Core)
endfunction()
