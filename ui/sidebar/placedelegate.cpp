#include "sidebar/placedelegate.h"

#include "sidebar/feedicons.h"
#include "sidebar/sidebarmodel.h"
#include "theme/colours.h"
#include "theme/focusring.h"
#include "theme/icons.h"
#include "theme/metrics.h"

#include <QLineEdit>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using Kind = SidebarModel::Kind;

constexpr int markSide = 16; // Of what says that a feed is paused or fails.
constexpr int deepest = 4; // Folders further down stand no further in: names need the room.

Kind kindOf(const QModelIndex &index)
{
    return index.data(SidebarModel::KindRole).value<Kind>();
}

bool isHeading(Kind kind)
{
    return kind == Kind::FeedsHeading || kind == Kind::WatchedHeading;
}

QFont smaller(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.88);
    return font;
}

QString countWords(const QModelIndex &index)
{
    return index.data(SidebarModel::CountWordsRole).toString();
}

QString markName(const QModelIndex &index)
{
    return index.data(SidebarModel::FailedRole).toBool() ? u"warning"_s
        : index.data(SidebarModel::PausedRole).toBool()  ? u"pause"_s
                                                         : QString();
}

// Where the parts of a row stand, for either direction of reading.
struct Places
{
    QRect row;
    QRect icon;
    QRect text;
    QRect mark;
    QRect count;

    Places(const QStyleOptionViewItem &option, const QModelIndex &index)
        : row(option.rect.adjusted(theme::grid, 1, -theme::grid, -1))
    {
        const auto depth = std::min(deepest, index.data(SidebarModel::DepthRole).toInt());
        const auto inner = row.adjusted(theme::grid + 2 * depth * theme::grid, 0, -theme::grid, 0);
        const auto gap = theme::grid + 2;
        const auto countWidth
            = QFontMetrics(smaller(option.font)).horizontalAdvance(countWords(index));
        icon = QRect(inner.left(), inner.center().y() - theme::iconSide / 2 + 1, theme::iconSide,
                     theme::iconSide);
        count = QRect(inner.right() - countWidth + 1, inner.top(), countWidth, inner.height());
        const auto markWidth = markName(index).isEmpty() ? 0 : markSide;
        mark = QRect(count.left() - (markWidth && countWidth ? theme::half : 0) - markWidth,
                     inner.center().y() - markSide / 2 + 1, markWidth, markSide);
        const auto end = markWidth ? mark.left() : count.left();
        text = QRect(icon.right() + gap, inner.top(), end - icon.right() - gap - theme::grid,
                     inner.height());
        if (option.direction == Qt::RightToLeft) {
            for (auto *part : {&icon, &text, &mark, &count})
                part->moveLeft(row.left() + row.right() - part->right());
        }
    }
};

void paintBackground(QPainter *painter, const QStyleOptionViewItem &option, const QRect &row)
{
    const auto &palette = option.palette;
    QColor fill;
    if (option.state.testFlag(QStyle::State_Selected))
        fill = option.state.testFlag(QStyle::State_HasFocus)
            ? theme::blended(theme::accent(palette), palette.color(QPalette::Window), 0.2)
            : theme::blended(palette.color(QPalette::Text), palette.color(QPalette::Window), 0.1);
    // The keyboard also leads to rows that are not selected, but do something.
    else if ((option.state.testFlag(QStyle::State_MouseOver)
              || option.state.testFlag(QStyle::State_HasFocus))
             && option.state.testFlag(QStyle::State_Enabled))
        fill = theme::hover(palette);
    if (!fill.isValid())
        return;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(fill);
    painter->drawRoundedRect(row, theme::corner, theme::corner);
    theme::paintFocusRing(painter, option, row);
}

void paintSign(QPainter *painter, const QString &name, const QRect &place, const QColor &colour)
{
    painter->drawPixmap(
        place.topLeft(),
        theme::tinted(name, colour, place.width(), painter->device()->devicePixelRatio()));
}

void paintHeading(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    auto font = smaller(option.font);
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(theme::secondaryText(option.palette));
    painter->drawText(
        option.rect.adjusted(2 * theme::grid, 0, -2 * theme::grid, -theme::half),
        int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignBottom),
        index.data().toString());
    const auto button = PlaceDelegate::button(option.rect, option.direction, index);
    if (button.isEmpty())
        return;
    QRect sign(0, 0, markSide, markSide);
    sign.moveCenter(button.center());
    paintSign(painter, u"add"_s, sign, theme::secondaryText(option.palette));
}

// What stands for a feed without an icon: its first letter, on a quiet ground.
void paintLetter(QPainter *painter, const QStyleOptionViewItem &option, const QRect &place,
                 const QString &title)
{
    const auto &palette = option.palette;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(
        theme::blended(palette.color(QPalette::Text), palette.color(QPalette::Window), 0.12));
    painter->drawRoundedRect(place, theme::smallCorner, theme::smallCorner);
    auto font = option.font;
    font.setPixelSize(10);
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(theme::secondaryText(palette));
    const auto isLetter = [](QChar letter) { return letter.isLetterOrNumber(); };
    const auto letter = std::ranges::find_if(title, isLetter);
    painter->drawText(place, Qt::AlignCenter,
                      letter == title.end() ? u"·"_s : QString(*letter).toUpper());
}

} // namespace

PlaceDelegate::PlaceDelegate(FeedIcons &icons, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_icons(icons)
{
}

void PlaceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    painter->save();
    const auto kind = kindOf(index);
    if (isHeading(kind)) {
        paintHeading(painter, option, index);
        painter->restore();
        return;
    }
    const Places places(option, index);
    const auto &palette = option.palette;
    const auto secondary = theme::secondaryText(palette);
    const auto selected = option.state.testFlag(QStyle::State_Selected);
    const auto paused = index.data(SidebarModel::PausedRole).toBool();
    paintBackground(painter, option, places.row);
    if (paused)
        painter->setOpacity(0.55);
    paintIcon(painter, option, places.icon, index);
    painter->setOpacity(1);

    auto font = option.font;
    font.setWeight(selected ? QFont::Medium : QFont::Normal);
    painter->setFont(font);
    const auto offers = kind == Kind::WatchAnother || kind == Kind::Subscribe;
    painter->setPen(offers || paused ? secondary : palette.color(QPalette::Text));
    const auto alignment
        = QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter;
    painter->drawText(places.text, int(alignment) | Qt::TextSingleLine,
                      QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight,
                                                    places.text.width()));
    if (!places.mark.isEmpty())
        paintSign(painter, markName(index), places.mark, secondary);
    painter->setFont(smaller(option.font));
    painter->setPen(secondary);
    painter->drawText(places.count, Qt::AlignCenter, countWords(index));
    painter->restore();
}

void PlaceDelegate::paintIcon(QPainter *painter, const QStyleOptionViewItem &option,
                              const QRect &place, const QModelIndex &index) const
{
    const auto &palette = option.palette;
    const auto selected = option.state.testFlag(QStyle::State_Selected);
    const auto colour = selected ? theme::accent(palette) : theme::secondaryText(palette);
    if (kindOf(index) == Kind::Folder) {
        const auto open = option.state.testFlag(QStyle::State_Open);
        const auto closed = option.direction == Qt::RightToLeft ? u"fold-left"_s : u"fold-right"_s;
        paintSign(painter, open ? u"fold-down"_s : closed, place, colour);
        return;
    }
    if (kindOf(index) != Kind::Feed) {
        paintSign(painter, index.data(SidebarModel::IconRole).toString(), place, colour);
        return;
    }
    QRect inside(0, 0, FeedIcons::side, FeedIcons::side);
    inside.moveCenter(place.center());
    const auto name = index.data(SidebarModel::PictureRole).toString();
    const auto *icon
        = name.isEmpty() ? nullptr : m_icons.find(name, painter->device()->devicePixelRatio());
    if (icon && !icon->isNull())
        painter->drawPixmap(inside.topLeft(), *icon);
    else
        paintLetter(painter, option, inside, index.data().toString());
}

QSize PlaceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    // All rows are equally high: ten thousand of them need not be measured.
    const auto line = std::max(theme::iconSide, option.fontMetrics.height());
    return {theme::sidebarWidth / 2, line + 2 * theme::grid - theme::half};
}

QWidget *PlaceDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                     const QModelIndex &index) const
{
    auto *field = new QLineEdit(parent);
    field->setAccessibleName(tr("Name of “%1”").arg(index.data().toString()));
    return field;
}

void PlaceDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                         const QModelIndex &index) const
{
    const Places places(option, index);
    auto room = places.row;
    if (option.direction == Qt::RightToLeft)
        room.setRight(places.text.right() + theme::half);
    else
        room.setLeft(places.text.left() - theme::half);
    editor->setGeometry(room);
}

QRect PlaceDelegate::button(const QRect &row, Qt::LayoutDirection direction,
                            const QModelIndex &index)
{
    QStyleOptionViewItem option;
    option.rect = row;
    option.direction = direction;
    switch (kindOf(index)) {
    case Kind::Folder:
        return Places(option, index).icon;
    case Kind::FeedsHeading: {
        const auto side = 3 * theme::grid;
        const QRect end(row.right() - 2 * theme::grid - side + theme::half + 1,
                        row.bottom() - side + 1, side, side);
        return QStyle::visualRect(direction, row, end);
    }
    default:
        return {};
    }
}
