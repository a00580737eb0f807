#pragma once

#include "xml/entities.h"

namespace xml {

// Puts characters for references in text and values (XML §4.1).
class References
{
public:
    // Appends text with its references replaced. What is no reference stays as it is; then the
    // answer is false.
    bool replace(QByteArrayView text, QByteArray &to);

    Entities &entities() { return m_entities; }

private:
    // How many bytes from "&" on were replaced; 0 for none.
    qsizetype replaceOne(QByteArrayView from, QByteArray &to);

    Entities m_entities;
    QByteArray m_one; // What one reference stands for.
};

} // namespace xml
