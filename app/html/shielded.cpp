#include "html/shielded.h"

using namespace html;

void ShieldedMarkup::restoreInto(GumboInternalNode *) const { }

ShieldedMarkup html::shielded(const QByteArray &markup, Shield)
{
    return {.bytes = markup};
}
