#include "html/safetags.h"

#include "html/gumbonodes.h"

#include <QByteArray>
#include <QList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace html;

namespace {

struct Reference
{
    QLatin1StringView written;
    char16_t meaning;
};

constexpr std::array references{
    Reference{"&amp;"_L1, u'&'},  Reference{"&lt;"_L1, u'<'},        Reference{"&gt;"_L1, u'>'},
    Reference{"&quot;"_L1, u'"'}, Reference{"&nbsp;"_L1, u'\u00A0'},
};

QString unescaped(QStringView written)
{
    QString text;
    text.reserve(written.size());
    for (qsizetype at = 0; at < written.size();) {
        const auto next = written.indexOf(u'&', at);
        const auto plain = next < 0 ? written.size() : next;
        text += written.sliced(at, plain - at);
        if (plain == written.size())
            break;
        const auto rest = written.sliced(plain);
        const auto found = std::ranges::find_if(
            references, [&](const Reference &known) { return rest.startsWith(known.written); });
        text += found == references.end() ? QChar(u'&') : QChar(found->meaning);
        at = plain + (found == references.end() ? 1 : found->written.size());
    }
    return text;
}

} // namespace

bool SafeTag::hasClass(QLatin1StringView word) const
{
    const auto start = " class=\""_L1;
    const auto at = attributes.indexOf(start);
    if (at < 0)
        return false;
    const auto value = attributes.sliced(at + start.size());
    const auto words = value.left(value.indexOf(u'"')).split(u' ');
    return std::ranges::any_of(words, [&](QStringView known) { return known == word; });
}

bool SafeTags::next()
{
    if (m_at >= m_html.size())
        return false;
    const auto rest = m_html.sliced(m_at);
    if (rest.front() != u'<') {
        const auto end = rest.indexOf(u'<');
        const auto written = end < 0 ? rest : rest.left(end);
        m_tag = {.kind = SafeTag::Kind::Text, .text = unescaped(written)};
        m_at += written.size();
        return true;
    }
    const auto end = rest.indexOf(u'>');
    const auto inside = rest.sliced(1, (end < 0 ? rest.size() : end) - 1);
    m_at += inside.size() + 2;
    const auto isEnd = inside.startsWith(u'/');
    const auto space = inside.indexOf(u' ');
    const auto name = (space < 0 ? inside : inside.left(space)).sliced(isEnd ? 1 : 0);
    m_tag = {.kind = isEnd ? SafeTag::Kind::End : SafeTag::Kind::Start,
             .name = tagNamed(name),
             .written = name,
             .attributes = space < 0 ? QStringView() : inside.sliced(space)};
    return true;
}

bool html::isVoid(GumboTag name)
{
    return name == GUMBO_TAG_IMG || name == GUMBO_TAG_BR || name == GUMBO_TAG_WBR
        || name == GUMBO_TAG_HR || name == GUMBO_TAG_COL;
}
