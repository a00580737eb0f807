#pragma once

#include "base/result.h"
#include "formats/httpresponse.h"
#include "formats/warcrecords.h"
#include "model/savedpage.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QStringList>

#include <optional>

namespace formats {

// What a browser or a crawler took from the web, as WARC files hold it: finds the pages in it, and
// the pictures that belong to them.
class WebCapture
{
public:
    WebCapture();

    // A page that is no part of another one.
    struct Page
    {
        QString address = {};
        Timestamp savedAt = {};
        qsizetype response = 0; // Its number; only this class knows what it means.
    };

    // Takes over the records of a WARC file, whether packed or not. Errors: Malformed, TooLarge.
    Result<void> add(const QByteArray &file);

    // In the order they were taken. Left out is what only looks like a page: frames, error pages,
    // what scripts asked for, and later takes of the same page.
    [[nodiscard]] QList<Page> pages();
    // The page taken of an address, where redirections have led to; of several the one taken
    // closest to `moment`, which may be invalid.
    [[nodiscard]] std::optional<Page> pageOf(const QString &address, const Timestamp &moment) const;

    // The page with its pictures. `stated` is what is known of it beside address and moment.
    // Errors: Empty, those of httpBody(), and TooLarge when limits::archivedBytes are used up.
    [[nodiscard]] Result<SavedPage> read(const Page &page, Article stated);

    // The program that made it: "Wget", "Heritrix"; empty when it is not said.
    [[nodiscard]] const QString &software() const { return m_software; }
    [[nodiscard]] const QStringList &warnings() const { return m_warnings; }
    // Why there are no pages.
    [[nodiscard]] Error emptiness() const;

private:
    struct Response
    {
        QString address;
        Timestamp savedAt;
        HttpHead head; // Of size 0 for what came without HTTP.
        QByteArray message; // A view of the file's bytes in m_files.
    };

    void take(const WarcRecord &record, const QByteArray &file);
    void takeResponse(const WarcRecord &record, const QByteArray &block);
    void takeRequest(const WarcRecord &record, const QByteArray &block);
    [[nodiscard]] static bool isHtml(const Response &response);
    [[nodiscard]] QString afterRedirections(QString place) const;
    [[nodiscard]] Result<QByteArray> bodyOf(const Response &response);
    [[nodiscard]] std::optional<Resource> fileAt(const QString &address);

    QList<QByteArray> m_files; // Unpacked.
    qsizetype m_fileBytes = 0; // Of all of them.
    QList<Response> m_responses; // Those with content.
    QHash<QString, QList<qsizetype>> m_byPlace; // Numbers in m_responses.
    QHash<QString, QString> m_redirections; // From place to place.
    QSet<QString> m_documents; // Places that a person or a crawler went to …
    QSet<QString> m_parts; // … and those that only a page asked for.
    QString m_software;
    QStringList m_warnings;
    qsizetype m_room; // What bodies may still unpack to.
    int m_refused = 0; // Status of the first page that the server did not give.
};

// The program's name in what WARC and WACZ files say of it: "Wget/1.21 (linux)" is "Wget".
QString programName(const QString &software);

} // namespace formats
