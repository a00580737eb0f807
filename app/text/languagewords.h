#pragma once

#include <QList>
#include <QStringView>

namespace text {

// The commonest words of a language, and letters hardly met in the others of its script.
struct LanguageProfile
{
    QStringView tag;
    QStringView words; // Separated by spaces.
    QStringView letters;
};

const QList<LanguageProfile> &latinProfiles();
const QList<LanguageProfile> &cyrillicProfiles();
const QList<LanguageProfile> &arabicProfiles();
const QList<LanguageProfile> &devanagariProfiles();

struct LanguageName
{
    QStringView name; // Lower case.
    QStringView tag;
};

// Names of languages in English and in themselves, and the three-letter codes of ISO 639-2.
const QList<LanguageName> &languageNames();

} // namespace text
