#include "formats/mailstories.h"

#include "formats/archivedpage.h"
#include "formats/flowedtext.h"
#include "formats/forwarding.h"
#include "formats/limits.h"
#include "formats/mailbody.h"
#include "formats/mailfields.h"
#include "formats/mailparts.h"
#include "formats/mailtext.h"
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

// What somebody writes above a story that is passed on.
constexpr qsizetype longestNote = 600;

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
        if (const auto rest = passedOn(page->html, formats::Markup::Html); !rest.isEmpty())
            page->html = rest;
        learnFrom(page->html, formats::onlineAddress(page->html));
        if (m_fields.stated.url.isEmpty())
            m_fields.stated.url = formats::onlineAddressInText(plainText(m_body.alternatives));
        const auto warnings = page->stated.warnings;
        page->stated = m_fields.stated;
        page->stated.warnings += warnings;
        return page;
    }

    Result<SavedPage> fromText(const QList<MimePart> &parts)
    {
        auto text = plainText(parts);
        if (const auto rest = passedOn(text, formats::Markup::None); !rest.isEmpty())
            text = rest;
        learnFrom(text, formats::onlineAddressInText(text));
        auto stated = m_fields.stated;
        const auto readers
            = m_fields.kind == MailKind::Circular ? formats::Readers::Many : formats::Readers::One;
        text = formats::mailStoryText(text, stated.site, readers, stated.warnings);
        if (text.trimmed().isEmpty())
            return Error{Error::Kind::Empty, u"no text in the mail"_s};
        return formats::textStory(text, std::move(stated));
    }

    // What is left of a text that somebody passed on, without the head of the mail it came in; none
    // of any other text. In an answer the head stands above what is only quoted.
    QString passedOn(const QString &text, formats::Markup markup)
    {
        const auto head = formats::forwarding(text, markup);
        const bool isOwn = m_fields.kind != MailKind::Forwarded && !head.note.isEmpty();
        if (head.isEmpty() || isOwn || head.note.size() > longestNote)
            return {};
        formats::takeForwarded(m_fields, head.from, head.date);
        if (m_fields.stated.title.isEmpty())
            m_fields.stated.title = head.subject;
        if (!head.note.isEmpty())
            m_fields.stated.warnings.append("left out: "_L1 + text::excerpt(head.note, 80));
        return head.rest;
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

// The words around mails that are passed on in the mail.
QString wordsAround(const MailBody &body)
{
    constexpr qsizetype looked = 16 * 1024;
    static const QRegularExpression tags(u"<[^>]*>"_s);
    QString words;
    for (const auto &part : body.texts)
        words += text::simplified(textOf(part).left(looked).replace(tags, u" "_s));
    return words;
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
        if (!story.body().messages.isEmpty()) {
            // Longer texts are stories of their own.
            const auto note = wordsAround(story.body());
            if (!note.isEmpty() && note.size() <= longestNote)
                warnings.append("left out: "_L1 + text::excerpt(note, 80));
            if (note.size() <= longestNote)
                continue;
        }
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
