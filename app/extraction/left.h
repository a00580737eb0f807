#pragma once

#include <QtGlobal>

namespace extraction {

// Why a part of the page is not part of the story.
enum class Left : quint8 {
    Kept,
    Ignored, // Script and the like.
    Hidden,
    Navigation,
    Sharing,
    Comments,
    Newsletter,
    Advertisement,
    Consent,
    Related,
    AboutAuthor,
    Sidebar,
    Footer,
    Byline,
    Headline,
    Date,
    Tags,
    Standfirst,
    Lead, // The figure at the top.
    Figure, // Told apart as a figure, or said of a picture that is shown otherwise.
    Embed, // A player or a post from elsewhere: kept as a link.
    Repeated, // Said before: a pull quote, a paragraph for narrow screens.
    Links, // Little but links.
    Notice, // "Please enable JavaScript", "Advertisement", copyright lines.
    Form,
    Outside, // Beside, before or after the part of the page that holds the story.
    Rule // By a rule for the site.
};

} // namespace extraction
