#include "formats/pageparts.h"

#include "formats/limits.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

bool formats::beginsAsPage(QByteArrayView html)
{
    constexpr qsizetype reach = 4096;
    constexpr std::array openings{"<!doctype html", "<html", "<head", "<body", "<title"};
    const auto start = html.first(qMin(html.size(), reach)).toByteArray().toLower();
    return std::ranges::any_of(openings,
                               [&](const char *opening) { return start.contains(opening); });
}

QStringList formats::framesIn(const QByteArray &html)
{
    static const QRegularExpression frame(
        u"<(?:iframe|embed|object)\\s(?:[^>]{0,2000}?\\s)?(?:src|data)\\s*=\\s*[\"']?([^\"'\\s>]{1,2000})"_s,
        QRegularExpression::CaseInsensitiveOption);
    QStringList addresses;
    const auto text = QString::fromLatin1(html);
    for (auto match = frame.globalMatch(text);
         match.hasNext() && addresses.size() < limits::pagePictures;)
        addresses.append(match.next().captured(1).replace("&amp;"_L1, "&"_L1));
    return addresses;
}

bool formats::isFrameset(const QByteArray &html)
{
    constexpr qsizetype reach = 64 * 1024;
    return html.left(reach).toLower().contains("<frameset");
}
