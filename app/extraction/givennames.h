#pragma once

#include <QString>

namespace extraction {

// True when a name begins with a given name common in Europe or the Americas: what tells a person's
// blog from a company's, where the site bears the author's name.
bool beginsWithGivenName(const QString &name);

} // namespace extraction
