#include "window/welcomepage.h"

#include "theme/metrics.h"
#include "window/welcomecard.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int columnWidth = 560;
constexpr int narrow = 480; // Below this width title and margins are smaller.

QLabel *label(const QString &text, QWidget *parent)
{
    auto *made = new QLabel(text, parent);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    return made;
}

} // namespace

WelcomePage::WelcomePage(QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget;
    page->setAutoFillBackground(true);
    page->setBackgroundRole(QPalette::Base);
    auto *column = new QWidget(page);
    column->setMaximumWidth(columnWidth);
    column->setMinimumWidth(0);
    m_column = new QVBoxLayout(column);
    m_column->setSpacing(theme::grid);
    m_column->setContentsMargins({});
    auto *across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(column, 100);
    across->addStretch(1);
    auto *down = new QVBoxLayout(page);
    down->addStretch(2);
    down->addLayout(across);
    down->addStretch(3);
    setWidget(page);

    makeWords();
    makeActions();
    m_samples = new QWidget(column);
    m_samples->setVisible(false);
    m_column->addWidget(m_samples);
}

void WelcomePage::setSamples(const QList<Sample> &samples)
{
    m_samples->setVisible(!samples.isEmpty());
    if (samples.isEmpty() || m_samples->layout())
        return;
    auto *layout = new QVBoxLayout(m_samples);
    layout->setContentsMargins(0, 3 * theme::grid, 0, 0);
    layout->setSpacing(theme::grid);
    auto *heading = label(tr("Or read one of ours"), m_samples);
    auto font = heading->font();
    font.setWeight(QFont::DemiBold);
    heading->setFont(font);
    heading->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(heading);
    for (const auto &sample : samples) {
        auto *card
            = new WelcomeCard({.icon = u"page"_s, .title = sample.title, .text = sample.kind},
                              WelcomeCard::Kind::Button, m_samples);
        connect(card, &QAbstractButton::clicked, this,
                [this, path = sample.path] { emit sampleChosen(path); });
        layout->addWidget(card);
    }
}

void WelcomePage::makeWords()
{
    m_title = label(tr("Read what matters to you"), widget());
    m_usual = m_title->font();
    auto *text
        = label(tr("Feeds, saved pages, mails, books and notes become stories: set to be read, "
                   "easy to find again, and kept on this computer."),
                widget());
    auto font = text->font();
    font.setPointSizeF(font.pointSizeF() * 1.15);
    text->setFont(font);
    text->setForegroundRole(QPalette::PlaceholderText);
    m_column->addWidget(m_title);
    m_column->addWidget(text);
    m_column->addSpacing(2 * theme::grid);
}

void WelcomePage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    const auto isNarrow = width() < narrow;
    auto font = m_usual;
    font.setFamilies({u"Charis SIL"_s, u"Noto Serif"_s, u"serif"_s});
    font.setPointSizeF(font.pointSizeF() * (isNarrow ? 1.7 : 2.4));
    font.setWeight(QFont::Bold);
    m_title->setFont(font);
    const auto beside = (isNarrow ? 2 : 3) * theme::grid;
    const auto above = (isNarrow ? 3 : 4) * theme::grid;
    widget()->layout()->setContentsMargins(beside, above, beside, above);
    emit resized();
}

void WelcomePage::makeActions()
{
    auto *open
        = new WelcomeCard({.icon = u"open"_s,
                           .title = tr("Open a file"),
                           .text = tr("Saved page, web archive, mail, book, PDF or text · Ctrl+O")},
                          WelcomeCard::Kind::Button, widget());
    auto *subscribe
        = new WelcomeCard({.icon = u"feed"_s,
                           .title = tr("Subscribe to a feed"),
                           .text = tr("The news of a site, as it comes; any address will do · "
                                      "Ctrl+N")},
                          WelcomeCard::Kind::Button, widget());
    auto *watch
        = new WelcomeCard({.icon = u"folder-add"_s,
                           .title = tr("Watch a folder"),
                           .text = tr("What you save there appears here; your files stay as they "
                                      "are")},
                          WelcomeCard::Kind::Button, widget());
    auto *drop
        = new WelcomeCard({.icon = u"drop"_s,
                           .title = tr("Drop here"),
                           .text = tr("Files, folders, an address or a piece of text, anywhere "
                                      "in this window")},
                          WelcomeCard::Kind::Place, widget());
    connect(open, &QAbstractButton::clicked, this, &WelcomePage::openAsked);
    connect(subscribe, &QAbstractButton::clicked, this, &WelcomePage::subscribeAsked);
    connect(watch, &QAbstractButton::clicked, this, &WelcomePage::watchAsked);
    for (auto *card : {open, subscribe, watch, drop})
        m_column->addWidget(card);
}
