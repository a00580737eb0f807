#include "text/languages.h"

#include "text/languagewords.h"
#include "text/limits.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>

namespace text {

namespace {

// Letters by script, as far as a script tells languages apart.
struct ScriptCount
{
    int latin = 0;
    int cyrillic = 0;
    int arabic = 0;
    int devanagari = 0;
    int han = 0;
    int kana = 0;
    QHash<QChar::Script, int> others;
    int all = 0;
};

ScriptCount countScripts(QStringView text)
{
    ScriptCount count;
    for (const QChar character : text) {
        if (!character.isLetter())
            continue;
        ++count.all;
        switch (const auto script = character.script()) {
        case QChar::Script_Latin:
            ++count.latin;
            break;
        case QChar::Script_Cyrillic:
            ++count.cyrillic;
            break;
        case QChar::Script_Arabic:
            ++count.arabic;
            break;
        case QChar::Script_Devanagari:
            ++count.devanagari;
            break;
        case QChar::Script_Han:
            ++count.han;
            break;
        case QChar::Script_Hiragana:
        case QChar::Script_Katakana:
            ++count.kana;
            break;
        default:
            ++count.others[script];
        }
    }
    return count;
}

// Scripts that one language is written in, as far as news goes.
QString languageOfScript(QChar::Script script)
{
    static const QHash<QChar::Script, QString> languages{
        {QChar::Script_Greek, QStringLiteral("el")},
        {QChar::Script_Hebrew, QStringLiteral("he")},
        {QChar::Script_Hangul, QStringLiteral("ko")},
        {QChar::Script_Thai, QStringLiteral("th")},
        {QChar::Script_Armenian, QStringLiteral("hy")},
        {QChar::Script_Georgian, QStringLiteral("ka")},
        {QChar::Script_Bengali, QStringLiteral("bn")},
        {QChar::Script_Tamil, QStringLiteral("ta")},
        {QChar::Script_Telugu, QStringLiteral("te")},
        {QChar::Script_Kannada, QStringLiteral("kn")},
        {QChar::Script_Malayalam, QStringLiteral("ml")},
        {QChar::Script_Gujarati, QStringLiteral("gu")},
        {QChar::Script_Gurmukhi, QStringLiteral("pa")},
        {QChar::Script_Sinhala, QStringLiteral("si")},
        {QChar::Script_Khmer, QStringLiteral("km")},
        {QChar::Script_Lao, QStringLiteral("lo")},
        {QChar::Script_Myanmar, QStringLiteral("my")},
        {QChar::Script_Ethiopic, QStringLiteral("am")},
        {QChar::Script_Tibetan, QStringLiteral("bo")},
    };
    return languages.value(script);
}

struct WordSet
{
    QStringView tag;
    QSet<QString> words;
    QStringView letters;
};

QList<WordSet> readProfiles(const QList<LanguageProfile> &profiles)
{
    QList<WordSet> sets;
    for (const auto &profile : profiles) {
        WordSet set{.tag = profile.tag, .letters = profile.letters};
        for (const auto word : profile.words.split(u' ', Qt::SkipEmptyParts))
            set.words.insert(word.toString());
        sets.append(set);
    }
    return sets;
}

QStringList wordsOf(QStringView text)
{
    QStringList words;
    QString word;
    for (const QChar character : text) {
        if (character.isLetter() || character.isMark() || character == u'\'') {
            word += character.toLower();
        } else if (character == u'\u2019') {
            word += u'\'';
        } else if (!word.isEmpty()) {
            words.append(word);
            word.clear();
        }
    }
    if (!word.isEmpty())
        words.append(word);
    return words;
}

// The language whose common words fill most of the text. None when hardly any are there: then it
// is a language not in the tables, or no prose.
QString bestProfile(const QList<WordSet> &sets, QStringView text)
{
    constexpr double leastShare = 0.08;
    constexpr double letterWeight = 0.6;
    const auto words = wordsOf(text);
    QString best;
    double bestScore = 0;
    for (const auto &set : sets) {
        const auto hits = std::count_if(words.begin(), words.end(), [&](const QString &word) {
            return set.words.contains(word);
        });
        const auto letters = std::count_if(text.begin(), text.end(), [&](QChar character) {
            return set.letters.contains(character.toLower());
        });
        const auto score = static_cast<double>(hits)
            + letterWeight * static_cast<double>(qMin(letters, words.size()));
        if (score > bestScore && hits > 0) {
            bestScore = score;
            best = set.tag.toString();
        }
    }
    return bestScore >= leastShare * static_cast<double>(words.size()) ? best : QString();
}

QString languageOfOthers(const ScriptCount &count)
{
    for (auto script = count.others.begin(); script != count.others.end(); ++script) {
        if (script.value() * 2 > count.all)
            return languageOfScript(script.key());
    }
    return {};
}

bool isCode(QStringView part, qsizetype least, qsizetype most)
{
    return part.size() >= least && part.size() <= most
        && std::all_of(part.begin(), part.end(), [](QChar character) {
               return character.unicode() < 0x80 && character.isLetterOrNumber();
           });
}

bool isAlphabetic(QStringView part)
{
    return std::all_of(part.begin(), part.end(),
                       [](QChar character) { return character.isLetter(); });
}

// A subtag in the case BCP 47 §2.1.1 recommends; empty when it is none.
QString subtag(QStringView part)
{
    const auto lower = part.toString().toLower();
    if (isCode(part, 4, 4) && isAlphabetic(part))
        return lower.left(1).toUpper() + lower.sliced(1);
    if (isCode(part, 2, 2) && isAlphabetic(part))
        return lower.toUpper();
    const bool region = isCode(part, 3, 3) && !isAlphabetic(part);
    return region || isCode(part, 5, 8) ? lower : QString();
}

} // namespace

QString detectLanguage(QStringView text)
{
    const auto looked = text.left(limits::languageCharacters);
    const auto count = countScripts(looked);
    // An ideograph or a syllable says as much as several letters.
    const auto weight
        = count.all + 3 * (count.han + count.kana) + 2 * count.others.value(QChar::Script_Hangul);
    if (weight < limits::languageLetters)
        return {};
    if ((count.han + count.kana) * 2 > count.all)
        return count.kana * 20 > count.han + count.kana ? QStringLiteral("ja")
                                                        : QStringLiteral("zh");
    if (count.cyrillic * 2 > count.all) {
        static const auto sets = readProfiles(cyrillicProfiles());
        return bestProfile(sets, looked);
    }
    if (count.arabic * 2 > count.all) {
        static const auto sets = readProfiles(arabicProfiles());
        return bestProfile(sets, looked);
    }
    if (count.devanagari * 2 > count.all) {
        static const auto sets = readProfiles(devanagariProfiles());
        return bestProfile(sets, looked);
    }
    if (const auto other = languageOfOthers(count); !other.isEmpty())
        return other;
    static const auto sets = readProfiles(latinProfiles());
    return count.latin * 2 > count.all ? bestProfile(sets, looked) : QString();
}

QString languageTag(QStringView written)
{
    const auto lower = written.trimmed().toString().toLower();
    for (const auto &[name, tag] : languageNames()) {
        if (lower == name)
            return tag.toString();
    }
    // POSIX writes "de_DE.UTF-8@euro".
    auto plain = lower.left(lower.indexOf(u'.'));
    plain = plain.left(plain.indexOf(u'@')).replace(u'_', u'-');
    const auto parts = plain.split(u'-');
    auto language = parts.first();
    if (!isCode(language, 2, 3) || !isAlphabetic(language) || language == u"und"
        || language == u"mul" || language == u"zxx")
        return {};
    for (const auto &[name, tag] : languageNames()) {
        if (language == name)
            language = tag.toString();
    }
    auto result = language;
    for (const auto &part : parts.sliced(1)) {
        if (part.size() == 1) // Extensions and private use say nothing about the language.
            break;
        const auto next = subtag(part);
        if (next.isEmpty())
            return result;
        result += u'-' + next;
    }
    return result;
}

bool isRightToLeft(QStringView tag)
{
    static constexpr std::array<QStringView, 15> languages{u"ar", u"he",  u"iw",  u"fa",  u"ur",
                                                           u"yi", u"ji",  u"ps",  u"sd",  u"ug",
                                                           u"dv", u"ckb", u"syr", u"arc", u"prs"};
    static constexpr std::array<QStringView, 6> scripts{u"arab", u"hebr", u"thaa",
                                                        u"syrc", u"nkoo", u"adlm"};
    const auto parts = tag.toString().toLower().replace(u'_', u'-').split(u'-');
    for (const auto &part : parts.sliced(1)) {
        if (part.size() == 4 && isAlphabetic(part))
            return std::find(scripts.begin(), scripts.end(), part) != scripts.end();
    }
    return std::find(languages.begin(), languages.end(), parts.first()) != languages.end();
}

} // namespace text
