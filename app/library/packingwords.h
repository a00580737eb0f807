#pragma once

#include <QByteArray>

namespace packing {

// What packed texts refer to. Never changed: what was packed with it could not be read any more.
// What stands at its end costs least to refer to.
QByteArray dictionary();

} // namespace packing
