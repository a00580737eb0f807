#include "text/bylinewords.h"
#include "text/credits.h"
#include "text/dates.h"
#include "text/folding.h"
#include "text/limits.h"
#include "text/lineshape.h"
#include "text/namelists.h"
#include "text/whitespace.h"

using namespace Qt::StringLiterals;

namespace text {

namespace {

constexpr qsizetype longestLead = 4; // Words.

struct Led
{
    Lead lead = Lead::None;
    QStringView rest;
};

bool isLabelMark(QChar character)
{
    return QStringView(u":\uFF1A\uFE55\uFF0F/=\u30FB").contains(character);
}

// "Text und Fotos", "Words & pictures": several jobs, one of them the writing.
Lead leadOfJobs(const QString &label)
{
    auto found = Lead::None;
    auto parted = label;
    for (const QChar mark : QStringView(u",&/+"))
        parted.replace(mark, u' ');
    for (const auto &word : parted.split(u' ', Qt::SkipEmptyParts)) {
        const auto lead = leadOf(word);
        if (lead == Lead::Label)
            found = lead;
        else if (!isWorkWord(word) && !isAnd(word))
            return Lead::None;
    }
    return found;
}

// "Author: …", "文／…": a label and its mark.
Led labelLead(QStringView segment)
{
    constexpr qsizetype longestLabel = 32;
    for (qsizetype at = 0; at < qMin(segment.size(), longestLabel); ++at) {
        if (!isLabelMark(segment.at(at)))
            continue;
        const auto label = folded(segment.first(at).trimmed());
        auto lead = leadOf(label);
        if (lead == Lead::None)
            lead = leadOfJobs(label);
        const bool slash = segment.at(at) == u'/' && segment.front().unicode() < 0x2E80;
        if (lead == Lead::None || slash)
            return {};
        return {.lead = Lead::By, .rest = segment.sliced(at + 1).trimmed()};
    }
    return {};
}

// "By …", "Written by …": the most words that are known.
Led wordLead(QStringView segment)
{
    Led found;
    qsizetype at = 0;
    for (qsizetype words = 0; words < longestLead && at < segment.size(); ++words) {
        const auto space = segment.indexOf(u' ', at);
        const auto end = space < 0 ? segment.size() : space;
        const auto lead = leadOf(folded(segment.first(end)));
        if (lead == Lead::By || lead == Lead::Preposition)
            found = {.lead = lead, .rest = segment.sliced(end).trimmed()};
        at = end + 1;
    }
    return found;
}

// Chinese needs no space after "reporter", and may say before it which paper's.
Led reporterLead(QStringView segment)
{
    constexpr qsizetype latest = 24;
    for (const QStringView word : {u"记者", u"記者"}) {
        const auto at = segment.indexOf(word);
        if (at >= 0 && at < latest && isHan(segment.front()))
            return {.lead = Lead::By, .rest = segment.sliced(at + word.size()).trimmed()};
    }
    return {};
}

// Korean puts it behind the name: 홍길동 기자.
Led koreanLead(QStringView segment)
{
    for (const QStringView word : {u" 기자", u" 특파원", u" 선임기자", u" 논설위원"}) {
        const auto at = segment.indexOf(word);
        if (at > 0 && at <= 16 && segment.front().script() == QChar::Script_Hangul)
            return {.lead = Lead::By, .rest = segment.first(at)};
    }
    return {};
}

Led leadIn(QStringView segment)
{
    for (const auto &read : {labelLead, wordLead, reporterLead, koreanLead}) {
        if (const auto led = read(segment); led.lead != Lead::None)
            return led;
    }
    return {};
}

// "Vance D.C.", "Jones Jr." end in a point without ending a sentence.
bool endsSentence(QStringView line)
{
    const auto last = line.back();
    if (QStringView(u"!?\u2026\u3002\u061F\u0964").contains(last))
        return true;
    if (last != u'.')
        return false;
    const auto word = line.sliced(line.lastIndexOf(u' ') + 1);
    return word.size() > 4 && !word.chopped(1).contains(u'.');
}

QStringList segmentsOf(const QString &line)
{
    QString marked = line;
    for (const QString &mark :
         {u" \u00B7 "_s, u" \u2022 "_s, u" \u2014 "_s, u" \u2013 "_s, u" - "_s, u"\u2022"_s})
        marked.replace(mark, u"|"_s);
    marked.replace(u'\uFF5C', u'|');
    QStringList segments;
    for (const auto &segment : marked.split(u'|', Qt::SkipEmptyParts)) {
        if (!segment.trimmed().isEmpty())
            segments.append(segment.trimmed());
    }
    return segments;
}

// Links keep their words only: [Jane Doe](https://…).
QString withoutLinks(QString line)
{
    for (;;) {
        const auto middle = line.indexOf(u"](");
        const auto open = middle < 0 ? -1 : line.lastIndexOf(u'[', middle);
        const auto close = middle < 0 ? -1 : line.indexOf(u')', middle);
        if (open < 0 || close < 0)
            return line;
        line = line.left(open) + line.sliced(open + 1, middle - open - 1) + line.sliced(close + 1);
    }
}

QString unwrapped(QString line)
{
    const bool round = line.startsWith(u'(') && line.endsWith(u')');
    const bool wide = line.startsWith(u'\uFF08') && line.endsWith(u'\uFF09');
    return round || wide ? line.sliced(1, line.size() - 2).trimmed() : line;
}

QStringList namesOfSegment(const QString &segment, bool first, BylineKind kind)
{
    const auto led = leadIn(segment);
    if (led.lead != Lead::None) {
        if (isDateLine(led.rest))
            return {};
        const auto trust = kind == BylineKind::Certain ? Trust::Known
            : led.lead == Lead::By                     ? Trust::Announced
                                                       : Trust::Doubtful;
        return namesIn(led.rest, trust);
    }
    if (first && kind == BylineKind::Certain)
        return isDateLine(segment) ? QStringList() : namesIn(segment, Trust::Known);
    return !first && isAgency(segment) ? QStringList{segment} : QStringList();
}

} // namespace

QStringList bylineNames(QStringView line, BylineKind kind)
{
    if (line.size() > limits::bylineCharacters * 2)
        return {};
    auto clean = unwrapped(withoutLinks(withoutEmphasis(simplified(withoutBullet(line)))));
    if (clean.isEmpty() || clean.size() > limits::bylineCharacters)
        return {};
    if (kind == BylineKind::Unknown
        && (endsSentence(clean) || clean.count(u' ') + 1 > limits::bylineWords * 2))
        return {};
    if (kind == BylineKind::Certain && clean.endsWith(u'.') && endsSentence(clean))
        clean.chop(1);
    QStringList names;
    bool first = true;
    for (const auto &segment : segmentsOf(clean)) {
        const auto found = namesOfSegment(segment, first, kind);
        if (first && found.isEmpty() && kind == BylineKind::Unknown)
            return {};
        first = false;
        for (const auto &name : found) {
            if (!names.contains(name))
                names.append(name);
        }
    }
    return names;
}

} // namespace text
