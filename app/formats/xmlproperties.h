#pragma once

#include "formats/propertylist.h"

namespace formats {

// Reads a property list in XML (PropertyList-1.0.dtd).
class XmlProperties
{
public:
    static Result<PropertyList> parse(const QByteArray &bytes);

private:
    class Builder;
};

} // namespace formats
