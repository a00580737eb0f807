#include "extraction/embeds.h"

#include "html/sanitise.h"
#include "text/whitespace.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

constexpr int smallestSide = 60;

// Frames also carry advertisements and counters; these words stand in addresses of what people
// watch, hear or read.
bool isWorthALink(const QUrl &url)
{
    static const QRegularExpression content(
        u"embed|player|video|watch|status|track|playlist|podcast|episode|maps?\\b|tweet"_s,
        QRegularExpression::CaseInsensitiveOption);
    return content.match(url.host() + url.path()).hasMatch();
}

QUrl addressIn(const PageTree &tree, int index, const QUrl &base)
{
    for (int i = index; i < tree.after(index); ++i) {
        const auto &item = tree.at(i);
        if (item.tag != Tag::Embed && item.tag != Tag::Source)
            continue;
        if (item.node.hasAttribute("width")) {
            bool ok = false;
            const auto width = item.node.attribute("width").toInt(&ok);
            if (ok && width < smallestSide)
                continue;
        }
        for (const auto *name : {"src", "data-src", "data"}) {
            const auto written = item.node.attribute(name).trimmed();
            const auto url = written.isEmpty() ? QUrl() : base.resolved(QUrl(written));
            if ((url.scheme() == "http"_L1 || url.scheme() == "https"_L1) && isWorthALink(url))
                return url;
        }
    }
    return {};
}

} // namespace

QString embedHtml(const PageTree &tree, int index, const QUrl &base)
{
    const auto url = addressIn(tree, index, base);
    if (url.isEmpty())
        return {};
    auto title = text::simplified(tree.at(index).node.attribute("title"));
    if (title.isEmpty())
        title = url.host();
    return u"<figure><figcaption><a href=\""_s + html::escaped(url.toString(QUrl::FullyEncoded))
        + u"\">"_s + html::escaped(title) + u"</a></figcaption></figure>"_s;
}

} // namespace extraction
