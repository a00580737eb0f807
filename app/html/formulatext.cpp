#include "html/formulatext.h"

using namespace Qt::StringLiterals;

namespace html {

void FormulaText::begin(QStringView name)
{
    if (isOpen()) {
        auto &above = m_open.back();
        if (++above.parts == 2 && above.name == "mfrac"_L1)
            m_text += u'/';
        else if (above.parts == 2 && above.name == "msup"_L1)
            m_text += u'^';
    }
    m_open.push_back({.name = name.toString(), .start = m_text.size()});
}

void FormulaText::end()
{
    if (!isOpen())
        return;
    const auto ended = m_open.back();
    m_open.pop_back();
    if (!isOpen() || ended.parts < 2 || ended.name != "mrow"_L1)
        return;
    // Several things that a fraction's line or a power's height holds together.
    const auto &above = m_open.back().name;
    if (above == "mfrac"_L1 || above == "msup"_L1) {
        m_text.insert(ended.start, u'(');
        m_text += u')';
    }
}

} // namespace html
