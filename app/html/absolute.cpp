#include "html/absolute.h"

#include "html/quicktags.h"
#include "html/urls.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace html;

namespace {

bool isSpace(QChar c)
{
    return c == u' ' || (c >= u'\t' && c <= u'\r');
}

// Steps through the attributes of a tag.
class Attributes
{
public:
    explicit Attributes(QStringView tag)
        : m_tag(tag)
    {
        while (m_at < m_tag.size() && !isSpace(m_tag.at(m_at)) && m_tag.at(m_at) != u'/')
            ++m_at;
    }

    // False at the end.
    bool next()
    {
        const auto isBetween = [](QChar c) { return isSpace(c) || c == u'/'; };
        skip(isBetween);
        const auto begin = m_at;
        skip([](QChar c) { return !isSpace(c) && c != u'=' && c != u'>' && c != u'/'; });
        m_name = m_tag.sliced(begin, m_at - begin);
        m_value = {};
        if (m_name.isEmpty() && (m_at >= m_tag.size() || m_tag.at(m_at) != u'='))
            return false;
        skip(isSpace);
        if (m_at >= m_tag.size() || m_tag.at(m_at) != u'=')
            return true;
        ++m_at;
        skip(isSpace);
        readValue();
        return true;
    }

    [[nodiscard]] QStringView name() const { return m_name; }
    [[nodiscard]] QStringView value() const { return m_value; }

private:
    void skip(auto isSkipped)
    {
        while (m_at < m_tag.size() && isSkipped(m_tag.at(m_at)))
            ++m_at;
    }

    void readValue()
    {
        if (m_at >= m_tag.size())
            return;
        const auto quote = m_tag.at(m_at);
        const auto isQuoted = quote == u'"' || quote == u'\'';
        const auto begin = isQuoted ? ++m_at : m_at;
        if (isQuoted) {
            const auto end = m_tag.indexOf(quote, begin);
            m_at = end < 0 ? m_tag.size() : end;
        } else {
            skip([](QChar c) { return !isSpace(c) && c != u'>'; });
        }
        m_value = m_tag.sliced(begin, m_at - begin);
        if (isQuoted && m_at < m_tag.size())
            ++m_at;
    }

    QStringView m_tag;
    qsizetype m_at = 0;
    QStringView m_name;
    QStringView m_value;
};

bool isAddress(QStringView name)
{
    return name.compare(u"href", Qt::CaseInsensitive) == 0
        || name.compare(u"src", Qt::CaseInsensitive) == 0
        || name.compare(u"poster", Qt::CaseInsensitive) == 0
        || name.compare(u"data-src", Qt::CaseInsensitive) == 0;
}

// Neither "https:…", "//host/…" nor "#place".
bool isRelative(QStringView address)
{
    const auto trimmed = address.trimmed();
    if (trimmed.isEmpty() || trimmed.startsWith(u'#') || trimmed.startsWith(u"//"))
        return false;
    const auto isSchemeLetter = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
            || c == u'+' || c == u'-' || c == u'.';
    };
    const auto end = std::ranges::find_if_not(trimmed, isSchemeLetter);
    return end == trimmed.end() || *end != u':';
}

} // namespace

QStringView html::attributeIn(QStringView tag, QStringView name)
{
    Attributes attributes(tag);
    while (attributes.next()) {
        if (attributes.name().compare(name, Qt::CaseInsensitive) == 0)
            return attributes.value().isNull() ? QStringView(u"") : attributes.value();
    }
    return {};
}

QString html::withAbsoluteAddresses(const QString &fragment, const QUrl &base)
{
    const QStringView all(fragment);
    QString out;
    qsizetype written = 0;
    auto at = base.isEmpty() ? -1 : all.indexOf(u'<');
    while (at >= 0) {
        const auto tag = tagAt(all, at);
        const auto length = std::max<qsizetype>(tag.length, 1);
        if (tag.kind != TagKind::Comment && !tag.isEnd && tag.length > 2) {
            Attributes attributes(all.sliced(at, tag.length));
            while (attributes.next()) {
                if (!isAddress(attributes.name()) || !isRelative(attributes.value()))
                    continue;
                auto address = attributes.value().toString();
                address.replace("&amp;"_L1, "&"_L1);
                const auto absolute = resolved(address, base).toEncoded();
                if (absolute.isEmpty())
                    continue;
                const auto begin = attributes.value().data() - all.data();
                out += all.sliced(written, begin - written);
                out += QString::fromLatin1(absolute).toHtmlEscaped();
                written = begin + attributes.value().size();
            }
        }
        at = all.indexOf(u'<', at + length);
    }
    if (written == 0)
        return fragment;
    return out += all.sliced(written);
}
