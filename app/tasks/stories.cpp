#include "tasks/stories.h"

#include "html/sanitise.h"

Article tasks::shown(const StoredArticle &stored)
{
    auto article = stored.article;
    article.body
        = html::sanitise(stored.html, {.base = article.url, .ownAddresses = !stored.isRaw});
    return article;
}
