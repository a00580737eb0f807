#include "reading/lightbrowser.h"

#include "page/hyphens.h"
#include "page/lightgallery.h"
#include "reading/documentblocks.h"
#include "reading/lightlayout.h"
#include "reading/limits.h"
#include "reading/storymenu.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextFrame>

#include <functional>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

// What a QTextBrowser has loaded its document keeps as long as the page is shown. This one asks
// again whenever it paints, so that pictures which are not in view need not be there.
class StoryDocument final : public QTextDocument
{
public:
    using Load = std::function<QVariant(const QUrl &)>;

    StoryDocument(Load load, QObject *parent)
        : QTextDocument(parent)
        , m_load(std::move(load))
    {
    }

protected:
    QVariant loadResource(int type, const QUrl &name) override
    {
        return type == ImageResource ? m_load(name) : QVariant();
    }

private:
    Load m_load;
};

constexpr auto pictures = "broadsheet-media:"_L1;

} // namespace

LightBrowser::LightBrowser(PictureSource source, QWidget *parent)
    : QTextBrowser(parent)
    , m_pictures(std::move(source))
{
    makeDocument();
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    setAcceptDrops(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setTextInteractionFlags(Qt::TextBrowserInteraction);
    setAccessibleName(tr("Story"));
    connect(&m_pictures, &LightPictures::came, this, &LightBrowser::showPicture);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        if (!m_meantPhoto)
            emit linkFollowed(url);
    });
}

void LightBrowser::makeDocument()
{
    auto *made = new StoryDocument([this](const QUrl &name) { return picture(name); }, this);
    made->setUndoRedoEnabled(false);
    made->setDocumentMargin(0);
    setDocument(made);
}

void LightBrowser::leavePage()
{
    if (document()->blockCount() <= reading::limits::clearedAtOnce)
        return;
    setExtraSelections({});
    std::unique_ptr<QTextDocument> left(document());
    makeDocument();
    left->setParent(nullptr);
    m_disposal.take(std::move(left));
}

void LightBrowser::setPage(const QString &style, const QString &html)
{
    m_pictures.forgetAsked();
    document()->setDefaultStyleSheet(style);
    m_toPaint = true;
    setHtml(html);
}

void LightBrowser::beginPage()
{
    m_pictures.forgetAsked();
    m_toPaint = true;
    leavePage();
    clear();
}

void LightBrowser::setColumn(int width)
{
    m_pictures.setColumn(width, devicePixelRatioF());
}

QString LightBrowser::selectedText() const
{
    return documentblocks::textOf(textCursor()).remove(page::softHyphen);
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
QVariant LightBrowser::picture(const QUrl &name)
{
    if (!name.toString().startsWith(pictures))
        return {};
    auto written = name.toString();
    const auto isCut = written.endsWith(page::cutMark);
    const auto image = m_pictures.picture(written.remove(page::cutMark),
                                          m_painting ? LightPictures::For::Painting
                                                     : LightPictures::For::Layout);
    return isCut ? LightPictures::cut(image, page::cutShape) : image;
}

void LightBrowser::prepare(const QStringList &names)
{
    m_pictures.prepare(names);
}

// Only the lines it stands in are made anew; and what is in view stays there.
void LightBrowser::showPicture(const QString &name, bool otherSize)
{
    if (!otherSize) {
        viewport()->update();
        return;
    }
    const auto *layout = document()->documentLayout();
    const auto seen = cursorForPosition({}).block();
    const auto before = layout->blockBoundingRect(seen).top();
    for (auto block = document()->begin(); block.isValid(); block = block.next()) {
        if (!block.text().contains(QChar::ObjectReplacementCharacter))
            continue;
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (documentblocks::pictureOf(it.fragment().charFormat()) == name)
                document()->markContentsDirty(block.position(), block.length());
        }
    }
    const auto moved = qRound(layout->blockBoundingRect(seen).top() - before);
    if (moved != 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + moved);
    emit picturesChanged();
}

void LightBrowser::paintEvent(QPaintEvent *event)
{
    m_painting = true;
    QTextBrowser::paintEvent(event);
    m_painting = false;
    paintLines();
    if (std::exchange(m_toPaint, false))
        QMetaObject::invokeMethod(this, &LightBrowser::paintedOnce, Qt::QueuedConnection);
}

void LightBrowser::setBars(const QColor &colour, int width)
{
    m_barColour = colour;
    m_barWidth = width;
}

// What QTextDocument does not draw as CSS does: hairlines, and bars beside quotations.
void LightBrowser::paintLines()
{
    const auto &layout = *document()->documentLayout();
    const auto frame = document()->rootFrame()->frameFormat();
    const auto column = document()->size().width() - frame.leftMargin() - frame.rightMargin();
    const auto scrolled = verticalScrollBar()->value();
    QPainter painter(viewport());
    auto before = -1.0; // Where the quoted block right before ends.
    for (auto block = cursorForPosition({}).block(); block.isValid(); block = block.next()) {
        const auto area = layout.blockBoundingRect(block).translated(0, -scrolled);
        if (area.top() > viewport()->height())
            break;
        const auto format = block.blockFormat();
        if (format.hasProperty(lightlayout::hairlineProperty))
            painter.fillRect(qRound(frame.leftMargin()), qRound(area.top()), qRound(column), 1,
                             format.colorProperty(lightlayout::hairlineProperty));
        if (!format.hasProperty(lightlayout::quotedProperty)) {
            before = -1;
            continue;
        }
        // From the first line's box to the last one's.
        const auto drop = format.doubleProperty(lightlayout::quotedProperty);
        const auto bottom = area.bottom() - drop;
        paintBar(painter, format, before < 0 ? area.top() - drop : before, bottom);
        before = bottom;
    }
}

void LightBrowser::paintBar(QPainter &painter, const QTextBlockFormat &format, double top,
                            double bottom)
{
    const auto frame = document()->rootFrame()->frameFormat();
    const auto x = format.leftMargin() > 0
        ? frame.leftMargin()
        : document()->size().width() - frame.rightMargin() - m_barWidth;
    painter.fillRect(qRound(x), qRound(top), m_barWidth, qRound(bottom) - qRound(top), m_barColour);
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
    auto name = document()->documentLayout()->imageAt(place + scrolled);
    name.remove(page::cutMark);
    return name.startsWith(pictures) ? name : QString();
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
