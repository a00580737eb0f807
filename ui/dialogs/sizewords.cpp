#include "dialogs/sizewords.h"

#include <QLocale>

QString sizewords::counted(qint64 number, const QString &one, const QString &several)
{
    return number == 1 ? one : several.arg(QLocale().toString(number));
}

QString sizewords::size(qint64 bytes)
{
    constexpr qint64 oneDecimalFrom = 1'000'000;
    return QLocale().formattedDataSize(bytes, bytes < oneDecimalFrom ? 0 : 1,
                                       QLocale::DataSizeSIFormat);
}
