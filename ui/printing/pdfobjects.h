#pragma once

#include <QByteArray>
#include <QHash>
#include <QMap>

namespace printing {

// The objects of a PDF as Qt writes it: with one table of places (ISO 32000-1, §7.5.4). What is put
// in place of some of them is added at the end, as an incremental update (§7.5.6); the file is
// unchanged before that, and altogether where nothing was put.
class PdfObjects
{
public:
    explicit PdfObjects(const QByteArray &pdf);

    // What stands between "obj" and "endobj", as put() has it; empty where there is none.
    [[nodiscard]] QByteArray body(int object) const;
    // The data of a stream, as it was before it was compressed.
    [[nodiscard]] QByteArray stream(int object) const;
    void put(int object, const QByteArray &body);
    void putStream(int object, const QByteArray &data);
    [[nodiscard]] QByteArray updated() const;

    // All that there are.
    [[nodiscard]] QList<int> numbers() const;

private:
    const QByteArray &m_pdf;
    QHash<int, qsizetype> m_places;
    QMap<int, QByteArray> m_put;
};

} // namespace printing
