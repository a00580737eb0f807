#include "feeds/knownsites.h"

#include <QList>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

// Addresses are compared without their scheme, "www." and "m.": host in lower case, path, "?" and
// query if there is one. In a feed's address, \1 … stand for what is in parentheses.
struct KnownForm
{
    const char16_t *pattern;
    std::array<const char16_t *, 3> feeds = {};
};

// Of these the first that fits counts. Forms without feeds are pages that name theirs themselves.
constexpr std::array knownForms{
    // Videos.
    KnownForm{u"youtube\\.com/(?:playlist|watch)\\?(?:.*&)?list=((?:PL|UU|OL|FL)[\\w-]+)",
              {u"https://www.youtube.com/feeds/videos.xml?playlist_id=\\1"}},
    KnownForm{u"youtube\\.com/channel/(UC[\\w-]+)(?:[/?].*)?",
              {u"https://www.youtube.com/feeds/videos.xml?channel_id=\\1"}},
    KnownForm{u"youtube\\.com/user/([\\w-]+)(?:[/?].*)?",
              {u"https://www.youtube.com/feeds/videos.xml?user=\\1"}},
    KnownForm{u"(?:youtube\\.com|youtu\\.be)/.*"},
    KnownForm{u"vimeo\\.com/((?:channels|groups)/[\\w-]+)", {u"https://vimeo.com/\\1/videos/rss"}},
    KnownForm{u"vimeo\\.com/([a-z][\\w-]+)(?:/videos)?/?", {u"https://vimeo.com/\\1/videos/rss"}},
    KnownForm{u"dailymotion\\.com/([\\w-]+)/?", {u"https://www.dailymotion.com/rss/user/\\1"}},
    KnownForm{u"odysee\\.com/(@[^/?]+)", {u"https://odysee.com/$/rss/\\1"}},
    KnownForm{u"rumble\\.com/.*"},
    KnownForm{u"twitch\\.tv/.*"},
    // Forums of links.
    KnownForm{u"(?:[a-z]+\\.)?reddit\\.com/((?:r|user|u)/[\\w-]+(?:/m/[\\w-]+)?)"
              u"((?:/(?:new|top|hot|rising|submitted|comments))?)/?(?:\\?.*)?",
              {u"https://www.reddit.com/\\1\\2/.rss"}},
    KnownForm{u"(?:[a-z]+\\.)?reddit\\.com/(r/[\\w-]+/comments/\\w+)(?:/.*)?",
              {u"https://www.reddit.com/\\1/.rss"}},
    KnownForm{u"(?:[a-z]+\\.)?reddit\\.com/?", {u"https://www.reddit.com/.rss"}},
    KnownForm{u"news\\.ycombinator\\.com/.*", {u"https://news.ycombinator.com/rss"}},
    KnownForm{u"lobste\\.rs/t/([\\w,-]+)", {u"https://lobste.rs/t/\\1.rss"}},
    KnownForm{u"lobste\\.rs/.*", {u"https://lobste.rs/rss"}},
    // Programs.
    KnownForm{u"github\\.com/([\\w-]+/[\\w.-]+)/commits/([^?]+?)/?",
              {u"https://github.com/\\1/commits/\\2.atom"}},
    KnownForm{u"github\\.com/([\\w-]+/[\\w.-]+)/tags.*", {u"https://github.com/\\1/tags.atom"}},
    KnownForm{u"github\\.com/([\\w-]+/[\\w.-]+)/commits/?",
              {u"https://github.com/\\1/commits.atom"}},
    KnownForm{u"github\\.com/([\\w-]+/[\\w-]+/discussions)(?:/.*)?",
              {u"https://github.com/\\1.atom"}},
    KnownForm{u"github\\.com/([\\w-]+/[\\w.-]+)(?:/.*)?",
              {u"https://github.com/\\1/releases.atom", u"https://github.com/\\1/commits.atom",
               u"https://github.com/\\1/tags.atom"}},
    KnownForm{u"github\\.com/([\\w-]+)/?(?:\\?.*)?", {u"https://github.com/\\1.atom"}},
    KnownForm{u"gitlab\\.com/([\\w./-]+?)/-/releases.*",
              {u"https://gitlab.com/\\1/-/releases.atom"}},
    KnownForm{u"gitlab\\.com/([\\w./-]+?)/-/commits/([\\w.-]+).*",
              {u"https://gitlab.com/\\1/-/commits/\\2?format=atom"}},
    KnownForm{u"gitlab\\.com/([\\w.-]+/[\\w./-]+?)(?:/-/.*)?/?",
              {u"https://gitlab.com/\\1/-/tags?format=atom", u"https://gitlab.com/\\1.atom"}},
    KnownForm{u"codeberg\\.org/([\\w.-]+/[\\w.-]+)(?:/.*)?",
              {u"https://codeberg.org/\\1/releases.rss", u"https://codeberg.org/\\1.rss"}},
    KnownForm{u"codeberg\\.org/([\\w.-]+)/?", {u"https://codeberg.org/\\1.rss"}},
    KnownForm{u"git\\.sr\\.ht/(~[\\w-]+/[\\w.-]+)(?:/.*)?",
              {u"https://git.sr.ht/\\1/refs/rss.xml", u"https://git.sr.ht/\\1/log/rss.xml"}},
    KnownForm{u"sourceforge\\.net/(?:projects|p)/([\\w.-]+)(?:/.*)?",
              {u"https://sourceforge.net/projects/\\1/rss"}},
    KnownForm{u"pypi\\.org/project/([\\w.-]+)(?:/.*)?",
              {u"https://pypi.org/rss/project/\\1/releases.xml"}},
    KnownForm{u"crates\\.io/crates/([\\w-]+)(?:/.*)?",
              {u"https://static.crates.io/rss/crates/\\1.xml"}},
    // Questions.
    KnownForm{u"((?:[\\w.-]+\\.)?(?:stackoverflow|stackexchange|serverfault|superuser|askubuntu)"
              u"\\.com|mathoverflow\\.net)/questions/tagged/([^/?]+).*",
              {u"https://\\1/feeds/tag?tagnames=\\2&sort=newest"}},
    KnownForm{u"((?:[\\w.-]+\\.)?(?:stackoverflow|stackexchange|serverfault|superuser|askubuntu)"
              u"\\.com|mathoverflow\\.net)/questions/(\\d+).*",
              {u"https://\\1/feeds/question/\\2"}},
    KnownForm{u"((?:[\\w.-]+\\.)?(?:stackoverflow|stackexchange|serverfault|superuser|askubuntu)"
              u"\\.com|mathoverflow\\.net)/users/(\\d+).*",
              {u"https://\\1/feeds/user/\\2"}},
    KnownForm{u"((?:[\\w.-]+\\.)?(?:stackoverflow|stackexchange|serverfault|superuser|askubuntu)"
              u"\\.com|mathoverflow\\.net)(?:/questions)?/?(?:\\?.*)?",
              {u"https://\\1/feeds"}},
    // Blogs and letters.
    KnownForm{u"medium\\.com/tag/([^/?]+).*", {u"https://medium.com/feed/tag/\\1"}},
    KnownForm{u"medium\\.com/([\\w@.-]+/tagged/[\\w-]+).*", {u"https://medium.com/feed/\\1"}},
    KnownForm{u"medium\\.com/([\\w@.-]+).*", {u"https://medium.com/feed/\\1"}},
    KnownForm{u"([\\w-]+\\.medium\\.com)(?:/.*)?", {u"https://\\1/feed"}},
    KnownForm{u"substack\\.com/@([\\w-]+).*", {u"https://\\1.substack.com/feed"}},
    KnownForm{u"([\\w-]+\\.substack\\.com)(?:/.*)?", {u"https://\\1/feed"}},
    KnownForm{u"tumblr\\.com/(?:blog/(?:view/)?)?([\\w-]+)(?:/.*)?",
              {u"https://\\1.tumblr.com/rss"}},
    KnownForm{u"([\\w-]+\\.tumblr\\.com)(/tagged/[^/?]+)?(?:/.*)?", {u"https://\\1\\2/rss"}},
    KnownForm{u"([\\w-]+\\.wordpress\\.com)((?:/(?:category|tag|author)/[^/?]+)?)(?:/.*)?",
              {u"https://\\1\\2/feed/"}},
    KnownForm{u"([\\w-]+\\.blogspot\\.[a-z]{2,3}(?:\\.[a-z]{2})?)(?:/.*)?",
              {u"https://\\1/feeds/posts/default"}},
    KnownForm{u"([\\w-]+\\.ghost\\.io)(?:/.*)?", {u"https://\\1/rss/"}},
    KnownForm{u"([\\w-]+\\.hashnode\\.dev)(?:/.*)?", {u"https://\\1/rss.xml"}},
    KnownForm{u"([\\w-]+\\.bearblog\\.dev)(?:/.*)?", {u"https://\\1/feed/"}},
    KnownForm{u"([\\w-]+\\.livejournal\\.com)(?:/.*)?", {u"https://\\1/data/rss"}},
    KnownForm{u"([\\w-]+\\.dreamwidth\\.org)(?:/.*)?", {u"https://\\1/data/atom"}},
    KnownForm{u"dev\\.to/(t/[\\w-]+).*", {u"https://dev.to/feed/\\1"}},
    KnownForm{u"dev\\.to/([\\w-]+).*", {u"https://dev.to/feed/\\1"}},
    KnownForm{u"buttondown\\.(?:com|email)/([\\w-]+)(?:/.*)?", {u"https://buttondown.com/\\1/rss"}},
    KnownForm{u"write\\.as/([\\w-]+)(?:/.*)?", {u"https://write.as/\\1/feed/"}},
    KnownForm{u"listed\\.to/(@[\\w-]+)(?:/.*)?", {u"https://listed.to/\\1/feed"}},
    // Profiles.
    KnownForm{u"bsky\\.app/profile/([^/?]+).*", {u"https://bsky.app/profile/\\1/rss"}},
    KnownForm{u"letterboxd\\.com/([\\w-]+)(?:/.*)?", {u"https://letterboxd.com/\\1/rss/"}},
    KnownForm{u"pinterest\\.[a-z.]+/([\\w-]+)/([\\w-]+)/?",
              {u"https://www.pinterest.com/\\1/\\2.rss"}},
    KnownForm{u"pinterest\\.[a-z.]+/([\\w-]+)/?", {u"https://www.pinterest.com/\\1/feed.rss"}},
    KnownForm{u"deviantart\\.com/([\\w-]+)(?:/.*)?",
              {u"https://backend.deviantart.com/rss.xml?type=deviation&q=by%3A\\1"
               u"+sort%3Atime"}},
    KnownForm{u"(?:threads\\.net|threads\\.com|tiktok\\.com|instagram\\.com)/.*"},
    // Podcasts, science, news, games. A directory answers with JSON that names the feed.
    KnownForm{u"(?:podcasts|itunes)\\.apple\\.com/.*\\bid(\\d+).*",
              {u"https://itunes.apple.com/lookup?id=\\1&entity=podcast"}},
    KnownForm{u"arxiv\\.org/list/([\\w.-]+).*", {u"https://rss.arxiv.org/atom/\\1"}},
    KnownForm{u"news\\.google\\.com/((?:topics|search|publications)[/?].*)",
              {u"https://news.google.com/rss/\\1"}},
    KnownForm{u"news\\.google\\.com/(?:home|topstories)?(\\?.*)?",
              {u"https://news.google.com/rss\\1"}},
    KnownForm{u"([a-z-]+\\.wikipedia\\.org)/w/index\\.php\\?(?:.*&)?title=([^&]+).*",
              {u"https://\\1/w/index.php?title=\\2&action=history&feed=atom"}},
    KnownForm{u"store\\.steampowered\\.com/(?:news/)?app/(\\d+).*",
              {u"https://store.steampowered.com/feeds/news/app/\\1"}},
};

// Programs that run on many hosts; all that fit are worth asking.
constexpr std::array commonForms{
    // Mastodon and its kin, GoToSocial.
    KnownForm{u"([^/]+/@[\\w.-]+?)(?:/(?:with_replies|media))?/?", {u"\\1.rss", u"\\1/feed.rss"}},
    KnownForm{u"([^/]+/users/[\\w.-]+)/?", {u"\\1.rss", u"\\1.atom"}},
    // Lemmy.
    KnownForm{u"([^/]+)/(c|u)/([\\w@.-]+)(?:/.*)?(?:\\?.*)?", {u"\\1/feeds/\\2/\\3.xml?sort=New"}},
    // PeerTube.
    KnownForm{u"([^/]+)/c/([\\w@.-]+)(?:/videos)?/?",
              {u"\\1/feeds/videos.xml?videoChannelName=\\2"}},
    KnownForm{u"([^/]+)/a/([\\w@.-]+)(?:/.*)?", {u"\\1/feeds/videos.xml?accountName=\\2"}},
    // Discourse.
    KnownForm{u"([^/]+/t/[\\w-]+/\\d+)(?:/.*)?", {u"\\1.rss"}},
    KnownForm{u"([^/]+/c/[\\w/-]+/\\d+)(?:/.*)?", {u"\\1.rss"}},
    // Gitea and Forgejo, GitLab.
    KnownForm{u"(git[\\w-]*\\.[^/]+/[\\w.-]+/[\\w.-]+)/?",
              {u"\\1/releases.rss", u"\\1/-/tags?format=atom", u"\\1.atom"}},
};

class Forms
{
public:
    template<size_t Size>
    explicit Forms(const std::array<KnownForm, Size> &table)
    {
        for (const auto &form : table)
            m_forms.append({QRegularExpression(QRegularExpression::anchoredPattern(
                                                   QString::fromUtf16(form.pattern)),
                                               QRegularExpression::CaseInsensitiveOption),
                            form.feeds});
    }

    // True when a form fits, whether it has feeds or not.
    bool first(const QString &address, QStringList &into) const
    {
        return std::ranges::any_of(m_forms,
                                   [&](const auto &form) { return append(form, address, into); });
    }

    void all(const QString &address, QStringList &into) const
    {
        for (const auto &form : m_forms)
            append(form, address, into);
    }

private:
    struct Form
    {
        QRegularExpression pattern;
        std::array<const char16_t *, 3> feeds;
    };

    static bool append(const Form &form, const QString &address, QStringList &into)
    {
        const auto match = form.pattern.match(address);
        if (!match.hasMatch())
            return false;
        for (const auto *feed : form.feeds) {
            if (feed)
                into.append(filled(QString::fromUtf16(feed), match));
        }
        return true;
    }

    static QString filled(const QString &feed, const QRegularExpressionMatch &match)
    {
        QString address;
        for (qsizetype at = 0; at < feed.size(); ++at) {
            if (feed.at(at) == u'\\')
                address += match.captured(feed.at(++at).digitValue());
            else
                address += feed.at(at);
        }
        return address;
    }

    QList<Form> m_forms;
};

QString compared(const QUrl &url)
{
    auto host = url.host(QUrl::FullyEncoded);
    for (const auto prefix : {"www."_L1, "m."_L1, "mobile."_L1}) {
        if (host.startsWith(prefix) && host.count(u'.') > 1)
            host.remove(0, prefix.size());
    }
    const auto query = url.query(QUrl::FullyEncoded);
    return host + url.path(QUrl::FullyEncoded) + (query.isEmpty() ? QString() : u'?' + query);
}

// Address and port as they are, for programs that may run anywhere.
QString siteOf(const QUrl &url)
{
    return url.adjusted(QUrl::RemoveUserInfo).authority(QUrl::FullyEncoded);
}

} // namespace

QStringList feeds::knownFeeds(const QUrl &url)
{
    static const Forms sites(knownForms);
    static const Forms programs(commonForms);
    QStringList found;
    if (sites.first(compared(url), found))
        return found;
    const auto query = url.query(QUrl::FullyEncoded);
    programs.all(siteOf(url) + url.path(QUrl::FullyEncoded)
                     + (query.isEmpty() ? QString() : u'?' + query),
                 found);
    for (auto &feed : found)
        feed.prepend(url.scheme() + "://"_L1);
    return found;
}
