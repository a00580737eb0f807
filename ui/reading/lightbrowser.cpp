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
#include <QMimeData>
#include <QMouseEvent>
#include <QPointer>
#include <QScrollBar>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

// Decoded no larger than a reader can see; nothing when it is no picture.
QImage decoded(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const auto size = reader.size();
    const auto largest = reading::limits::pictureSide;
    if (size.width() > largest || size.height() > largest)
        reader.setScaledSize(size.scaled(largest, largest, Qt::KeepAspectRatio));
    return reader.read();
}

} // namespace

LightBrowser::LightBrowser(PictureSource pictures, QWidget *parent)
    : QTextBrowser(parent)
    , m_pictures(std::move(pictures))
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
    m_images.clear();
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
    const auto known = m_images.constFind(name.toString());
    if (known != m_images.cend())
        return scaled(*known);
    ask(name.toString());
    // Something to stand there until it comes: a picture is seldom square.
    QImage empty(m_column, m_column * 2 / 3, QImage::Format_ARGB32_Premultiplied);
    empty.fill(Qt::transparent);
    return empty;
}

void LightBrowser::ask(const QString &name)
{
    if (!m_pictures || m_asked.contains(name))
        return;
    m_asked.insert(name);
    m_pictures(name, [self = QPointer(this), name](const Picture &picture) {
        if (!self)
            return;
        inBackground([bytes = picture.bytes] { return decoded(bytes); }, self.data(),
                     [self, name](const QImage &image) {
                         if (image.isNull() || !self->m_asked.contains(name))
                             return;
                         self->m_images.insert(name, image);
                         self->document()->addResource(QTextDocument::ImageResource, QUrl(name),
                                                       self->scaled(image));
                         auto *shown = self->document();
                         shown->markContentsDirty(0, shown->characterCount());
                         emit self->picturesChanged();
                     });
    });
}

QImage LightBrowser::scaled(const QImage &image) const
{
    if (image.width() <= m_column)
        return image;
    return image.scaledToWidth(m_column, Qt::SmoothTransformation);
}

void LightBrowser::paintEvent(QPaintEvent *event)
{
    QTextBrowser::paintEvent(event);
    if (std::exchange(m_toPaint, false))
        QMetaObject::invokeMethod(this, &LightBrowser::paintedOnce, Qt::QueuedConnection);
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
