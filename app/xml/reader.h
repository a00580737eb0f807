#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <span>

namespace xml {

// The name of an element or attribute. Within one reading the same names have the same pointers.
struct Name
{
    QByteArrayView local = {};
    QByteArrayView prefix = {}; // As written; it may be undeclared.
    QByteArrayView space = {}; // The namespace; empty where there is none.

    bool operator==(const Name &) const = default;
};

struct Attribute
{
    Name name;
    QByteArrayView value;
};
using Attributes = std::span<const Attribute>;

// The value of the first attribute of that name, whatever its prefix; empty when it is missing.
QByteArrayView valueOf(Attributes attributes, QByteArrayView local);

// Takes a document as it is read, so that a large one need not be held in memory twice. What the
// views show is valid during the call.
class Events
{
public:
    virtual ~Events() = default;

    virtual void startElement(const Name &name, Attributes attributes) = 0;
    virtual void endElement(const Name &name) = 0;
    virtual void text(QByteArrayView utf8) = 0; // In pieces; CDATA too.
    // True when the rest need not be read.
    [[nodiscard]] virtual bool isDone() const { return false; }
};

// Reads untrusted XML (XML 1.0, Namespaces in XML 1.0) and says what was wrong with it; nothing for
// a flawless document. Every document of the wild is read as far as it can be, where the standard
// tells a processor to give up at the first fault: bare "&" and "<" are text, an end tag closes
// what it names, other ones are passed over, and what is still open ends with the document.
//
// Nothing is fetched or opened: external subsets and entities are left alone. Entities that the
// document declares as short text stand for it within limits::entityGrowth, others for nothing;
// names of HTML stand for their characters.
QString read(QByteArrayView utf8, Events &events);

} // namespace xml
