#include "page/patterns.h"

#include "page/patternlevel.h"

#include <QDir>
#include <QFile>
#include <QStringDecoder>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortestWord = 6;
constexpr qsizetype shortestLongWord = 8; // For Division::Reluctant,
constexpr qsizetype leastOfLongWord = 4; // and the letters on either side of its break.
constexpr qsizetype longestWord = 60; // Anything longer is no word.
constexpr qsizetype leastBefore = 2; // Letters before a hyphen,
constexpr qsizetype leastBehind = 3; // and behind one.
constexpr qint64 largestFile = 16 << 20; // Bytes; the largest there is has one million.

bool isInCapitals(QStringView word)
{
    return word[0].isUpper()
        && std::ranges::any_of(word.sliced(1), [](QChar c) { return c.isUpper(); });
}

} // namespace

// A file of patterns, as libhyphen's README.hyphen describes it.
struct page::Patterns::Rules
{
    explicit Rules(QStringView text);

    // Marks the places of a word, which is a part of a compound unless it stands at both its ends.
    void mark(QStringView word, bool atStart, bool atEnd, bool *places) const;

    std::unique_ptr<PatternLevel> compounds; // Null in languages that do not tell them apart.
    std::unique_ptr<PatternLevel> words;
    qsizetype before = leastBefore;
    qsizetype behind = leastBehind;
    // The same at the joints of a compound.
    qsizetype beforeJoint = 0;
    qsizetype behindJoint = 0;

private:
    void read(QStringView line);
    void markSimple(QStringView word, bool atStart, bool atEnd, bool *places) const;
};

page::Patterns::Rules::Rules(QStringView text)
    : words(std::make_unique<PatternLevel>())
{
    for (const auto line : text.tokenize(u'\n')) {
        if (line.startsWith(u"NEXTLEVEL"))
            compounds = std::exchange(words, std::make_unique<PatternLevel>());
        else if (!line.isEmpty() && line[0] != u'%' && line[0] != u'#')
            read(line);
    }
    words->finish();
    if (compounds)
        compounds->finish();
}

void page::Patterns::Rules::read(QStringView line)
{
    const auto number
        = [line](QStringView name) { return line.sliced(name.size()).trimmed().toLongLong(); };
    static constexpr QStringView left = u"LEFTHYPHENMIN";
    static constexpr QStringView right = u"RIGHTHYPHENMIN";
    static constexpr QStringView leftOfJoint = u"COMPOUNDLEFTHYPHENMIN";
    static constexpr QStringView rightOfJoint = u"COMPOUNDRIGHTHYPHENMIN";
    if (line.startsWith(left))
        before = std::max(leastBefore, qsizetype(number(left)));
    else if (line.startsWith(right))
        behind = std::max(leastBehind, qsizetype(number(right)));
    else if (line.startsWith(leftOfJoint))
        beforeJoint = number(leftOfJoint);
    else if (line.startsWith(rightOfJoint))
        behindJoint = number(rightOfJoint);
    // Words hold only letters here, so what must not stand beside a break is of no account.
    else if (!line.startsWith(u"NOHYPHEN"))
        words->add(line);
}

void page::Patterns::Rules::mark(QStringView word, bool atStart, bool atEnd, bool *places) const
{
    if (!compounds) {
        markSimple(word, atStart, atEnd, places);
        return;
    }
    const auto ranks = compounds->ranks(word);
    qsizetype begin = 0;
    for (qsizetype at = 1; at <= word.size(); ++at) {
        const auto isJoint = at < word.size() && (ranks[size_t(at)].value & 1) != 0;
        if (!isJoint && (at < word.size() || begin == 0))
            continue;
        if (at - begin > 1)
            mark(word.sliced(begin, at - begin), atStart && begin == 0, atEnd && !isJoint,
                 places + begin);
        if (isJoint)
            places[at] = !ranks[size_t(at)].respelled;
        begin = at;
    }
    if (begin == 0)
        markSimple(word, atStart, atEnd, places);
}

void page::Patterns::Rules::markSimple(QStringView word, bool atStart, bool atEnd,
                                       bool *places) const
{
    const auto ranks = words->ranks(word);
    const auto first = atStart ? 1 : std::max<qsizetype>(1, beforeJoint);
    const auto last = word.size() - (atEnd ? 1 : std::max<qsizetype>(1, behindJoint));
    for (auto at = first; at <= last; ++at)
        places[at] = ranks[size_t(at)].allows();
}

// The file of a language in a folder of patterns, such as "hyph_de_DE.dic". Without a region, or
// with one that has no patterns of its own, the language's first country stands for it.
QString page::Patterns::fileOf(const QString &language, const QString &path)
{
    const QDir folder(path);
    const auto parts = language.split(u'-');
    auto name = parts.constFirst().toLower();
    if (name.isEmpty() || name.size() > 3
        || !std::ranges::all_of(name, [](QChar c) { return c.isLetter(); }))
        return {};
    if (name == "no"_L1)
        name = u"nb"_s;
    const auto region = parts.size() > 1 ? parts.constLast().toUpper() : QString();
    const auto home = name == "en"_L1 ? u"US"_s : name.toUpper();
    for (const auto &tried : {name + u'_' + region, name + u'_' + home, name}) {
        const auto file = u"hyph_"_s + tried + u".dic"_s;
        if (folder.exists(file))
            return folder.filePath(file);
    }
    const auto any = folder.entryList({u"hyph_"_s + name + u"_*.dic"_s}, QDir::Files, QDir::Name);
    return any.isEmpty() ? QString() : folder.filePath(any.constFirst());
}

page::Patterns page::Patterns::load(const QString &language, const QString &folder)
{
    QFile file(fileOf(language, folder));
    if (file.fileName().isEmpty() || !file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return {};
    // The first line says how the others are written.
    QStringDecoder decoder(file.readLine().trimmed().constData());
    if (!decoder.isValid())
        return {};
    const QString text = decoder(file.readAll());
    auto rules = std::make_shared<Rules>(text);
    Patterns patterns;
    if (!rules->words->isEmpty())
        patterns.m_rules = std::move(rules);
    return patterns;
}

QString page::Patterns::usualFolder()
{
    return u"/usr/share/hyphen"_s;
}

QList<qsizetype> page::Patterns::breaks(QStringView word, Division division) const
{
    const auto ready = division == Division::Ready;
    const auto isLetter = [](QChar c) { return c.isLetter() && !c.isSurrogate(); };
    if (!m_rules || word.size() < (ready ? shortestWord : shortestLongWord)
        || word.size() > longestWord || !std::ranges::all_of(word, isLetter) || isInCapitals(word))
        return {};
    const auto letters = word.toString().toLower();
    if (letters.size() != word.size())
        return {};
    bool places[longestWord + 1] = {};
    m_rules->mark(letters, true, true, places);
    QList<qsizetype> found;
    const auto least = ready ? 0 : leastOfLongWord;
    const auto last = word.size() - std::max(m_rules->behind, least);
    for (auto at = std::max(m_rules->before, least); at <= last; ++at) {
        if (places[at])
            found.append(at);
    }
    return found;
}
