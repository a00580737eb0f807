#include "fuzz/target.h"
#include "text/dates.h"

using namespace Qt::StringLiterals;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto written = QString::fromUtf8(fuzz::bytes(data, size));
    for (const auto order : {text::DayOrder::DayFirst, text::DayOrder::MonthFirst}) {
        const auto found = text::parseDate(written, order);
        if (!found.isValid())
            continue;
        fuzz::require(!found.offset || found.time, u"a zone without a time"_s);
        fuzz::require(!found.time || found.time->isValid(), u"an invalid time"_s);
        fuzz::require(found.sortKey().isValid(), u"a date that cannot be sorted"_s);
        const auto again = Timestamp::fromIso(found.toIso());
        fuzz::require(again.date == found.date, u"a day that does not survive: "_s + found.toIso());
    }
    const auto stamp = text::parseStamp(written);
    fuzz::require(!stamp.isValid() || stamp.sortKey().isValid(),
                  u"a stamp that tells no time: "_s + written);
    static_cast<void>(text::isDateLine(written));
    static_cast<void>(text::dateInPath(written));
    return 0;
}
