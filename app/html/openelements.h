#pragma once

#include <QByteArrayView>

#include <array>
#include <vector>

namespace html {

// What can be said of an element by its name alone.
struct ElementTraits
{
    bool isVoid = false; // <br>: never open.
    bool endsByItself = false; // <p>, <li>, <td>: the parser closes it where the next one begins.
    bool isFormatting = false; // <b>: opened again in every block until its end tag comes.
    bool isRawText = false; // <script>: holds letters only.
    bool isScope = false; // <table>: end tags inside end nothing outside.
    bool isCell = false; // Where formatting ends: parts of a table, and tables.
    bool isHtml = false; // Known to HTML, not to be met in a drawing or a formula.
};

ElementTraits traitsOf(QByteArrayView name);

// Which elements the parser may have open, guessed so that it never has many more. Names are views
// into the markup.
class OpenElements
{
public:
    // False when one more would be too many: its tag is to be left out.
    bool open(QByteArrayView name, const ElementTraits &traits, bool isSelfClosing);
    // False when the end tag belongs to a start tag that was left out.
    bool close(QByteArrayView name, const ElementTraits &traits);

    // True inside <svg> and <math>, where other rules hold.
    [[nodiscard]] bool isForeign() const { return !m_open.empty() && m_open.back().isForeign; }
    // True inside <select>, where the parser passes by most tags.
    [[nodiscard]] bool isInSelect() const;

private:
    struct Open
    {
        QByteArrayView name;
        bool isFormatting;
        bool isScope;
        bool isForeign;
    };

    [[nodiscard]] bool foreignInside(QByteArrayView name) const;
    void resetFormatting();

    std::vector<Open> m_open;
    std::array<int, 256> m_leftOut = {}; // Start tags, by a hash of their names.
    std::array<int, 256> m_formatting = {}; // Open ones, by a hash of their names.
    int m_allFormatting = 0;
};

} // namespace html
