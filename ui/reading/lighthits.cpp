#include "reading/lighthits.h"

#include <QTextBlock>
#include <QTextDocument>

QList<QTextCursor> lighthits::in(QTextDocument &document, const QColor &ground)
{
    QList<QTextCursor> hits;
    for (auto block = document.begin(); block.isValid(); block = block.next()) {
        auto end = -1; // Of the hit before, which goes on in another type.
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const auto piece = it.fragment();
            const auto behind = piece.charFormat().background();
            if (behind.style() == Qt::NoBrush || behind.color() != ground)
                continue;
            QTextCursor cursor(&document);
            cursor.setPosition(end == piece.position() ? hits.takeLast().anchor()
                                                       : piece.position());
            end = piece.position() + piece.length();
            cursor.setPosition(end, QTextCursor::KeepAnchor);
            hits.append(cursor);
        }
    }
    return hits;
}
