#include "search/matches.h"

#include "search/folded.h"

#include <algorithm>

namespace {

using search::Matches;
using search::Node;
using search::Term;
using Sought = std::u32string;

// For each length of a beginning of `sought`, how long a beginning of it that ends it is (Knuth,
// Morris, Pratt): what keeps a search through "aaaa…" from starting over.
QList<qsizetype> borders(const Sought &sought)
{
    QList<qsizetype> result{0, 0};
    qsizetype length = 0;
    for (size_t at = 1; at < sought.size(); ++at) {
        while (length > 0 && sought[at] != sought[size_t(length)])
            length = result.at(length);
        if (sought[at] == sought[size_t(length)])
            ++length;
        result.append(length);
    }
    return result;
}

// Where in what was written the folded characters from `first` to `last` stand; the blanks at
// their ends do not count.
Matches::Range written(const search::Folded &text, qsizetype first, qsizetype last)
{
    if (text.text[size_t(first)] == U' ')
        ++first;
    if (text.text[size_t(last)] == U' ')
        --last;
    return {.at = text.from.at(first), .length = text.to.at(last) - text.from.at(first)};
}

void appendPlaces(const Sought &sought, const search::Folded &text, QList<Matches::Range> &places)
{
    const auto steps = borders(sought);
    const auto size = qsizetype(sought.size());
    qsizetype length = 0;
    for (qsizetype at = 0; at < qsizetype(text.text.size()); ++at) {
        while (length > 0 && sought[size_t(length)] != text.text[size_t(at)])
            length = steps.at(length);
        if (sought[size_t(length)] == text.text[size_t(at)])
            ++length;
        if (length < size)
            continue;
        places.append(written(text, at - size + 1, at));
        length = steps.at(length);
    }
}

// Overlapping and touching ranges as one.
QList<Matches::Range> joined(QList<Matches::Range> places)
{
    std::ranges::sort(places, {}, &Matches::Range::at);
    QList<Matches::Range> result;
    for (const auto &place : std::as_const(places)) {
        if (result.isEmpty() || result.last().at + result.last().length < place.at) {
            result.append(place);
            continue;
        }
        auto &last = result.last();
        last.length = std::max(last.length, place.at + place.length - last.at);
    }
    return result;
}

void collect(const Node &node, const QList<Term::Kind> &kinds, QList<Sought> &sought)
{
    if (node.kind == Node::Kind::Not)
        return;
    for (const auto &child : node.children)
        collect(child, kinds, sought);
    const auto &term = node.term;
    if (node.kind != Node::Kind::Term
        || (term.kind != Term::Kind::Words && !kinds.contains(term.kind)))
        return;
    const auto end = term.isBeginning ? search::WordEnd::GoesOn : search::WordEnd::Here;
    const auto words = search::soughtFor(term.text, end);
    if (!words.empty() && !sought.contains(words))
        sought.append(words);
}

// A place between words at or before `at`, not further away than a word is long; otherwise one
// between characters.
qsizetype breakBefore(const QString &text, qsizetype at)
{
    constexpr qsizetype word = 24;
    for (auto place = at; place > 0 && at - place < word; --place) {
        if (text.at(place - 1).isSpace())
            return place;
    }
    return at > 0 && at < text.size() && text.at(at).isLowSurrogate() ? at - 1 : at;
}

// The last of the matches that has room in a passage which begins before the first.
Matches::Range lastWithin(const QList<Matches::Range> &places, qsizetype length)
{
    auto last = places.first();
    for (const auto &place : places) {
        if (place.at + place.length - places.first().at > length)
            break;
        last = place;
    }
    return last;
}

} // namespace

search::Matches::Matches(const Query &query, const QList<Term::Kind> &kinds)
{
    collect(query.root, kinds, m_sought);
}

QList<search::Matches::Range> search::Matches::in(const QString &text) const
{
    if (isEmpty() || text.isEmpty())
        return {};
    const auto plain = folded(text);
    QList<Range> places;
    for (const auto &sought : m_sought)
        appendPlaces(sought, plain, places);
    return joined(std::move(places));
}

QString search::Matches::passage(const QString &text, qsizetype length) const
{
    const auto places = in(text);
    if (places.isEmpty())
        return {};
    if (text.size() <= length)
        return text.simplified();
    const auto first = places.first().at;
    const auto last = lastWithin(places, length);
    // A third of what is left stands before the first match: sentences lead up to their words.
    const auto room = std::max<qsizetype>(0, length - (last.at + last.length - first));
    auto from = std::max<qsizetype>(0, first - room / 3);
    auto to
        = std::max(std::min(text.size(), from + length), places.first().at + places.first().length);
    from = std::max<qsizetype>(0, std::min(from, to - length));
    from = breakBefore(text, from);
    if (to < text.size())
        to = std::max(breakBefore(text, to), places.first().at + places.first().length);
    auto passage = text.sliced(from, to - from).simplified();
    if (from > 0)
        passage.prepend(u'…');
    if (to < text.size())
        passage.append(u'…');
    return passage;
}
