#include "shell/keysoverlay.h"

#include "shell/actions.h"
#include "shell/panekeys.h"
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
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostColumns = 3;
constexpr int edge = theme::half; // Around what is scrolled, so that the card's corners are round.

// Keys with what they do, under one heading.
struct Section
{
    struct Row
    {
        QString keys;
        QString text;
    };

    QString title;
    QList<Row> rows = {};

    // With the heading and what stands free above it.
    [[nodiscard]] int height() const { return int(rows.size()) + 2; }
};

// "B or S": keys as people see them on their keyboard.
QString keysOf(const char *written)
{
    QStringList shown;
    for (const auto &key : QString::fromUtf8(written).split(u' ', Qt::SkipEmptyParts))
        shown << QKeySequence::fromString(key, QKeySequence::PortableText)
                     .toString(QKeySequence::NativeText)
                     .replace("Return"_L1, "Enter"_L1);
    return shown.join(KeysOverlay::tr(" or "));
}

QString plain(const char *text)
{
    return Actions::tr(text).remove(u'&').remove(u'…');
}

Section sectionOf(Menu menu)
{
    Section section{.title = Actions::menuTitle(menu).remove(u'&')};
    for (const auto &spec : Actions::table()) {
        const auto keys = QByteArray(spec.keys) + ' ' + spec.alsoKeys;
        if (spec.menu == menu && !keys.trimmed().isEmpty())
            section.rows.append({.keys = keysOf(keys.constData()), .text = plain(spec.text)});
    }
    return section;
}

// What is used most comes first.
QList<Section> sections()
{
    QList<Section> result{sectionOf(Menu::Story), sectionOf(Menu::Go)};
    for (const auto menu : Actions::menus()) {
        if (menu != Menu::Story && menu != Menu::Go)
            result.append(sectionOf(menu));
    }
    std::optional<PaneKeys::Pane> pane;
    for (const auto &spec : PaneKeys::table()) {
        if (std::exchange(pane, spec.pane) != spec.pane)
            result.append(
                {.title = QCoreApplication::translate("PaneKeys", PaneKeys::title(spec.pane))});
        result.last().rows.append({.keys = keysOf(spec.keys),
                                   .text = QCoreApplication::translate("PaneKeys", spec.text)});
    }
    result.removeIf([](const Section &section) { return section.rows.isEmpty(); });
    return result;
}

// The columns are about as high as each other.
QList<QList<Section>> shared(int columns)
{
    auto left = 0;
    const auto all = sections();
    for (const auto &section : all)
        left += section.height();
    QList<QList<Section>> result{{}};
    auto taken = 0;
    for (const auto &section : all) {
        const auto share = (left + taken) / std::max(columns - int(result.size()) + 1, 1);
        if (taken > 0 && taken + section.height() / 2 > share && result.size() < columns) {
            result.append(QList<Section>());
            taken = 0;
        }
        result.last().append(section);
        taken += section.height();
        left -= section.height();
    }
    return result;
}

void addSection(QGridLayout *grid, const Section &section, bool wraps)
{
    auto *parent = grid->parentWidget();
    auto row = grid->count() ? grid->rowCount() : 0;
    auto *heading = new QLabel(section.title, parent);
    auto font = heading->font();
    font.setWeight(QFont::DemiBold);
    heading->setFont(font);
    heading->setContentsMargins(0, row ? 2 * theme::grid : 0, 0, theme::half);
    grid->addWidget(heading, row++, 0, 1, 2);
    for (const auto &[keys, text] : section.rows) {
        auto *named = new QLabel(keys, parent);
        named->setForegroundRole(QPalette::PlaceholderText);
        auto *said = new QLabel(text, parent);
        for (auto *label : {named, said}) {
            label->setTextFormat(Qt::PlainText);
            label->setWordWrap(wraps);
            label->setAlignment(Qt::AlignLeading | (wraps ? Qt::AlignTop : Qt::AlignVCenter));
        }
        grid->addWidget(named, row, 0);
        grid->addWidget(said, row++, 1);
    }
}

} // namespace

KeysOverlay::KeysOverlay(QWidget *window)
    : QWidget(window)
    , m_card(new QScrollArea(this))
{
    hide();
    m_card->setFrameShape(QFrame::NoFrame);
    m_card->setWidgetResizable(true);
    m_card->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
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
    while (columns > 1 && !fits(room.width()))
        fill(--columns);
    if (!fits(room.width()))
        fill(1, Lines::Broken);
    const auto bar = m_card->verticalScrollBar()->sizeHint().width();
    auto wanted = m_card->widget()->sizeHint() + QSize(bar, 0);
    if (m_lines == Lines::Broken)
        wanted = {room.width(), m_card->widget()->heightForWidth(room.width() - bar)};
    const auto card = wanted.boundedTo(room);
    m_card->setGeometry(
        QRect(QPoint((width() - card.width()) / 2, (height() - card.height()) / 2), card));
    update();
}

bool KeysOverlay::fits(int width) const
{
    const auto bar = m_card->verticalScrollBar()->sizeHint().width();
    return m_card->widget()->sizeHint().width() + bar <= width;
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

void KeysOverlay::fill(int columns, Lines lines)
{
    const auto isSame = std::exchange(m_columns, columns) == columns;
    if (std::exchange(m_lines, lines) == lines && isSame && m_card->widget())
        return;
    const auto wraps = lines == Lines::Broken;
    const auto margin = (wraps ? 2 : 3) * theme::grid;
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(margin, 2 * theme::grid, margin, 2 * theme::grid);
    row->setSpacing(5 * theme::grid);
    for (const auto &column : shared(columns)) {
        auto *part = new QWidget(content);
        auto *grid = new QGridLayout(part);
        grid->setContentsMargins({});
        grid->setHorizontalSpacing((wraps ? 2 : 3) * theme::grid);
        grid->setVerticalSpacing(theme::half);
        if (wraps) {
            grid->setColumnStretch(0, 2);
            grid->setColumnStretch(1, 3);
        }
        for (const auto &section : column)
            addSection(grid, section, wraps);
        row->addWidget(part, wraps ? 1 : 0, Qt::AlignTop);
    }
    m_card->setWidget(content);
}
