#pragma once

#include "xml/reader.h"

#include <deque>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace xml {

// The elements that are open while a document is read, with their namespaces: tells its events.
class Elements
{
public:
    explicit Elements(Events &events);

    // A start tag: its name, its attributes, then the event. Views stay valid as long as the
    // document; decoded values are copied.
    void begin(QByteArrayView name);
    void add(QByteArrayView name, QByteArrayView value);
    void addDecoded(QByteArrayView name, const QByteArray &value);
    void tellStart();

    void endInnermost();
    // An end tag. False when it fits not the innermost element.
    bool end(QByteArrayView name);
    void closeAll();

    [[nodiscard]] bool areOpen() const { return !m_open.empty(); }
    [[nodiscard]] bool wasRoot() const { return m_wasRoot; }
    [[nodiscard]] bool wereTooDeep() const { return m_wereTooDeep; }
    // "</name"; empty when none is open.
    [[nodiscard]] QByteArray endTagOfInnermost() const;

private:
    struct Open
    {
        Name name;
        QByteArrayView written;
        std::size_t namespaces = 0; // Declared around it.
    };
    struct Declared
    {
        QByteArrayView prefix;
        QByteArrayView space;
    };
    struct Parts
    {
        QByteArrayView prefix;
        QByteArrayView local;
    };

    Parts partsOf(QByteArrayView name);
    QByteArrayView interned(QByteArrayView word);
    [[nodiscard]] QByteArrayView spaceOf(QByteArrayView prefix) const;
    void declareNamespaces();

    Events &m_events;
    std::vector<Open> m_open;
    std::vector<Declared> m_namespaces;
    std::vector<Attribute> m_attributes;
    std::deque<QByteArray> m_decoded; // Values of the tag that is being read.
    QByteArrayView m_name;
    std::unordered_map<std::string_view, Parts> m_parts;
    std::unordered_map<std::string_view, QByteArray> m_words;
    qsizetype m_passedThrough = 0; // Elements nested too deep, that are open.
    bool m_wasRoot = false;
    bool m_wereTooDeep = false;
};

} // namespace xml
