#pragma once

#include "extraction/pagehead.h"
#include "extraction/pagetree.h"

#include <QStringView>
#include <QUrl>

namespace extraction {

// What of a story its page does not hold.

// The page of a story of several pages: "Page 1 of 3", "Seite 2 von 4". 0 and 0 when it is whole;
// 0 of what is only known to go on.
struct PageOfStory
{
    int page = 0;
    int pages = 0;
    bool goesOn = false;

    [[nodiscard]] bool isWhole() const { return pages == 0 && !goesOn; }
    bool operator==(const PageOfStory &) const = default;
};

PageOfStory pageOfStory(const PageTree &tree, const PageHead &head, const QUrl &address);

// True for the line that says so: "Page 1 of 3".
PageOfStory pageNumbers(QStringView line);

// True where a story or its surroundings say that only subscribers may read on.
bool endsAtPaywall(const PageTree &tree, int root);

// True for a line that says so: "Subscribe to continue reading".
bool isPaywall(QStringView line);

// True for the headline of a page that has no story: "404: Page not found", "Log in".
bool namesNoStory(QStringView title);

} // namespace extraction
