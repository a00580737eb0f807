#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QRectF>
#include <QStringList>

#include <utility>

// Writes small PDFs by hand (ISO 32000-1 §7.5), set in Courier: all its letters are six tenths of
// their size wide, so that a test knows where lines end. Places are in points from the page's top
// left corner.
class PdfMaker
{
public:
    enum class Face { Plain, Bold, Italic };
    static constexpr double width = 612;
    static constexpr double height = 792;

    PdfMaker() { addPage(); }

    void addPage() { m_pages.append(Page()); }

    // One line; `top` is the top of its letters.
    void line(double left, double top, double size, const QByteArray &text, Face face = Face::Plain)
    {
        draw("BT /F" + QByteArray::number(int(face)) + ' ' + number(size) + " Tf " + number(left)
             + ' ' + number(height - top - 0.8 * size) + " Td (" + escaped(text) + ") Tj ET\n");
    }

    // A paragraph broken at `measure` points, its first line set in; answers where the next begins.
    double paragraph(double left, double top, double measure, const QByteArray &text,
                     double size = 10, double indent = 0)
    {
        QByteArray current;
        double inset = indent;
        const auto flush = [&] {
            line(left + inset, top, size, current);
            top += 1.4 * size;
            inset = 0;
            current.clear();
        };
        for (const auto &word : text.split(' ')) {
            if (!current.isEmpty()
                && inset + 0.6 * size * double(current.size() + 1 + word.size()) > measure)
                flush();
            current += (current.isEmpty() ? "" : " ") + word;
        }
        flush();
        return top;
    }

    void link(const QRectF &area, const QByteArray &address)
    {
        const auto number = add("<</Type/Annot/Subtype/Link/Border[0 0 0]/Rect[" + corners(area)
                                + "]/A<</S/URI/URI(" + address + ")>>>>");
        m_pages.last().annotations += reference(number);
    }

    // `dictionary` are its entries but for type and length.
    void picture(const QRectF &area, const QByteArray &dictionary, const QByteArray &bytes)
    {
        place(area, stream("/Type/XObject/Subtype/Image" + dictionary, bytes));
    }

    // An object that the page draws.
    void place(const QRectF &area, const QByteArray &object)
    {
        const auto number = add(object);
        const auto name = "/I" + QByteArray::number(number);
        m_pages.last().pictures += name + ' ' + reference(number);
        draw("q " + this->number(area.width()) + " 0 0 " + this->number(area.height()) + ' '
             + this->number(area.left()) + ' ' + this->number(height - area.bottom()) + " cm "
             + name + " Do Q\n");
    }

    void draw(const QByteArray &operators) { m_pages.last().content += operators; }

    // Entries of a dictionary that the page's fonts are in.
    void font(const QByteArray &name, const QByteArray &object)
    {
        m_fonts += '/' + name + ' ' + reference(add(object));
    }

    int add(const QByteArray &object)
    {
        m_objects.append(object);
        return int(m_objects.size());
    }

    static QByteArray stream(const QByteArray &dictionary, const QByteArray &bytes)
    {
        return "<<" + dictionary + "/Length " + QByteArray::number(bytes.size()) + ">>\nstream\n"
            + bytes + "\nendstream";
    }

    static QByteArray reference(int number) { return QByteArray::number(number) + " 0 R "; }

    // Entries of the document's information, and of its trailer.
    QByteArray info = {};
    QByteArray trailer = {};

    QByteArray file() const
    {
        auto objects = m_objects;
        const auto put = [&](const QByteArray &object) {
            objects.append(object);
            return reference(int(objects.size()));
        };
        QByteArray fonts = m_fonts;
        int face = 0;
        for (const auto *name : {"Courier", "Courier-Bold", "Courier-Oblique"})
            fonts += "/F" + QByteArray::number(face++) + ' '
                + put("<</Type/Font/Subtype/Type1/Encoding/WinAnsiEncoding/BaseFont/"
                      + QByteArray(name) + ">>");
        const auto tree = reference(int(objects.size() + 2 * m_pages.size()) + 1);
        QByteArray kids;
        for (const auto &page : m_pages) {
            const auto content = put(stream({}, page.content));
            kids += put("<</Type/Page/MediaBox[0 0 612 792]/Parent " + tree + "/Contents " + content
                        + "/Annots[" + page.annotations + "]/Resources<</Font<<" + fonts
                        + ">>/XObject<<" + page.pictures + ">>>>>>");
        }
        put("<</Type/Pages/Count " + QByteArray::number(m_pages.size()) + "/Kids[" + kids + "]>>");
        const auto root = put("<</Type/Catalog/Pages " + tree + ">>");
        const auto about = put("<<" + info + ">>");
        return written(objects, "/Root " + root + "/Info " + about + trailer);
    }

private:
    struct Page
    {
        QByteArray content = {};
        QByteArray annotations = {};
        QByteArray pictures = {};
    };

    static QByteArray number(double value) { return QByteArray::number(value, 'f', 2); }

    static QByteArray corners(const QRectF &area)
    {
        return number(area.left()) + ' ' + number(height - area.bottom()) + ' '
            + number(area.right()) + ' ' + number(height - area.top());
    }

    static QByteArray escaped(QByteArray text)
    {
        return text.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
    }

    static QByteArray written(const QList<QByteArray> &objects, const QByteArray &trailer)
    {
        QByteArray file = "%PDF-1.4\n";
        QByteArray table = "0000000000 65535 f \n";
        for (qsizetype at = 0; at < objects.size(); ++at) {
            table += QByteArray::number(file.size()).rightJustified(10, '0') + " 00000 n \n";
            file += QByteArray::number(at + 1) + " 0 obj\n" + objects[at] + "\nendobj\n";
        }
        const auto count = QByteArray::number(objects.size() + 1);
        return file + "xref\n0 " + count + '\n' + table + "trailer\n<</Size " + count + trailer
            + ">>\nstartxref\n" + QByteArray::number(file.size()) + "\n%%EOF\n";
    }

    QList<QByteArray> m_objects;
    QList<Page> m_pages;
    QByteArray m_fonts;
};
