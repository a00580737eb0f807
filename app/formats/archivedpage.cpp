#include "formats/archivedpage.h"

#include "formats/pagepictures.h"
#include "text/decode.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

// What the page's own addresses are resolved against: HTML §4.2.3.
QUrl baseOf(const QString &html, const QUrl &address)
{
    constexpr qsizetype reach = 64 * 1024;
    static const QRegularExpression base(u"<base\\b[^<>]*\\bhref\\s*=\\s*[\"']?([^\"'\\s>]+)"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = base.match(html.left(reach));
    return match.hasMatch() ? address.resolved(QUrl(match.captured(1))) : address;
}

bool isWeb(const QUrl &url)
{
    return url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
}

} // namespace

Result<SavedPage> formats::archivedPage(const ArchivedFile &main, const FindFile &find,
                                        Article stated)
{
    auto declared = main.charset;
    if (declared.isEmpty())
        declared = text::declaredInHtml(main.bytes);
    auto decoded = text::decode(main.bytes, declared);
    if (decoded.text.trimmed().isEmpty())
        return Error{Error::Kind::Empty, u"no text in the page"_s};
    if (decoded.replaced > 0)
        stated.warnings.append(u"%1 bytes could not be decoded as %2"_s.arg(decoded.replaced)
                                   .arg(QString::fromLatin1(decoded.charset)));

    const auto base = baseOf(decoded.text, QUrl(main.address));
    auto found = picturesOf(decoded.text, [&](const QString &written) -> std::optional<Resource> {
        if (written.startsWith("cid:"_L1, Qt::CaseInsensitive))
            return find(written);
        if (const auto url = base.resolved(QUrl(written)); isWeb(url)) {
            if (auto resource = find(url.toString(QUrl::FullyEncoded)))
                return resource;
        }
        return find(written);
    });
    if (found.missing > 0)
        stated.warnings.append((found.missing == 1
                                    ? u"%1 picture of the page is not in the file"_s
                                    : u"%1 pictures of the page are not in the file"_s)
                                   .arg(found.missing));
    return SavedPage{.content = SavedPage::Content::Page,
                     .html = std::move(decoded.text),
                     .stated = std::move(stated),
                     .resources = std::move(found.pictures)};
}

QString formats::pathFrom(const QString &from, const QString &written)
{
    auto path = written.left(written.indexOf(u'#') < 0 ? written.size() : written.indexOf(u'#'));
    const auto colon = path.indexOf(u':');
    if (path.isEmpty() || (colon >= 0 && !path.left(colon).contains(u'/')))
        return {};
    path = QUrl::fromPercentEncoding(path.toUtf8());
    auto parts = path.startsWith(u'/') ? QStringList() : from.split(u'/').mid(0, from.count(u'/'));
    for (const auto &part : path.split(u'/', Qt::SkipEmptyParts)) {
        if (part == ".."_L1 && !parts.isEmpty())
            parts.removeLast();
        else if (part != "."_L1 && part != ".."_L1)
            parts.append(part);
    }
    return parts.join(u'/');
}
