#include "reading/lightbrowser.h"

#include "base/background.h"
#include "page/hyphens.h"
#include "reading/limits.h"
#include "reading/storymenu.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QBuffer>
#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QImageReader>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPointer>
#include <QScrollBar>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

LightBrowser::LightBrowser(PictureSource pictures, QWidget *parent)
    : QTextBrowser(parent)
    , m_pictures(std::move(pictures))
    , m_images(reading::limits::decodedKilobytes)
{
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    setUndoRedoEnabled(false);
    setAcceptDrops(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setTextInteractionFlags(Qt::TextBrowserInteraction);
    setAccessibleName(tr("Story"));
    document()->setDocumentMargin(0);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        if (!m_meantPhoto)
            emit linkFollowed(url);
    });
}

void LightBrowser::setPage(const QString &style, const QString &html)
{
    m_missing.clear();
    m_asked.clear();
    document()->setDefaultStyleSheet(style);
    m_toPaint = true;
    setHtml(html);
}

void LightBrowser::setColumn(int width)
{
    m_column = width;
}

QString LightBrowser::selectedText() const
{
    return textCursor()
        .selectedText()
        .replace(QChar::ParagraphSeparator, u'\n')
        .remove(page::softHyphen);
}

// What is taken out of the page has no hyphens but its own.
QMimeData *LightBrowser::createMimeDataFromSelection() const
{
    auto *taken = QTextBrowser::createMimeDataFromSelection();
    if (taken->text().contains(page::softHyphen)) {
        taken->setText(taken->text().remove(page::softHyphen));
        taken->setHtml(taken->html().remove(page::softHyphen));
    }
    return taken;
}

// A story must not reveal that it is being read: pictures come from their source or not at all.
QVariant LightBrowser::loadResource(int type, const QUrl &name)
{
    if (type != QTextDocument::ImageResource || name.scheme() != "broadsheet-media"_L1)
        return {};
    const auto *known = m_images.object(name.toString());
    // In a wider column it is shown larger than it was decoded.
    if (!known || known->image.width() < std::min(m_column, known->width)) {
        m_missing.insert(name.toString());
        ask(name.toString());
    }
    if (known)
        return scaled(*known);
    // Something to stand there until it comes: a picture is seldom square.
    QImage empty(m_column, m_column * 2 / 3, QImage::Format_ARGB32_Premultiplied);
    empty.fill(Qt::transparent);
    return empty;
}

void LightBrowser::prepare(const QStringList &pictures)
{
    for (const auto &name : pictures) {
        if (!m_images.contains(name))
            ask(name);
    }
}

// Nothing when it is no picture.
LightBrowser::Decoded LightBrowser::decoded(QByteArray bytes, int column)
{
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const auto size = reader.size();
    const bool onItsSide = reader.transformation() & QImageIOHandler::TransformationRotate90;
    const auto width = onItsSide ? size.height() : size.width();
    if (width > column)
        reader.setScaledSize(size * (double(column) / width));
    const auto image = reader.read();
    return {.image = image, .width = width > 0 ? width : image.width()};
}

void LightBrowser::ask(const QString &name)
{
    if (!m_pictures || m_asked.contains(name))
        return;
    m_asked.insert(name);
    m_pictures(name, [self = QPointer(this), name](const Picture &picture) {
        if (!self)
            return;
        inBackground(
            [bytes = picture.bytes, column = self->m_column] { return decoded(bytes, column); },
            self.data(), [self, name](const Decoded &result) { self->take(name, result); });
    });
}

void LightBrowser::take(const QString &name, const Decoded &picture)
{
    constexpr int kilobyte = 1024;
    m_asked.remove(name);
    if (picture.image.isNull())
        return;
    m_images.insert(name, new Decoded(picture), qsizetype(picture.image.sizeInBytes() / kilobyte));
    if (!m_missing.remove(name))
        return;
    document()->addResource(QTextDocument::ImageResource, QUrl(name), scaled(picture));
    document()->markContentsDirty(0, document()->characterCount());
    emit picturesChanged();
}

QImage LightBrowser::scaled(const Decoded &picture) const
{
    const auto width = std::min(m_column, picture.width);
    return picture.image.width() == width
        ? picture.image
        : picture.image.scaledToWidth(width, Qt::SmoothTransformation);
}

void LightBrowser::paintEvent(QPaintEvent *event)
{
    QTextBrowser::paintEvent(event);
    if (std::exchange(m_toPaint, false))
        QMetaObject::invokeMethod(this, &LightBrowser::paintedOnce, Qt::QueuedConnection);
}

// A link that has got the focus is told like one under the pointer.
bool LightBrowser::focusNextPrevChild(bool next)
{
    const auto moved = QTextBrowser::focusNextPrevChild(next);
    const auto cursor = textCursor();
    const auto isLink = moved && cursor.hasSelection() && cursor.charFormat().isAnchor();
    emit highlighted(isLink ? QUrl(cursor.charFormat().anchorHref()) : QUrl());
    return moved;
}

void LightBrowser::keyPressEvent(QKeyEvent *event)
{
    const auto key = event->key();
    const auto forwards = key == Qt::Key_Down || key == Qt::Key_Right;
    const auto backwards = key == Qt::Key_Up || key == Qt::Key_Left;
    if (m_walksLinks && event->modifiers() == Qt::NoModifier && (forwards || backwards))
        focusNextPrevChild(forwards);
    else
        QTextBrowser::keyPressEvent(event);
}

void LightBrowser::contextMenuEvent(QContextMenuEvent *event)
{
    popUpStoryMenu(this, event->globalPos(),
                   {.link = QUrl(anchorAt(event->pos())),
                    .selection = selectedText(),
                    .photo = photoAt(event->pos()),
                    .selectAll = [this] { selectAll(); },
                    .openLink = [this](const QUrl &url) { emit linkFollowed(url); },
                    .wish = [this](const StoryWish &wish) { emit wished(wish); }});
}

QString LightBrowser::photoAt(QPoint place) const
{
    // On a page of links they lead where the links do.
    if (m_walksLinks)
        return {};
    const QPoint scrolled(horizontalScrollBar()->value(), verticalScrollBar()->value());
    const auto name = document()->documentLayout()->imageAt(place + scrolled);
    return name.startsWith("broadsheet-media:"_L1) ? name : QString();
}

void LightBrowser::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->pos();
    QTextBrowser::mousePressEvent(event);
}

// A photo that is a link is looked at closer; with Ctrl the link is followed.
void LightBrowser::mouseReleaseEvent(QMouseEvent *event)
{
    const auto clicked = event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier
        && (event->pos() - m_pressed).manhattanLength() < QApplication::startDragDistance();
    const auto photo = clicked ? photoAt(event->pos()) : QString();
    m_meantPhoto = !photo.isEmpty();
    QTextBrowser::mouseReleaseEvent(event);
    m_meantPhoto = false;
    if (!photo.isEmpty())
        emit wished({.deed = StoryWish::Deed::ShowPhoto, .words = photo});
}

void LightBrowser::mouseMoveEvent(QMouseEvent *event)
{
    QTextBrowser::mouseMoveEvent(event);
    if (event->buttons() == Qt::NoButton && !photoAt(event->pos()).isEmpty())
        viewport()->setCursor(Qt::PointingHandCursor);
}

// Files and addresses dropped here are the window's to open.
void LightBrowser::dragEnterEvent(QDragEnterEvent *event)
{
    event->ignore();
}
