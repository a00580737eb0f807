#include "words/feedwords.h"

#include "tasks/refreshfeeds.h"

#include <QCoreApplication>
#include <QTimeZone>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("feedwords", text);
}

QString counted(qint64 count, const char *one, const char *many)
{
    return count == 1 ? tr(one) : tr(many).arg(QLocale().toString(count));
}

struct Reason
{
    Kind kind;
    const char *fault; // Goes on with "since …".
    const char *advice; // For a feed that is subscribed to.
    const char *once = nullptr; // For what was asked once, where that differs.
};

#define WORDS(text) QT_TRANSLATE_NOOP("feedwords", text)

constexpr std::array reasons{
    Reason{Kind::NotFound, WORDS("Not found"),
           WORDS("The address may have changed: look on the site for the one it has now.")},
    Reason{Kind::Gone, WORDS("Gone for good"),
           WORDS("The site says that it has ended, so it is not asked any more. Its stories stay "
                 "until you unsubscribe."),
           WORDS("The site says that it has ended. Look there for what took its place.")},
    Reason{Kind::HostNotFound, WORDS("The site cannot be found"),
           WORDS("Check the address for slips; the site may also have closed.")},
    Reason{Kind::Unreachable, WORDS("The site cannot be reached"),
           WORDS("It is tried again by itself."), WORDS("Try again later.")},
    Reason{Kind::TimedOut, WORDS("The site does not answer"), WORDS("It is tried again by itself."),
           WORDS("Try again later.")},
    Reason{Kind::Insecure, WORDS("No secure connection"),
           WORDS("The site’s certificate does not hold. It is tried again by itself; the site has "
                 "to mend it."),
           WORDS("The site’s certificate does not hold; the site has to mend it.")},
    Reason{Kind::NeedsPassword, WORDS("A password is needed"),
           WORDS("Give user name and password in the feed’s settings.")},
    Reason{Kind::Forbidden, WORDS("The site refuses to give it"),
           WORDS("It may be for members only, or not for programs. Open it in the browser.")},
    Reason{Kind::TooManyRequests, WORDS("Asked too often"),
           WORDS("The site wants to be left alone for a while. It is asked again later."),
           WORDS("The site wants to be left alone for a while. Try again later.")},
    Reason{Kind::ServerTrouble, WORDS("The site has trouble"),
           WORDS("It is tried again by itself."), WORDS("Try again later.")},
    Reason{Kind::RedirectLoop, WORDS("The address leads round in a circle"),
           WORDS("Look on the site for the feed’s address.")},
    Reason{Kind::NotAFeed, WORDS("There is no feed at this address"),
           WORDS("Look on the site for the feed’s address.")},
    Reason{Kind::Malformed, WORDS("What stands there is broken"),
           WORDS("The site has to mend it. It is tried again by itself."),
           WORDS("The site has to mend it.")},
    Reason{Kind::Unsupported, WORDS("What stands there cannot be read"),
           WORDS("Open it in the browser.")},
    Reason{Kind::Empty, WORDS("There is nothing at this address"),
           WORDS("It is tried again by itself."), WORDS("Look on the site for another one.")},
    Reason{Kind::TooLarge, WORDS("What stands there is too large"),
           WORDS("The site may offer a shorter feed.")},
    Reason{Kind::Offline, WORDS("No network"), WORDS("Check the connection and try again.")},
    Reason{Kind::Refused, WORDS("The address is not allowed"),
           WORDS("Only http, https and file addresses are fetched.")},
    Reason{Kind::Unreadable, WORDS("The file cannot be read"), WORDS("Check its rights.")},
    Reason{Kind::NotAFile, WORDS("The address is no file"), WORDS("Check the address.")},
};

#undef WORDS

const Reason *find(Kind kind)
{
    const auto *found = std::ranges::find(reasons, kind, &Reason::kind);
    return found == reasons.end() ? nullptr : found;
}

// "Not found (404)": the number helps those who ask the site.
QString fault(const Error &error, const Reason &reason)
{
    return error.status > 0 ? u"%1 (%2)"_s.arg(tr(reason.fault)).arg(error.status)
                            : tr(reason.fault);
}

QString day(const QDateTime &moment, const QDateTime &now, const QLocale &locale)
{
    const auto date = moment.toTimeZone(now.timeZone()).date();
    const auto daysAgo = date.daysTo(now.date());
    if (daysAgo <= 0)
        return locale.toString(moment.toTimeZone(now.timeZone()).time(), QLocale::ShortFormat);
    if (daysAgo == 1)
        return tr("yesterday");
    const auto thisYear = date.year() == now.date().year();
    return locale.toString(date, thisYear ? tr("d MMMM") : tr("d MMMM yyyy"));
}

} // namespace

bool feedwords::isAboutAddress(const Error &error)
{
    const auto scheme = QUrl(error.where).scheme();
    return error.kind >= Kind::HostNotFound || scheme == "http"_L1 || scheme == "https"_L1;
}

QString feedwords::reason(const Error &error)
{
    const auto *reason = find(error.kind);
    if (!reason)
        return tr("It was cancelled.");
    return u"%1. %2"_s.arg(fault(error, *reason), tr(reason->once ? reason->once : reason->advice));
}

QString feedwords::failure(const FeedFailure &failure, const QDateTime &now, const QLocale &locale)
{
    const auto *reason = find(failure.error.kind);
    if (!reason)
        return tr("It could not be fetched. It is tried again by itself.");
    const auto what = fault(failure.error, *reason);
    return failure.since.isValid()
        ? tr("%1 since %2. %3").arg(what, day(failure.since, now, locale), tr(reason->advice))
        : u"%1. %2"_s.arg(what, tr(reason->advice));
}

QString feedwords::state(const Feed &feed, const QDateTime &now, const QLocale &locale)
{
    QStringList sentences;
    if (feed.failure)
        sentences << failure(*feed.failure, now, locale);
    if (feed.fetched.isValid()) {
        const auto ago = feed.fetched.secsTo(now);
        sentences << (ago < 60 ? tr("Fetched just now.") : tr("Fetched %1 ago.").arg(span(ago)));
    } else if (!feed.failure) {
        sentences << tr("Not fetched yet.");
    }
    const auto ended = feed.failure && feed.failure->error.kind == Kind::Gone;
    if (feed.settings.paused) {
        sentences << tr("Paused: nothing is fetched.");
    } else if (!ended) {
        const auto left = feed.due.isValid() ? now.secsTo(feed.due) : 0;
        sentences << (left < 60 ? tr("Next in a moment.") : tr("Next in %1.").arg(span(left)));
    }
    return sentences.join(u' ');
}

QString feedwords::refreshed(const RefreshReport &report, const QLocale &locale)
{
    if (report.cancelled)
        return {};
    QStringList sentences;
    if (report.waiting > 0)
        sentences << tr("There is no network: the feeds are fetched as soon as there is one.");
    if (report.stories > 0)
        sentences << counted(report.stories, "One new story.", "%1 new stories.");
    else if (report.failed < report.feeds && report.waiting == 0)
        sentences << tr("No new stories.");
    // Without a network that is all there is to say.
    if (report.waiting > 0)
        return sentences.join(u' ');
    if (report.failed > 0 && report.failed == report.feeds)
        sentences << (report.feeds == 1 ? tr("The feed could not be fetched: point at its sign to "
                                             "see why.")
                                        : tr("No feed could be fetched. Check the connection."));
    else if (report.failed > 0)
        sentences << (report.failed == 1
                          ? tr("One feed could not be fetched: point at its sign to see why.")
                          : tr("%1 feeds could not be fetched: point at their signs to see why.")
                                .arg(locale.toString(report.failed)));
    return sentences.join(u' ');
}

QString feedwords::fresh(int stories, const QString &feed)
{
    return stories == 1 ? tr("One new story in %1").arg(feed)
                        : tr("%1 new stories in %2").arg(QLocale().toString(stories), feed);
}

QString feedwords::span(qint64 seconds)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 today = 24 * hour;
    if (seconds < hour)
        return counted(std::max<qint64>(1, seconds / minute), "1 minute", "%1 minutes");
    if (seconds < 2 * today)
        return counted(seconds / hour, "1 hour", "%1 hours");
    return counted(seconds / today, "1 day", "%1 days");
}

QString feedwords::imported(int added, int folders, int known, int left)
{
    QStringList parts;
    if (added > 0)
        parts << (folders > 0 ? tr("%1 in %2")
                                    .arg(counted(added, "One new feed", "%1 new feeds"),
                                         counted(folders, "one folder", "%1 folders"))
                              : counted(added, "One feed is new", "%1 feeds are new"));
    if (known > 0)
        parts << (added == 0 ? counted(known, "The feed was there already",
                                       "All %1 feeds were there already")
                             : counted(known, "one was there already", "%1 were there already"));
    if (left > 0)
        parts << counted(left, "one was no feed", "%1 were no feeds");
    return parts.join(u"; "_s);
}
