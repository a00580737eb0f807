#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <map>

namespace xml {

// The entities a document declares, as far as they can do no harm: short text without markup and
// references.
class Entities
{
public:
    // Reads the declarations of an internal subset: what stands between "[" and "]".
    void declare(QByteArrayView subset);

    // True when the name was declared. Appends what it stands for.
    bool append(QByteArrayView name, QByteArray &to);
    // True when something stood for nothing that its document means to be more.
    [[nodiscard]] bool wereRefused() const { return m_wereRefused; }

private:
    void declareOne(QByteArrayView declaration);

    std::map<QByteArray, QByteArray> m_texts;
    qsizetype m_growth = 0;
    bool m_wereRefused = false;
};

// Appends a code point in UTF-8; nothing for one that XML has not (§2.2).
void appendCharacter(char32_t code, QByteArray &to);

} // namespace xml
