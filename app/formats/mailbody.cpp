#include "formats/mailbody.h"

#include "formats/mailparts.h"

#include <algorithm>
#include <array>

using formats::MailBody;
using formats::MimePart;

namespace {

bool isText(const MimePart &part)
{
    return part.kind() == MimePart::Kind::Leaf
        && (formats::isHtml(part) || part.mediaType() == "text/plain");
}

// Feed items carry their enclosures as attachments that are only named.
bool isShown(const MimePart &part)
{
    return isText(part) && !part.isAttachment()
        && part.header("X-Mozilla-External-Attachment-URL").isEmpty();
}

void append(MailBody &body, const MailBody &other)
{
    body.texts += other.texts;
    body.alternatives += other.alternatives;
    body.messages += other.messages;
    body.encrypted = body.encrypted || other.encrypted;
}

MailBody bodyOf(const MimePart &part);

MailBody bodyOfAlternatives(const QList<MimePart> &children)
{
    MailBody chosen;
    for (const auto &child : children) {
        auto body = bodyOf(child);
        const bool richer = chosen.texts.isEmpty() || (body.hasHtml() && !body.texts.isEmpty());
        if (richer)
            std::swap(body, chosen);
        for (const auto &text : body.texts) {
            if (!formats::isHtml(text))
                chosen.alternatives.append(text);
        }
        chosen.alternatives += body.alternatives;
        chosen.messages = body.messages + chosen.messages;
        chosen.encrypted = chosen.encrypted || body.encrypted;
    }
    return chosen;
}

MailBody bodyOfRelated(const MimePart &related, const QList<MimePart> &children)
{
    auto start = related.parameter("start");
    start.replace('<', "").replace('>', "");
    const auto named = std::ranges::find_if(children, [&](const MimePart &child) {
        return !start.isEmpty() && child.contentId() == start;
    });
    if (named != children.end()) {
        if (auto body = bodyOf(*named); !body.texts.isEmpty())
            return body;
    }
    for (const auto &child : children) {
        if (auto body = bodyOf(child); !body.texts.isEmpty())
            return body;
    }
    return {};
}

// As deep as the parser nests.
MailBody bodyOf(const MimePart &part)
{
    MailBody body;
    if (part.kind() == MimePart::Kind::Message) {
        body.messages.append(part);
        return body;
    }
    if (isShown(part))
        body.texts.append(part);
    const auto type = part.mediaType();
    body.encrypted = type == "multipart/encrypted" || type == "application/pkcs7-mime";
    const auto children = part.children();
    if (type == "multipart/alternative")
        return bodyOfAlternatives(children);
    if (type == "multipart/related")
        return bodyOfRelated(part, children);
    for (const auto &child : children)
        append(body, bodyOf(child));
    return body;
}

} // namespace

bool MailBody::hasHtml() const
{
    return std::ranges::any_of(texts, [](const MimePart &part) { return isHtml(part); });
}

bool formats::hasWords(QStringView html)
{
    constexpr std::array unseen{u"title", u"style", u"script"};
    for (qsizetype at = 0; at < html.size(); ++at) {
        if (html[at].isLetterOrNumber())
            return true;
        if (html[at] != u'<' && html[at] != u'&')
            continue;
        const auto rest = html.sliced(at + 1);
        const bool skipsText = std::ranges::any_of(unseen, [&](const auto *tag) {
            return rest.startsWith(QStringView(tag), Qt::CaseInsensitive);
        });
        if (skipsText)
            at = html.indexOf(u"</", at);
        if (at >= 0)
            at = html.indexOf(html[at] == u'&' ? u';' : u'>', at);
        if (at < 0)
            return false;
    }
    return false;
}

MailBody formats::mailBody(const MimePart &message)
{
    MailBody body;
    for (const auto &child : message.children())
        append(body, bodyOf(child));
    if (body.texts.isEmpty() && body.messages.isEmpty()) {
        const auto leaves = message.leaves();
        std::ranges::copy_if(leaves, std::back_inserter(body.texts), [](const MimePart &part) {
            return isText(part) && part.header("X-Mozilla-External-Attachment-URL").isEmpty();
        });
    }
    return body;
}
