#include "page/plaintext.h"

#include "page/bodytext.h"

using namespace Qt::StringLiterals;

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
    add(article.body.isEmpty() ? article.text : bodyText(article));
    for (const auto &link : article.related)
        add("Related article: "_L1 + link.title);
    if (!article.url.isEmpty())
        add("Original url:\n\n"_L1 + QString::fromLatin1(article.url.toEncoded()));
    return blocks.join("\n\n"_L1);
}
