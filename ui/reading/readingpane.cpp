#include "reading/readingpane.h"

#ifdef BROADSHEET_WEBENGINE
#include "reading/webstoryview.h"
#endif

#include <QClipboard>
#include <QGuiApplication>
#include <QShowEvent>
#include <QStackedLayout>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

ReadingPane::ReadingPane(PictureSource pictures, QWidget *parent, Engine engine)
    : QWidget(parent)
    , m_pictures(std::move(pictures))
    , m_engine(engine)
    , m_layout(new QStackedLayout(this))
{
    m_layout->setStackingMode(QStackedLayout::StackAll);
    setAccessibleName(tr("Story"));
}

void ReadingPane::show(const Article &article, const page::Context &context,
                       const ReadingPosition &position)
{
    present(
        {.kind = Shown::Kind::Story, .article = article, .context = context, .position = position});
}

void ReadingPane::showMessage(const QString &title, const QString &text)
{
    present({.kind = Shown::Kind::Message, .title = title, .text = text});
}

void ReadingPane::clear()
{
    present({});
}

void ReadingPane::present(Shown shown)
{
    const int serial = m_shown.serial + 1;
    m_shown = std::move(shown);
    m_shown.serial = serial;
    if (m_web)
        m_web->showContent(m_shown);
}

void ReadingPane::setLook(const page::Look &look)
{
    m_look = look;
    if (m_web)
        m_web->setLook(look);
}

page::Look ReadingPane::look() const
{
    return m_look;
}

void ReadingPane::pageDown()
{
    if (m_current)
        m_current->scrollScreens(1);
}

void ReadingPane::pageUp()
{
    if (m_current)
        m_current->scrollScreens(-1);
}

void ReadingPane::scrollBy(int pixels)
{
    if (m_current)
        m_current->scrollPixels(pixels);
}

void ReadingPane::find(const QString &words, bool backwards)
{
    if (m_current)
        m_current->find(
            words, backwards ? StoryView::Direction::Backwards : StoryView::Direction::Forwards);
}

QString ReadingPane::selectedText() const
{
    return m_current ? m_current->selectedText() : QString();
}

bool ReadingPane::webViewInCharge() const
{
    return m_web && m_current == m_web;
}

// The engine takes a while to start: the window must be on the screen before.
void ReadingPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_engine == Engine::Best && !m_web)
        QTimer::singleShot(0, this, &ReadingPane::startWebView);
}

void ReadingPane::startWebView()
{
#ifdef BROADSHEET_WEBENGINE
    if (m_web)
        return;
    m_web = new WebStoryView(m_pictures, m_look, this);
    connectView(m_web);
    m_layout->addWidget(m_web);
    putInCharge(m_web);
    m_web->showContent(m_shown);
#endif
}

void ReadingPane::connectView(StoryView *view)
{
    connect(view, &StoryView::linkActivated, this, &ReadingPane::onLink);
    connect(view, &StoryView::linkHovered, this, &ReadingPane::linkHovered);
    connect(view, &StoryView::positionChanged, this, &ReadingPane::positionChanged);
    connect(view, &StoryView::pagedPastEnd, this, &ReadingPane::pagedPastEnd);
    connect(view, &StoryView::painted, this, &ReadingPane::onPainted);
}

void ReadingPane::putInCharge(StoryView *view)
{
    m_current = view;
    m_layout->setCurrentWidget(view);
    setFocusProxy(view);
}

void ReadingPane::onPainted(int serial)
{
    if (serial == m_shown.serial)
        emit painted();
}

void ReadingPane::onLink(const QUrl &url)
{
    if (url == QUrl(u"broadsheet:copy"_s))
        QGuiApplication::clipboard()->setText(QString::fromLatin1(m_shown.article.url.toEncoded()));
    else
        emit linkActivated(url);
}
