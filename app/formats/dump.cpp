#include "formats/dump.h"

#include "formats/dumplayout.h"

formats::Dump formats::readDump(QString text)
{
    Dump dump{.text = std::move(text)};
    dump.references = takeReferences(dump.text);
    bool grid = false;
    dump.text = withoutGrids(dump.text, grid);
    if (!dump.references.isEmpty())
        dump.text = withPartedNotices(withMarkedHeadings(withoutColumns(dump.text)));
    if (grid || !dump.references.isEmpty())
        dump.wrapping = Wrapping::Page;
    return dump;
}
