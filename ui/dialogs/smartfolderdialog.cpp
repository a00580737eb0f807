#include "dialogs/smartfolderdialog.h"

#include "dialogs/iconchoice.h"
#include "dialogs/savingform.h"
#include "search/places.h"
#include "theme/metrics.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr int wish = 60 * theme::grid;
constexpr int least = 36 * theme::grid;
constexpr int countedAtMost = 10'000;
constexpr int countingPause = 300; // Milliseconds.

QLabel *quietLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    return label;
}

QString number(int stories)
{
    return stories < countedAtMost ? QLocale().toString(stories)
                                   : QLocale().toString(countedAtMost - 1) + u'+';
}

} // namespace

SmartFolderDialog::SmartFolderDialog(SharedLibrary &library, const SmartFolder &folder,
                                     const QString &usualName, Explain explain, QWidget *parent)
    : QDialog(parent)
    , m_library(library)
    , m_folder(folder)
    , m_explain(std::move(explain))
    , m_name(new QLineEdit(folder.title, this))
    , m_search(new QLineEdit(folder.search, this))
    , m_words(quietLabel(this))
    , m_count(quietLabel(this))
    , m_icons(new IconChoice(folder.icon, this))
    , m_isNamed(folder.id != SmartFolderId::None)
{
    setAttribute(Qt::WA_DeleteOnClose);
    const auto isNew = folder.id == SmartFolderId::None;
    setWindowTitle(
        isNew ? tr("New smart folder")
              : tr("Smart folder “%1”").arg(folder.title.isEmpty() ? usualName : folder.title));
    m_name->setPlaceholderText(usualName);
    m_search->setPlaceholderText(SmartFolder::usualSearch(folder.builtIn));
    layOut();
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_isNamed = true; });
    connect(m_name, &QLineEdit::textChanged, this, &SmartFolderDialog::check);
    connect(m_search, &QLineEdit::textChanged, this, &SmartFolderDialog::check);
    m_recount.setSingleShot(true);
    m_recount.setInterval(countingPause);
    connect(&m_recount, &QTimer::timeout, this, &SmartFolderDialog::count);
    // Also what was asked for before: files that were opened are stored one by one.
    connect(&m_library, &SharedLibrary::changed, this, [this] {
        if (!m_recount.isActive())
            m_recount.start();
    });
    check();
    // What was typed in the search field already needs no more than a name.
    const auto named = isNew && !folder.search.isEmpty();
    (named ? m_name : m_search)->setFocus();
    if (named)
        m_name->selectAll();
}

void SmartFolderDialog::layOut()
{
    auto *form = savingform::makeForm();
    form->addRow(tr("&Search"), m_search);
    form->addRow(QString(), m_words);
    form->addRow(QString(), m_count);
    form->addRow(tr("N&ame"), m_name);
    form->addRow(tr("&Icon"), m_icons);

    m_save = savingform::layOut(*this, form, {.least = least, .wish = wish},
                                [this] { emit saved(folder()); });
}

SmartFolder SmartFolderDialog::folder() const
{
    auto folder = m_folder;
    folder.title = m_name->text().simplified();
    folder.search = m_search->text().simplified();
    folder.icon = m_icons->icon();
    // What is usual is not written down, so that it can be said in another language.
    if (folder.title == m_name->placeholderText())
        folder.title.clear();
    return folder;
}

void SmartFolderDialog::check()
{
    const auto isBuiltIn = m_folder.builtIn != SmartFolder::BuiltIn::None;
    auto search = m_search->text().simplified();
    if (search.isEmpty())
        search = m_search->placeholderText();
    const auto words = m_explain(search);
    if (!m_isNamed) {
        const QSignalBlocker blocker(m_name);
        m_name->setText(words.name);
    }
    m_words->setText(words.text);
    m_save->setEnabled(words.isGood && (isBuiltIn || !m_name->text().simplified().isEmpty()));
    if (search != m_counted) {
        m_counted = search;
        m_count->clear();
        m_isGood = words.isGood;
        count();
    }
    // What is said now takes no room from the rest: a dialog does not grow by itself.
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

void SmartFolderDialog::count()
{
    struct Counted
    {
        int stories = 0;
        int unread = 0;
    };
    if (!m_isGood)
        return;
    // One at a time; then what is typed and stored by then.
    if (m_isCounting) {
        m_isStale = true;
        return;
    }
    m_isCounting = true;
    m_isStale = false;
    const auto query = search::placeOf(m_counted);
    m_library.count(
        [query](Library &library) -> Result<Counted> {
            auto unread = query;
            unread.words = u"is:unread"_s;
            const auto all = library.count(query, countedAtMost);
            const auto fresh = library.count(unread, countedAtMost);
            if (!all || !fresh)
                return all ? fresh.error() : all.error();
            return Counted{.stories = *all, .unread = *fresh};
        },
        this,
        [this, search = m_counted](const Result<Counted> &counted) {
            m_isCounting = false;
            if (counted && search == m_counted)
                showCount(counted->stories, counted->unread);
            if (m_isStale)
                count();
        });
}

void SmartFolderDialog::showCount(int stories, int unread)
{
    m_count->setText(stories == 0 ? tr("No story now. What fits appears there as it comes.")
                         : stories == 1
                         ? (unread ? tr("One story now, unread") : tr("One story now"))
                         : tr("%1 stories now, %2 unread").arg(number(stories), number(unread)));
}
