#pragma once

#include "page/page.h"

#include <QList>
#include <QString>

namespace page {

// A picture of ours, as large as it is shown at most: the program makes it so (see scaledPicture).
struct FrontPicture
{
    QString name = {}; // "broadsheet-media:…"; empty for none.
    QString caption = {};
    QString credit = {};

    bool operator==(const FrontPicture &) const = default;
};

// A story as the front page has it: plain text, in the person's words where it is not the story's.
struct FrontItem
{
    QString address = {}; // A link of our own.
    QString title = {};
    QString outlet = {};
    QString date = {};
    QString standfirst = {};
    QStringList opening = {}; // Its first paragraphs.
    FrontPicture picture = {};
    QString progress = {}; // How far it was read: "40 %"; empty where it was not begun.
    double share = 0; // The same from 0 to 1.
    bool read = false;

    bool operator==(const FrontItem &) const = default;
};

struct FrontSection
{
    QString title = {}; // May be empty.
    QList<FrontItem> items = {};

    bool operator==(const FrontSection &) const = default;
};

// Something to do, below the page or where it is empty.
struct FrontDeed
{
    QString address = {};
    QString words = {};

    bool operator==(const FrontDeed &) const = default;
};

struct FrontPage
{
    QString name = {}; // Of the paper; empty for a page without a masthead.
    QString date = {};
    QString note = {}; // Beside the date: how much is unread.
    QString emptyTitle = {}; // Where there is no lead: that there is none,
    QString emptyText = {}; // and what can be done.
    QList<FrontItem> large = {}; // The lead first.
    QList<FrontSection> sections = {};
    FrontSection begun = {}; // What reading stopped in.
    QList<FrontDeed> deeds = {};

    bool operator==(const FrontPage &) const = default;
};

// The address of a link of our own that opens a story of the library, and the one that does
// something on the front page. No page from outside can have either.
QString storyAddress(qint64 story);
QString frontAddress(QLatin1StringView deed);

// The name of a picture of ours cut to a size, in pixels: whoever gives out pictures makes it.
QString sizedPicture(const QString &name, int width, int height);
struct PictureSize
{
    QString name; // Without the size.
    int width = 0; // 0: as it is.
    int height = 0;
};
PictureSize pictureSize(const QString &name);

// What stands inside the page's <article>: a newspaper's front page.
QString frontPage(const FrontPage &page);

// How many columns it has in a view so many pixels wide.
int frontColumns(int view);

// The same for QTextDocument, which knows tables and no grids.
struct FrontSetting
{
    Look look = {};
    int view = 0; // Its width in pixels, which decides about columns,
    int width = 0; // and that of the page in it.
};
QString lightFrontPage(const FrontPage &page, const FrontSetting &setting);
QString lightFrontStyle(const Look &look, int view);

} // namespace page
