#include "extraction/datatable.h"

// A table that lays out a page has prose or other tables in its cells, or a single column.
bool extraction::isDataTable(const PageTree &tree, int table)
{
    constexpr int proseLetters = 600;
    int cells = 0;
    int rows = 0;
    for (int i = table + 1; i < tree.after(table); ++i) {
        const auto &item = tree.at(i);
        if (item.tag == Tag::Table)
            return false;
        if (item.tag == Tag::Row && item.node.isElement(u"tr"))
            ++rows;
        if (item.tag == Tag::Cell) {
            ++cells;
            if (item.letters > proseLetters)
                return false;
        }
        if (item.tag == Tag::TableCaption)
            return true;
    }
    return rows > 1 && cells > rows;
}
