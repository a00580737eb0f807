#include "html/anchors.h"

#include "html/attributes.h"
#include "html/escaping.h"
#include "html/gumbonodes.h"
#include "html/limits.h"
#include "html/urls.h"

#include <QByteArrayMatcher>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace html {

namespace {

constexpr QByteArrayView prefix = "user-content-";
constexpr auto ids = qMakeStaticByteArrayMatcher(" id=\"user-content-");
constexpr auto links = qMakeStaticByteArrayMatcher(" href=\"#user-content-");

// Letters that mean the same in an attribute, in an address and to a script.
bool isNameLetter(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte > 0x20 && byte != 0x7F && !QByteArrayView("\"<>&%#`\\").contains(c);
}

QByteArray usable(QByteArray name)
{
    if (name.startsWith(prefix))
        name.remove(0, prefix.size());
    const auto isUsable = !name.isEmpty() && name.size() <= limits::anchorBytes
        && std::ranges::all_of(name, isNameLetter)
        // What the writer would leave out, or write otherwise.
        && escaped(QString::fromUtf8(name)).toUtf8() == name;
    return isUsable ? name : QByteArray();
}

// Most links do, which is cheaper to see than to resolve. False also where it takes more than a
// look to say.
bool leadsToOtherHost(QStringView address, const QUrl &page)
{
    const auto isPlain = std::ranges::all_of(
        address, [](QChar c) { return c.unicode() < 0x80 && c != u'%' && c != u'\\'; });
    return isPlain && address.contains("//"_L1)
        && !address.contains(page.host(QUrl::FullyEncoded), Qt::CaseInsensitive);
}

// As the element has it; null when it has none. <a name> is how pages did it once.
const char *writtenName(const Node &node)
{
    if (!node.hasAttributes())
        return nullptr;
    const auto &element = node.handle()->v.element;
    const auto *value = attributeValue(element, "id");
    return value || element.tag != GUMBO_TAG_A ? value : attributeValue(element, "name");
}

// The values of the story's own that follow what is looked for in safe HTML: those of drawings are
// their own business.
void eachValue(const QByteArray &safe, const auto &start, auto visit)
{
    for (auto at = start.indexIn(safe); at >= 0; at = start.indexIn(safe, at)) {
        const auto tag = QByteArrayView(safe).first(at).lastIndexOf('<');
        at += start.pattern().size();
        const auto end = safe.indexOf('"', at);
        const auto name = QByteArrayView(safe).sliced(tag + 1);
        if (end > at && !name.startsWith("linearGradient") && !name.startsWith("radialGradient"))
            visit(at, end);
    }
}

} // namespace

QByteArray anchorName(const QString &address, const QUrl &page)
{
    const auto hash = address.indexOf(u'#');
    if (hash < 0 || address.size() - hash > 4 * limits::anchorBytes)
        return {};
    const auto fragment = QStringView(address).sliced(hash + 1);
    // A fragment directive (Scroll to Text) names no place of the page's own.
    if (fragment.isEmpty() || fragment.startsWith(u":~:"))
        return {};
    if (hash > 0) {
        if (leadsToOtherHost(QStringView(address).first(hash), page))
            return {};
        const auto absolute = resolved(address, page).adjusted(QUrl::RemoveFragment);
        if (absolute.isEmpty() || absolute != page.adjusted(QUrl::RemoveFragment))
            return {};
    }
    return usable(QByteArray::fromPercentEncoding(fragment.toUtf8()));
}

QByteArray anchorName(const Node &node)
{
    const auto *value = writtenName(node);
    return value
        ? usable(QByteArray(value, qsizetype(qstrnlen(value, size_t(limits::anchorBytes) + 64))))
        : QByteArray();
}

void collectAnchor(const Node &link, const QUrl &page, AnchorNames &names)
{
    const auto *href = attributeValue(link.handle()->v.element, "href");
    if (!href || !std::strchr(href, '#'))
        return;
    const auto name = anchorName(trimmedAddress(QString::fromUtf8(href)), page);
    if (!name.isEmpty())
        names.insert(name);
}

QByteArray writtenAnchor(QByteArrayView name)
{
    return prefix.toByteArray() + name.toByteArray();
}

QByteArray anchorAttribute(const Node &element, const AnchorNames &wanted)
{
    if (wanted.isEmpty() || element.isNull())
        return {};
    const auto *written = writtenName(element);
    if (!written)
        return {};
    auto name = QByteArrayView(written);
    if (name.startsWith(prefix))
        name = name.sliced(prefix.size());
    QByteArray attribute;
    // What is wanted can be written.
    if (wanted.contains(QByteArray::fromRawData(name.data(), name.size())))
        appendAttribute(attribute, "id", writtenAnchor(name));
    return attribute;
}

Anchored anchorsIn(const QByteArray &safe)
{
    Anchored found;
    eachValue(safe, ids, [&](qsizetype begin, qsizetype end) {
        found.named.insert(safe.sliced(begin, end - begin));
    });
    eachValue(safe, links, [&](qsizetype begin, qsizetype end) {
        found.linked.insert(safe.sliced(begin, end - begin));
    });
    return found;
}

QByteArray withLinksToPage(const QByteArray &safe, const AnchorNames &named, const QUrl &page)
{
    QByteArray out;
    qsizetype copied = 0;
    eachValue(safe, links, [&](qsizetype begin, qsizetype end) {
        const auto name = safe.sliced(begin, end - begin);
        if (named.contains(name))
            return;
        auto address = page;
        address.setFragment(QString::fromUtf8(name.toPercentEncoding()), QUrl::StrictMode);
        const auto written = resolved(QString::fromLatin1(address.toEncoded()), {}).toEncoded();
        if (written.isEmpty())
            return;
        out += QByteArrayView(safe).sliced(copied, begin - prefix.size() - 1 - copied);
        appendEscaped(out, written);
        copied = end;
    });
    out += QByteArrayView(safe).sliced(copied);
    return out;
}

} // namespace html
