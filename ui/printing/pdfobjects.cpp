#include "printing/pdfobjects.h"

#include <algorithm>

namespace printing {

namespace {

constexpr QByteArrayView start = "startxref";

// As the table's lines have it: 20 bytes each.
constexpr qsizetype entry = 20;
constexpr qsizetype placeDigits = 10;

QByteArray lastPlace(const QByteArray &pdf)
{
    const auto at = pdf.lastIndexOf(start);
    return at < 0 ? QByteArray()
                  : pdf.sliced(at + start.size()).trimmed().split('\n').first().trimmed();
}

} // namespace

PdfObjects::PdfObjects(const QByteArray &pdf)
    : m_pdf(pdf)
{
    const auto table = lastPlace(pdf).toLongLong();
    const auto head = pdf.indexOf('\n', table) + 1;
    const auto begin = pdf.indexOf('\n', head) + 1;
    if (table <= 0 || head <= 0 || begin <= 0 || !pdf.sliced(table).startsWith("xref"))
        return;
    const auto range = pdf.sliced(head, begin - head).trimmed().split(' ');
    const auto first = range.first().toInt();
    const auto count = range.last().toInt();
    for (auto at = 0; at < count && begin + (at + 1) * entry <= pdf.size(); ++at) {
        const auto line = pdf.sliced(begin + at * entry, entry);
        if (line.contains(" n"))
            m_places.insert(first + at, line.first(placeDigits).toLongLong());
    }
}

QByteArray PdfObjects::body(int object) const
{
    if (const auto put = m_put.constFind(object); put != m_put.cend())
        return *put;
    const auto place = m_places.value(object, -1);
    const auto begin = place < 0 ? -1 : m_pdf.indexOf("obj", place);
    if (begin < 0)
        return {};
    // Data may hold anything.
    const auto dictionary = m_pdf.indexOf("endobj", begin);
    const auto data = m_pdf.indexOf("stream\n", begin);
    const auto isStream = data >= 0 && data < dictionary;
    const auto end
        = isStream ? m_pdf.indexOf("endobj", m_pdf.indexOf("endstream", data)) : dictionary;
    return end < 0 ? QByteArray() : m_pdf.sliced(begin + 3, end - begin - 3).trimmed();
}

QByteArray PdfObjects::stream(int object) const
{
    const auto whole = body(object);
    const auto begin = whole.indexOf("stream\n");
    const auto end = whole.lastIndexOf("endstream");
    if (begin < 0 || end < begin)
        return {};
    auto data = whole.sliced(begin + 7, end - begin - 7);
    if (!whole.first(begin).contains("/FlateDecode"))
        return data;
    // Qt wants to know how long it may be, and takes more where that is not enough.
    const auto guess = quint32(data.size() * 6);
    for (const auto shift : {0, 8, 16, 24})
        data.prepend(char(guess >> shift & 0xff));
    return qUncompress(data);
}

void PdfObjects::put(int object, const QByteArray &body)
{
    m_put.insert(object, body);
}

void PdfObjects::putStream(int object, const QByteArray &data)
{
    constexpr qsizetype lengthBefore = 4;
    const auto packed = qCompress(data).sliced(lengthBefore);
    put(object,
        "<< /Filter /FlateDecode /Length " + QByteArray::number(packed.size()) + " >>\nstream\n"
            + packed + "\nendstream");
}

QByteArray PdfObjects::updated() const
{
    const auto trailer = m_pdf.lastIndexOf("trailer");
    const auto begin = m_pdf.indexOf("<<", trailer);
    const auto end = m_pdf.lastIndexOf(">>", m_pdf.lastIndexOf(start));
    if (trailer < 0 || begin < 0 || end < begin || m_put.isEmpty())
        return m_pdf;
    const auto dictionary = m_pdf.sliced(begin + 2, end - begin - 2).trimmed();
    auto pdf = m_pdf;
    QByteArray table = "xref\n";
    for (auto it = m_put.cbegin(); it != m_put.cend(); ++it) {
        table += QByteArray::number(it.key()) + " 1\n"
            + QByteArray::number(pdf.size()).rightJustified(placeDigits, '0') + " 00000 n \n";
        pdf += QByteArray::number(it.key()) + " 0 obj\n" + it.value() + "\nendobj\n";
    }
    const auto place = pdf.size();
    return pdf + table + "trailer\n<<\n" + dictionary + "\n/Prev " + lastPlace(m_pdf)
        + "\n>>\nstartxref\n" + QByteArray::number(place) + "\n%%EOF\n";
}

QList<int> PdfObjects::numbers() const
{
    auto numbers = m_places.keys();
    std::ranges::sort(numbers);
    return numbers;
}

} // namespace printing
