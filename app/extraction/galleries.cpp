#include "extraction/galleries.h"

#include "extraction/samepicture.h"

#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

// "3/12 The ferry": the number of the picture and of all.
struct Counter
{
    qsizetype end = 0; // Where the caption begins; 0 without a counter.
    int total = 0;
};

Counter counterOf(const QString &caption)
{
    const auto space = caption.indexOf(u' ');
    const auto slash = caption.indexOf(u'/');
    if (slash < 1 || space < slash + 2 || space > 7)
        return {};
    bool isNumber = false;
    bool isTotal = false;
    const auto number = QStringView(caption).left(slash).toInt(&isNumber);
    const auto total = QStringView(caption).mid(slash + 1, space - slash - 1).toInt(&isTotal);
    return isNumber && isTotal && number >= 1 && number <= total
        ? Counter{.end = space + 1, .total = total}
        : Counter();
}

bool saysNothing(const FoundFigure &found)
{
    return found.figure.caption.isEmpty() && found.figure.credit.isEmpty();
}

QString wordsOf(const FoundFigure &found)
{
    return found.figure.caption + u'\n' + found.figure.credit;
}

} // namespace

void addStatedWords(QList<FoundFigure> &figures, const QList<Figure> &stated)
{
    QHash<QString, Figure> known;
    for (const auto &figure : stated) {
        const auto name = pictureName(figure.src);
        if (name.size() > 2 && (!figure.caption.isEmpty() || !figure.credit.isEmpty()))
            known.insert(name, figure);
    }
    if (known.isEmpty())
        return;
    for (auto &found : figures) {
        const auto figure = known.constFind(pictureName(found.address));
        if (figure == known.cend() || !saysNothing(found))
            continue;
        // Publishing systems write the alternative text there for want of a caption.
        if (figure->caption != found.figure.alt)
            found.figure.caption = figure->caption;
        found.figure.credit = figure->credit;
    }
}

void takeOffCounters(QList<FoundFigure> &figures)
{
    QHash<int, int> galleries;
    for (const auto &found : figures)
        ++galleries[counterOf(found.figure.caption).total];
    for (auto &found : figures) {
        const auto counter = counterOf(found.figure.caption);
        if (counter.end > 0 && galleries.value(counter.total) > 1)
            found.figure.caption = found.figure.caption.mid(counter.end).trimmed();
    }
}

void leaveOutCopies(QList<FoundFigure> &figures)
{
    QSet<QString> seen;
    QSet<QString> said;
    for (const auto &found : figures) {
        if (saysNothing(found) || found.address.isEmpty())
            continue;
        seen.insert(pictureFile(found.address));
        said.insert(wordsOf(found));
    }
    figures.removeIf([&](const FoundFigure &found) {
        if (!saysNothing(found)) {
            const auto isSaid = found.address.isEmpty() && said.contains(wordsOf(found));
            said.insert(wordsOf(found));
            return isSaid;
        }
        const auto file = pictureFile(found.address.isEmpty() ? found.lost : found.address);
        const auto isCopy = seen.contains(file);
        seen.insert(file);
        return isCopy;
    });
}

} // namespace extraction
