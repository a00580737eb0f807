#pragma once

#include "page/light.h"
#include "reading/lighttables.h"

class QTextTable;

// Photos side by side, which a QTextDocument knows as tables only: they stand where the grid of the
// web page has them.
namespace lightgalleries {

lighttables::Below settle(QTextTable &table, const page::LightSetting &setting,
                          const lighttables::Around &around);

} // namespace lightgalleries
