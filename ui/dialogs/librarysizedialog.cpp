#include "dialogs/librarysizedialog.h"

#include "dialogs/sizebars.h"
#include "dialogs/sizewords.h"
#include "theme/colours.h"
#include "theme/metrics.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr QSize wish(64 * theme::grid, 24 * theme::grid); // While it measures.
constexpr int least = 16 * theme::grid;
constexpr int busyHeight = 4;
constexpr qsizetype feedsShown = 6;

// A dialog stays within its window.
QSize roomFor(const QWidget *parent)
{
    constexpr QSize anywhere(80 * theme::grid, 100 * theme::grid);
    return parent ? parent->window()->size() - QSize(4, 4) * theme::grid : anywhere;
}

QList<SizeBars::Row> partsOf(const LibrarySize &size)
{
    const auto tr = [](const char *text) { return LibrarySizeDialog::tr(text); };
    QList<SizeBars::Row> rows{{tr("Texts of the stories"), size.texts},
                              {tr("Older versions"), size.olderVersions,
                               tr("what stories said before they were changed")},
                              {tr("Pictures"), size.pictures},
                              {tr("Search index"), size.index},
                              {tr("Lists and feeds"), size.lists},
                              {tr("History"), size.journal, tr("what undo needs")},
                              {tr("Backups"), size.backups},
                              {tr("Free in the file"), size.freePages},
                              {tr("Log"), size.log, tr("on its way into the file")}};
    std::ranges::stable_sort(rows, std::ranges::greater(), &SizeBars::Row::bytes);
    // What takes nothing tells nothing.
    rows.removeIf([](const auto &row) { return row.bytes == 0; });
    return rows;
}

} // namespace

LibrarySizeDialog::LibrarySizeDialog(Access access, QWidget *parent)
    : QDialog(parent)
    , m_access(access)
    , m_state(new QLabel(this))
    , m_busy(new QProgressBar(this))
    , m_scroll(new QScrollArea(this))
    , m_content(new QWidget)
    , m_parts(new SizeBars)
    , m_biggest(new SizeBars)
    , m_offers(new QWidget)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Size of the library"));
    resize(wish.boundedTo(roomFor(parent)));
    auto font = m_state->font();
    font.setPointSizeF(font.pointSizeF() * 1.2);
    font.setWeight(QFont::DemiBold);
    m_state->setFont(font);
    m_state->setWordWrap(true);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setFixedHeight(busyHeight);

    auto *inner = new QVBoxLayout(m_content);
    inner->setContentsMargins({});
    inner->setSpacing(theme::grid);
    inner->addWidget(m_parts);
    inner->addWidget(m_biggestHeading = heading(tr("The most text")));
    inner->addWidget(m_biggest);
    inner->addWidget(heading(tr("What can be freed")));
    inner->addWidget(m_offers);
    inner->addStretch();
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_content);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * theme::grid, 2 * theme::grid, 2 * theme::grid, 2 * theme::grid);
    layout->setSpacing(theme::grid + theme::half);
    layout->addWidget(m_state);
    layout->addWidget(m_busy);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(buttons);
    setBusy(tr("Measuring…"));
    m_content->hide();
}

QLabel *LibrarySizeDialog::heading(const QString &text)
{
    auto *label = new QLabel(text, m_content);
    auto font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    label->setContentsMargins(0, theme::grid, 0, 0);
    return label;
}

void LibrarySizeDialog::setBusy(const QString &words)
{
    m_state->setText(words);
    m_busy->show();
    m_offers->setEnabled(false);
}

void LibrarySizeDialog::setProblem(const QString &words)
{
    m_state->setText(words);
    m_busy->hide();
    m_offers->setEnabled(true);
}

void LibrarySizeDialog::setSize(const LibrarySize &size)
{
    m_busy->hide();
    m_state->setText(size.estimated ? tr("About %1 on the disk").arg(sizewords::size(size.total()))
                                    : tr("%1 on the disk").arg(sizewords::size(size.total())));
    const auto parts = partsOf(size);
    m_parts->setRows(parts, parts.isEmpty() ? 1 : parts.first().bytes);
    QList<SizeBars::Row> biggest;
    for (const auto &source : size.biggest.first(std::min(size.biggest.size(), feedsShown)))
        biggest << SizeBars::Row{
            source.title, source.bytes,
            sizewords::counted(source.stories, tr("1 story"), tr("%1 stories"))};
    m_biggest->setRows(biggest, biggest.isEmpty() ? 1 : biggest.first().bytes);
    m_biggestHeading->setVisible(!biggest.isEmpty());
    showOffers(size);
    m_content->show();
    fit();
}

// As high as its content, as far as there is room: a dialog does not follow by itself.
void LibrarySizeDialog::fit()
{
    const auto room = roomFor(parentWidget());
    m_content->layout()->activate();
    const auto margins = layout()->contentsMargins();
    const auto inside = std::min(wish.width(), room.width()) - margins.left() - margins.right();
    const auto content = m_content->hasHeightForWidth() ? m_content->heightForWidth(inside)
                                                        : m_content->sizeHint().height();
    m_scroll->setMinimumHeight(std::min(content, least));
    layout()->activate();
    const auto rest = layout()->sizeHint().height() - m_scroll->sizeHint().height();
    // The bars end where the button does, or keep away from the scroll bar.
    const auto scrolls = rest + content > room.height();
    m_content->layout()->setContentsMargins(0, 0, scrolls ? theme::grid : 0, 0);
    resize(std::min(wish.width(), room.width()), std::min(rest + content, room.height()));
}

void LibrarySizeDialog::showOffers(const LibrarySize &size)
{
    delete m_offers->layout();
    qDeleteAll(m_offers->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    auto *grid = new QGridLayout(m_offers);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(2 * theme::grid);
    grid->setColumnStretch(0, 1);
    addOffer(
        {sizewords::counted(size.versions.count, tr("1 older version of a story"),
                            tr("%1 older versions of stories; the last before each change stays")),
         size.versions.bytes,
         tr("Remove %1"),
         {.olderVersions = true}});
    addOffer({sizewords::counted(size.unusedPictures.count,
                                 tr("1 picture that no story and no backup uses"),
                                 tr("%1 pictures that no story and no backup uses")),
              size.unusedPictures.bytes,
              tr("Remove %1"),
              {.unusedPictures = true, .freePages = false}});
    addOffer({sizewords::counted(size.oldBackups.count, tr("1 backup besides the newest"),
                                 tr("%1 backups besides the newest")),
              size.oldBackups.bytes,
              tr("Remove %1"),
              {.oldBackups = true, .freePages = false}});
    addOffer(
        {tr("Room in the library’s file that nothing uses"), size.freePages, tr("Free %1"), {}});
    if (grid->count() == 0)
        grid->addWidget(new QLabel(tr("Nothing: all of it is in use."), m_offers), 0, 0);
    m_offers->setEnabled(m_access == Access::Writable);
}

void LibrarySizeDialog::addOffer(const Offer &offer)
{
    if (offer.bytes == 0)
        return;
    auto *grid = static_cast<QGridLayout *>(m_offers->layout());
    const auto row = grid->rowCount();
    auto *words = new QLabel(offer.words, m_offers);
    words->setWordWrap(true);
    grid->addWidget(words, row, 0);
    auto *button = new QPushButton(offer.button.arg(sizewords::size(offer.bytes)), m_offers);
    button->setAutoDefault(false);
    button->setAccessibleName(offer.words + u": "_s + button->text());
    connect(button, &QPushButton::clicked, this,
            [this, wishes = offer.wishes] { emit freeAsked(wishes); });
    grid->addWidget(button, row, 1);
}
