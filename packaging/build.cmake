# How every part is compiled, and the function that declares one.

set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release)
endif()

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

add_compile_definitions(BROADSHEET_VERSION="${PROJECT_VERSION}" QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH
                        QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(MSVC)
    add_compile_options(/W4 /utf-8)
else()
    # A value type is built by naming the fields that matter; the others keep their defaults.
    add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion
                        -Wno-missing-field-initializers)
    # GCC takes what the sanitizers add for reads of what was never written.
    if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_FLAGS MATCHES "-fsanitize")
        add_compile_options(-Wno-maybe-uninitialized)
    endif()
    if(BROADSHEET_WERROR)
        add_compile_options(-Werror)
    endif()
endif()

# add_part(folder NEEDS libraries… [PROGRAM name]): every .cpp and .h of a folder as one static
# library named like the folder, or as a program. Includes are written "folder/file.h".
function(add_part folder)
    cmake_parse_arguments(PART "" "PROGRAM" "NEEDS" ${ARGN})
    cmake_path(GET folder FILENAME name)
    cmake_path(GET folder PARENT_PATH root)
    file(GLOB sources CONFIGURE_DEPENDS ${folder}/*.cpp ${folder}/*.h ${folder}/*.qrc)
    if(NOT sources)
        file(WRITE ${CMAKE_BINARY_DIR}/empty.cpp "")
        set(sources ${CMAKE_BINARY_DIR}/empty.cpp)
        if(PART_PROGRAM)
            return()
        endif()
    endif()
    if(PART_PROGRAM)
        set(name ${PART_PROGRAM})
        add_executable(${name} ${sources})
    else()
        add_library(${name} STATIC ${sources})
    endif()
    set_target_properties(${name} PROPERTIES LINKER_LANGUAGE CXX AUTOMOC ON AUTORCC ON)
    target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR}/app ${CMAKE_SOURCE_DIR}/ui)
    target_link_libraries(${name} PUBLIC ${PART_NEEDS})
    if(NOT folder IN_LIST BROADSHEET_UNOPTIMISED)
        precompile(${name})
        return()
    endif()
    target_compile_options(${name} PRIVATE -O0)
    if(NOT TARGET plainheaders)
        file(WRITE ${CMAKE_BINARY_DIR}/empty.cpp "")
        add_library(plainheaders STATIC EXCLUDE_FROM_ALL ${CMAKE_BINARY_DIR}/empty.cpp)
        set_target_properties(plainheaders PROPERTIES AUTOMOC OFF AUTOUIC OFF)
        target_compile_options(plainheaders PRIVATE -O0)
        target_link_libraries(plainheaders PRIVATE Qt6::Core)
        precompile(plainheaders)
    endif()
    precompile(${name} plainheaders)
endfunction()

# Under the sanitizers, optimising takes most of the compiler's time. It is worth that only where
# tests have much to compute: the folders named here have not.
set(BROADSHEET_UNOPTIMISED "" CACHE STRING "Folders of the program that are compiled without")

# precompile(target [owner]): nearly all of a small file's time goes into the headers of Qt and the
# standard library. They are compiled once, with the first part, which all others stand on, and once
# more with each owner that is named by those whose flags are others.
option(BROADSHEET_PRECOMPILE "Compile the headers of Qt and the standard library once" ON)
function(precompile target)
    if(NOT BROADSHEET_PRECOMPILE)
        return()
    endif()
    if(target STREQUAL base)
        target_precompile_headers(base PRIVATE ${CMAKE_SOURCE_DIR}/packaging/precompiled.h)
    elseif(target STREQUAL plainheaders)
        target_precompile_headers(${target} PRIVATE ${CMAKE_SOURCE_DIR}/packaging/precompiled.h)
    elseif(target STREQUAL testheaders)
        target_precompile_headers(testheaders PRIVATE ${CMAKE_SOURCE_DIR}/tests/precompiled.h)
    else()
        list(APPEND ARGN base)
        list(GET ARGN 0 owner)
        target_precompile_headers(${target} REUSE_FROM ${owner})
    endif()
    # ccache needs it to see which header was used.
    if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
        target_compile_options(${target} PRIVATE -fpch-preprocess)
    endif()
endfunction()
