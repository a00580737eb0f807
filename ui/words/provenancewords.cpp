#include "words/provenancewords.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("provenancewords", text);
}

QString dayIn(const Timestamp &moment, const QLocale &locale)
{
    auto format = locale.dateFormat(QLocale::LongFormat);
    format.remove(u"dddd, "_s).remove(u"dddd "_s);
    return locale.toString(moment.date, format);
}

// How a form of file is told of, for one that a tool made on a day, a tool, on a day, and nothing.
struct Form
{
    QLatin1StringView format;
    const char *both;
    const char *tool;
    const char *day;
    const char *neither;
};

#define WORDS(text) QT_TRANSLATE_NOOP("provenancewords", text)

constexpr Form savedPage{""_L1, WORDS("Saved with %1 on %2"), WORDS("Saved with %1"),
                         WORDS("Saved on %1"), ""};
constexpr std::array otherForms{
    Form{"mhtml"_L1, savedPage.both, savedPage.tool, WORDS("Saved in one file (MHTML) on %1"),
         WORDS("Saved in one file (MHTML)")},
    Form{"warc"_L1, WORDS("From a web archive (WARC) made with %1 on %2"),
         WORDS("From a web archive (WARC) made with %1"),
         WORDS("From a web archive (WARC) made on %1"), WORDS("From a web archive (WARC)")},
    Form{"wacz"_L1, WORDS("From a web archive (WACZ) made with %1 on %2"),
         WORDS("From a web archive (WACZ) made with %1"),
         WORDS("From a web archive (WACZ) made on %1"), WORDS("From a web archive (WACZ)")},
    Form{"maff"_L1, WORDS("Saved in one file (%1) on %2"), WORDS("Saved in one file (%1)"),
         WORDS("Saved in one file on %1"), WORDS("Saved in one file")},
    Form{"epub"_L1, WORDS("From a book (EPUB) made with %1 on %2"),
         WORDS("From a book (EPUB) made with %1"), WORDS("From a book (EPUB) made on %1"),
         WORDS("From a book (EPUB)")},
    Form{"enex"_L1, WORDS("Noted in %1 on %2"), WORDS("Noted in %1"), WORDS("Noted on %1"),
         WORDS("From exported notes")},
    Form{"pdf"_L1, WORDS("PDF made with %1 on %2"), WORDS("PDF made with %1"),
         WORDS("PDF made on %1"), WORDS("PDF")},
    Form{"json"_L1, WORDS("From a list of %1, of %2"), WORDS("From a list of %1"),
         WORDS("From a list of %1"), WORDS("From a list of stories")},
};

// What warnings say is not there. The number in them is that of the parts.
struct Gap
{
    const char *pattern;
    const char *one;
    const char *many;
};

constexpr std::array gaps{
    Gap{"^(\\d+) pictures? of the page (?:is|are) not in the file", WORDS("1 picture is missing"),
        WORDS("%1 pictures are missing")},
    Gap{"^some pictures of the file could not be read", WORDS("some pictures are missing"), ""},
    Gap{"^(\\d+) chapters? (?:is|are) missing", WORDS("1 chapter is missing"),
        WORDS("%1 chapters are missing")},
    Gap{"^(\\d+) encrypted passages?", WORDS("1 locked passage is not shown"),
        WORDS("%1 locked passages are not shown")},
    Gap{"^(\\d+) attached files?", WORDS("1 attached file is not shown"),
        WORDS("%1 attached files are not shown")},
    Gap{"^only the first (\\d+) of \\d+ pages", WORDS("only the first page was read"),
        WORDS("only the first %1 pages were read")},
    Gap{"^the file is cut", WORDS("the file is cut off: its end is missing"), ""},
    Gap{"^the file is damaged", WORDS("the file is damaged: parts may be missing"), ""},
};

#undef WORDS

QString missing(const QStringList &warnings, const Gap &gap)
{
    const QRegularExpression pattern(QString::fromUtf8(gap.pattern));
    for (const auto &warning : warnings) {
        const auto match = pattern.match(warning);
        if (!match.hasMatch())
            continue;
        const auto number = match.captured(1);
        return number.isEmpty() || number == u"1"_s ? tr(gap.one) : tr(gap.many).arg(number);
    }
    return {};
}

// Mail says who sent it; when is the story's own date.
QString mailed(const Article &article)
{
    if (!article.site.isEmpty())
        return tr("Newsletter from %1").arg(article.site);
    if (!article.authors.isEmpty())
        return tr("Mail from %1").arg(byline(article.authors));
    return tr("From a mail");
}

QString filled(const char *words, const QString &one, const QString &other = {})
{
    if (!*words)
        return {};
    const auto text = tr(words);
    return other.isEmpty() ? (one.isEmpty() ? text : text.arg(one)) : text.arg(one, other);
}

QString saved(const Article &article, const QLocale &locale)
{
    const auto &provenance = article.provenance;
    if (provenance.format == "eml"_L1 || provenance.format == "mbox"_L1)
        return mailed(article);
    const auto *const found = std::ranges::find_if(
        otherForms, [&](const Form &form) { return provenance.format == form.format; });
    const auto &form = found == otherForms.end() ? savedPage : *found;
    const auto day = provenance.savedAt.isValid() ? dayIn(provenance.savedAt, locale) : QString();
    const auto tool = provenance.savedBy == "browser"_L1 ? tr("a browser") : provenance.savedBy;
    if (!tool.isEmpty())
        return day.isEmpty() ? filled(form.tool, tool) : filled(form.both, tool, day);
    return filled(day.isEmpty() ? form.neither : form.day, day);
}

} // namespace

QString provenancewords::line(const Article &article, const QLocale &locale)
{
    QStringList parts{saved(article, locale), QFileInfo(article.provenance.file).fileName()};
    for (const auto &gap : gaps)
        parts << missing(article.warnings, gap);
    parts.removeAll({});
    return parts.join(u" · "_s);
}

QString provenancewords::toldBy(const QStringList &feeds)
{
    if (feeds.isEmpty())
        return {};
    const auto names = feeds.size() == 1
        ? feeds.first()
        : tr("%1 and %2").arg(feeds.first(feeds.size() - 1).join(tr(", ")), feeds.last());
    return tr("In %1").arg(names);
}

QString provenancewords::date(const Timestamp &published, const QLocale &locale)
{
    if (!published.isValid())
        return {};
    const auto day = dayIn(published, locale);
    // The time is the place's own: it says most as it was written.
    return published.time
        ? tr("%1, %2").arg(day, locale.toString(*published.time, QLocale::ShortFormat))
        : day;
}

page::Context provenancewords::context(const Article &article, const QLocale &locale)
{
    return {.provenance = line(article, locale), .date = date(article.published, locale)};
}
