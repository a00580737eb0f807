#pragma once

#include <QString>

// Stories as long as few are, in HTML; every piece of them differs from the others.
namespace support {

inline QString longSentence(int number)
{
    return QStringLiteral(
               "On crossing %1 the ferry left the pier an hour late, and nobody on the quay "
               "had counted who went on board. ")
        .arg(number);
}

inline QString longParagraphs(int characters)
{
    QString html;
    for (int number = 0; html.size() < characters; ++number) {
        if (number % 25 == 0)
            html += QStringLiteral("<h2>Season %1</h2>").arg(number / 25);
        html += QStringLiteral("<p>") + longSentence(number)
            + QStringLiteral("<em>Ask me</em> tomorrow about <a href=\"https://a.example/\">trip "
                             "%1</a>, said the mate, who went below &amp; slept.</p>")
                  .arg(number);
    }
    return html;
}

inline QString oneParagraph(int characters)
{
    QString html = QStringLiteral("<p>");
    for (int number = 0; html.size() < characters; ++number)
        html += number % 10 == 3
            ? QStringLiteral("<em>") + longSentence(number) + QStringLiteral("</em>")
            : longSentence(number);
    return html + QStringLiteral("</p>");
}

inline QString longTableOf(int rows)
{
    QString html = QStringLiteral("<table><thead><tr><th>Day</th><th>Boat</th><th>What was written "
                                  "down</th></tr></thead><tbody>");
    for (int number = 0; number < rows; ++number)
        html += QStringLiteral(
                    "<tr><td>Day %1</td><td>Ferry %2</td><td>Left an hour late with %3 on "
                    "board, as far as anybody counted</td></tr>")
                    .arg(number)
                    .arg(number % 7)
                    .arg(number * 3 % 211);
    return html + QStringLiteral("</tbody></table>");
}

inline QString longListOf(int items)
{
    QString html = QStringLiteral("<p>All of them:</p><ol>");
    for (int number = 0; number < items; ++number)
        html += QStringLiteral("<li>Crossing %1, in fog as thick as wool</li>").arg(number);
    return html + QStringLiteral("</ol><p>That was all.</p>");
}

} // namespace support
