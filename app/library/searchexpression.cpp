#include "library/searchexpression.h"

#include "library/searchfacts.h"
#include "search/characters.h"
#include "search/searchwords.h"

#include <QStringList>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace {

using search::Node;
using search::Term;
using searchexpression::Outlets;
using searchexpression::Within;

QString quoted(QString text)
{
    return u'"' + text.replace(u'"', u' ').replace(QChar(0), u' ').simplified() + u'"';
}

// A run of pairs ends in a single character, which inside a longer run stands for nothing.
QString phrase(const QString &text, bool &isBeginning)
{
    auto pieces = text.simplified().split(u' ');
    const auto unspaced = [](const QString &piece) {
        return !piece.isEmpty() && search::isUnspaced(piece.toUcs4().last());
    };
    if (unspaced(pieces.last())) {
        if (pieces.size() > 1 && unspaced(pieces.at(pieces.size() - 2)))
            pieces.removeLast();
        else
            isBeginning = true;
    }
    // Of what begins with a letter or two there is so much that a phrase is better left without it
    // until there is more.
    if (isBeginning && pieces.size() > 1 && !unspaced(pieces.last())
        && pieces.last().size() <= searchfacts::longestBeginning)
        pieces.removeLast();
    return pieces.join(u' ');
}

QString column(Term::Kind kind, Within within)
{
    switch (kind) {
    case Term::Kind::Title:
        return u"title"_s;
    case Term::Kind::By:
        return u"byline"_s;
    case Term::Kind::Credit:
        return u"credits"_s;
    case Term::Kind::Caption:
        return u"captions"_s;
    case Term::Kind::From:
        return u"site"_s;
    default:
        return within == Within::Title ? u"title"_s : u"{title byline body captions credits}"_s;
    }
}

QString everything()
{
    return searchexpression::anyFact({searchfacts::everything()});
}

QString words(const Term &term, Within within)
{
    auto isBeginning = term.isBeginning;
    const auto text = phrase(searchwords::indexable(term.text), isBeginning);
    const auto characters = text.toUcs4();
    const auto isShort
        = characters.size() <= searchfacts::longestBeginning
        && std::ranges::none_of(characters, [](char32_t c) {
               return search::isUnspaced(c) || !searchwords::hasWord(QString::fromUcs4(&c, 1));
           });
    if (isBeginning && characters.size() == 1 && isShort && term.kind != Term::Kind::Words)
        return everything(); // One letter behind an operator is as good as nothing.
    // The first letters of a word are facts, which are found faster than all words that begin so.
    if (isBeginning && isShort && term.kind == Term::Kind::Words)
        return u"facts : "_s + quoted(text);
    return column(term.kind, within) + u" : "_s + quoted(text)
        + (isBeginning ? u" *"_s : QString());
}

QString from(const Term &term, Within within, const Outlets &outlets)
{
    QStringList list{words(term, within)};
    const auto others = outlets(term);
    for (const auto &outlet : others) {
        auto whole = term;
        whole.text = outlet;
        whole.isPhrase = true;
        whole.isBeginning = false;
        list << words(whole, within);
    }
    return u'(' + list.join(u" OR "_s) + u')';
}

std::optional<QString> ofTerm(const Term &term, Within within, const Outlets &outlets)
{
    switch (term.kind) {
    case Term::Kind::Words:
    case Term::Kind::Title:
    case Term::Kind::By:
    case Term::Kind::Credit:
    case Term::Kind::Caption:
        return words(term, within);
    case Term::Kind::From:
        return from(term, within, outlets);
    case Term::Kind::Photo:
        return searchexpression::anyFact({searchfacts::photo()});
    case Term::Kind::Language:
        return searchexpression::anyFact({searchfacts::language(term.text)});
    case Term::Kind::Unread:
    case Term::Kind::Read:
    case Term::Kind::Bookmarked:
    case Term::Kind::Started:
    case Term::Kind::Opened:
    case Term::Kind::Before:
    case Term::Kind::Since:
    case Term::Kind::New:
        break;
    }
    return std::nullopt;
}

bool hasBeginning(const Node &node)
{
    return (node.kind == Node::Kind::Term && node.term.isBeginning)
        || std::ranges::any_of(node.children, hasBeginning);
}

} // namespace

QString searchexpression::anyFact(const QStringList &facts)
{
    QStringList list;
    for (const auto &fact : facts)
        list << quoted(fact);
    return u"facts : ("_s + list.join(u" OR "_s) + u')';
}

std::optional<QString> searchexpression::all(const QList<Node> &nodes, Within within,
                                             const Outlets &outlets)
{
    QStringList wanted;
    QStringList unwanted;
    for (const auto &node : nodes) {
        const auto isNot = node.kind == Node::Kind::Not;
        // What must not occur must not occur anywhere.
        const auto expression = isNot ? of(node.children.first(), Within::Anywhere, outlets)
                                      : of(node, within, outlets);
        if (!expression)
            return std::nullopt;
        (isNot ? unwanted : wanted) << u'(' + *expression + u')';
    }
    if (wanted.isEmpty())
        wanted << everything();
    const auto these = wanted.join(u" AND "_s);
    return unwanted.isEmpty() ? these
                              : u'(' + these + u") NOT ("_s + unwanted.join(u" OR "_s) + u')';
}

QString searchexpression::whole(const QList<Node> &nodes, const Outlets &outlets)
{
    QList<Node> kept;
    std::ranges::copy_if(nodes, std::back_inserter(kept), [](const Node &node) {
        return node.kind != Node::Kind::Not && !hasBeginning(node);
    });
    if (kept.isEmpty())
        return {};
    return all(kept, Within::Anywhere, outlets).value_or(QString());
}

std::optional<QString> searchexpression::of(const Node &node, Within within, const Outlets &outlets)
{
    switch (node.kind) {
    case Node::Kind::Term:
        return ofTerm(node.term, within, outlets);
    case Node::Kind::All:
        return all(node.children, within, outlets);
    case Node::Kind::Not:
        return all({node}, within, outlets);
    case Node::Kind::Any:
        break;
    }
    QStringList list;
    for (const auto &child : node.children) {
        const auto expression = of(child, within, outlets);
        if (!expression)
            return std::nullopt;
        list << u'(' + *expression + u')';
    }
    return list.join(u" OR "_s);
}
