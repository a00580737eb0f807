#pragma once

#include <QLatin1StringView>

#include <array>

namespace formats {

// What programs that save pages append to a page's name to name the folder of its pictures, in the
// languages they speak.
inline constexpr std::array companionFolders{
    QLatin1StringView("_files"),     QLatin1StringView("_resources"),
    QLatin1StringView(".assets"),    QLatin1StringView("-media"),
    QLatin1StringView(".data"),      QLatin1StringView("-Dateien"),
    QLatin1StringView("_fichiers"),  QLatin1StringView("_archivos"),
    QLatin1StringView("_arquivos"),  QLatin1StringView("-filer"),
    QLatin1StringView("_bestanden"), QLatin1StringView("_pliki"),
    QLatin1StringView("_soubory"),   QLatin1StringView("_tiedostot"),
    QLatin1StringView("_dosyalar")};

} // namespace formats
