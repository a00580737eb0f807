#include "extraction/evidence.h"

#include <QHash>

#include <array>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

struct Words
{
    QLatin1StringView words;
    Hint hint;
};

// Words of a class name, alone or two joined: "post-share_bar" has "post", "share", "bar",
// "postshare" and "sharebar". "readmore" is a notice, since texts that unfold are called so, too.
constexpr std::array table{
    Words{"articlebody storybody bodytext bodycopy articletext storytext articlecontent "
          "postcontent entrycontent maincontent postbody entrybody storycontent richtext "
          "articlecopy posttext entrytext bodycontent newscontent newstext blogcontent "
          "pagecontent"_L1,
          Hint::Body},
    Words{"headline entrytitle articletitle posttitle storytitle"_L1, Hint::Headline},
    Words{"byline bylines author authors autor autore auteur writer contributor contributors "
          "writtenby postedby"_L1,
          Hint::Byline},
    Words{"dateline date datetime timestamp published pubdate publishdate postdate datum fecha "
          "postedon"_L1,
          Hint::Date},
    Words{"standfirst subtitle subhead subheadline dek deck chapo articlesummary articledek "
          "excerpt articlelead leadtext blurb articleabstract"_L1,
          Hint::Standfirst},
    Words{"caption captions figcaption legend imagedescription imagecaption imgcaption "
          "photocaption imgdescription imagetext bildunterschrift bildtext imgmetadata "
          "imagemeta mediacaption thumbcaption gallerytext imgtext photodescription phototext"_L1,
          Hint::Caption},
    Words{"credit credits photographer copyright imagecopyright imagecredit imgcredit "
          "photocredit imagesource bildquelle picturecredit imagelicense imagelicence"_L1,
          Hint::Credit},
    Words{"tags taglist tagcloud keywords postratings ratingstars taglinks posttags catlinks "
          "tagslinks"_L1,
          Hint::Tags},
    Words{"pullquote"_L1, Hint::PullQuote},
    Words{"comments comment commentlist commentform respond disqus customerreviews "
          "productreviews userreviews reviewlist reviewslist kommentare commentaires livefyre"_L1,
          Hint::Comments},
    Words{"share sharing shares social socials sharedaddy sharethis addthis addtoany "
          "sociallinks socialmedia sharebar sharetools toolbar"_L1,
          Hint::Sharing},
    Words{"teaser teasers similaritems similarproducts relatedproducts relateditems "
          "recentlyviewed crosssell crosssells upsell upsells alsobought linkbox furtherreading "
          "weiterlesen lireaussi related relatedposts relatedarticles relatedlinks "
          "relatedcontent recirc recirculation recommended recommendation recommendations "
          "readnext yarpp outbrain taboola zergnet mostread mostpopular trending mostviewed "
          "readalso seealso morestories morearticles morenews morefrom youmay alsolike linkcard "
          "popularposts recentposts latestnews upnext nextprev prevnext nextarticle postlist "
          "nextpost"_L1,
          Hint::Related},
    Words{"newsletter newsletters signup subscribe subscription optin mailchimp"_L1,
          Hint::Newsletter},
    Words{"ad ads advert adverts advertisement advertisements advertising adsense adsbygoogle "
          "adslot sponsor sponsored dfp promo promotion werbung anzeige publicidad"_L1,
          Hint::Advertisement},
    Words{"nav navbar navigation navi menu submenu breadcrumb breadcrumbs pagination pager "
          "paging pagenav skip skiplink masthead "
          "editsection"_L1,
          Hint::Navigation},
    Words{"sidebar sidebars widgetarea sidebarwidget widgets rail"_L1, Hint::Sidebar},
    Words{"footer colophon"_L1, Hint::Footer},
    Words{"cookie cookies consent gdpr cmpbox cmpbanner qccmp onetrust"_L1, Hint::Consent},
    Words{"authorblock authorcard aboutauthorbox authorabout abouttab bio authorbox authorbio "
          "authorinfo authordescription authorprofile aboutauthor aboutthe authorcontainer "
          "authordetail authordetails authorsection authorwrapper saboxplugin"_L1,
          Hint::AboutAuthor},
    Words{"hidden"_L1, Hint::Hidden},
    Words{"readmore popup modal overlay paywall noprint nojs advertiserdisclosure "
          "affiliatedisclosure disclaimer tooltip"_L1,
          Hint::Notice},
    Words{"video player"_L1, Hint::Video},
    Words{"gallery slideshow carousel"_L1, Hint::Gallery},
    Words{"avatar gravatar headshot logo icon emoji playicon playbutton"_L1, Hint::Avatar},
    Words{"lead hero featured"_L1, Hint::Lead},
    Words{"post posts reply answer question message commentlist topic"_L1, Hint::Post},
    Words{"inline"_L1, Hint::Inline},
    Words{"sr visuallyhidden offscreen screenreader elementinvisible"_L1, Hint::ScreenReader},
    Words{"cta ctas calltoaction leadmagnet"_L1, Hint::Action},
    Words{"userinfo usertitle userdetails userextras userrank userstats userprofile profile "
          "postprofile postfoot signature signatures sig reputation rep badges badge rank votes "
          "vote voting reactions reactionsbar flair attribution actions controls permalink "
          "postnumber postbuttons authorstats authortitle memberstats rating likes userstatus "
          "lastedited edited editedby"_L1,
          Hint::Poster},
};

const QHash<QStringView, Evidence> &wordTable()
{
    static const auto made = [] {
        static std::vector<QString> kept;
        QHash<QStringView, Evidence> words;
        kept.reserve(table.size());
        for (const auto &entry : table) {
            kept.emplace_back(entry.words);
            for (const auto word : QStringView(kept.back()).split(u' '))
                words[word] |= entry.hint;
        }
        return words;
    }();
    return made;
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
