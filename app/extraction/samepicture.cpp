#include "extraction/samepicture.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

bool allOf(QStringView text, auto test)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), test);
}

bool isNumber(QStringView text)
{
    return allOf(text, [](QChar letter) { return letter.isDigit(); });
}

// "640x360", "1024x", "w250", "r1", "scaled", "2x": what is said of a size.
bool isSize(QStringView part)
{
    if (part == u"scaled" || part == u"thumb" || part == u"large" || part == u"medium"
        || part == u"small" || part == u"s")
        return true;
    const auto cross = part.indexOf(u'x');
    if (cross > 0)
        return isNumber(part.left(cross))
            && (cross + 1 == part.size() || isNumber(part.mid(cross + 1)));
    return part.size() > 1 && QStringView(u"wrhq").contains(part.front()) && isNumber(part.mid(1));
}

// TYPO3 writes "csm_NAME_HASH", WordPress "NAME-eTIME" for what was edited.
bool isEdition(QStringView part, bool scaled)
{
    if (scaled && part.size() == 10)
        return allOf(part, [](QChar letter) { return letter.isDigit() || letter.isLower(); });
    return part.size() > 10 && part.front() == u'e' && isNumber(part.mid(1));
}

// Where the name of a picture stands in an address: before the last ending of a picture, as
// servers that resize hold the address of the original in theirs.
struct Place
{
    qsizetype start = 0;
    qsizetype end = 0;
};

Place placeOf(const QString &address)
{
    Place place;
    for (const auto &ending : {".jpg"_L1, ".jpeg"_L1, ".png"_L1, ".webp"_L1, ".gif"_L1, ".avif"_L1})
        place.end = std::max(place.end, address.lastIndexOf(ending, -1, Qt::CaseInsensitive));
    if (place.end <= 0) {
        const auto query = address.indexOf(u'?');
        place.end = query < 0 ? address.size() : query;
    }
    for (place.start = place.end; place.start > 0; --place.start) {
        if (QStringView(u"/=").contains(address[place.start - 1]))
            break;
    }
    return place;
}

QString withoutSize(QString name)
{
    const auto scaled = name.startsWith("csm_"_L1);
    if (scaled)
        name = name.mid(4);
    while (true) {
        const auto mark
            = std::max({name.lastIndexOf(u'-'), name.lastIndexOf(u'_'), name.lastIndexOf(u'@')});
        if (mark <= 1)
            return name;
        const auto part = QStringView(name).mid(mark + 1);
        if (!isSize(part) && !isEdition(part, scaled))
            return name;
        name.truncate(mark);
    }
}

QString decoded(const QString &address)
{
    return address.contains(u'%') ? QUrl::fromPercentEncoding(address.toUtf8()) : address;
}

} // namespace

QString pictureName(const QString &address)
{
    if (address.startsWith("data:"_L1))
        return {};
    const auto whole = decoded(address);
    const auto place = placeOf(whole);
    const auto name = withoutSize(whole.mid(place.start, place.end - place.start));
    if (name.size() > 2 && !isSize(name))
        return name;
    // "…/1234/640x360.jpg": what it shows is said before.
    const auto above = whole.lastIndexOf(u'/', place.start - 2);
    return place.start < 2 ? name : whole.mid(above + 1, place.start - above - 1) + name;
}

QString pictureFile(const QString &address)
{
    if (address.startsWith("data:"_L1))
        return address;
    const auto whole = decoded(address);
    const auto place = placeOf(whole);
    return whole.left(place.start) + withoutSize(whole.mid(place.start, place.end - place.start));
}

bool isSamePicture(const QString &one, const QString &other)
{
    if (one.isEmpty() || other.isEmpty())
        return false;
    if (one == other)
        return true;
    const auto mine = pictureName(one);
    return mine.size() > 2 && mine == pictureName(other);
}

} // namespace extraction
