#include "dialogs/subscribe.h"

#include "dialogs/feedofferdelegate.h"
#include "dialogs/folderfield.h"
#include "theme/icons.h"
#include "theme/metrics.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr QSize wish(84 * theme::grid, 64 * theme::grid);
constexpr int least = 40 * theme::grid;
constexpr int twoColumns = 64 * theme::grid; // Below this the headlines have no room.

QLabel *centredLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QListWidget *makeList(FeedOfferDelegate::Weight weight, int lines, QWidget *parent)
{
    auto *list = new QListWidget(parent);
    list->setItemDelegate(new FeedOfferDelegate(weight, lines, list));
    list->setUniformItemSizes(true);
    list->setMouseTracking(true);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return list;
}

} // namespace

SubscribeDialog::SubscribeDialog(const QList<FeedFolder> &folders, QWidget *parent)
    : QDialog(parent)
    , m_field(new QLineEdit(this))
    , m_find(new QPushButton(tr("&Find"), this))
    , m_words(new QLabel(this))
    , m_busy(new QProgressBar(this))
    , m_passwordRow(new QWidget(this))
    , m_user(new QLineEdit(m_passwordRow))
    , m_password(new QLineEdit(m_passwordRow))
    , m_middle(new QStackedWidget(this))
    , m_results(new QWidget(m_middle))
    , m_list(makeList(FeedOfferDelegate::Weight::Strong, 2, m_results))
    , m_preview(makeList(FeedOfferDelegate::Weight::Plain, 1, m_results))
    , m_choices(new QWidget(this))
    , m_name(new QLineEdit(m_choices))
    , m_folder(new FolderField(folders, m_choices))
    , m_subscribe(new QPushButton(tr("&Subscribe"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Subscribe to a feed"));
    makeFields();
    makeMiddle();
    layOut();
    connect(m_find, &QPushButton::clicked, this, &SubscribeDialog::search);
    connect(m_subscribe, &QPushButton::clicked, this, &SubscribeDialog::subscribe);
    connect(m_field, &QLineEdit::textChanged, this, &SubscribeDialog::adapt);
    connect(m_list, &QListWidget::currentRowChanged, this, &SubscribeDialog::showOffer);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &SubscribeDialog::subscribe);
    say(tr("Where is the news?"),
        tr("Write or paste the address of a site, or of its feed. Broadsheet looks for the feeds "
           "of that site."));
    m_field->setFocus();
    adapt();
}

void SubscribeDialog::setTyped(const QString &address)
{
    m_field->setText(address);
    m_field->selectAll();
}

void SubscribeDialog::setFolder(FeedFolderId folder)
{
    m_folder->choose(folder);
}

void SubscribeDialog::search()
{
    const auto typed = m_field->text().trimmed();
    if (typed.isEmpty())
        return;
    const auto withPassword = m_passwordRow->isVisibleTo(this) && typed == m_searched;
    m_passwordRow->setVisible(withPassword);
    m_searched = typed;
    m_offers.clear();
    m_list->clear();
    m_preview->clear();
    adapt();
    emit searchAsked(typed, withPassword ? m_user->text() : QString(),
                     withPassword ? m_password->text() : QString());
}

void SubscribeDialog::setSearching(const QString &words)
{
    m_searching = true;
    m_words->setText(words);
    if (m_offers.isEmpty())
        say({}, {});
    adapt();
}

void SubscribeDialog::add(const FeedOffer &offer)
{
    // Else the focus would go on to the button that comes next, which may be the one to cancel.
    if (m_passwordRow->isAncestorOf(focusWidget()))
        m_list->setFocus();
    m_passwordRow->hide();
    m_offers << offer;
    auto *row = new QListWidgetItem(offer.title, m_list);
    const auto address = offer.url.toDisplayString(QUrl::RemoveScheme).mid(2);
    const auto details
        = offer.subscribed == FeedId::None ? offer.details : tr("You are subscribed to it");
    row->setData(FeedOfferDelegate::LinesRole, QStringList{address, details});
    row->setData(Qt::AccessibleTextRole, QStringList{offer.title, address, details}.join(u". "_s));
    row->setToolTip(offer.url.toDisplayString());
    m_middle->setCurrentWidget(m_results);
    // The likeliest comes first.
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
    adapt();
}

void SubscribeDialog::setFinished()
{
    m_searching = false;
    if (!m_offers.isEmpty())
        m_words->setText(m_offers.size() == 1 ? tr("One feed was found.")
                                              : tr("%1 feeds were found.").arg(m_offers.size()));
    adapt();
}

void SubscribeDialog::setProblem(const QString &title, const QString &text)
{
    m_searching = false;
    m_words->clear();
    say(title, text);
    adapt();
}

void SubscribeDialog::askPassword(const QString &words)
{
    m_searching = false;
    m_words->clear();
    say(tr("A password is needed"), words);
    m_passwordRow->show();
    (m_user->text().isEmpty() ? m_user : m_password)->setFocus();
    adapt();
}

void SubscribeDialog::makeFields()
{
    m_field->setPlaceholderText(tr("Address of a site or a feed"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_field->setClearButtonEnabled(true);
    m_field->addAction(theme::icon(u"feed"_s), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setForegroundRole(QPalette::PlaceholderText);
    m_words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setFixedSize(12 * theme::grid, theme::half);
    m_busy->setAccessibleName(tr("Looking for feeds"));
    m_user->setPlaceholderText(tr("User name"));
    m_user->setAccessibleName(m_user->placeholderText());
    m_password->setPlaceholderText(tr("Password"));
    m_password->setAccessibleName(m_password->placeholderText());
    m_password->setEchoMode(QLineEdit::Password);
    auto *row = new QHBoxLayout(m_passwordRow);
    row->setContentsMargins({});
    row->setSpacing(theme::grid);
    row->addWidget(m_user);
    row->addWidget(m_password);
    m_passwordRow->hide();
    for (auto *button : {m_find, m_subscribe})
        button->setAutoDefault(false);
}

void SubscribeDialog::makeMiddle()
{
    auto *page = new QWidget(m_middle);
    m_title = centredLabel(page);
    m_text = centredLabel(page);
    auto font = m_title->font();
    font.setPointSizeF(font.pointSizeF() * 1.2);
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    auto *lines = new QVBoxLayout(page);
    lines->setContentsMargins(4 * theme::grid, 0, 4 * theme::grid, 0);
    lines->setSpacing(theme::grid);
    lines->addStretch(2);
    lines->addWidget(m_title);
    lines->addWidget(m_text);
    lines->addStretch(3);

    m_list->setAccessibleName(tr("Feeds that were found"));
    m_preview->setAccessibleName(tr("Newest headlines"));
    m_preview->setSelectionMode(QAbstractItemView::NoSelection);
    m_preview->setFocusPolicy(Qt::NoFocus);
    auto *columns = new QHBoxLayout(m_results);
    columns->setContentsMargins({});
    columns->setSpacing(theme::grid);
    columns->addWidget(m_list, 1);
    columns->addWidget(m_preview, 1);
    m_middle->addWidget(page);
    m_middle->addWidget(m_results);
}

void SubscribeDialog::layOut()
{
    const auto room = parentWidget() ? parentWidget()->window()->size() : wish;
    setMinimumWidth(least);
    resize(std::clamp(room.width() - 4 * theme::grid, least, wish.width()),
           std::clamp(room.height() - 8 * theme::grid, least, wish.height()));
    auto *top = new QHBoxLayout;
    top->setSpacing(theme::grid);
    top->addWidget(m_field, 1);
    top->addWidget(m_find);
    auto *progress = new QHBoxLayout;
    progress->addWidget(m_words, 1);
    progress->addWidget(m_busy, 0, Qt::AlignVCenter);
    auto *choices = new QFormLayout(m_choices);
    choices->setContentsMargins({});
    choices->setHorizontalSpacing(2 * theme::grid);
    choices->setVerticalSpacing(theme::grid);
    choices->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    choices->addRow(tr("&Name"), m_name);
    choices->addRow(tr("F&older"), m_folder);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_subscribe, QDialogButtonBox::ActionRole);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * theme::grid, 2 * theme::grid, 2 * theme::grid, 2 * theme::grid);
    layout->setSpacing(theme::grid + theme::half);
    layout->addLayout(top);
    layout->addWidget(m_passwordRow);
    layout->addLayout(progress);
    layout->addWidget(m_middle, 1);
    layout->addWidget(m_choices);
    layout->addWidget(buttons);
}

void SubscribeDialog::showOffer(int row)
{
    m_preview->clear();
    const auto offer = m_offers.value(row);
    for (const auto &story : offer.newest) {
        auto *line = new QListWidgetItem(story.title, m_preview);
        line->setData(FeedOfferDelegate::LinesRole, QStringList{story.date});
        line->setFlags(Qt::ItemIsEnabled);
    }
    m_name->clear();
    // What is not changed stays the feed's own affair: it may call itself something else one day.
    m_name->setPlaceholderText(offer.title);
    adapt();
}

void SubscribeDialog::adapt()
{
    const auto offer = m_offers.value(m_list->currentRow());
    const auto fresh = m_field->text().trimmed() != m_searched || m_offers.isEmpty();
    const auto known = offer.subscribed != FeedId::None;
    m_busy->setVisible(m_searching);
    m_words->setVisible(m_searching || !m_words->text().isEmpty());
    m_find->setEnabled(!m_field->text().trimmed().isEmpty());
    m_choices->setVisible(!m_offers.isEmpty());
    m_choices->setEnabled(!known);
    m_subscribe->setText(known ? tr("&Go to the feed") : tr("&Subscribe"));
    m_subscribe->setEnabled(!offer.url.isEmpty());
    // Return does what comes next.
    m_find->setDefault(fresh);
    m_subscribe->setDefault(!fresh);
}

void SubscribeDialog::subscribe()
{
    const auto offer = m_offers.value(m_list->currentRow());
    if (offer.url.isEmpty())
        return;
    if (offer.subscribed != FeedId::None)
        emit goAsked(offer.subscribed);
    else
        emit subscribeAsked({.url = offer.url,
                             .title = m_name->text().simplified(),
                             .site = offer.site,
                             .folder = m_folder->path()});
    accept();
}

void SubscribeDialog::say(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
    m_middle->setCurrentIndex(0);
}

bool SubscribeDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down && !m_offers.isEmpty()) {
        m_list->setFocus();
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void SubscribeDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    m_preview->setVisible(width() >= twoColumns);
}
