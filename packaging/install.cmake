# What `cmake --install` puts where: the programs, the samples and what tells the desktop of them.

include(GNUInstallDirs)

set(application org.broadsheet.Broadsheet)
set(icons ${CMAKE_INSTALL_DATADIR}/icons/hicolor)

foreach(program broadsheet broadsheet-cli)
    if(TARGET ${program})
        install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    endif()
endforeach()

# Started and loaded by the others only: formats/pdfprogram.cpp and reading/webengine.cpp look there.
install(TARGETS broadsheet-pdf RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/broadsheet)
if(TARGET broadsheet-web)
    install(TARGETS broadsheet-web LIBRARY DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/broadsheet)
endif()

# The built program finds them where the installed one does, wherever the build directory is.
file(COPY resources/samples DESTINATION ${CMAKE_BINARY_DIR}/share/broadsheet)

install(DIRECTORY resources/samples DESTINATION ${CMAKE_INSTALL_DATADIR}/broadsheet)
install(FILES README.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})

if(UNIX AND NOT APPLE)
    install(FILES packaging/linux/${application}.desktop packaging/linux/zz-broadsheet-open-with.desktop
            DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    # The bus wants to know where the program is, which is said when it is installed.
    set(service ${CMAKE_BINARY_DIR}/${application}.service)
    install(CODE "
        cmake_path(ABSOLUTE_PATH CMAKE_INSTALL_PREFIX NORMALIZE OUTPUT_VARIABLE prefix)
        set(bindir \"${CMAKE_INSTALL_BINDIR}\")
        cmake_path(ABSOLUTE_PATH bindir BASE_DIRECTORY \"\${prefix}\" NORMALIZE)
        configure_file(\"${CMAKE_SOURCE_DIR}/packaging/linux/${application}.service.in\" \"${service}\" @ONLY)")
    install(FILES ${service} DESTINATION ${CMAKE_INSTALL_DATADIR}/dbus-1/services)
    install(FILES packaging/linux/${application}.metainfo.xml
            DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
    install(FILES packaging/linux/${application}.mime.xml
            DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME ${application}.xml)
    install(FILES resources/icons/broadsheet.svg
            DESTINATION ${icons}/scalable/apps RENAME ${application}.svg)
    install(FILES resources/icons/broadsheet-symbolic.svg
            DESTINATION ${icons}/symbolic/apps RENAME ${application}-symbolic.svg)
endif()
