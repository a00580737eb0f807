#include "shell/keysoverlay.h"

#include "shell/actions.h"
#include "theme/colours.h"
#include "theme/metrics.h"

#include <QApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QKeySequence>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostColumns = 3;
constexpr int edge = theme::half; // Around what is scrolled, so that the card's corners are round.

// "B or S": the keys of an action as people see them on their keyboard.
QString keysOf(const ActionSpec &spec)
{
    QStringList shown;
    const auto written = QString::fromUtf8(spec.keys).split(u' ', Qt::SkipEmptyParts)
        + QString::fromUtf8(spec.alsoKeys).split(u' ', Qt::SkipEmptyParts);
    for (const auto &key : written)
        shown << QKeySequence::fromString(key, QKeySequence::PortableText)
                     .toString(QKeySequence::NativeText);
    return shown.mid(0, 2).join(KeysOverlay::tr(" or "));
}

QString plain(const char *text)
{
    return Actions::tr(text).remove(u'&').remove(u'…');
}

void addSection(QGridLayout *grid, Menu menu)
{
    auto *parent = grid->parentWidget();
    auto row = grid->count() ? grid->rowCount() : 0;
    auto *heading = new QLabel(Actions::menuTitle(menu).remove(u'&'), parent);
    auto font = heading->font();
    font.setWeight(QFont::DemiBold);
    heading->setFont(font);
    heading->setContentsMargins(0, row ? 2 * theme::grid : 0, 0, theme::half);
    grid->addWidget(heading, row++, 0, 1, 2);
    for (const auto &spec : Actions::table()) {
        if (spec.menu != menu || (!*spec.keys && !*spec.alsoKeys))
            continue;
        auto *keys = new QLabel(keysOf(spec), parent);
        keys->setForegroundRole(QPalette::PlaceholderText);
        grid->addWidget(keys, row, 0);
        grid->addWidget(new QLabel(plain(spec.text), parent), row++, 1);
    }
}

// The rows that a section takes, with its heading.
int rowsOf(Menu menu)
{
    constexpr auto heading = 2;
    return heading + int(std::ranges::count_if(Actions::table(), [menu](const auto &spec) {
               return spec.menu == menu && (*spec.keys || *spec.alsoKeys);
           }));
}

// What is used most comes first; the columns are about as high as each other.
QList<QList<Menu>> shared(int columns)
{
    constexpr std::array menus{Menu::Story, Menu::View,    Menu::File,   Menu::Edit,
                               Menu::Feeds, Menu::Library, Menu::Window, Menu::Help};
    constexpr auto headingAlone = 2;
    auto left = 0;
    for (const auto menu : menus)
        left += rowsOf(menu) > headingAlone ? rowsOf(menu) : 0;
    QList<QList<Menu>> result{{}};
    auto taken = 0;
    for (const auto menu : menus) {
        const auto rows = rowsOf(menu);
        if (rows == headingAlone)
            continue;
        const auto share = (left + taken) / std::max(columns - int(result.size()) + 1, 1);
        if (taken > 0 && taken + rows / 2 > share && result.size() < columns) {
            result.append(QList<Menu>());
            taken = 0;
        }
        result.last().append(menu);
        taken += rows;
        left -= rows;
    }
    return result;
}

} // namespace

KeysOverlay::KeysOverlay(QWidget *window)
    : QWidget(window)
    , m_card(new QScrollArea(this))
{
    hide();
    m_card->setFrameShape(QFrame::NoFrame);
    m_card->setWidgetResizable(true);
    m_card->setFocusPolicy(Qt::NoFocus);
    m_card->viewport()->setBackgroundRole(QPalette::Base);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Keyboard shortcuts"));
    window->installEventFilter(this);
}

void KeysOverlay::toggle()
{
    if (isVisible()) {
        hide();
        if (m_before)
            m_before->setFocus();
        return;
    }
    m_before = QApplication::focusWidget();
    place();
    show();
    raise();
    setFocus();
}

bool KeysOverlay::event(QEvent *event)
{
    // Every key is for the overlay, also those that are shortcuts elsewhere.
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const auto key = static_cast<QKeyEvent *>(event)->key();
        if (key != Qt::Key_Shift && key != Qt::Key_Control && key != Qt::Key_Alt && !scroll(key))
            toggle();
        return true;
    }
    return QWidget::event(event);
}

bool KeysOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void KeysOverlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), QColor(0, 0, 0, 110));
    painter.setBrush(palette().color(QPalette::Base));
    painter.setPen(theme::hairline(palette()));
    painter.drawRoundedRect(QRectF(m_card->geometry()).adjusted(-edge, -edge, edge, edge),
                            theme::grid, theme::grid);
}

void KeysOverlay::mousePressEvent(QMouseEvent *)
{
    toggle();
}

// As wide and high as the window has room for; the rest is scrolled to.
void KeysOverlay::place()
{
    setGeometry(parentWidget()->rect());
    const auto room = size() - QSize(2, 2) * (theme::grid + edge);
    auto columns = mostColumns;
    fill(columns);
    while (columns > 1 && m_card->widget()->sizeHint().width() > room.width())
        fill(--columns);
    const auto bar = m_card->verticalScrollBar()->sizeHint().width();
    const auto wanted = m_card->widget()->sizeHint() + QSize(bar, 0);
    const auto card = wanted.boundedTo(room);
    m_card->setGeometry(
        QRect(QPoint((width() - card.width()) / 2, (height() - card.height()) / 2), card));
    update();
}

bool KeysOverlay::scroll(int key)
{
    auto *bar = m_card->verticalScrollBar();
    const auto by = key == Qt::Key_Down ? bar->singleStep()
        : key == Qt::Key_Up             ? -bar->singleStep()
        : key == Qt::Key_PageDown       ? bar->pageStep()
        : key == Qt::Key_PageUp         ? -bar->pageStep()
                                        : 0;
    bar->setValue(bar->value() + by);
    return by != 0 && bar->maximum() > 0;
}

void KeysOverlay::fill(int columns)
{
    if (std::exchange(m_columns, columns) == columns && m_card->widget())
        return;
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(3 * theme::grid, 2 * theme::grid, 3 * theme::grid, 2 * theme::grid);
    row->setSpacing(5 * theme::grid);
    for (const auto &column : shared(columns)) {
        auto *part = new QWidget(content);
        auto *grid = new QGridLayout(part);
        grid->setContentsMargins({});
        grid->setHorizontalSpacing(3 * theme::grid);
        grid->setVerticalSpacing(theme::half);
        for (const auto menu : column)
            addSection(grid, menu);
        row->addWidget(part, 0, Qt::AlignTop);
    }
    m_card->setWidget(content);
}
