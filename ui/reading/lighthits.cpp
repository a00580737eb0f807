#include "reading/lighthits.h"

#include <QTextBlock>
#include <QTextDocument>

QList<Passage> lighthits::in(const QTextDocument &document, const QColor &ground)
{
    QList<Passage> hits;
    for (auto block = document.begin(); block.isValid(); block = block.next()) {
        auto end = -1; // Of the hit before, which goes on in another type.
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const auto piece = it.fragment();
            const auto behind = piece.charFormat().background();
            if (behind.style() == Qt::NoBrush || behind.color() != ground)
                continue;
            const auto from = end == piece.position() ? hits.takeLast().from : piece.position();
            end = piece.position() + piece.length();
            hits.append({from, end});
        }
    }
    return hits;
}
