#pragma once

#include "formats/pagereader.h"

// Stories in JSON: a JSON Feed, an item of one, what `broadsheet-cli read` prints, an export of
// wallabag. Other JSON is left to whoever shows it as text.
class JsonFeedReader final : public PageReader
{
public:
    [[nodiscard]] bool recognises(const SavedFile &file) const override;
    [[nodiscard]] Result<QList<SavedPage>> read(const SavedFile &file) const override;
};
