#include "extraction/topofstory.h"

#include "extraction/limits.h"

namespace extraction {

int firstHeading(const PageTree &tree, int begin, int end)
{
    for (int index = begin; index < end; ++index) {
        const auto &item = tree.at(index);
        if (item.tag == Tag::Heading && item.left == Left::Kept
            && tree.isShort(index, limits::titleLength))
            return index;
    }
    return -1;
}

bool isHidden(const PageTree &tree, int index)
{
    while (index >= 0 && tree.at(index).left != Left::Hidden)
        index = tree.at(index).parent;
    return index >= 0;
}

} // namespace extraction
