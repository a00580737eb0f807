#include "window/givennames.h"

#include "subscriptions/outlineflow.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

GivenNames GivenNames::of(const QStringList &names)
{
    GivenNames given;
    for (const auto &name : names) {
        const QUrl url(name);
        if (url.scheme() == "http"_L1 || url.scheme() == "https"_L1)
            given.pages << url;
        else if (url.scheme() == "feed"_L1)
            given.feeds << url;
        else if (QFileInfo(name).isDir())
            given.folders << name;
        else
            (mayBeSubscribable(name) ? given.perhapsFeeds : given.stories) << name;
    }
    return given;
}
