#include "formats/mailstories.h"

#include "formats/archivedpage.h"
#include "formats/flowedtext.h"
#include "formats/limits.h"
#include "formats/mailbody.h"
#include "formats/mailfields.h"
#include "formats/mailparts.h"
#include "formats/onlineaddress.h"
#include "formats/textstory.h"
#include "html/sanitise.h"
#include "text/decode.h"
#include "text/whitespace.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using formats::MailBody;
using formats::MailFields;
using formats::MailKind;
using formats::MimePart;

namespace {

namespace limits = formats::limits;

QByteArray declaredBy(const MimePart &part, const QByteArray &bytes)
{
    const auto charset = formats::charsetOf(part);
    return charset.isEmpty() && formats::isHtml(part) ? text::declaredInHtml(bytes) : charset;
}

formats::Flowing flowingOf(const MimePart &part)
{
    if (part.parameter("format").compare("flowed", Qt::CaseInsensitive) != 0)
        return formats::Flowing::Fixed;
    return part.parameter("delsp").compare("yes", Qt::CaseInsensitive) == 0
        ? formats::Flowing::FlowedDeleteSpace
        : formats::Flowing::Flowed;
}

QString textOf(const MimePart &part)
{
    const auto bytes = part.content();
    const auto text = text::decode(bytes, declaredBy(part, bytes)).text;
    return formats::isHtml(part) ? text : formats::unflowed(text, flowingOf(part));
}

QString asHtml(const QString &text)
{
    static const QRegularExpression blankLines(u"\\n[ \\t]*\\n\\s*"_s);
    QString html;
    for (const auto &paragraph : text.trimmed().split(blankLines, Qt::SkipEmptyParts))
        html += "<p>"_L1 + html::escaped(paragraph).replace(u'\n', "<br>"_L1) + "</p>\n"_L1;
    return html;
}

// The mail's text as one page: most have one part of HTML, which is taken as it is.
formats::ArchivedFile pageOf(const MailBody &body)
{
    if (body.texts.size() == 1) {
        const auto &part = body.texts.first();
        return {.charset = formats::charsetOf(part), .bytes = part.content()};
    }
    QString html;
    for (const auto &part : body.texts)
        html += formats::isHtml(part) ? textOf(part) : asHtml(textOf(part));
    return {.charset = "utf-8", .bytes = html.toUtf8()};
}

QString plainText(const QList<MimePart> &parts)
{
    QString text;
    for (const auto &part : parts) {
        if (!formats::isHtml(part))
            text += (text.isEmpty() ? QString() : u"\n\n"_s) + textOf(part);
    }
    return text;
}

// RFC 3676 §4.3: what follows "-- " is the sender's or the list's, not the story's.
QString withoutSignature(const QString &text, QStringList &warnings)
{
    const auto at = text.lastIndexOf("\n-- \n"_L1);
    if (at < 0)
        return text;
    if (const auto words = text::simplified(text.sliced(at + 5)); !words.isEmpty())
        warnings.append("left out: "_L1 + text::excerpt(words, 80));
    return text.first(at + 1);
}

// The parser goes no deeper into parts of parts.
bool isTooDeep(const MimePart &message)
{
    int depth = 0;
    for (auto below = message.children(); !below.isEmpty(); below = below.last().children())
        ++depth;
    return depth > limits::mimeDepth;
}

// One mail on the way to its story.
class Story
{
public:
    Story(const MimePart &message, const QString &format)
        : m_message(message)
        , m_body(formats::mailBody(message))
    {
        const auto first
            = m_body.texts.isEmpty() ? QByteArray() : formats::charsetOf(m_body.texts.first());
        m_fields = formats::mailFields(message, first);
        m_fields.stated.provenance.format = format;
    }

    [[nodiscard]] const MailBody &body() const { return m_body; }

    Result<SavedPage> page()
    {
        if (m_body.texts.isEmpty())
            return whyEmpty();
        auto page = m_body.hasHtml() ? fromHtml() : fromText(m_body.texts);
        const bool empty = !page || (m_body.hasHtml() && !formats::hasWords(page->html));
        if (empty && !m_body.alternatives.isEmpty())
            page = fromText(m_body.alternatives);
        if (page)
            page->presumedAuthors = m_fields.presumedAuthors;
        return page;
    }

private:
    [[nodiscard]] Error whyEmpty() const
    {
        if (m_body.encrypted)
            return {Error::Kind::Unsupported, u"an encrypted mail"_s};
        return isTooDeep(m_message)
            ? Error{Error::Kind::TooLarge, u"a mail whose parts are nested too deeply"_s}
            : Error{Error::Kind::Empty, u"no text in the mail"_s};
    }

    Result<SavedPage> fromHtml()
    {
        const auto base = formats::locationOf(m_body.texts.first(), m_fields.stated.url);
        formats::MailParts parts(m_message.leaves(), QUrl(base));
        auto source = pageOf(m_body);
        source.address = base;
        auto page = formats::archivedPage(
            source, [&](const QString &address) { return parts.find(address); }, m_fields.stated);
        if (!page)
            return page;
        if (m_fields.kind == MailKind::FeedItem) {
            page->content = SavedPage::Content::Story;
            takeEnclosures(*page);
            return page;
        }
        learnFrom(page->html, formats::onlineAddress(page->html));
        if (m_fields.stated.url.isEmpty())
            m_fields.stated.url = formats::onlineAddressInText(plainText(m_body.alternatives));
        page->stated.url = m_fields.stated.url;
        page->stated.site = m_fields.stated.site;
        return page;
    }

    Result<SavedPage> fromText(const QList<MimePart> &parts)
    {
        auto stated = m_fields.stated;
        const auto text = withoutSignature(plainText(parts), stated.warnings);
        if (text.trimmed().isEmpty())
            return Error{Error::Kind::Empty, u"no text in the mail"_s};
        learnFrom(text, formats::onlineAddressInText(text));
        stated.url = m_fields.stated.url;
        stated.site = m_fields.stated.site;
        return formats::textStory(text, std::move(stated));
    }

    void learnFrom(const QString &text, const QUrl &online)
    {
        if (m_fields.stated.url.isEmpty())
            m_fields.stated.url = online;
        if (m_fields.kind == MailKind::Letter && formats::offersUnsubscribing(text))
            formats::becomeCircular(m_fields);
    }

    // A feed's pictures, sound and films, of which Thunderbird keeps the address.
    void takeEnclosures(SavedPage &page) const
    {
        for (const auto &part : m_message.leaves()) {
            const auto url
                = QString::fromUtf8(part.header("X-Mozilla-External-Attachment-URL")).trimmed();
            if (url.isEmpty())
                continue;
            const bool isPicture = part.mediaType().startsWith("image/");
            if (isPicture && !page.html.contains("<img"_L1, Qt::CaseInsensitive)
                && page.stated.lead.isEmpty())
                page.stated.lead.src = url;
            else if (!isPicture)
                page.html += u"<p><a href=\"%1\">%1</a></p>"_s.arg(html::escaped(url));
        }
    }

    MimePart m_message;
    MailBody m_body;
    MailFields m_fields;
};

// What somebody wrote above a mail that is passed on; longer texts are stories of their own.
QString coverNote(const MailBody &body)
{
    constexpr qsizetype longestNote = 600;
    static const QRegularExpression tags(u"<[^>]*>"_s);
    if (body.messages.isEmpty())
        return {};
    QString words;
    for (const auto &part : body.texts) {
        auto text = textOf(part);
        words += text::simplified(text.size() > 16 * 1024 ? text : text.replace(tags, u" "_s));
    }
    return words.size() <= longestNote ? words : QString();
}

bool hasOwnStory(const MailBody &body, const QString &note)
{
    return body.messages.isEmpty()
        || (!body.texts.isEmpty() && note.isEmpty() && !plainText(body.texts).trimmed().isEmpty());
}

} // namespace

Result<QList<SavedPage>> formats::mailStories(const QByteArray &bytes, const QString &format)
{
    const auto message = MimeMessage::parse(bytes);
    if (!message)
        return message.error();
    QList<SavedPage> pages;
    Error first{Error::Kind::Empty, u"no text in the mail"_s};
    auto warnings = message->warnings();
    QList<MimePart> waiting{message->root()};
    for (qsizetype at = 0; at < waiting.size() && at < limits::mails; ++at) {
        Story story(waiting[at], format);
        waiting += story.body().messages;
        const auto note = coverNote(story.body());
        if (!note.isEmpty())
            warnings.append("left out: "_L1 + text::excerpt(note, 80));
        if (!hasOwnStory(story.body(), note))
            continue;
        auto page = story.page();
        if (page)
            pages.append(*std::move(page));
        else if (at == 0)
            first = page.error();
    }
    if (pages.isEmpty())
        return first;
    pages.first().stated.warnings = warnings + pages.first().stated.warnings;
    return pages;
}
