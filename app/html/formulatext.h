#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace html {

// Says in a line what a formula (MathML Core) says by place: a fraction is "a/b", a power "x²", a
// root "√(a+b)". Follows the tags of one <math> element and the text between them; adds to `text`
// when it ends.
class FormulaText
{
public:
    explicit FormulaText(QString &text)
        : m_text(text)
    {
    }

    // `attributes` as written.
    void begin(QStringView name, QStringView attributes = {});
    void add(QStringView letters);
    void end();
    [[nodiscard]] bool isOpen() const { return !m_open.empty(); }

    // What stands beside each other binds differently.
    enum class Kind {
        Sign,
        Operator,
        Word,
        Number,
        Letter,
        Whole,
        Power,
        Several,
        Fraction,
        Terms
    };
    struct Part
    {
        QString text = {};
        Kind kind = Kind::Letter;
        bool startsBefore = false; // What follows stands before its base: <mprescripts>.
    };
    using Parts = std::vector<Part>;

private:
    struct Open
    {
        QString name;
        bool hasLine; // Of a fraction.
        QString letters = {};
        Parts parts = {};
    };

    static Part said(const Open &element);

    QString &m_text;
    std::vector<Open> m_open;
};

} // namespace html
