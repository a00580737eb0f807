#include "page/plaintext.h"

#include "html/sanitise.h"

using namespace Qt::StringLiterals;

namespace {

// With the readings of words, which are no part of a story's text where that is looked through.
QString textOf(const Article &article)
{
    return article.body.toString().contains("<rt>"_L1)
        ? html::plainText(article.body, html::Readings::InBrackets)
        : article.text;
}

} // namespace

QString page::plainText(const Article &article)
{
    QStringList blocks;
    const auto add = [&](const QString &block) {
        if (!block.isEmpty())
            blocks.append(block);
    };
    add(article.title);
    if (!article.authors.isEmpty())
        add("By "_L1 + byline(article.authors));
    add(article.published.date.toString(u"MMMM dd, yyyy"));
    add(article.standfirst);
    auto caption = article.lead.caption;
    if (!article.lead.credit.isEmpty())
        caption += (caption.isEmpty() ? u"("_s : u" ("_s) + article.lead.credit + u')';
    add(caption);
    add(textOf(article));
    for (const auto &link : article.related)
        add("Related article: "_L1 + link.title);
    if (!article.url.isEmpty())
        add("Original url:\n\n"_L1 + QString::fromLatin1(article.url.toEncoded()));
    return blocks.join("\n\n"_L1);
}
