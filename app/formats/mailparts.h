#pragma once

#include "formats/archivedpage.h"
#include "formats/mimemessage.h"

#include <QHash>
#include <QUrl>

namespace formats {

// The pictures among the parts of a message, found by what pages call them: cid: addresses
// (RFC 2392) and Content-Locations, absolute or relative (RFC 2557 §5 and 8). Names are compared,
// never opened. Decodes a part when it is first asked for.
class MailParts
{
public:
    // `base` is what relative Content-Locations and addresses in the page mean; may be empty.
    MailParts(const QList<MimePart> &leaves, const QUrl &base);

    [[nodiscard]] std::optional<Resource> find(const QString &address);

private:
    [[nodiscard]] qsizetype indexOf(const QString &address) const;

    QList<MimePart> m_leaves;
    QUrl m_base;
    QHash<QString, qsizetype> m_indexes; // By every name a part may be called.
    QHash<qsizetype, Resource> m_decoded;
};

// The address in a field as it is written: without the white space of folded lines and the quotes
// or "<>" around it. Empty when it is missing or too long.
QString addressField(const MimePart &part, const char *name);

// What a part's Content-Location says, resolved against `base`; empty when it says nothing.
QString locationOf(const MimePart &part, const QUrl &base);

// The charset a part declares. "us-ascii" says nothing: programs write it over any text.
QByteArray charsetOf(const MimePart &part);

bool isHtml(const MimePart &part);

} // namespace formats
