#pragma once

#include "html/pictures.h"
#include "model/savedpage.h"

namespace extraction {

// What was found in a page with what the file itself states, which outranks it, and with the
// pictures that it shows.
Article completed(Article found, const SavedPage &page, const html::EmbeddedPictures &embedded);

} // namespace extraction
