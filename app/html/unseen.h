#pragma once

#include <QStringView>

namespace html {

// True for an attribute of an <img>, its name in lower case, by which the picture is none to look
// at: one that counts readers or fills space.
bool makesUnseen(QStringView name, QStringView value);

} // namespace html
