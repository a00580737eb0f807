#pragma once

#include "support/archives.h"

namespace support {

// A picture of two by two points, in PNG.
inline QByteArray bookPicture()
{
    return QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9"
        "i18U1AAAAABJRU5ErkJggg==");
}

// An EPUB of chapters, which are bodies of XHTML by their paths in "OEBPS/".
struct Book
{
    QByteArray metadata = "<dc:title>Tide</dc:title><dc:language>en</dc:language>"
                          "<meta name='cover' content='i-cover.png'/>";
    QList<std::pair<QByteArray, QByteArray>> chapters = {};
    QByteArray guide = {};
    QByteArray toc = {}; // <navPoint>s of an NCX.
    QList<std::pair<QByteArray, QByteArray>> more = {}; // Further files, by their whole paths.
    bool isDescribed = true;

    [[nodiscard]] QByteArray package() const
    {
        QByteArray items = "<item id='ncx' href='toc.ncx' media-type='application/x-dtbncx+xml'/>"
                           "<item id='i-cover.png' href='img/cover.png' media-type='image/png'/>"
                           "<item id='i-a.png' href='img/a%20b.png' media-type='image/png'/>";
        QByteArray spine;
        for (const auto &[path, body] : chapters) {
            items += "<item id='" + path + "' href='" + path
                + "' media-type='application/xhtml+xml'/>";
            spine += "<itemref idref='" + path + "'/>";
        }
        return "<?xml version='1.0'?><package xmlns='http://www.idpf.org/2007/opf' "
               "xmlns:dc='http://purl.org/dc/elements/1.1/' "
               "xmlns:opf='http://www.idpf.org/2007/opf'><metadata>"
            + metadata + "</metadata><manifest>" + items + "</manifest><spine toc='ncx'>" + spine
            + "</spine><guide>" + guide + "</guide></package>";
    }

    [[nodiscard]] QByteArray bytes() const
    {
        QList<std::pair<QByteArray, QByteArray>> files{
            {"mimetype", "application/epub+zip"},
            {"META-INF/container.xml",
             "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
             "<rootfile full-path='OEBPS/book.opf' media-type='application/oebps-package+xml'/>"
             "</rootfiles></container>"}};
        if (isDescribed)
            files.append({"OEBPS/book.opf", package()});
        for (const auto &[path, body] : chapters)
            files.append({"OEBPS/" + path,
                          "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><head>"
                          "<title/><script src='x.js'/></head>"
                              + body + "</html>"});
        files.append({"OEBPS/toc.ncx", "<ncx><navMap>" + toc + "</navMap></ncx>"});
        files.append({"OEBPS/img/cover.png", bookPicture()});
        files.append({"OEBPS/img/a b.png", bookPicture()});
        return zipped(files + more);
    }
};

} // namespace support
