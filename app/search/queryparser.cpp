#include "search/queryparser.h"

#include "search/limits.h"
#include "search/searchwords.h"
#include "search/terms.h"

using namespace Qt::StringLiterals;

namespace search {

namespace {

bool isQuote(QChar c)
{
    return c == u'"' || c == u'\u201C' || c == u'\u201D' || c == u'\u201E';
}

Node termNode(Term term)
{
    return {.kind = Node::Kind::Term, .term = std::move(term)};
}

} // namespace

QueryParser::QueryParser(const QString &typed, const QDate &today, Typing typing)
    : m_typed(typed.left(limits::searchLength))
    , m_today(today)
    , m_typing(typing)
{
    if (typed.size() > limits::searchLength)
        complain(Problem::Kind::TooLong, limits::searchLength, typed.size());
    m_query.root.children = conditions(0);
    if (m_query.isEmpty() && m_signs)
        complain(Problem::Kind::NoWord, m_signs->at, m_signs->at + m_signs->text.size());
}

QList<Node> QueryParser::conditions(int depth)
{
    QList<Node> nodes;
    for (skipSpaces(); !atEnd(); skipSpaces()) {
        if (at(u')') && m_open > 0)
            break;
        if (at(u')')) {
            complain(Problem::Kind::StrayBracket, m_at, m_at + 1);
            ++m_at;
            continue;
        }
        if (auto node = alternatives(depth))
            nodes.append(*std::move(node));
    }
    return nodes;
}

std::optional<Node> QueryParser::alternatives(int depth)
{
    QList<Node> nodes;
    auto isWanted = true;
    auto lastOr = m_at;
    for (skipSpaces(); isWanted; skipSpaces()) {
        if (atOr() || atEnd() || at(u')')) {
            // Nothing on one side of an OR. At the end it may come yet.
            if (atOr()) {
                lastOr = m_at;
                m_at += 2;
            }
            if (!atEnd() || !endsUnfinished())
                complain(Problem::Kind::NothingBesideOr, lastOr, lastOr + 2);
        } else if (auto node = condition(depth)) {
            nodes.append(*std::move(node));
        }
        skipSpaces();
        isWanted = atOr();
        if (isWanted) {
            lastOr = m_at;
            m_at += 2;
        }
    }
    if (nodes.isEmpty())
        return std::nullopt;
    if (nodes.size() == 1)
        return nodes.first();
    return Node{.kind = Node::Kind::Any, .children = nodes};
}

std::optional<Node> QueryParser::condition(int depth)
{
    if (at(u'('))
        return bracket(depth);
    if (at(u'-') && m_at + 1 < m_typed.size() && !m_typed.at(m_at + 1).isSpace())
        return exclusion(depth);
    if (const auto length = terms::operatorLength(QStringView(m_typed).mid(m_at)))
        return operation(length);
    return words();
}

std::optional<Node> QueryParser::bracket(int depth)
{
    const auto from = m_at++;
    if (depth >= limits::searchDepth) {
        complain(Problem::Kind::TooDeep, from, from + 1);
        return std::nullopt;
    }
    ++m_open;
    const auto nodes = conditions(depth + 1);
    --m_open;
    if (at(u')'))
        ++m_at;
    else if (!endsUnfinished())
        complain(Problem::Kind::OpenBracket, from, from + 1);
    if (nodes.isEmpty())
        return std::nullopt;
    return nodes.size() == 1 ? nodes.first() : Node{.kind = Node::Kind::All, .children = nodes};
}

std::optional<Node> QueryParser::exclusion(int depth)
{
    const auto from = m_at;
    while (at(u'-'))
        ++m_at;
    const auto excluded = atEnd() || m_typed.at(m_at).isSpace() ? std::nullopt : condition(depth);
    if (!excluded) {
        if (m_typed.mid(from, m_at - from).contains(u'(') && !(atEnd() && endsUnfinished()))
            complain(Problem::Kind::NothingToExclude, from, m_at);
        return std::nullopt;
    }
    auto node = *excluded;
    // A word that goes on while it is typed would exclude far too much until it is whole.
    if (node.kind == Node::Kind::Term && !node.term.isPhrase && !m_typed.endsWith(u'*'))
        node.term.isBeginning = false;
    return Node{.kind = Node::Kind::Not, .children = {node}};
}

std::optional<Node> QueryParser::operation(qsizetype length)
{
    const auto from = m_at;
    const auto name = m_typed.mid(m_at, length - 1);
    m_at += length;
    // "by: Mara" is meant as "by:Mara".
    const auto behind = m_at;
    skipSpaces();
    if (atOr() || at(u'(') || at(u')') || at(u'-')
        || terms::operatorLength(QStringView(m_typed).mid(m_at)))
        m_at = behind;
    const auto given = value();
    if (!count(from))
        return std::nullopt;
    const auto made = terms::termOf(name, given.text, m_today);
    if (const auto *problem = std::get_if<Problem::Kind>(&made)) {
        if (!(atEnd() && endsUnfinished()))
            complain(*problem, from, m_at);
        return std::nullopt;
    }
    auto term = std::get<Term>(made);
    if (!term.text.isEmpty() && term.kind != Term::Kind::Language) {
        if (!searchwords::hasWord(term.text))
            return std::nullopt;
        term.isPhrase = given.isQuoted;
        term.isBeginning = given.isOpen;
    }
    return termNode(term);
}

std::optional<Node> QueryParser::words()
{
    const auto given = value();
    // What is no word is in no story's index.
    if (!searchwords::hasWord(given.text)) {
        if (!m_signs && !given.text.isEmpty() && given.text != u"-")
            m_signs = given;
        return std::nullopt;
    }
    if (!count(given.at))
        return std::nullopt;
    return termNode({.text = given.text, .isPhrase = given.isQuoted, .isBeginning = given.isOpen});
}

QueryParser::Value QueryParser::value()
{
    Value result{.at = m_at};
    if (atQuote()) {
        const auto start = ++m_at;
        while (!atEnd() && !atQuote())
            ++m_at;
        result.text = m_typed.mid(start, m_at - start);
        result.isQuoted = true;
        result.isOpen = atEnd();
        if (!atEnd())
            ++m_at;
        else if (!endsUnfinished())
            complain(Problem::Kind::OpenQuote, result.at, m_at);
        if (at(u'*')) {
            result.isOpen = true;
            ++m_at;
        }
        return result;
    }
    const auto start = m_at;
    while (!atEnd() && !m_typed.at(m_at).isSpace() && !(m_open > 0 && at(u')')))
        ++m_at;
    result.text = m_typed.mid(start, m_at - start);
    result.isOpen = atEnd();
    if (result.text.endsWith(u'*')) {
        result.text.chop(1);
        result.isOpen = true;
    }
    return result;
}

bool QueryParser::atOr() const
{
    const auto rest = QStringView(m_typed).mid(m_at);
    if (!rest.startsWith(u"OR"))
        return false;
    return rest.size() == 2 || rest.at(2).isSpace() || rest.at(2) == u'(' || rest.at(2) == u')';
}

bool QueryParser::atQuote() const
{
    return !atEnd() && isQuote(m_typed.at(m_at));
}

bool QueryParser::endsUnfinished() const
{
    return m_typing == Typing::GoesOn;
}

void QueryParser::skipSpaces()
{
    while (!atEnd() && m_typed.at(m_at).isSpace())
        ++m_at;
}

void QueryParser::complain(Problem::Kind kind, qsizetype from, qsizetype to)
{
    if (!m_query.problem)
        m_query.problem = Problem{
            .kind = kind, .at = from, .length = to - from, .text = m_typed.mid(from, to - from)};
}

bool QueryParser::count(qsizetype from)
{
    if (++m_terms <= limits::searchWords)
        return true;
    complain(Problem::Kind::TooManyWords, from, m_at);
    return false;
}

} // namespace search
