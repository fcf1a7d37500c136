# One interface target carries the language level, warnings and Qt macros; every target links it.
add_library(hall_flags INTERFACE)
target_compile_features(hall_flags INTERFACE cxx_std_20)
target_compile_options(hall_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
    # g++ 12 sees uninitialised halves in a std::variant of unique_ptr that are not there.
    "$<$<BOOL:${HALL_WERROR}>:-Werror;-Wno-error=maybe-uninitialized>")
target_compile_definitions(hall_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_include_directories(hall_flags INTERFACE ${CMAKE_SOURCE_DIR}/app ${CMAKE_SOURCE_DIR})

# hall_library(name LIBS…): a static library of all sources below the calling folder.
# Globs with CONFIGURE_DEPENDS, so that a new file needs no edit here.
function(hall_library name)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS *.cpp *.h)
    if(NOT sources)
        add_library(${name} INTERFACE)
        target_link_libraries(${name} INTERFACE hall_flags ${ARGN})
        return()
    endif()
    add_library(${name} STATIC ${sources})
    target_link_libraries(${name} PUBLIC hall_flags ${ARGN})
    hall_precompile(${name})
endfunction()

# Qt's headers are read once a target: a file then compiles in a third of the time.
function(hall_precompile name)
    target_precompile_headers(${name} PRIVATE
        <QString> <QByteArray> <QList> <QMap> <QHash> <QDateTime> <QJsonObject> <QJsonArray>
        <QJsonDocument> <QUuid> <QObject> <memory> <optional> <variant> <functional> <algorithm>)
    get_target_property(libraries ${name} LINK_LIBRARIES)
    if("Qt6::Widgets" IN_LIST libraries)
        target_precompile_headers(${name} PRIVATE <QtWidgets/QtWidgets>)
    endif()
endfunction()
