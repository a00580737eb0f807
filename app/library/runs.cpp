#include "library/runs.h"

#include "library/limits.h"

#include <algorithm>

namespace {

struct Run
{
    qint64 step = 0;
    qint64 times = 1;
};

void write(QString &text, const Run &run)
{
    if (!text.isEmpty())
        text += u',';
    text += QString::number(run.step);
    if (run.times > 1)
        text += u'x' + QString::number(run.times);
}

std::optional<Run> runFrom(QStringView part)
{
    Run run;
    auto isStep = false;
    auto isTimes = true;
    const auto times = part.indexOf(u'x');
    run.step = part.left(times < 0 ? part.size() : times).toLongLong(&isStep);
    if (times >= 0)
        run.times = part.mid(times + 1).toLongLong(&isTimes);
    if (!isStep || !isTimes || run.times < 1 || run.times > limits::numbersInRow)
        return std::nullopt;
    return run;
}

// Calls take(run) for each until that answers false; false where the text is none of ours.
template<typename Take>
bool visit(QStringView text, Take take)
{
    qint64 left = limits::numbersInRow;
    for (qsizetype at = 0; at < text.size();) {
        const auto comma = text.indexOf(u',', at);
        const auto end = comma < 0 ? text.size() : comma;
        const auto run = runFrom(text.sliced(at, end - at));
        if (!run || run->times > left)
            return false;
        left -= run->times;
        if (!take(*run))
            return true;
        at = end + 1;
    }
    return true;
}

} // namespace

QString runs::packed(const QList<qint64> &numbers)
{
    QString text;
    if (numbers.isEmpty())
        return text;
    // Alone, so that it never joins the steps: it is no step.
    write(text, {.step = numbers.first()});
    Run run{.step = 0, .times = 0};
    for (qsizetype at = 1; at < numbers.size(); ++at) {
        const auto step = numbers.at(at) - numbers.at(at - 1);
        if (run.times > 0 && step != run.step) {
            write(text, run);
            run.times = 0;
        }
        run.step = step;
        ++run.times;
    }
    if (run.times > 0)
        write(text, run);
    return text;
}

std::optional<QList<qint64>> runs::unpacked(QStringView text, qint64 atMost)
{
    QList<qint64> numbers;
    qint64 last = 0;
    const auto isOurs = visit(text, [&](const Run &run) {
        const auto times = std::min(run.times, atMost - numbers.size());
        for (qint64 i = 0; i < times; ++i)
            numbers.append(last += run.step);
        return numbers.size() < atMost;
    });
    return isOurs ? std::optional(std::move(numbers)) : std::nullopt;
}

qint64 runs::count(QStringView text)
{
    qint64 numbers = 0;
    const auto isOurs = visit(text, [&](const Run &run) {
        numbers += run.times;
        return true;
    });
    return isOurs ? numbers : 0;
}

QString runs::appended(const QString &text, qint64 number)
{
    if (text.isEmpty())
        return packed({number});
    qint64 last = 0;
    Run run;
    visit(text, [&](const Run &next) {
        last += next.step * next.times;
        run = next;
        return true;
    });
    const auto step = number - last;
    const auto comma = text.lastIndexOf(u',');
    // The first number is no step.
    if (comma < 0 || run.step != step)
        return text + u',' + QString::number(step);
    auto longer = text.left(comma);
    write(longer, {.step = step, .times = run.times + 1});
    return longer;
}
