#include "dialogs/sizewords.h"

#include <QLocale>

QString sizewords::size(qint64 bytes)
{
    constexpr qint64 oneDecimalFrom = 1'000'000;
    return QLocale().formattedDataSize(bytes, bytes < oneDecimalFrom ? 0 : 1,
                                       QLocale::DataSizeSIFormat);
}
