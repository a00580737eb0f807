#include "text/credits.h"
#include "text/folding.h"
#include "text/limits.h"
#include "text/linelabels.h"
#include "text/lineshape.h"

#include <utility>

namespace text {

namespace {

// CJK brackets do the work of a colon: 【相关阅读】标题.
std::optional<QString> bracketedTitle(QStringView line)
{
    constexpr std::pair<char16_t, char16_t> brackets[]
        = {{u'\u3010', u'\u3011'}, {u'[', u']'},           {u'\uFF3B', u'\uFF3D'},
           {u'(', u')'},           {u'\u3008', u'\u3009'}, {u'\u300C', u'\u300D'}};
    for (const auto &[open, close] : brackets) {
        const auto end = line.indexOf(QChar(close));
        if (!line.isEmpty() && line.front() == QChar(open) && end > 1) {
            const auto label = folded(line.sliced(1, end - 1).trimmed());
            if (isRelatedLabel(label))
                return line.sliced(end + 1).trimmed().toString();
        }
    }
    return std::nullopt;
}

// Some label a line twice: "Related: Read also: …". A word that may begin a headline must be the
// same one again.
QString withoutLabel(const QString &title, const QString &before)
{
    const auto clean = bareLine(title);
    const auto [label, rest, marked] = labelledLine(clean);
    const auto again = marked && !rest.isEmpty() && isRelatedLabel(label)
        && (label == before || !isOrdinaryLabel(label));
    return again ? withoutLink(withoutEmphasis(rest)) : title;
}

} // namespace

QString relatedTitle(QStringView line)
{
    const auto clean = bareLine(line);
    if (clean.isEmpty() || clean.size() > limits::labelledLineCharacters)
        return {};
    if (const auto title = bracketedTitle(clean))
        return withoutLabel(withoutLink(withoutEmphasis(*title)), {});
    const auto [label, rest, marked] = labelledLine(clean);
    if (!marked || rest.isEmpty() || !isRelatedLabel(label))
        return {};
    return withoutLabel(withoutLink(withoutEmphasis(rest)), label);
}

bool isRelatedHeading(QStringView line)
{
    auto clean = bareLine(line);
    while (!clean.isEmpty()
           && QStringView(u":\uFF1A.\u2026>\u00BB\u2192\u3011\u25BC").contains(clean.back()))
        clean = clean.chopped(1).trimmed();
    while (!clean.isEmpty() && clean.front() == u'\u3010')
        clean.remove(0, 1);
    const bool colon = clean.size() != bareLine(line).size();
    const auto label = folded(clean);
    return isRelatedLabel(label) && (colon || !isOrdinaryLabel(label));
}

} // namespace text
