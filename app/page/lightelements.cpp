#include "page/lightelements.h"

#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {

// Elements that QTextDocument does not know, by what does the same work for it. The class says
// which they were. It does know headings, but insists on its own sizes for them.
const QHash<QString, QString> &replacements()
{
    static const QHash<QString, QString> names
        = {{u"header"_s, u"div"_s},     {u"footer"_s, u"div"_s},   {u"section"_s, u"div"_s},
           {u"article"_s, u"div"_s},    {u"aside"_s, u"div"_s},    {u"figure"_s, u"div"_s},
           {u"figcaption"_s, u"div"_s}, {u"details"_s, u"div"_s},  {u"summary"_s, u"p"_s},
           {u"bdi"_s, u"span"_s},       {u"time"_s, u"span"_s},    {u"mark"_s, u"span"_s},
           {u"h1"_s, u"div"_s},         {u"h2"_s, u"div"_s},       {u"h3"_s, u"div"_s},
           {u"h4"_s, u"div"_s},         {u"h5"_s, u"div"_s},       {u"h6"_s, u"div"_s},
           {u"abbr"_s, u"span"_s},      {u"picture"_s, u"span"_s}, {u"del"_s, u"span"_s},
           {u"s"_s, u"span"_s},         {u"ins"_s, u"u"_s}};
    return names;
}

} // namespace

QString page::lightElement(const QString &name)
{
    return replacements().value(name, name);
}

QString page::lineAbove(QStringView name, const QString &classes)
{
    if (name == "footer"_L1)
        return u" above-source"_s;
    return classes == "related"_L1 || classes == "enclosures"_L1 ? u" above-"_s + classes
                                                                 : QString();
}

bool page::isLightBlock(QStringView name)
{
    static const QSet<QString> names
        = {u"p"_s,  u"div"_s, u"blockquote"_s, u"pre"_s,   u"ul"_s, u"ol"_s, u"dl"_s,
           u"li"_s, u"dt"_s,  u"dd"_s,         u"table"_s, u"tr"_s, u"td"_s, u"th"_s};
    return names.contains(name.toString());
}

bool page::canBeCutInTwo(const QString &name)
{
    return name == "p"_L1 || name == "div"_L1 || name == "blockquote"_L1;
}
