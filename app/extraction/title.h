#pragma once

#include <QString>
#include <QStringList>

namespace extraction {

// A title's letters and digits alone: typographic quotes and dashes differ between a page's own
// titles.
QString titleKey(QStringView title);

// What a page gives for its headline, each as written.
struct TitleSources
{
    QStringList headings = {}; // Its <h1>, in order; then what is marked as headline.
    QString pageTitle = {}; // <title>
    QString openGraph = {};
    QString twitter = {};
    QString structured = {}; // JSON-LD
    QStringList others = {}; // Dublin Core, citation_title, parsely …
    QString site = {}; // The outlet's name, if the page says it.
    QString host = {}; // Of the page's address.
};

// The headline: the source that others confirm, without the outlet's name before or behind it.
// Empty when there is none.
QString headline(const TitleSources &sources);

// A title without the pieces that name the outlet: "Story | The Example Times" → "Story".
// `confirmed` are other titles of the page; a piece is cut when what remains is one of them or when
// it is the outlet's name.
QString withoutOutlet(const QString &title, const QString &site, const QString &host,
                      const QStringList &confirmed = {});

// The parts of a title between its separators, the longest combinations first, with the title
// itself.
QStringList titleParts(const QString &title);

} // namespace extraction
