#include "extraction/bylineparts.h"

#include "extraction/bylineplaces.h"
#include "extraction/bylinetext.h"
#include "extraction/limits.h"
#include "text/whitespace.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace extraction {

BylineParts::BylineParts(const PageTree &tree, Accepts accepts)
    : m_tree(tree)
    , m_accepts(std::move(accepts))
{
}

QList<Author> BylineParts::read(int begin, int end)
{
    m_begin = begin;
    for (int index = begin; index < end; ++index) {
        const auto part = partAt(index);
        if (!part.isEmpty() && take(index, part) == Next::Stop)
            break;
    }
    return m_found;
}

QString BylineParts::partAt(int index) const
{
    const auto &item = m_tree.at(index);
    // Names that unfold something about their bearer when they are pressed.
    if (m_announced && item.tag == Tag::Ignored && item.node.isElement(u"button"))
        return text::simplified(html::textOf(item.node)).left(limits::nameLength);
    if (item.tag != Tag::Text || isElsewhere(item.left)
        || m_tree.enclosing(index, Tag::Time) >= m_begin)
        return {};
    return text::simplified(item.text);
}

int BylineParts::linkAround(int index) const
{
    const auto link = m_tree.enclosing(index, Tag::Link);
    return link >= m_begin ? link : -1;
}

BylineParts::Next BylineParts::take(int index, const QString &part)
{
    if (isJoiner(part)) {
        m_joined = true;
        return Next::Part;
    }
    if (isLeadOnly(part)) {
        m_announced = true;
        return Next::Part;
    }
    if (announcesOtherRole(part)) {
        m_others = true;
        return Next::Part;
    }
    if (std::exchange(m_others, false))
        return Next::Part;
    const auto follows = m_joined || (m_inLink && linkAround(index) >= 0);
    if (!m_found.isEmpty() && !follows)
        return Next::Stop;
    return takeNames(index, part);
}

BylineParts::Next BylineParts::takeNames(int index, const QString &part)
{
    const auto names = shownNames(part, m_announced);
    if (names.isEmpty())
        return m_found.isEmpty() ? Next::Part : Next::Stop;
    const auto link = linkAround(index);
    const auto known = m_found.size();
    for (const auto &name : names) {
        if (m_accepts(name))
            m_found.append(
                {.name = name,
                 .url = link >= 0 && names.size() == 1 ? addressIn(m_tree, link) : QUrl()});
    }
    // What follows "By" and is nobody's name is followed by nobody's name.
    if (m_announced && m_found.size() == known)
        return Next::Stop;
    m_inLink = link >= 0;
    m_joined = endsJoined(part);
    return Next::Part;
}

QUrl addressIn(const PageTree &tree, int index)
{
    for (int at = index; at < tree.after(index); ++at) {
        if (tree.at(at).tag == Tag::Link)
            return QUrl(tree.at(at).node.attribute("href").trimmed());
    }
    return {};
}

} // namespace extraction
