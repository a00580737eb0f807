#include "formats/dumplinks.h"

#include "formats/limits.h"
#include "html/sanitise.h"
#include "text/whitespace.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using formats::Block;
using formats::References;

namespace {

constexpr qsizetype longestHeading = 40;
// In a page's first links; further down "#" leads to notes.
constexpr int firstLinks = 2;

// "   7. http://…", "[7] http://…".
// Careless addresses have spaces.
const QRegularExpression
    entry(uR"(^\s*(?:(\d{1,5})\.|\[(\d{1,5})\])\s+([/#]\S*|[a-z][a-z0-9+.-]{1,20}:.*\S)\s*$)"_s,
          QRegularExpression::CaseInsensitiveOption);
const QRegularExpression numberMark(uR"(\[(\d{1,5})\])"_s);

// Where the list's heading begins, a line of a word or two above nothing but entries; -1 when there
// is none.
qsizetype listStart(const QString &text, References &references)
{
    for (auto end = text.size(); end > 0;) {
        const auto start = text.lastIndexOf(u'\n', end - 1) + 1;
        const auto line = QStringView(text).mid(start, end - start).trimmed();
        const auto match = line.size() < formats::limits::addressLength ? entry.match(line)
                                                                        : QRegularExpressionMatch();
        // "Visible links" and "Hidden links" part what lynx lists.
        const bool part = line.endsWith("inks"_L1) || line.endsWith("inks:"_L1);
        if (match.hasMatch())
            references.insert((match.captured(1) + match.captured(2)).toInt(),
                              QUrl(match.captured(3)));
        else if (!line.isEmpty() && !part)
            return line.size() <= longestHeading && !references.isEmpty() ? start : -1;
        end = start - 1;
    }
    return -1;
}

QString anchor(const QString &title, const QUrl &address)
{
    return u"<a href=\"%1\">%2</a>"_s.arg(html::escaped(address.toString(QUrl::FullyEncoded)),
                                          html::escaped(title));
}

// How much of the words behind a number is the link's.
qsizetype linkedLength(QStringView words, bool whole)
{
    if (whole)
        return words.size();
    qsizetype end = 0;
    while (end < words.size() && !words[end].isSpace())
        ++end;
    return end;
}

// One line's text with its numbers taken out.
struct Resolved
{
    QString text = {};
    QString html = {};
    QList<Link> links = {};
    bool onlyLinks = false;
    QUrl open = {}; // Of a link whose words did not follow.
};

bool isLabel(QStringView before)
{
    before = before.trimmed();
    return before.endsWith(u':') || before.endsWith(u'：');
}

Resolved resolved(const QString &text, const References &references)
{
    Resolved line;
    qsizetype done = 0;
    QUrl address;
    const auto put = [&](QStringView words) {
        if (address.isEmpty()) {
            line.html += html::escaped(words.toString());
        } else if (!words.trimmed().isEmpty()) {
            const bool whole = QStringView(line.text).trimmed().isEmpty() || line.onlyLinks
                || isLabel(line.text);
            const auto length = linkedLength(words, whole);
            const auto title = words.first(length).toString();
            line.links.append({.title = text::simplified(title), .url = address});
            line.html += anchor(title, address) + html::escaped(words.mid(length).toString());
            line.onlyLinks = QStringView(line.text).trimmed().isEmpty() || line.onlyLinks;
            address.clear();
        }
        line.text += words;
    };
    auto found = numberMark.globalMatch(text);
    while (found.hasNext()) {
        const auto match = found.next();
        const auto number = match.captured(1).toInt();
        if (!references.contains(number))
            continue;
        put(QStringView(text).mid(done, match.capturedStart() - done));
        line.onlyLinks = line.onlyLinks && !line.links.isEmpty();
        address = references.value(number);
        done = match.capturedEnd();
    }
    put(QStringView(text).mid(done));
    line.open = address;
    line.text = text::simplified(line.text);
    return line;
}

void resolveItems(Block &list, const References &references)
{
    QString inner;
    list.links.clear();
    list.text.clear();
    list.onlyLinks = true;
    for (auto &item : list.items) {
        const auto line = resolved(item.text, references);
        item = {.text = line.text, .html = line.html, .links = line.links};
        list.links += line.links;
        list.onlyLinks = list.onlyLinks && line.onlyLinks;
        list.text += (list.text.isEmpty() ? u""_s : u"\n"_s) + line.text;
        inner += "<li>"_L1 + line.html + "</li>"_L1;
    }
    const auto tag = list.html.left(list.html.indexOf(u'>') + 1);
    const auto close = list.html.mid(list.html.lastIndexOf("</"_L1));
    list.html = tag + inner + close;
    list.marked = list.text;
}

void resolveLine(Block &block, const References &references, QUrl &open)
{
    if (block.kind != Block::Kind::Paragraph && block.kind != Block::Kind::Heading) {
        open.clear();
        return;
    }
    const auto line = resolved(block.text, references);
    const bool named = !line.links.isEmpty() || !line.open.isEmpty();
    if (named) {
        block.text = block.marked = line.text;
        block.html = line.html;
        block.links = line.links;
        block.onlyLinks = line.onlyLinks;
    } else if (!open.isEmpty()) {
        // The link wraps a heading: its number stands at the end of the line above.
        block.links = {{.title = block.text, .url = open}};
        block.html = anchor(block.text, open);
        block.onlyLinks = true;
    }
    open = line.open;
}

} // namespace

References formats::takeReferences(QString &text)
{
    if (!numberMark.match(text.first(std::min(text.size(), limits::sampleBytes))).hasMatch())
        return {};
    References references;
    const auto start = listStart(text, references);
    if (start < 0)
        return {};
    text.truncate(start);
    return references;
}

void formats::resolveReferences(Blocks &blocks, const References &references)
{
    QUrl open;
    for (auto &block : blocks) {
        if (block.kind == Block::Kind::List)
            resolveItems(block, references);
        resolveLine(block, references, open);
    }
    blocks.removeIf([](const Block &block) {
        return block.kind == Block::Kind::Paragraph && block.text.isEmpty();
    });
}

QUrl formats::ownAddress(const References &references)
{
    for (int number = 1; number <= firstLinks; ++number) {
        const auto address = references.value(number);
        const bool web = address.scheme().startsWith("http"_L1) && !address.host().isEmpty();
        if (web && !address.fragment().isEmpty() && address.path().size() > 1)
            return address.adjusted(QUrl::RemoveFragment);
    }
    return {};
}
