#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace html {

// Says by signs what a formula says by place: a fraction is "a/b", a power "x^2". Follows the tags
// of one <math> element and adds to the text that stands between them.
class FormulaText
{
public:
    explicit FormulaText(QString &text)
        : m_text(text)
    {
    }

    void begin(QStringView name);
    void end();
    [[nodiscard]] bool isOpen() const { return !m_open.empty(); }

private:
    struct Open
    {
        QString name;
        qsizetype start; // In the text.
        int parts = 0;
    };

    QString &m_text;
    std::vector<Open> m_open;
};

} // namespace html
