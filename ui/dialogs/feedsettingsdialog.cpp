#include "dialogs/feedsettingsdialog.h"

#include "dialogs/folderfield.h"
#include "dialogs/savingform.h"
#include "feeds/discovery.h"
#include "theme/metrics.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>
#include <array>

namespace {

constexpr int wish = 64 * theme::grid;
constexpr int least = 40 * theme::grid;

struct Choice
{
    int value;
    const char *text;
};

constexpr int hour = 60;
constexpr int day = 24 * hour;

constexpr std::array intervals{
    Choice{0, QT_TRANSLATE_NOOP("FeedSettingsDialog", "As often as it changes")},
    Choice{15, QT_TRANSLATE_NOOP("FeedSettingsDialog", "Every 15 minutes")},
    Choice{30, QT_TRANSLATE_NOOP("FeedSettingsDialog", "Every half hour")},
    Choice{hour, QT_TRANSLATE_NOOP("FeedSettingsDialog", "Every hour")},
    Choice{3 * hour, QT_TRANSLATE_NOOP("FeedSettingsDialog", "Every 3 hours")},
    Choice{6 * hour, QT_TRANSLATE_NOOP("FeedSettingsDialog", "Every 6 hours")},
    Choice{12 * hour, QT_TRANSLATE_NOOP("FeedSettingsDialog", "Every 12 hours")},
    Choice{day, QT_TRANSLATE_NOOP("FeedSettingsDialog", "Once a day")},
    Choice{7 * day, QT_TRANSLATE_NOOP("FeedSettingsDialog", "Once a week")},
};

constexpr std::array fullTexts{
    Choice{int(FeedSettings::FullText::Automatic),
           QT_TRANSLATE_NOOP("FeedSettingsDialog", "Where the feed gives only summaries")},
    Choice{int(FeedSettings::FullText::Always), QT_TRANSLATE_NOOP("FeedSettingsDialog", "Always")},
    Choice{int(FeedSettings::FullText::Never), QT_TRANSLATE_NOOP("FeedSettingsDialog", "Never")},
};

constexpr std::array keeps{
    Choice{0, QT_TRANSLATE_NOOP("FeedSettingsDialog", "For good")},
    Choice{7, QT_TRANSLATE_NOOP("FeedSettingsDialog", "For a week")},
    Choice{30, QT_TRANSLATE_NOOP("FeedSettingsDialog", "For 30 days")},
    Choice{90, QT_TRANSLATE_NOOP("FeedSettingsDialog", "For 90 days")},
    Choice{365, QT_TRANSLATE_NOOP("FeedSettingsDialog", "For a year")},
};

template<typename Choices>
void fillWith(QComboBox *box, const Choices &choices, int chosen)
{
    for (const auto &choice : choices)
        box->addItem(FeedSettingsDialog::tr(choice.text), choice.value);
    // What was chosen elsewhere stays.
    if (box->findData(chosen) < 0)
        box->addItem(FeedSettingsDialog::tr("As it is (%1)").arg(chosen), chosen);
    box->setCurrentIndex(box->findData(chosen));
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QLabel *quietLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    return label;
}

} // namespace

FeedSettingsDialog::FeedSettingsDialog(const Feed &feed, const QList<FeedFolder> &folders,
                                       const QString &state, QWidget *parent)
    : QDialog(parent)
    , m_feed(feed)
    , m_address(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_folder(new FolderField(folders, this))
    , m_interval(new QComboBox(this))
    , m_fullText(new QComboBox(this))
    , m_kept(new QComboBox(this))
    , m_pictures(new QCheckBox(tr("Keep &pictures for reading offline"), this))
    , m_original(new QCheckBox(tr("Open stories in the &browser"), this))
    , m_notifies(new QCheckBox(tr("&Notify of new stories"), this))
    , m_paused(new QCheckBox(tr("Pa&use: fetch nothing"), this))
    , m_problem(quietLabel({}, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Settings of “%1”").arg(feed.title));
    m_folder->choose(feed.folder);
    fill();
    layOut(state);
    connect(m_address, &QLineEdit::textChanged, this, &FeedSettingsDialog::check);
    setTabOrder(m_name, m_address);
    // Whoever comes because a password is needed wants to give it.
    (m_credentialsRow->isVisibleTo(this) ? m_user : m_name)->setFocus();
    check();
}

void FeedSettingsDialog::fill()
{
    const auto &settings = m_feed.settings;
    m_address->setText(m_feed.url.toDisplayString());
    m_address->setCursorPosition(0);
    m_name->setPlaceholderText(m_feed.ownTitle);
    if (m_feed.title != m_feed.ownTitle)
        m_name->setText(m_feed.title);
    fillWith(m_interval, intervals, settings.everyMinutes);
    fillWith(m_fullText, fullTexts, int(settings.fullText));
    fillWith(m_kept, keeps, settings.keptDays);
    m_pictures->setChecked(settings.pictures);
    m_original->setChecked(settings.opensOriginal);
    m_notifies->setChecked(settings.notifies);
    m_paused->setChecked(settings.paused);
}

void FeedSettingsDialog::layOut(const QString &state)
{
    makeCredentials();
    auto *form = savingform::makeForm();
    form->addRow(tr("N&ame"), m_name);
    form->addRow(tr("A&ddress"), m_address);
    form->addRow(QString(), m_problem);
    form->addRow(m_credentialsLabel, m_credentialsRow);
    form->addRow(tr("F&older"), m_folder);
    form->addRow(tr("&Fetch"), m_interval);
    form->addRow(tr("&Whole text"), m_fullText);
    form->addRow(tr("&Keep stories"), m_kept);
    form->addRow(QString(), quietLabel(tr("Bookmarked stories always stay."), this));
    for (auto *box : {m_pictures, m_original, m_notifies, m_paused})
        form->addRow(QString(), box);
    form->addRow(QString(), quietLabel(state, this));
    m_problem->hide();

    m_save = savingform::layOut(*this, form, {.least = least, .wish = wish},
                                [this] { emit saved(edit()); });
}

// Few feeds want a password: only theirs ask for it here.
void FeedSettingsDialog::makeCredentials()
{
    m_user->setPlaceholderText(tr("User name"));
    m_user->setAccessibleName(m_user->placeholderText());
    m_password->setPlaceholderText(tr("Password"));
    m_password->setAccessibleName(m_password->placeholderText());
    m_password->setEchoMode(QLineEdit::Password);
    m_credentialsRow = new QWidget(this);
    auto *row = new QHBoxLayout(m_credentialsRow);
    row->setContentsMargins({});
    row->setSpacing(theme::grid);
    row->addWidget(m_user);
    row->addWidget(m_password);
    m_credentialsLabel = new QLabel(tr("&Login"), this);
    m_credentialsLabel->setBuddy(m_user);
    const auto wanted = m_feed.failure && m_feed.failure->error.kind == Error::Kind::NeedsPassword;
    m_credentialsLabel->setVisible(wanted);
    m_credentialsRow->setVisible(wanted);
}

void FeedSettingsDialog::setCredentials(const network::Credentials &credentials)
{
    m_credentials = credentials;
    m_user->setText(credentials.user);
    m_password->setText(credentials.password);
    m_credentialsLabel->show();
    m_credentialsRow->show();
}

FeedEdit FeedSettingsDialog::edit() const
{
    auto settings = m_feed.settings;
    settings.everyMinutes = m_interval->currentData().toInt();
    settings.fullText = FeedSettings::FullText(m_fullText->currentData().toInt());
    settings.keptDays = m_kept->currentData().toInt();
    settings.pictures = m_pictures->isChecked();
    settings.opensOriginal = m_original->isChecked();
    settings.notifies = m_notifies->isChecked();
    settings.paused = m_paused->isChecked();
    const network::Credentials credentials{.user = m_user->text().trimmed(),
                                           .password = m_password->text()};
    const auto name = m_name->text().simplified();
    const auto untouched = m_address->text() == m_feed.url.toDisplayString();
    return {.url = untouched ? m_feed.url : feeds::addressFrom(m_address->text()),
            // Without one of its own it goes by what the feed calls itself, as before.
            .title = name.isEmpty() && m_feed.title == m_feed.ownTitle ? m_feed.title : name,
            .folder = m_folder->folder(),
            .newFolder = m_folder->isNew() ? m_folder->path().value(0) : QString(),
            .settings = settings,
            .credentials = credentials == m_credentials
                ? std::nullopt
                : std::optional<network::Credentials>(credentials)};
}

void FeedSettingsDialog::check()
{
    const auto good = !edit().url.isEmpty();
    m_problem->setText(good ? QString()
                            : tr("This is no address. It begins with https:// mostly."));
    m_problem->setVisible(!good);
    m_save->setEnabled(good);
    // What is said now takes no room from the rest: a dialog does not grow by itself.
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}
