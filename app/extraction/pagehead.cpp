#include "extraction/pagehead.h"

#include "text/whitespace.h"

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

void takeMeta(const html::Node &node, PageHead &head)
{
    const auto content = text::simplified(node.attribute("content"));
    if (content.isEmpty())
        return;
    for (const auto *attribute : {"property", "name", "itemprop", "http-equiv"}) {
        const auto names = node.attribute(attribute).toLower();
        // Frameworks turn a script they are given in the wrong place into a meta.
        if (names.endsWith("ld+json"_L1))
            head.jsonLd.append(content);
        else if (!names.isEmpty())
            head.metas[names].append(content);
    }
}

void takeLink(const html::Node &node, PageHead &head)
{
    const auto rel = node.attribute("rel").toLower();
    if (rel == "canonical"_L1 && head.canonical.isEmpty())
        head.canonical = node.attribute("href").trimmed();
    else if (rel == "next"_L1)
        head.next = node.attribute("href").trimmed();
}

// The text of a script or title itself, which is a single text node.
QString content(const html::Node &node)
{
    QString text;
    for (auto child = node.firstChild(); !child.isNull(); child = child.nextSibling())
        text += child.text();
    return text;
}

void take(const html::Node &node, PageHead &head)
{
    const auto name = node.name();
    if (name == "meta"_L1)
        takeMeta(node, head);
    else if (name == "link"_L1)
        takeLink(node, head);
    else if (name == "title"_L1 && head.title.isEmpty())
        head.title = text::simplified(content(node));
    else if (name == "base"_L1 && head.base.isEmpty())
        head.base = node.attribute("href").trimmed();
    else if (name == "script"_L1
             && node.attribute("type").contains("ld+json"_L1, Qt::CaseInsensitive))
        head.jsonLd.append(content(node));
}

} // namespace

QString PageHead::meta(std::initializer_list<QLatin1StringView> names) const
{
    for (const auto &name : names) {
        const auto values = metas.value(name);
        if (!values.isEmpty())
            return values.first();
    }
    return {};
}

QStringList PageHead::allOf(std::initializer_list<QLatin1StringView> names) const
{
    QStringList all;
    for (const auto &name : names)
        all += metas.value(name);
    return all;
}

PageHead readHead(const html::Document &document, const PageTree &tree)
{
    PageHead head;
    head.language = document.root().attribute("lang");
    if (head.language.isEmpty())
        head.language = document.root().attribute("xml:lang");
    head.itemType = document.root().attribute("itemtype");
    const auto root = document.head();
    for (auto node = root; !node.isNull(); node = node.next(root)) {
        if (node.isElement())
            take(node, head);
    }
    // Pages put metas and scripts into the body too: microdata, and what a broken head pushed out.
    for (int index = 0; index < tree.size(); ++index) {
        if (tree.at(index).tag == Tag::Ignored)
            take(tree.at(index).node, head);
    }
    return head;
}

} // namespace extraction
