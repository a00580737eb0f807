#include "formats/mailfields.h"

#include "formats/headertext.h"
#include "formats/mailparts.h"
#include "html/urls.h"
#include "text/dates.h"
#include "text/folding.h"
#include "text/languages.h"
#include "text/whitespace.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using formats::Mailbox;
using formats::MailFields;
using formats::MailKind;
using formats::MimePart;

namespace {

constexpr auto options
    = QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;

const QRegularExpression
    forwardPrefix(uR"(^(?:(?:fwd?|wg|tr|rv|enc|vb|doorst|пересл|转发|轉寄|転送)\s*[:：]\s*)+)"_s,
                  options);

// Senders that are no persons.
const QRegularExpression role(
    uR"(^(?:no-?reply|do-?not-?reply|news|news-?letters?|letters?|info|hello|mail|mailer|bounces?|editors?|redaktion|redaccion|contact|kontakt|service|support|team|office|admin|alerts?|updates?|digest|notifications?|subscriptions?)\b)"_s,
    options);

bool hasAny(const MimePart &message, const auto &names)
{
    return std::ranges::any_of(names,
                               [&](const char *name) { return !message.header(name).isEmpty(); });
}

bool isCircular(const MimePart &message)
{
    constexpr std::array fields{"List-Id",      "List-Unsubscribe", "List-Post",
                                "List-Archive", "X-Campaign-Id",    "Feedback-ID"};
    const auto precedence = message.header("Precedence").toLower();
    return hasAny(message, fields) || precedence == "bulk" || precedence == "list";
}

// Thunderbird names the entry's address in Content-Base and itself as the host that sent it.
bool isFeedItem(const MimePart &message)
{
    constexpr std::array ofMail{"To", "Cc", "Delivered-To", "Return-Path"};
    return !message.header("Content-Base").isEmpty()
        && (message.header("Message-ID").contains("@localhost.localdomain")
            || !hasAny(message, ofMail));
}

QUrl webAddress(const MimePart &message, const char *field)
{
    return html::resolved(formats::addressField(message, field), {});
}

QUrl addressOf(const MimePart &message, MailKind kind)
{
    // rss2email and its kin; RFC 5064.
    constexpr std::array fields{"X-RSS-URL", "X-RSS-Link", "Archived-At"};
    if (kind == MailKind::FeedItem)
        return webAddress(message, "Content-Base");
    for (const auto *name : fields) {
        if (const auto url = webAddress(message, name); !url.isEmpty())
            return url;
    }
    return {};
}

// "[Tide News] Headline": lists put their name before every subject.
QString withoutListName(QString title, const MimePart &message, const QString &sender)
{
    static const QRegularExpression bracket(u"^\\[([^\\[\\]]{2,60})\\]\\s*(?=\\S)"_s);
    const auto match = bracket.match(title);
    if (!match.hasMatch())
        return title;
    const auto name = text::folded(match.captured(1));
    const auto list = text::folded(formats::headerText(message.header("List-Id")));
    if (name == text::folded(sender) || list.contains(name))
        title.remove(0, match.capturedLength());
    return title;
}

// An entry's author stands in "<>" where an address would: "<Ada Marsh>".
QList<Author> feedAuthors(const QList<Mailbox> &senders)
{
    QList<Author> authors;
    for (const auto &sender : senders) {
        const auto name = sender.name.isEmpty() ? sender.address : sender.name;
        if (!name.isEmpty() && !name.contains(u'@')
            && name.compare("anonymous"_L1, Qt::CaseInsensitive) != 0)
            authors.append({.name = name});
    }
    return authors;
}

// "Ada Marsh from The Tide", "Ada Marsh at The Tide", as newsletters name writer and outlet.
void takeOutlet(MailFields &fields, const QString &sender)
{
    static const QRegularExpression parted(
        u"^(\\S.{2,60}?)\\s+(?:from|at|von|de chez|\\|)\\s+(\\S.{1,80})$"_s, options);
    const auto match = parted.match(sender);
    fields.stated.site = match.hasMatch() ? match.captured(2) : sender;
    fields.presumedAuthors.clear();
    if (match.hasMatch())
        fields.presumedAuthors = {{.name = match.captured(1)}};
}

void takeSenders(MailFields &fields, const QList<Mailbox> &senders)
{
    const auto sender = senders.value(0);
    switch (fields.kind) {
    case MailKind::FeedItem:
        fields.stated.authors = feedAuthors(senders);
        break;
    case MailKind::Circular:
        takeOutlet(fields, sender.name);
        break;
    case MailKind::Letter:
        if (role.match(sender.address).hasMatch())
            fields.stated.site = sender.name;
        else if (!sender.name.isEmpty() && !sender.name.contains(u'@'))
            fields.presumedAuthors = {{.name = sender.name}};
        break;
    case MailKind::Forwarded:
        break;
    }
}

QStringList tagsOf(const MimePart &message, const QByteArray &charset)
{
    QStringList tags;
    for (const auto &tag :
         formats::headerText(message.header("Keywords"), charset).split(u',', Qt::SkipEmptyParts)) {
        if (const auto word = text::simplified(tag); !word.isEmpty() && !tags.contains(word))
            tags.append(word);
    }
    return tags;
}

} // namespace

MailFields formats::mailFields(const MimePart &message, const QByteArray &charset)
{
    MailFields fields;
    auto &stated = fields.stated;
    auto subject = headerText(message.header("Subject"), charset);
    const auto forwarded = forwardPrefix.match(subject);
    if (isFeedItem(message))
        fields.kind = MailKind::FeedItem;
    else if (forwarded.hasMatch())
        fields.kind = MailKind::Forwarded;
    else if (isCircular(message))
        fields.kind = MailKind::Circular;

    const auto senders = mailboxes(message.header("From"), charset);
    if (fields.kind == MailKind::Forwarded)
        subject.remove(0, forwarded.capturedLength());
    stated.title = withoutListName(subject, message, senders.value(0).name);
    if (fields.kind != MailKind::Forwarded)
        stated.published = text::parseDate(headerText(message.header("Date")));
    stated.language = text::languageTag(headerText(message.header("Content-Language")));
    stated.url = addressOf(message, fields.kind);
    stated.tags = tagsOf(message, charset);
    takeSenders(fields, senders);
    return fields;
}

void formats::takeForwarded(MailFields &fields, const QString &from, const QString &date)
{
    fields.kind = MailKind::Letter;
    fields.presumedAuthors.clear();
    fields.stated.site.clear();
    fields.stated.published = text::parseDate(date);
    takeSenders(fields, mailboxes(from.toUtf8(), "utf-8"));
}

bool formats::offersUnsubscribing(const QString &text)
{
    static const QRegularExpression words(
        u"unsubscribe|newsletter.{0,20}(?:abbestellen|abmelden)|abbestellen|vom newsletter "
        "abmelden|désabonne|désinscri|dar(?:se|me|te)? de baja|cancelar (?:la|su|tu) suscripción|"
        "cancelar a? ?(?:inscrição|assinatura)|disiscriv|annulla l.iscrizione|uitschrijven|"
        "afmelden|wypisz|отписаться|отпишитесь|退订|退訂|取消订阅|取消訂閱|配信停止|"
        "購読解除|登録解除|إلغاء الاشتراك"_s,
        options);
    return words.match(text).hasMatch();
}

void formats::becomeCircular(MailFields &fields)
{
    if (fields.kind != MailKind::Letter || fields.presumedAuthors.isEmpty())
        return;
    fields.kind = MailKind::Circular;
    takeOutlet(fields, fields.presumedAuthors.first().name);
}
