#pragma once

#include "html/sanitise.h"
#include "model/article.h"
#include "reading/picturesource.h"

#include <QBuffer>
#include <QColor>
#include <QImage>
#include <QStringList>

// Stories and pictures for the tests of the reading pane.
namespace fixture {

inline SafeHtml safe(const QString &html)
{
    return html::sanitise(html, {.ownAddresses = true});
}

inline QString paragraph(int number)
{
    return QStringLiteral("The ferry number %1 left the pier an hour late that day. Nobody on the "
                          "quay had counted the passengers of crossing %1, and nobody meant to. "
                          "“Ask me tomorrow about trip %1,” said the mate, who went below.")
        .arg(number);
}

// A story many screens long, of paragraphs that all differ.
inline Article longStory(int paragraphs = 60)
{
    QString html;
    QStringList lines;
    for (int i = 0; i < paragraphs; ++i) {
        html += QStringLiteral("<p>") + paragraph(i) + QStringLiteral("</p>");
        lines.append(paragraph(i));
    }
    return {.url = QUrl(QStringLiteral("https://gazette.example/ferry")),
            .title = QStringLiteral("The last slow boat"),
            .language = QStringLiteral("en"),
            .body = safe(html),
            .text = lines.join(QStringLiteral("\n\n"))};
}

inline Article shortStory(const QString &html)
{
    return {.title = QStringLiteral("Short"), .body = safe(html)};
}

inline QString pictureName()
{
    return QStringLiteral("broadsheet-media:") + QString(64, u'a');
}

inline QString pictureElement()
{
    return QStringLiteral("<img src=\"%1\">").arg(pictureName());
}

inline Picture redPicture(const QString &name, QSize size = {400, 200})
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(QColor(255, 0, 0));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return {.name = name, .mimeType = QStringLiteral("image/png"), .bytes = bytes};
}

// Whether anything on it is that red.
inline bool showsRed(const QImage &image)
{
    for (int y = 0; y < image.height(); y += 4) {
        for (int x = 0; x < image.width(); x += 4) {
            const auto colour = image.pixelColor(x, y);
            if (colour.red() > 220 && colour.green() < 40 && colour.blue() < 40)
                return true;
        }
    }
    return false;
}

} // namespace fixture
