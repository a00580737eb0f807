#include "formats/mailparts.h"

#include "formats/headertext.h"
#include "formats/limits.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using formats::MimePart;

namespace {

// Addresses may be written percent-encoded or not, with or without a part of the page behind "#".
QString comparable(const QUrl &url)
{
    return url.toString(QUrl::FullyEncoded | QUrl::RemoveFragment | QUrl::NormalizePathSegments);
}

bool mayBePicture(const MimePart &part)
{
    const auto type = part.mediaType();
    return part.kind() == MimePart::Kind::Leaf && !type.startsWith("text/")
        && !type.startsWith("multipart/") && !type.startsWith("message/");
}

} // namespace

formats::MailParts::MailParts(const QList<MimePart> &leaves, const QUrl &base)
    : m_leaves(leaves)
    , m_base(base)
{
    const auto add = [&](const QString &name, qsizetype index) {
        if (!name.isEmpty() && !m_indexes.contains(name))
            m_indexes.insert(name, index);
    };
    for (qsizetype index = 0; index < m_leaves.size(); ++index) {
        const auto &part = m_leaves[index];
        if (!mayBePicture(part))
            continue;
        if (const auto id = part.contentId(); !id.isEmpty())
            add("cid:"_L1 + QString::fromUtf8(id), index);
        add(locationOf(part, base), index);
        add(addressField(part, "Content-Location"), index);
    }
}

std::optional<Resource> formats::MailParts::find(const QString &address)
{
    const auto index = indexOf(address);
    if (index < 0)
        return {};
    const auto known = m_decoded.constFind(index);
    if (known != m_decoded.cend())
        return *known;
    const auto &part = m_leaves[index];
    return *m_decoded.insert(
        index,
        Resource{.mimeType = QString::fromLatin1(part.mediaType()), .bytes = part.content()});
}

qsizetype formats::MailParts::indexOf(const QString &address) const
{
    if (address.startsWith("cid:"_L1, Qt::CaseInsensitive)) {
        const auto id = address.sliced(4);
        const auto plain = m_indexes.value("cid:"_L1 + id, -1);
        return plain >= 0 ? plain
                          : m_indexes.value("cid:"_L1 + QUrl::fromPercentEncoding(id.toUtf8()), -1);
    }
    const QUrl url(address);
    for (const auto &name :
         {address, comparable(url), comparable(m_base.resolved(url)), pathFrom({}, address)}) {
        if (const auto index = m_indexes.value(name, -1); index >= 0)
            return index;
    }
    return -1;
}

QString formats::addressField(const MimePart &part, const char *name)
{
    auto value = headerText(part.header(name)).remove(u' ');
    const bool wrapped = value.size() > 1
        && ((value.startsWith(u'"') && value.endsWith(u'"'))
            || (value.startsWith(u'<') && value.endsWith(u'>')));
    if (wrapped)
        value = value.sliced(1, value.size() - 2);
    return value.size() > limits::addressLength ? QString() : value;
}

QString formats::locationOf(const MimePart &part, const QUrl &base)
{
    const auto location = addressField(part, "Content-Location");
    if (location.isEmpty())
        return {};
    const auto own = addressField(part, "Content-Base");
    return comparable((own.isEmpty() ? base : base.resolved(QUrl(own))).resolved(QUrl(location)));
}

QByteArray formats::charsetOf(const MimePart &part)
{
    constexpr std::array<const char *, 5> empty{"us-ascii", "ascii", "unknown-8bit", "x-unknown",
                                                "_autodetect"};
    const auto charset = part.parameter("charset").trimmed();
    const auto saysNothing = std::ranges::any_of(
        empty, [&](const char *label) { return charset.compare(label, Qt::CaseInsensitive) == 0; });
    return saysNothing ? QByteArray() : charset;
}

bool formats::isHtml(const MimePart &part)
{
    const auto type = part.mediaType();
    return type == "text/html" || type == "application/xhtml+xml";
}
