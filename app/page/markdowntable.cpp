#include "page/markdowntable.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// Cells by where their text stands; "" for those that do not say.
using Votes = QHash<QString, int>;

QString mark(const Votes &votes)
{
    static const QHash<QString, QString> marks{
        {u"left"_s, u":--"_s}, {u"center"_s, u":-:"_s}, {u"right"_s, u"--:"_s}};
    auto best = QString();
    for (auto it = votes.cbegin(); it != votes.cend(); ++it) {
        if (it.value() > votes.value(best))
            best = it.key();
    }
    return marks.value(best, u"---"_s);
}

} // namespace

QString page::markdownColumns(const html::Node &table, qsizetype columns)
{
    QList<Votes> votes(columns);
    for (const auto &row : table.descendants(u"tr")) {
        qsizetype column = 0;
        for (const auto &cell : row.childElements()) {
            const auto wide = std::max(1, cell.attribute("colspan").toInt());
            if (wide == 1 && column < columns)
                ++votes[column][cell.attribute("align")];
            column += wide;
        }
    }
    QString line = u"|"_s;
    for (const auto &column : votes)
        line += u' ' + mark(column) + u" |"_s;
    return line;
}
