#include "articles/emptypage.h"

#include "articles/headlinewords.h"
#include "articles/searchadvice.h"
#include "theme/colours.h"
#include "theme/icons.h"
#include "theme/metrics.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int sign = 5 * theme::grid;

QLabel *centredLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

// The icons by which the sidebar tells places apart.
QString signOf(const StoryQuery &place)
{
    if (!place.words.isEmpty() || !place.filter.isEmpty())
        return u"search"_s;
    switch (place.scope) {
    case StoryQuery::Scope::Unread:
        return u"read"_s;
    case StoryQuery::Scope::Bookmarks:
        return u"bookmark"_s;
    case StoryQuery::Scope::RecentlyOpened:
        return u"recent"_s;
    case StoryQuery::Scope::Started:
        return u"started"_s;
    case StoryQuery::Scope::Feed:
        return u"feed"_s;
    case StoryQuery::Scope::FeedFolder:
    case StoryQuery::Scope::Folder:
        return u"folder"_s;
    case StoryQuery::Scope::All:
        break;
    }
    return u"stories"_s;
}

} // namespace

EmptyPage::EmptyPage(SharedLibrary &library, QWidget *parent)
    : QWidget(parent)
    , m_advice(new SearchAdvice(library, this))
    , m_icon(new QLabel(this))
    , m_title(centredLabel(this))
    , m_text(centredLabel(this))
    , m_button(new QPushButton(this))
{
    auto font = m_title->font();
    font.setPointSizeF(font.pointSizeF() * 1.2);
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_icon->setAlignment(Qt::AlignCenter);
    m_button->setAutoDefault(false);
    connect(m_button, &QPushButton::clicked, this, &EmptyPage::act);
    connect(m_advice, &SearchAdvice::wanted, this, &EmptyPage::placeWanted);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * theme::grid, 0, 4 * theme::grid, 8 * theme::grid);
    layout->setSpacing(theme::grid);
    layout->addStretch(1);
    layout->addWidget(m_icon);
    layout->addSpacing(theme::grid);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addSpacing(theme::grid);
    layout->addWidget(m_advice);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(2);
}

void EmptyPage::explain(const StoryQuery &place, const QString &trouble, QAction *deed)
{
    m_place = place;
    m_deed = place.words.isEmpty() ? deed : nullptr;
    const auto words = headlines::emptiness(place);
    const auto isTrouble = place.words.isEmpty() && !trouble.isEmpty();
    m_sign = isTrouble ? u"warning"_s : signOf(place);
    m_advice->setQuery(place);
    m_title->setText(words.title);
    m_text->setText(isTrouble ? trouble : words.text);
    m_button->setText(!place.words.isEmpty() ? tr("Clear the search")
                          : m_deed           ? m_deed->text().remove(u'&')
                                             : tr("Show all stories"));
    m_button->setEnabled(!m_deed || m_deed->isEnabled());
    // From all stories there is nowhere else to go.
    m_button->setVisible(m_deed || place != StoryQuery{.order = place.order});
    paintIcon();
}

void EmptyPage::explainFailure()
{
    m_sign = u"warning"_s;
    m_advice->setQuery({});
    m_title->setText(tr("The stories cannot be listed"));
    m_text->setText(tr("The library cannot be read. What is wrong with it is said below."));
    m_button->hide();
    paintIcon();
}

void EmptyPage::act()
{
    auto elsewhere = StoryQuery{.order = m_place.order};
    if (m_deed) {
        m_deed->trigger();
        return;
    }
    if (!m_place.words.isEmpty()) {
        elsewhere = m_place;
        elsewhere.words.clear();
    }
    emit placeWanted(elsewhere);
}

bool EmptyPage::event(QEvent *event)
{
    const auto handled = QWidget::event(event);
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::Show)
        paintIcon();
    return handled;
}

void EmptyPage::paintIcon()
{
    if (m_sign.isEmpty())
        return;
    const auto colour
        = theme::blended(theme::secondaryText(palette()), palette().color(QPalette::Base), 0.7);
    m_icon->setPixmap(theme::tinted(m_sign, colour, sign, devicePixelRatioF()));
}
