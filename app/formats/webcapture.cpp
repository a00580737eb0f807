#include "formats/webcapture.h"

#include "formats/archivedpage.h"
#include "formats/gzip.h"
#include "formats/headerfields.h"
#include "formats/limits.h"
#include "formats/pageparts.h"
#include "formats/webplace.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

namespace limits = formats::limits;

constexpr int ok = 200;
constexpr int nonAuthoritative = 203; // OK through a proxy that changed something.

bool isHtmlType(const QByteArray &mediaType)
{
    return mediaType == "text/html" || mediaType == "application/xhtml+xml";
}

bool isRobots(const QString &address)
{
    return QUrl(address).path() == "/robots.txt"_L1;
}

} // namespace

QString formats::programName(const QString &software)
{
    // A version begins at a digit behind a space, a slash or a "v".
    static const QRegularExpression version(u"\\s*(?:/|\\(|,|;|\\s+v?\\d).*$"_s,
                                            QRegularExpression::DotMatchesEverythingOption);
    return software.left(200).trimmed().remove(version);
}

formats::WebCapture::WebCapture()
    : m_room(limits::archivedBytes)
{
}

Result<void> formats::WebCapture::add(const QByteArray &file)
{
    const auto tooLarge = Error{
        Error::Kind::TooLarge, u"it unpacks to more than %1 MB"_s.arg(limits::unpackedBytes >> 20)};
    if (m_fileBytes >= limits::unpackedBytes)
        return tooLarge;
    auto bytes = file;
    if (file.startsWith("\x1f\x8b")) {
        auto unpacked = gunzipped(file);
        if (!unpacked)
            return unpacked.error();
        bytes = *std::move(unpacked);
    }
    m_fileBytes += bytes.size();
    if (m_fileBytes > limits::unpackedBytes)
        return tooLarge;
    const auto found = warcRecords(bytes);
    if (found.records.isEmpty())
        return Error{Error::Kind::Malformed, u"no record can be read"_s};
    if (found.isCut)
        m_warnings.append(u"the file is cut: its last part is missing"_s);
    if (found.isDamaged)
        m_warnings.append(u"the file is damaged: some lengths in it are wrong"_s);
    m_files.append(bytes);
    for (const auto &record : found.records)
        take(record, m_files.last());
    return {};
}

void formats::WebCapture::take(const WarcRecord &record, const QByteArray &file)
{
    const auto block = QByteArray::fromRawData(file.constData() + record.start, record.length);
    if (record.type == "response" || record.type == "resource")
        takeResponse(record, block);
    else if (record.type == "request")
        takeRequest(record, block);
    else if (record.type == "warcinfo" && m_software.isEmpty()) {
        if (const auto fields = headerFields(block))
            m_software = programName(QString::fromUtf8(fields->values.value("software")));
    }
}

void formats::WebCapture::takeResponse(const WarcRecord &record, const QByteArray &block)
{
    const auto place = webPlace(record.target);
    if (place.isEmpty())
        return;
    HttpHead head{.status = ok, .fields = {{"content-type", record.contentType}}};
    if (record.type == "response") {
        if (auto read = httpHead(block))
            head = *std::move(read);
        else
            return;
    }
    if (const auto target = head.fields.value("location");
        head.status >= 300 && head.status < 400 && !target.isEmpty()) {
        const auto to = QUrl(record.target).resolved(QUrl(QString::fromUtf8(target)));
        m_redirections.insert(place, webPlace(to.toString(QUrl::FullyEncoded)));
    } else if (head.status == ok || head.status == nonAuthoritative) {
        m_byPlace[place].append(m_responses.size());
        m_responses.append({.address = record.target,
                            .savedAt = record.date,
                            .head = std::move(head),
                            .message = block});
    } else if (m_refused == 0 && !isRobots(record.target)) {
        m_refused = head.status;
    }
}

// Browsers say what they ask for (Fetch Metadata Request Headers §2.1).
void formats::WebCapture::takeRequest(const WarcRecord &record, const QByteArray &block)
{
    const auto head = httpHead(block);
    const auto place = webPlace(record.target);
    if (!head || place.isEmpty())
        return;
    const auto purpose = head->fields.value("sec-fetch-dest").toLower();
    if (purpose == "document")
        m_documents.insert(place);
    else if (!purpose.isEmpty())
        m_parts.insert(place);
}

bool formats::WebCapture::isHtml(const Response &response)
{
    const auto type = response.head.mediaType();
    const auto body = QByteArrayView(response.message).sliced(response.head.size);
    return body.size() > 0 && !isRobots(response.address)
        && (isHtmlType(type)
            || (type.isEmpty() && beginsAsPage(body.first(qMin(body.size(), 1024)))));
}

Result<QByteArray> formats::WebCapture::bodyOf(const Response &response)
{
    if (m_room <= 0)
        return Error{Error::Kind::TooLarge,
                     u"its files unpack to more than %1 MB"_s.arg(limits::archivedBytes >> 20)};
    auto body = httpBody(response.head, response.message);
    m_room -= body ? body->size() : limits::smallUnpackedBytes;
    return body;
}

QList<formats::WebCapture::Page> formats::WebCapture::pages()
{
    QList<Page> whole; // Such as begin as pages do.
    QList<Page> pieces;
    QSet<QString> framed;
    QSet<QString> framesets;
    QSet<QString> seen;
    for (qsizetype i = 0; i < m_responses.size(); ++i) {
        const auto &response = m_responses.at(i);
        const auto place = webPlace(response.address);
        if (seen.contains(place) || !isHtml(response))
            continue;
        seen.insert(place);
        const auto body = bodyOf(response);
        const auto isWhole = body && beginsAsPage(*body);
        (isWhole ? whole : pieces).append({response.address, response.savedAt, i});
        if (!body)
            continue;
        for (const auto &written : framesIn(*body)) {
            const auto to = QUrl(response.address).resolved(QUrl(written));
            framed.insert(webPlace(to.toString(QUrl::FullyEncoded)));
        }
        if (isFrameset(*body))
            framesets.insert(place);
    }
    auto found = whole.isEmpty() ? pieces : whole;
    const auto drop = [&](auto isDropped) {
        // An archive of nothing but parts is one of those parts.
        if (!std::ranges::all_of(found, isDropped))
            found.removeIf(isDropped);
    };
    drop([&](const Page &page) {
        const auto place = webPlace(page.address);
        return !m_documents.contains(place) && (m_parts.contains(place) || framed.contains(place));
    });
    drop([&](const Page &page) { return framesets.contains(webPlace(page.address)); });
    return found;
}

QString formats::WebCapture::afterRedirections(QString place) const
{
    for (int i = 0; i < limits::redirections && !m_byPlace.contains(place); ++i)
        place = m_redirections.value(place);
    return place;
}

std::optional<formats::WebCapture::Page> formats::WebCapture::pageOf(const QString &address,
                                                                     const Timestamp &moment) const
{
    std::optional<Page> best;
    qint64 distance = 0;
    for (const auto number : m_byPlace.value(afterRedirections(webPlace(address)))) {
        const auto &response = m_responses.at(number);
        if (!isHtml(response))
            continue;
        const auto apart = std::abs(response.savedAt.sortKey().secsTo(moment.sortKey()));
        if (!best || apart < distance) {
            best = Page{response.address, response.savedAt, number};
            distance = apart;
        }
    }
    return best;
}

std::optional<Resource> formats::WebCapture::fileAt(const QString &address)
{
    const auto numbers = m_byPlace.value(afterRedirections(webPlace(address)));
    if (numbers.isEmpty())
        return {};
    const auto &response = m_responses.at(numbers.first());
    const auto type = response.head.mediaType();
    if (isHtmlType(type))
        return {};
    auto body = bodyOf(response);
    if (!body || body->isEmpty())
        return {};
    return Resource{.mimeType = QString::fromLatin1(type), .bytes = *std::move(body)};
}

Result<SavedPage> formats::WebCapture::read(const Page &page, Article stated)
{
    const auto &response = m_responses.at(page.response);
    auto body = bodyOf(response);
    if (!body)
        return body.error();
    stated.url = QUrl(page.address);
    auto &provenance = stated.provenance;
    if (!provenance.savedAt.isValid())
        provenance.savedAt = page.savedAt;
    if (provenance.savedBy.isEmpty())
        provenance.savedBy = m_software;
    stated.warnings.append(m_warnings);
    return archivedPage(
        {.address = page.address, .charset = response.head.charset(), .bytes = *std::move(body)},
        [this](const QString &address) { return fileAt(address); }, std::move(stated));
}

Error formats::WebCapture::emptiness() const
{
    if (m_responses.isEmpty() && m_refused != 0)
        return {Error::Kind::Empty, u"no page in it: the server answered %1"_s.arg(m_refused)};
    return {Error::Kind::Empty, u"no web page in it"_s};
}
