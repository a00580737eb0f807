#pragma once

#include "extraction/pagetree.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <initializer_list>

namespace extraction {

// What a page says of itself outside its text: <title>, <meta>, <link>, <base>, JSON-LD scripts.
struct PageHead
{
    QString title = {};
    // By the meta's name, property, itemprop or http-equiv, in lower case.
    QHash<QString, QStringList> metas = {};
    QStringList jsonLd = {};
    QString canonical = {}; // <link rel=canonical>
    QString base = {}; // <base href>
    QString next = {}; // <link rel=next>
    QString language = {}; // <html lang>
    QString itemType = {}; // <html itemtype>

    // The first of these metas that is not empty, white space simplified.
    [[nodiscard]] QString meta(std::initializer_list<QLatin1StringView> names) const;
    // All values of these metas.
    [[nodiscard]] QStringList allOf(std::initializer_list<QLatin1StringView> names) const;
};

PageHead readHead(const html::Document &document, const PageTree &tree);

} // namespace extraction
