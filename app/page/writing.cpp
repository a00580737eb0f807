#include "page/writing.h"

#include "page/limits.h"
#include "page/tags.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

enum Group { Latin, Arabic, Hebrew, Cjk, GroupCount };

constexpr std::array<QLatin1StringView, GroupCount> groupNames
    = {"latin"_L1, "arabic"_L1, "hebrew"_L1, "cjk"_L1};

Group groupOf(QChar::Script script)
{
    switch (script) {
    case QChar::Script_Arabic:
    case QChar::Script_Syriac:
    case QChar::Script_Thaana:
    case QChar::Script_Nko:
        return Arabic;
    case QChar::Script_Hebrew:
        return Hebrew;
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Bopomofo:
    case QChar::Script_Hangul:
        return Cjk;
    default:
        return Latin;
    }
}

// Without letters to judge by, the language's usual script.
QString scriptOfLanguage(const QString &language)
{
    static const QStringList arabic
        = {u"ar"_s, u"fa"_s, u"ur"_s, u"ps"_s, u"sd"_s, u"ug"_s, u"ckb"_s, u"dv"_s, u"syr"_s};
    static const QStringList hebrew = {u"he"_s, u"iw"_s, u"yi"_s};
    static const QStringList cjk = {u"ja"_s, u"zh"_s, u"ko"_s, u"yue"_s};

    const auto primary = language.section(u'-', 0, 0).toLower();
    if (arabic.contains(primary))
        return groupNames[Arabic];
    if (hebrew.contains(primary))
        return groupNames[Hebrew];
    return groupNames[cjk.contains(primary) ? Cjk : Latin];
}

// Which of the languages that write in Chinese characters: each has faces of its own.
QString cjkLanguage(QStringView text)
{
    for (const auto c : text.first(std::min(text.size(), page::limits::lettersJudged))) {
        const auto script = c.script();
        if (script == QChar::Script_Hiragana || script == QChar::Script_Katakana)
            return u"ja"_s;
        if (script == QChar::Script_Hangul)
            return u"ko"_s;
    }
    return u"zh"_s;
}

} // namespace

QString page::scriptOf(QStringView text)
{
    std::array<qsizetype, GroupCount> letters = {};
    qsizetype all = 0;
    for (const auto character : text) {
        if (!character.isLetter())
            continue;
        ++letters[groupOf(character.script())];
        if (++all == limits::lettersJudged)
            break;
    }
    if (all == 0)
        return {};
    // A Chinese or Arabic story is full of Latin names: a good third of its letters is enough.
    for (const auto group : {Arabic, Hebrew, Cjk}) {
        if (letters[group] * 3 > all)
            return groupNames[group];
    }
    return groupNames[Latin];
}

QString page::directionAt(QStringView html, QStringView name)
{
    QString letters;
    for (qsizetype at = 0; at < html.size() && letters.size() < limits::lettersJudged; ++at) {
        if (html.at(at) != u'<') {
            if (html.at(at).isLetter())
                letters += html.at(at);
            continue;
        }
        if (html.sliced(at).startsWith(u"</") && html.sliced(at + 2).startsWith(name))
            break;
        at = html.indexOf(u'>', at);
        if (at < 0)
            break;
    }
    const auto script = scriptOf(letters);
    if (script.isEmpty())
        return {};
    return script == groupNames[Arabic] || script == groupNames[Hebrew] ? u"rtl"_s : u"ltr"_s;
}

page::Writing page::writingOf(const Article &article)
{
    auto script = scriptOf(article.text);
    if (script.isEmpty())
        script = scriptOf(article.title);
    if (script.isEmpty())
        script = scriptOfLanguage(article.language);
    auto language = article.language;
    if (script == groupNames[Cjk] && scriptOfLanguage(language) != script)
        language = cjkLanguage(article.text.isEmpty() ? article.title : article.text);
    const bool rightToLeft = script == groupNames[Arabic] || script == groupNames[Hebrew];
    return {.language = language, .direction = rightToLeft ? u"rtl"_s : u"ltr"_s, .script = script};
}

page::Writing page::writingOfStory(QStringView story)
{
    const auto first = nextTag(story, 0);
    if (!first)
        return {};
    const auto classes = attribute(*first, "class"_L1).split(u' ');
    const auto script = std::ranges::find_if(
        groupNames, [&classes](QLatin1StringView name) { return classes.contains(name); });
    return {.language = attribute(*first, "lang"_L1),
            .direction = attribute(*first, "dir"_L1),
            .script = script == groupNames.end() ? QString() : QString(*script)};
}

QString page::languageToBreak(const Writing &writing)
{
    return writing.script == groupNames[Latin] ? writing.language : QString();
}
