#include "articles/suggestionrows.h"

#include "theme/colours.h"
#include "theme/icons.h"
#include "theme/metrics.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;
using suggestions::Suggestion;

namespace {

constexpr int rowHeight = 28;
constexpr int padding = 12;
constexpr int sign = 16;
constexpr int textColumn = 108; // For what is typed, where its meaning stands beside it.

// The row as it is painted, from one edge to the other.
struct Row
{
    QRect rest;
    Qt::LayoutDirection direction;

    QRect take(int width)
    {
        const auto left = direction == Qt::LeftToRight;
        const QRect taken(left ? rest.left() : rest.right() - width + 1, rest.top(), width,
                          rest.height());
        rest.adjust(left ? width : 0, 0, left ? 0 : -width, 0);
        return taken;
    }
};

void write(QPainter *painter, const QRect &place, const QString &text,
           Qt::Alignment side = Qt::AlignLeft)
{
    painter->drawText(place, int(side | Qt::AlignVCenter),
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
}

void paintSign(QPainter *painter, const QRect &place, const QString &name, const QColor &colour)
{
    QRect box(0, 0, sign, sign);
    box.moveCenter(place.center());
    painter->drawPixmap(box.topLeft(),
                        theme::tinted(name, colour, sign, painter->device()->devicePixelRatio()));
}

void paintExplained(QPainter *painter, Row row, const Suggestion &suggestion,
                    const QPalette &palette)
{
    const auto needed = painter->fontMetrics().horizontalAdvance(suggestion.text) + padding;
    write(painter,
          row.take(std::max(suggestion.note.isEmpty() ? row.rest.width() : textColumn,
                            std::min(needed, row.rest.width()))),
          suggestion.text);
    painter->setPen(theme::secondaryText(palette));
    const auto wide = painter->fontMetrics().horizontalAdvance(suggestion.note) + padding;
    write(painter, row.take(std::min(wide, row.rest.width())), suggestion.note);
    // An example that is cut short explains nothing.
    if (painter->fontMetrics().horizontalAdvance(suggestion.example) <= row.rest.width())
        write(painter, row.rest, suggestion.example, Qt::AlignRight);
}

} // namespace

void SuggestionRows::set(const QList<Suggestion> &list)
{
    beginResetModel();
    m_list = list;
    endResetModel();
}

int SuggestionRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_list.size());
}

QVariant SuggestionRows::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &suggestion = m_list.at(index.row());
    if (role == Qt::DisplayRole)
        return suggestion.text;
    if (role == Qt::AccessibleTextRole) {
        QStringList parts{suggestion.text, suggestion.note};
        parts.removeAll({});
        return parts.join(u", "_s);
    }
    if (role == Qt::ToolTipRole && suggestion.kind == Suggestion::Kind::Recent)
        return suggestion.text;
    return {};
}

Qt::ItemFlags SuggestionRows::flags(const QModelIndex &index) const
{
    if (!index.isValid() || m_list.at(index.row()).kind == Suggestion::Kind::Heading)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

QRect SuggestionDelegate::crossIn(const QRect &row, Qt::LayoutDirection direction)
{
    const auto side = row.height();
    return direction == Qt::LeftToRight ? QRect(row.right() - side + 1, row.top(), side, side)
                                        : QRect(row.left(), row.top(), side, side);
}

void SuggestionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const auto *rows = qobject_cast<const SuggestionRows *>(index.model());
    if (!rows)
        return;
    const auto &suggestion = rows->at(index.row());
    const auto &palette = option.palette;
    const auto chosen = option.state.testFlag(QStyle::State_Selected)
        || option.state.testFlag(QStyle::State_MouseOver);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (chosen && suggestion.kind != Suggestion::Kind::Heading) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.state.testFlag(QStyle::State_Selected)
                              ? theme::selection(palette)
                              : theme::quietSelection(palette));
        painter->drawRoundedRect(option.rect.adjusted(theme::half, 0, -theme::half, 0),
                                 theme::smallCorner, theme::smallCorner);
    }
    painter->setFont(option.font);
    painter->setPen(palette.color(QPalette::Text));
    Row row{option.rect.adjusted(padding, 0, -padding, 0), option.direction};
    switch (suggestion.kind) {
    case Suggestion::Kind::Heading: {
        auto font = option.font;
        font.setPointSizeF(font.pointSizeF() * 0.88);
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        painter->setPen(theme::secondaryText(palette));
        write(painter, row.rest, suggestion.text);
        break;
    }
    case Suggestion::Kind::Recent:
        paintSign(painter, row.take(sign), u"recent"_s, theme::secondaryText(palette));
        row.take(theme::grid);
        if (chosen)
            paintSign(painter, crossIn(option.rect, option.direction), u"clear"_s,
                      theme::secondaryText(palette));
        row.rest.adjust(option.direction == Qt::RightToLeft ? sign : 0, 0,
                        option.direction == Qt::LeftToRight ? -sign : 0, 0);
        write(painter, row.rest, suggestion.text);
        break;
    case Suggestion::Kind::ForgetRecent:
        row.take(sign + theme::grid);
        painter->setPen(theme::accent(palette));
        write(painter, row.rest, suggestion.text);
        break;
    case Suggestion::Kind::Operator:
    case Suggestion::Kind::Value:
        paintExplained(painter, row, suggestion, palette);
        break;
    }
    painter->restore();
}

QSize SuggestionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {theme::listWidth / 2, std::max(rowHeight, option.fontMetrics.height() + theme::grid)};
}
