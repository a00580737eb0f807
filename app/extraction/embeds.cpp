#include "extraction/embeds.h"

#include "extraction/limits.h"
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

// A recording or film is what people came for, whatever its file is called.
bool isRecording(const html::Node &node, const QUrl &url)
{
    const auto file = url.fileName();
    return (node.isElement(u"video") || node.isElement(u"audio") || node.isElement(u"source")
            || node.isElement(u"amp-video"))
        && file.contains(u'.') && !file.startsWith("blank."_L1) && !file.startsWith("silence."_L1);
}

struct Player
{
    int item = -1;
    QUrl url = {};
};

// The first in a part of the page that leads somewhere.
Player playerIn(const PageTree &tree, int index, const QUrl &base)
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
            if ((url.scheme() == "http"_L1 || url.scheme() == "https"_L1)
                && (isWorthALink(url) || isRecording(item.node, url)))
                return {.item = i, .url = url};
        }
    }
    return {};
}

// A player or frame as a link to what it shows.
struct Embed
{
    int item = -1; // What holds it and the words on it.
    QString html = {}; // Empty when it leads nowhere a reader would go.
};

bool isCaption(const Item &item)
{
    return item.letters > 0
        && (item.tag == Tag::FigureCaption || item.evidence.testFlag(Hint::Caption));
}

// The caption in an item that holds nothing but it and a player; empty when there is more.
QString onlyCaption(const PageTree &tree, int holder, int player)
{
    QStringList captions;
    int letters = tree.at(player).letters;
    for (int index = holder + 1; index < tree.after(holder);) {
        if (index != player && !isCaption(tree.at(index))) {
            ++index;
            continue;
        }
        if (index != player) {
            captions.append(tree.textOf(index, PageTree::Which::Kept));
            letters += tree.at(index).letters;
        }
        index = tree.after(index);
    }
    return letters * 10 >= tree.at(holder).letters * 9 ? captions.join(u' ') : QString();
}

// The link's text is the caption, the title that the player has, or where it leads.
Embed embedAt(const PageTree &tree, int index, const QUrl &base)
{
    constexpr int climb = 4;
    const auto [player, url] = playerIn(tree, index, base);
    if (player < 0)
        return {.item = index};
    Embed embed{.item = index};
    auto title = text::simplified(tree.at(player).node.attribute("title"));
    if (title.isEmpty())
        title = text::simplified(tree.at(index).node.attribute("title"));
    int above = tree.at(index).parent;
    for (int level = 0; level < climb && above > 0; ++level, above = tree.at(above).parent) {
        const auto &around = tree.at(above);
        if (around.letters > limits::figureLetters || around.evidence.testFlag(Hint::Body))
            break;
        const auto caption = onlyCaption(tree, above, index);
        if (caption.isEmpty())
            continue;
        title = caption;
        embed.item = above;
        break;
    }
    if (title.isEmpty())
        title = url.host();
    embed.html = u"<figure><figcaption><a href=\""_s
        + html::escaped(url.toString(QUrl::FullyEncoded)) + u"\">"_s + html::escaped(title)
        + u"</a></figcaption></figure>"_s;
    return embed;
}

} // namespace

QHash<int, QString> keepEmbeds(PageTree &tree, int root, const QUrl &base)
{
    QHash<int, QString> links;
    int found = 0;
    for (int index = root + 1; index < tree.after(root);) {
        const auto &item = tree.at(index);
        const auto isPlayer
            = item.evidence.testFlag(Hint::Video) && isBlock(item.tag) && item.letters < 200;
        if (item.left != Left::Kept || (item.tag != Tag::Embed && !isPlayer)) {
            index = item.left != Left::Kept ? item.end : index + 1;
            continue;
        }
        if (++found > limits::embeds) {
            tree.leaveOut(index, Left::Embed);
            continue;
        }
        const auto embed = embedAt(tree, index, base);
        if (!embed.html.isEmpty())
            links.insert(embed.item, embed.html);
        tree.leaveOut(embed.item, Left::Embed);
        index = tree.after(embed.item);
    }
    return links;
}

} // namespace extraction
