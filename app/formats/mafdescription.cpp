#include "formats/mafdescription.h"

#include "formats/webplace.h"
#include "text/dates.h"

#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

formats::MafDescription formats::mafDescription(const QByteArray &rdf)
{
    MafDescription found;
    QXmlStreamReader reader(rdf);
    // An entity is nothing that a description needs.
    while (!reader.atEnd() && reader.readNext() != QXmlStreamReader::DTD) {
        if (!reader.isStartElement())
            continue;
        QString value;
        for (const auto &attribute : reader.attributes()) {
            if (attribute.name() == "resource"_L1)
                value = attribute.value().toString();
        }
        if (reader.name() == "originalurl"_L1 && !webPlace(value).isEmpty())
            found.url = QUrl(value);
        else if (reader.name() == "archivetime"_L1)
            found.savedAt = text::parseDate(value.left(100));
    }
    return found;
}
