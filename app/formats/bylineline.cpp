#include "formats/bylineline.h"

#include "formats/block.h"
#include "text/credits.h"
#include "text/dates.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int longestByline = 200;
constexpr int longestName = 40;
constexpr qsizetype mostNameWords = 12;

QString withoutSeparator(QStringView names)
{
    static const auto separators = u"|·•–—-,"_s;
    names = names.trimmed();
    while (!names.isEmpty() && separators.contains(names.back()))
        names = names.chopped(1).trimmed();
    return names.toString();
}

// Without a mark between names and date only capitals tell a name from a sentence.
bool isCapitalised(QStringView names)
{
    constexpr qsizetype longestParticle = 3;
    const auto words = names.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(words, [](QStringView word) {
        return !word.front().isLower() || word.size() <= longestParticle;
    });
}

} // namespace

bool formats::looksLikeNames(const QString &text)
{
    if (text.size() > longestByline || endsSentence(text) || text.contains(u"://"_s))
        return false;
    static const QRegularExpression digits(uR"(\d)"_s);
    if (text.contains(digits))
        return false;
    const auto names = text::bylineNames(text, text::BylineKind::Certain);
    return !names.isEmpty() && std::ranges::all_of(names, [](const QString &name) {
        return name.size() <= longestName && name.count(u' ') <= 4 && !name.front().isLower();
    });
}

formats::BylineAndDate formats::splitByline(const QString &line)
{
    const bool dated = std::ranges::any_of(line, [](QChar one) { return one.isDigit(); });
    if (!dated || line.size() > longestByline)
        return {};
    qsizetype words = 0;
    for (auto space = line.indexOf(u' '); space > 0 && words < mostNameWords;
         space = line.indexOf(u' ', space + 1), ++words) {
        const auto rest = QStringView(line).mid(space + 1);
        if (rest.isEmpty() || !text::isDateLine(rest))
            continue;
        const auto written = QStringView(line).first(space).trimmed();
        const auto names = withoutSeparator(written);
        const bool parted = names.size() < written.size();
        if (!looksLikeNames(names) || (!parted && !isCapitalised(names)))
            return {};
        return {.names = text::bylineNames(names, text::BylineKind::Certain),
                .date = text::parseDate(rest)};
    }
    return {};
}
