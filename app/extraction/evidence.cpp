#include "extraction/evidence.h"

#include <QHash>

#include <array>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

struct Word
{
    QLatin1StringView word;
    Hint hint;
};

// Words of a class name, alone or two joined: "post-share_bar" has "post", "share", "bar",
// "postshare" and "sharebar".
constexpr std::array words{
    Word{"articlebody"_L1, Hint::Body},
    Word{"storybody"_L1, Hint::Body},
    Word{"bodytext"_L1, Hint::Body},
    Word{"bodycopy"_L1, Hint::Body},
    Word{"articletext"_L1, Hint::Body},
    Word{"storytext"_L1, Hint::Body},
    Word{"articlecontent"_L1, Hint::Body},
    Word{"postcontent"_L1, Hint::Body},
    Word{"entrycontent"_L1, Hint::Body},
    Word{"maincontent"_L1, Hint::Body},
    Word{"postbody"_L1, Hint::Body},
    Word{"entrybody"_L1, Hint::Body},
    Word{"storycontent"_L1, Hint::Body},
    Word{"richtext"_L1, Hint::Body},
    Word{"headline"_L1, Hint::Headline},
    Word{"byline"_L1, Hint::Byline},
    Word{"bylines"_L1, Hint::Byline},
    Word{"author"_L1, Hint::Byline},
    Word{"authors"_L1, Hint::Byline},
    Word{"autor"_L1, Hint::Byline},
    Word{"autore"_L1, Hint::Byline},
    Word{"auteur"_L1, Hint::Byline},
    Word{"writer"_L1, Hint::Byline},
    Word{"contributor"_L1, Hint::Byline},
    Word{"contributors"_L1, Hint::Byline},
    Word{"dateline"_L1, Hint::Date},
    Word{"date"_L1, Hint::Date},
    Word{"datetime"_L1, Hint::Date},
    Word{"timestamp"_L1, Hint::Date},
    Word{"published"_L1, Hint::Date},
    Word{"pubdate"_L1, Hint::Date},
    Word{"publishdate"_L1, Hint::Date},
    Word{"postdate"_L1, Hint::Date},
    Word{"datum"_L1, Hint::Date},
    Word{"fecha"_L1, Hint::Date},
    Word{"standfirst"_L1, Hint::Standfirst},
    Word{"subtitle"_L1, Hint::Standfirst},
    Word{"subhead"_L1, Hint::Standfirst},
    Word{"subheadline"_L1, Hint::Standfirst},
    Word{"dek"_L1, Hint::Standfirst},
    Word{"deck"_L1, Hint::Standfirst},
    Word{"chapo"_L1, Hint::Standfirst},
    Word{"teaser"_L1, Hint::Related},
    Word{"teasers"_L1, Hint::Related},
    Word{"caption"_L1, Hint::Caption},
    Word{"captions"_L1, Hint::Caption},
    Word{"figcaption"_L1, Hint::Caption},
    Word{"legend"_L1, Hint::Caption},
    Word{"credit"_L1, Hint::Credit},
    Word{"credits"_L1, Hint::Credit},
    Word{"photographer"_L1, Hint::Credit},
    Word{"copyright"_L1, Hint::Credit},
    Word{"tags"_L1, Hint::Tags},
    Word{"taglist"_L1, Hint::Tags},
    Word{"tagcloud"_L1, Hint::Tags},
    Word{"keywords"_L1, Hint::Tags},
    Word{"pullquote"_L1, Hint::PullQuote},
    Word{"comments"_L1, Hint::Comments},
    Word{"comment"_L1, Hint::Comments},
    Word{"commentlist"_L1, Hint::Comments},
    Word{"commentform"_L1, Hint::Comments},
    Word{"respond"_L1, Hint::Comments},
    Word{"disqus"_L1, Hint::Comments},
    Word{"userinfo"_L1, Hint::Poster},
    Word{"usertitle"_L1, Hint::Poster},
    Word{"userdetails"_L1, Hint::Poster},
    Word{"userextras"_L1, Hint::Poster},
    Word{"userrank"_L1, Hint::Poster},
    Word{"userstats"_L1, Hint::Poster},
    Word{"userprofile"_L1, Hint::Poster},
    Word{"profile"_L1, Hint::Poster},
    Word{"postprofile"_L1, Hint::Poster},
    Word{"postfoot"_L1, Hint::Poster},
    Word{"signature"_L1, Hint::Poster},
    Word{"signatures"_L1, Hint::Poster},
    Word{"sig"_L1, Hint::Poster},
    Word{"reputation"_L1, Hint::Poster},
    Word{"rep"_L1, Hint::Poster},
    Word{"badges"_L1, Hint::Poster},
    Word{"badge"_L1, Hint::Poster},
    Word{"rank"_L1, Hint::Poster},
    Word{"votes"_L1, Hint::Poster},
    Word{"vote"_L1, Hint::Poster},
    Word{"voting"_L1, Hint::Poster},
    Word{"reactions"_L1, Hint::Poster},
    Word{"reactionsbar"_L1, Hint::Poster},
    Word{"flair"_L1, Hint::Poster},
    Word{"attribution"_L1, Hint::Poster},
    Word{"actions"_L1, Hint::Poster},
    Word{"controls"_L1, Hint::Poster},
    Word{"permalink"_L1, Hint::Poster},
    Word{"postnumber"_L1, Hint::Poster},
    Word{"postbuttons"_L1, Hint::Poster},
    Word{"authorstats"_L1, Hint::Poster},
    Word{"authortitle"_L1, Hint::Poster},
    Word{"memberstats"_L1, Hint::Poster},
    Word{"rating"_L1, Hint::Poster},
    Word{"likes"_L1, Hint::Poster},
    Word{"userstatus"_L1, Hint::Poster},
    Word{"lastedited"_L1, Hint::Poster},
    Word{"edited"_L1, Hint::Poster},
    Word{"editedby"_L1, Hint::Poster},
    Word{"similaritems"_L1, Hint::Related},
    Word{"similarproducts"_L1, Hint::Related},
    Word{"relatedproducts"_L1, Hint::Related},
    Word{"relateditems"_L1, Hint::Related},
    Word{"recentlyviewed"_L1, Hint::Related},
    Word{"crosssell"_L1, Hint::Related},
    Word{"crosssells"_L1, Hint::Related},
    Word{"upsell"_L1, Hint::Related},
    Word{"upsells"_L1, Hint::Related},
    Word{"alsobought"_L1, Hint::Related},
    Word{"linkbox"_L1, Hint::Related},
    Word{"furtherreading"_L1, Hint::Related},
    Word{"weiterlesen"_L1, Hint::Related},
    Word{"lireaussi"_L1, Hint::Related},
    Word{"imagedescription"_L1, Hint::Caption},
    Word{"imagecaption"_L1, Hint::Caption},
    Word{"imgcaption"_L1, Hint::Caption},
    Word{"photocaption"_L1, Hint::Caption},
    Word{"imgdescription"_L1, Hint::Caption},
    Word{"imagetext"_L1, Hint::Caption},
    Word{"bildunterschrift"_L1, Hint::Caption},
    Word{"bildtext"_L1, Hint::Caption},
    Word{"imgmetadata"_L1, Hint::Caption},
    Word{"imagemeta"_L1, Hint::Caption},
    Word{"mediacaption"_L1, Hint::Caption},
    Word{"thumbcaption"_L1, Hint::Caption},
    Word{"gallerytext"_L1, Hint::Caption},
    Word{"imgtext"_L1, Hint::Caption},
    Word{"photodescription"_L1, Hint::Caption},
    Word{"phototext"_L1, Hint::Caption},
    Word{"imagecopyright"_L1, Hint::Credit},
    Word{"imagecredit"_L1, Hint::Credit},
    Word{"imgcredit"_L1, Hint::Credit},
    Word{"photocredit"_L1, Hint::Credit},
    Word{"imagesource"_L1, Hint::Credit},
    Word{"bildquelle"_L1, Hint::Credit},
    Word{"picturecredit"_L1, Hint::Credit},
    Word{"imagelicense"_L1, Hint::Credit},
    Word{"imagelicence"_L1, Hint::Credit},
    Word{"customerreviews"_L1, Hint::Comments},
    Word{"productreviews"_L1, Hint::Comments},
    Word{"userreviews"_L1, Hint::Comments},
    Word{"reviewlist"_L1, Hint::Comments},
    Word{"reviewslist"_L1, Hint::Comments},
    Word{"postratings"_L1, Hint::Tags},
    Word{"ratingstars"_L1, Hint::Tags},
    Word{"authorblock"_L1, Hint::AboutAuthor},
    Word{"authorcard"_L1, Hint::AboutAuthor},
    Word{"aboutauthorbox"_L1, Hint::AboutAuthor},
    Word{"authorabout"_L1, Hint::AboutAuthor},
    Word{"abouttab"_L1, Hint::AboutAuthor},
    Word{"post"_L1, Hint::Post},
    Word{"posts"_L1, Hint::Post},
    Word{"reply"_L1, Hint::Post},
    Word{"answer"_L1, Hint::Post},
    Word{"question"_L1, Hint::Post},
    Word{"message"_L1, Hint::Post},
    Word{"commentlist"_L1, Hint::Post},
    Word{"topic"_L1, Hint::Post},
    Word{"kommentare"_L1, Hint::Comments},
    Word{"commentaires"_L1, Hint::Comments},
    Word{"livefyre"_L1, Hint::Comments},
    Word{"share"_L1, Hint::Sharing},
    Word{"sharing"_L1, Hint::Sharing},
    Word{"shares"_L1, Hint::Sharing},
    Word{"social"_L1, Hint::Sharing},
    Word{"socials"_L1, Hint::Sharing},
    Word{"sharedaddy"_L1, Hint::Sharing},
    Word{"sharethis"_L1, Hint::Sharing},
    Word{"addthis"_L1, Hint::Sharing},
    Word{"addtoany"_L1, Hint::Sharing},
    Word{"sociallinks"_L1, Hint::Sharing},
    Word{"socialmedia"_L1, Hint::Sharing},
    Word{"sharebar"_L1, Hint::Sharing},
    Word{"sharetools"_L1, Hint::Sharing},
    Word{"toolbar"_L1, Hint::Sharing},
    Word{"related"_L1, Hint::Related},
    Word{"relatedposts"_L1, Hint::Related},
    Word{"relatedarticles"_L1, Hint::Related},
    Word{"relatedlinks"_L1, Hint::Related},
    Word{"relatedcontent"_L1, Hint::Related},
    Word{"recirc"_L1, Hint::Related},
    Word{"recirculation"_L1, Hint::Related},
    Word{"recommended"_L1, Hint::Related},
    Word{"recommendation"_L1, Hint::Related},
    Word{"recommendations"_L1, Hint::Related},
    Word{"readmore"_L1, Hint::Notice}, // Of a text that unfolds, too.
    Word{"readnext"_L1, Hint::Related},
    Word{"yarpp"_L1, Hint::Related},
    Word{"outbrain"_L1, Hint::Related},
    Word{"taboola"_L1, Hint::Related},
    Word{"zergnet"_L1, Hint::Related},
    Word{"mostread"_L1, Hint::Related},
    Word{"mostpopular"_L1, Hint::Related},
    Word{"trending"_L1, Hint::Related},
    Word{"newsletter"_L1, Hint::Newsletter},
    Word{"newsletters"_L1, Hint::Newsletter},
    Word{"signup"_L1, Hint::Newsletter},
    Word{"subscribe"_L1, Hint::Newsletter},
    Word{"subscription"_L1, Hint::Newsletter},
    Word{"optin"_L1, Hint::Newsletter},
    Word{"mailchimp"_L1, Hint::Newsletter},
    Word{"ad"_L1, Hint::Advertisement},
    Word{"ads"_L1, Hint::Advertisement},
    Word{"advert"_L1, Hint::Advertisement},
    Word{"adverts"_L1, Hint::Advertisement},
    Word{"advertisement"_L1, Hint::Advertisement},
    Word{"advertisements"_L1, Hint::Advertisement},
    Word{"advertising"_L1, Hint::Advertisement},
    Word{"adsense"_L1, Hint::Advertisement},
    Word{"adsbygoogle"_L1, Hint::Advertisement},
    Word{"adslot"_L1, Hint::Advertisement},
    Word{"sponsor"_L1, Hint::Advertisement},
    Word{"sponsored"_L1, Hint::Advertisement},
    Word{"dfp"_L1, Hint::Advertisement},
    Word{"promo"_L1, Hint::Advertisement},
    Word{"promotion"_L1, Hint::Advertisement},
    Word{"werbung"_L1, Hint::Advertisement},
    Word{"anzeige"_L1, Hint::Advertisement},
    Word{"publicidad"_L1, Hint::Advertisement},
    Word{"nav"_L1, Hint::Navigation},
    Word{"navbar"_L1, Hint::Navigation},
    Word{"navigation"_L1, Hint::Navigation},
    Word{"navi"_L1, Hint::Navigation},
    Word{"menu"_L1, Hint::Navigation},
    Word{"submenu"_L1, Hint::Navigation},
    Word{"breadcrumb"_L1, Hint::Navigation},
    Word{"breadcrumbs"_L1, Hint::Navigation},
    Word{"pagination"_L1, Hint::Navigation},
    Word{"pager"_L1, Hint::Navigation},
    Word{"paging"_L1, Hint::Navigation},
    Word{"pagenav"_L1, Hint::Navigation},
    Word{"skip"_L1, Hint::Navigation},
    Word{"skiplink"_L1, Hint::Navigation},
    Word{"masthead"_L1, Hint::Navigation},
    Word{"sidebar"_L1, Hint::Sidebar},
    Word{"sidebars"_L1, Hint::Sidebar},
    Word{"widgetarea"_L1, Hint::Sidebar},
    Word{"sidebarwidget"_L1, Hint::Sidebar},
    Word{"widgets"_L1, Hint::Sidebar},
    Word{"rail"_L1, Hint::Sidebar},
    Word{"footer"_L1, Hint::Footer},
    Word{"colophon"_L1, Hint::Footer},
    Word{"cookie"_L1, Hint::Consent},
    Word{"cookies"_L1, Hint::Consent},
    Word{"consent"_L1, Hint::Consent},
    Word{"gdpr"_L1, Hint::Consent},
    Word{"cmpbox"_L1, Hint::Consent},
    Word{"cmpbanner"_L1, Hint::Consent},
    Word{"qccmp"_L1, Hint::Consent},
    Word{"onetrust"_L1, Hint::Consent},
    Word{"bio"_L1, Hint::AboutAuthor},
    Word{"authorbox"_L1, Hint::AboutAuthor},
    Word{"authorbio"_L1, Hint::AboutAuthor},
    Word{"hidden"_L1, Hint::Hidden},
    Word{"popup"_L1, Hint::Notice},
    Word{"modal"_L1, Hint::Notice},
    Word{"overlay"_L1, Hint::Notice},
    Word{"paywall"_L1, Hint::Notice},
    Word{"noprint"_L1, Hint::Notice},
    Word{"video"_L1, Hint::Video},
    Word{"player"_L1, Hint::Video},
    Word{"gallery"_L1, Hint::Gallery},
    Word{"slideshow"_L1, Hint::Gallery},
    Word{"carousel"_L1, Hint::Gallery},
    Word{"avatar"_L1, Hint::Avatar},
    Word{"gravatar"_L1, Hint::Avatar},
    Word{"headshot"_L1, Hint::Avatar},
    Word{"logo"_L1, Hint::Avatar},
    Word{"icon"_L1, Hint::Avatar},
    Word{"playicon"_L1, Hint::Avatar},
    Word{"playbutton"_L1, Hint::Avatar},
    Word{"emoji"_L1, Hint::Avatar},
    Word{"lead"_L1, Hint::Lead},
    Word{"hero"_L1, Hint::Lead},
    Word{"featured"_L1, Hint::Lead},
    Word{"inline"_L1, Hint::Inline},
    Word{"sr"_L1, Hint::ScreenReader},
    Word{"visuallyhidden"_L1, Hint::ScreenReader},
    Word{"offscreen"_L1, Hint::ScreenReader},
    Word{"articlecopy"_L1, Hint::Body},
    Word{"posttext"_L1, Hint::Body},
    Word{"entrytext"_L1, Hint::Body},
    Word{"bodycontent"_L1, Hint::Body},
    Word{"newscontent"_L1, Hint::Body},
    Word{"newstext"_L1, Hint::Body},
    Word{"blogcontent"_L1, Hint::Body},
    Word{"pagecontent"_L1, Hint::Body},
    Word{"entrytitle"_L1, Hint::Headline},
    Word{"articletitle"_L1, Hint::Headline},
    Word{"posttitle"_L1, Hint::Headline},
    Word{"storytitle"_L1, Hint::Headline},
    Word{"writtenby"_L1, Hint::Byline},
    Word{"postedby"_L1, Hint::Byline},
    Word{"postedon"_L1, Hint::Date},
    Word{"articlesummary"_L1, Hint::Standfirst},
    Word{"articledek"_L1, Hint::Standfirst},
    Word{"authorinfo"_L1, Hint::AboutAuthor},
    Word{"authordescription"_L1, Hint::AboutAuthor},
    Word{"authorprofile"_L1, Hint::AboutAuthor},
    Word{"aboutauthor"_L1, Hint::AboutAuthor},
    Word{"aboutthe"_L1, Hint::AboutAuthor},
    Word{"mostviewed"_L1, Hint::Related},
    Word{"readalso"_L1, Hint::Related},
    Word{"seealso"_L1, Hint::Related},
    Word{"morestories"_L1, Hint::Related},
    Word{"morearticles"_L1, Hint::Related},
    Word{"morenews"_L1, Hint::Related},
    Word{"morefrom"_L1, Hint::Related},
    Word{"youmay"_L1, Hint::Related},
    Word{"alsolike"_L1, Hint::Related},
    Word{"linkcard"_L1, Hint::Related},
    Word{"popularposts"_L1, Hint::Related},
    Word{"recentposts"_L1, Hint::Related},
    Word{"latestnews"_L1, Hint::Related},
    Word{"upnext"_L1, Hint::Related},
    Word{"taglinks"_L1, Hint::Tags},
    Word{"posttags"_L1, Hint::Tags},
    Word{"catlinks"_L1, Hint::Tags},
    Word{"tagslinks"_L1, Hint::Tags},
    Word{"screenreader"_L1, Hint::ScreenReader},
    Word{"elementinvisible"_L1, Hint::ScreenReader},
    Word{"nojs"_L1, Hint::Notice},
};

const QHash<QStringView, Evidence> &wordTable()
{
    static const auto table = [] {
        static std::vector<QString> kept;
        kept.reserve(words.size());
        QHash<QStringView, Evidence> made;
        for (const auto &entry : words) {
            kept.emplace_back(entry.word);
            made[kept.back()] |= entry.hint;
        }
        return made;
    }();
    return table;
}

bool endsWord(QChar letter, QChar next)
{
    return !next.isLetter() || (letter.isLower() && next.isUpper());
}

// The end of a number drawn by chance, "0ad34e", or of a size, "300x250": letters after digits are
// no words. `at` when none begins there.
qsizetype endOfNumber(QStringView text, qsizetype at)
{
    auto end = at;
    bool digit = false;
    bool mixed = false;
    for (; end < text.size() && text[end].isLetterOrNumber(); ++end) {
        mixed = mixed || (digit && text[end].isLetter());
        digit = text[end].isDigit();
    }
    return mixed ? end : at;
}

} // namespace

Evidence evidenceIn(QStringView classOrId)
{
    Evidence found;
    QString previous;
    QString word;
    bool inName = false;
    for (qsizetype at = 0; at < classOrId.size(); ++at) {
        if (!inName) {
            const auto end = endOfNumber(classOrId, at);
            if (end > at) {
                previous.clear();
                at = end - 1;
                continue;
            }
        }
        const auto letter = classOrId[at];
        inName = letter.isLetterOrNumber();
        if (!letter.isLetter()) {
            // Only white space parts one class from the next; "-" and "_" join words.
            if (letter.isSpace())
                previous.clear();
            continue;
        }
        word += letter.toLower();
        const auto next = at + 1 < classOrId.size() ? classOrId[at + 1] : QChar(u' ');
        if (!endsWord(letter, next))
            continue;
        found |= wordTable().value(word);
        if (!previous.isEmpty())
            found |= wordTable().value(QString(previous + word));
        std::swap(previous, word);
        word.clear();
    }
    return found;
}

} // namespace extraction
