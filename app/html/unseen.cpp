#include "html/unseen.h"

#include "html/limits.h"

#include <QByteArray>
#include <QString>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestNumber = 20;
constexpr qsizetype longestStyle = 4096;

// Pixels; a percentage is no size of its own.
bool isTiny(QStringView side)
{
    const auto written = side.trimmed().left(longestNumber).toLatin1();
    char *end = nullptr;
    const auto size = std::strtod(written.constData(), &end);
    return end != written.constData() && *end != '%' && size <= html::limits::pixelSide;
}

} // namespace

bool html::makesUnseen(QStringView name, QStringView value)
{
    if (name == "width"_L1 || name == "height"_L1)
        return isTiny(value);
    if (name != "style"_L1)
        return name == "hidden"_L1;
    const auto compact = value.left(longestStyle).toString().toLower().remove(u' ');
    return compact.contains("display:none"_L1) || compact.contains("visibility:hidden"_L1);
}
