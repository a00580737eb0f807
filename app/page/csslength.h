#pragma once

#include "page/typescale.h"

#include <QHash>
#include <QString>

#include <optional>

namespace page {

// The values of a style sheet in pixels and colours, for whoever does not know the others.
// https://www.w3.org/TR/css-values-4/#lengths
class CssLengths
{
public:
    // Inside an element that is set in that voice, in a story in Latin letters.
    explicit CssLengths(const Look &look, Voice voice = Voice::Text);

    void setFontSize(const std::optional<double> &pixels);

    // With the values of variables in their places.
    [[nodiscard]] QString resolved(const QString &value) const;

    // Nothing where it cannot be told: calc(), percentages of a width.
    [[nodiscard]] std::optional<double> pixels(const QString &value) const;
    [[nodiscard]] std::optional<double> fontSize(const QString &value) const;
    [[nodiscard]] std::optional<double> lineHeight(const QString &value) const;
    // As a name or "#rrggbb"; empty for what is neither, and for what shows through.
    [[nodiscard]] QString colour(const QString &value) const;

    static QString written(double pixels);

private:
    struct Number
    {
        double value = 0;
        QString unit = {};
    };
    [[nodiscard]] std::optional<Number> number(const QString &value) const;
    [[nodiscard]] std::optional<double> length(const Number &number, double em) const;

    QHash<QString, QString> m_variables;
    double m_text = 0; // Of running text: that of the root.
    double m_size = 0; // Of the element's letters,
    double m_parentSize = 0; // and of those around it.
};

} // namespace page
