#include "extraction/pagekind.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

// What holds less text than this is no post but a button or a count.
constexpr int shortestPost = 40;

// By the types of schema.org.
PageKind statedKind(const QString &type)
{
    if (type.contains("QAPage"_L1))
        return PageKind::Questions;
    if (type.contains("LiveBlogPosting"_L1))
        return PageKind::LiveBlog;
    return type.contains("DiscussionForumPosting"_L1) ? PageKind::Thread : PageKind::Story;
}

PageKind statedKind(const PageTree &tree, const PageHead &head)
{
    for (const auto &script : head.jsonLd) {
        const auto kind = statedKind(script);
        if (kind != PageKind::Story)
            return kind;
    }
    if (const auto kind = statedKind(head.itemType); kind != PageKind::Story)
        return kind;
    for (int index = 0; index < tree.size(); ++index) {
        const auto &item = tree.at(index);
        if (!isBlock(item.tag) || !item.node.hasAttribute("itemtype"))
            continue;
        const auto kind = statedKind(item.node.attribute("itemtype"));
        if (kind != PageKind::Story)
            return kind;
    }
    return PageKind::Story;
}

// Words for forums in addresses, as whole parts of them: a story's own words stand there too.
bool namesForum(const QUrl &address)
{
    static const QRegularExpression words(
        u"(?:^|[./?&=])(?:forums?|threads?|showthread|viewtopic|topics?|discussions?|boards?"
        "|questions|community|comunidad|communaut[eé]|foro|fórum|talk|answers|t)(?=[./?&=]|\\.php|$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return words.match(address.host() + address.path() + u'?' + address.query()).hasMatch();
}

bool saysArticle(const PageHead &head)
{
    return head.meta({"og:type"_L1}) == "article"_L1
        || !head.meta({"article:published_time"_L1}).isEmpty();
}

int postsIn(const PageTree &tree)
{
    int posts = 0;
    for (int index = 0; index < tree.size();) {
        const auto &item = tree.at(index);
        if (item.left != Left::Kept) {
            index = item.end;
            continue;
        }
        const auto isPost = item.evidence.testAnyFlags(Hint::Post | Hint::Comments)
            && (item.tag == Tag::Article || item.tag == Tag::ListItem || item.tag == Tag::Block
                || item.tag == Tag::Row || item.tag == Tag::Table);
        if (isPost && item.letters - item.linkLetters >= shortestPost)
            ++posts;
        ++index;
    }
    return posts;
}

} // namespace

PageKind pageKind(const PageTree &tree, const PageHead &head, const StructuredData &data,
                  const QUrl &address)
{
    const auto stated = statedKind(tree, head);
    if (stated != PageKind::Story)
        return stated;
    if (namesForum(address) && postsIn(tree) > 1)
        return PageKind::Thread;
    return data.article || saysArticle(head) ? PageKind::Article : PageKind::Story;
}

bool isStory(PageKind kind)
{
    return kind == PageKind::Article || kind == PageKind::Story;
}

} // namespace extraction
