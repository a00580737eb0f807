#include "formats/savermarks.h"

#include "text/dates.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

// Marks stand at the top of a page. SingleFile's holds an address that may be very long.
constexpr qsizetype markReach = 64 * 1024;
constexpr qsizetype longestComment = 8 * 1024 * 1024;
constexpr qsizetype longestAddress = 64 * 1024;

QUrl webAddress(QStringView written)
{
    const auto trimmed = written.trimmed();
    if (trimmed.size() > longestAddress)
        return {};
    const QUrl url(trimmed.toString());
    return url.scheme() == "http"_L1 || url.scheme() == "https"_L1 ? url : QUrl();
}

// What follows `label` up to the end of its line.
QStringView lineAfter(QStringView text, QLatin1StringView label)
{
    const auto at = text.indexOf(label);
    if (at < 0)
        return {};
    const auto rest = text.mid(at + label.size());
    const auto end = rest.indexOf(u'\n');
    return (end < 0 ? rest : rest.left(end)).trimmed();
}

formats::SaverMarks fromComment(QStringView comment)
{
    using formats::SaverMarks;
    if (comment.contains("Page saved with SingleFile"_L1)) {
        return {.url = webAddress(lineAfter(comment, "url:"_L1)),
                .savedBy = u"SingleFile"_s,
                .savedAt = text::parseDate(lineAfter(comment, "saved date:"_L1).left(200))};
    }
    const auto line = comment.left(longestAddress).toString();
    // https://learn.microsoft.com/previous-versions/windows/internet-explorer/ie-developer/compatibility/ms537628(v=vs.85)
    static const QRegularExpression browser(u"^\\s*saved from url=\\(\\d+\\)(\\S+)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    if (const auto match = browser.match(line); match.hasMatch())
        return {.url = webAddress(match.captured(1)), .savedBy = u"browser"_s};
    static const QRegularExpression monolith(
        u"^\\s*Saved from (.+?) at (\\d{4}-\\d\\d-\\d\\dT\\S+) using monolith"_s);
    if (const auto match = monolith.match(line); match.hasMatch()) {
        return {.url = webAddress(match.captured(1)),
                .savedBy = u"monolith"_s,
                .savedAt = text::parseDate(match.captured(2))};
    }
    static const QRegularExpression httrack(
        u"^\\s*Mirrored from (\\S+) by HTTrack Website Copier/[^,]*,\\s*(.*)$"_s);
    if (const auto match = httrack.match(line); match.hasMatch()) {
        const auto address = match.captured(1);
        const auto scheme = address.contains("://"_L1) ? QString() : u"http://"_s;
        return {.url = webAddress(QString(scheme + address)),
                .savedBy = u"HTTrack"_s,
                .savedAt = text::parseDate(match.captured(2).trimmed())};
    }
    return {};
}

formats::SaverMarks fromComments(QStringView html)
{
    qsizetype at = 0;
    while ((at = html.indexOf("<!--"_L1, at)) >= 0 && at < markReach) {
        const auto end = html.indexOf("-->"_L1, at + 4);
        if (end < 0 || end - at > longestComment)
            return {};
        const auto marks = fromComment(html.mid(at + 4, end - at - 4));
        if (!marks.savedBy.isEmpty())
            return marks;
        at = end + 3;
    }
    return {};
}

QString attribute(const QString &tag, const QString &name)
{
    const QRegularExpression quoted(u"\\b%1\\s*=\\s*[\"']([^\"']*)[\"']"_s.arg(name),
                                    QRegularExpression::CaseInsensitiveOption);
    return quoted.match(tag).captured(1).replace("&amp;"_L1, "&"_L1);
}

QString metaContent(const QString &top, const QString &name)
{
    const QRegularExpression meta(
        u"<meta\\b[^>]{0,200}\\bname\\s*=\\s*[\"']%1[\"'][^>]*>"_s.arg(name),
        QRegularExpression::CaseInsensitiveOption);
    return attribute(meta.match(top).captured(0), u"content"_s);
}

formats::SaverMarks fromSavePageWe(const QString &top)
{
    if (!top.contains("savepage-url"_L1))
        return {};
    return {.url = webAddress(metaContent(top, u"savepage-url"_s)),
            .savedBy = u"Save Page WE"_s,
            .savedAt = text::parseDate(metaContent(top, u"savepage-date"_s))};
}

formats::SaverMarks fromWebScrapBook(const QString &top)
{
    if (!top.contains("data-scrapbook-source"_L1))
        return {};
    static const QRegularExpression html(u"<html\\b[^>]*>"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto tag = html.match(top).captured(0);
    // yyyyMMddHHmmssSSS, in UTC.
    auto moment = QDateTime::fromString(attribute(tag, u"data-scrapbook-create"_s).left(14),
                                        u"yyyyMMddHHmmss"_s);
    moment.setTimeSpec(Qt::UTC);
    return {.url = webAddress(attribute(tag, u"data-scrapbook-source"_s)),
            .savedBy = u"WebScrapBook"_s,
            .savedAt = Timestamp::fromDateTime(moment)};
}

formats::SaverMarks fromCalibre(const QString &html)
{
    const auto at = html.indexOf("calibre-downloaded-from"_L1);
    if (at < 0)
        return {};
    const auto start = html.lastIndexOf(u'<', at);
    const auto end = html.indexOf(u'>', at);
    if (start < 0 || end < 0)
        return {};
    return {.url = webAddress(attribute(html.mid(start, end - start + 1), u"href"_s)),
            .savedBy = u"calibre"_s};
}

} // namespace

formats::SaverMarks formats::saverMarks(const QString &html)
{
    if (auto marks = fromComments(html); !marks.savedBy.isEmpty())
        return marks;
    const auto top = html.left(markReach);
    if (auto marks = fromSavePageWe(top); !marks.savedBy.isEmpty())
        return marks;
    if (auto marks = fromWebScrapBook(top); !marks.savedBy.isEmpty())
        return marks;
    return fromCalibre(html);
}
