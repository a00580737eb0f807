#pragma once

#include "support/hostilefragments.h"
#include "support/hostilemarkup.h"

#include <QTest>

namespace support {

// A row for every kind of attack, with a column "fragments".
inline void addHostileRows()
{
    QTest::addColumn<QStringList>("fragments");

    QTest::newRow("every attack") << written(hostileFragments);
    QTest::newRow("mutations") << written(mutatingMarkup);
    QTest::newRow("drawings and formulas") << written(foreignMarkup);
    QTest::newRow("names") << written(clobberingMarkup);
    QTest::newRow("styles") << written(stylingMarkup);
    QTest::newRow("addresses") << written(addressMarkup);
    QTest::newRow("encodings") << written(encodedMarkup);
}

} // namespace support
