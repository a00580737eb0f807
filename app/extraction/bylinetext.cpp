#include "extraction/bylinetext.h"

#include "extraction/authornames.h"
#include "extraction/givennames.h"
#include "extraction/limits.h"
#include "text/bylinewords.h"
#include "text/credits.h"
#include "text/dates.h"
#include "text/folding.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace extraction {

bool isAuthorAddress(const QString &address)
{
    static const QRegularExpression page(
        u"/(?:authors?|autor(?:en|es|as?|i)?|auteurs?|autrices?|writers?|contributors?|"
        u"journalists?|journalistes?|redakteure?|reporters?|columnists?|byline|blogger)"
        u"[/=]+[^/?#]+/?(?:$|[?#])"_s,
        QRegularExpression::CaseInsensitiveOption);
    return address.size() < 400 && page.match(address).hasMatch();
}

bool isJoiner(const QString &part)
{
    static const QRegularExpression joiner(
        u"^\\s*(?:[,;&+/|·]|and|und|et|y|e|og|och|en|и)?\\s*$"_s);
    return joiner.match(part).hasMatch();
}

bool endsJoined(const QString &part)
{
    static const QRegularExpression ending(u"(?:,|;|&|\\s(?:and|und|et|y|och|og|en|и))\\s*$"_s);
    return ending.match(part).hasMatch();
}

bool isLeadOnly(const QString &part)
{
    auto bare = part;
    while (!bare.isEmpty() && (bare.back() == u':' || bare.back().isSpace()))
        bare.chop(1);
    return text::leadOf(text::folded(bare)) != text::Lead::None;
}

bool announces(const QString &part)
{
    constexpr qsizetype longest = 40;
    if (part.size() > longest)
        return false;
    const auto marked = part.endsWith(u':') || part.endsWith(u'\uFF1A');
    const auto lead = text::leadOf(text::folded(marked ? part.chopped(1).trimmed() : part));
    // "DE" is a language, "Text" may be a heading.
    const auto certain = lead == text::Lead::By
        || (lead == text::Lead::Preposition && part.size() > 2 && part != part.toUpper());
    return certain || (marked && lead != text::Lead::None);
}

bool announcesOtherRole(const QString &before)
{
    static const QRegularExpression role(
        u"(?:review|edit|check|translat|photo|illustrat|verif|fact|approv|geprüft|übersetz|"
        u"foto|bearbeit|relu|revis|traduc|updated)\\w*(?:\\s+\\w+)?\\s*"
        u"(?:by|von|par|por|:)?\\s*:?\\s*$"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return role.match(before).hasMatch();
}

namespace {

// "Reviewed by: Ada Vole": the line itself says that somebody did something else.
bool beginsWithOtherRole(const QString &line)
{
    static const QRegularExpression lead(u"^.{3,40}?(?:\\sby\\b:?|\\svon\\b:?|\\spar\\b:?|:)"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = lead.match(line);
    return match.hasMatch() && announcesOtherRole(match.captured());
}

} // namespace

QStringList shownNames(const QString &written, bool certain)
{
    static const QRegularExpression lead(
        u"^(?:(?:posted|published|updated|written|created|submitted|view|see|more|all|recipe|"
        u"alles|todo|tutto|tout|article|guest|veröffentlicht|erstellt|publiziert|geschrieben|"
        u"verfasst|zeige|alle|"
        u"beiträge|publié|écrit|rédigé|voir|publicado|escrito|pubblicato|scritto|interview|"
        u"opublikowane)\\b[^.!?]{0,60}?\\s)?(?:by:?|von|vom|par|por|da|door|przez)\\s+|(?-i:^[Bb]y("
        u"?="
        u"\\p{Lu}))|"
        u"^(?:interview|guest author|gastautor|gastbeitrag)\\s*:?\\s+"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    if (beginsWithOtherRole(written))
        return {};
    const auto match = lead.match(written);
    const auto part = match.hasMatch() ? written.mid(match.capturedEnd()) : written;
    auto names = match.hasMatch() ? text::bylineNames(part, text::BylineKind::Certain)
                                  : text::bylineNames(part);
    for (auto &name : names)
        name = withFamilyName(name, part);
    if (names.isEmpty()) {
        if (part.size() > limits::nameLength || text::isDateLine(part))
            return {};
        names = statedNames(part);
    }
    const auto alone = certain && names.size() == 1 && !names.first().contains(u' ');
    names.erase(std::remove_if(names.begin(), names.end(),
                               [&](const QString &name) {
                                   return !isNameLike(alone ? name.left(1).toUpper() + name.mid(1)
                                                            : name);
                               }),
                names.end());
    return names;
}

QStringList namesBesideDate(const QString &line)
{
    static const QRegularExpression separator(u"\\s+[|•·–—-]\\s+|\\s*[|•]\\s*"_s);
    const auto parts = line.split(separator, Qt::SkipEmptyParts);
    if (parts.size() < 2 || parts.size() > 5
        || std::none_of(parts.begin(), parts.end(),
                        [](const QString &part) { return text::isDateLine(part); }))
        return {};
    for (const auto &part : parts) {
        // Sections and places stand beside dates as well: "Business Tips | May 3, 2024".
        const auto names = shownNames(part, false);
        const auto isPerson
            = [](const QString &name) { return isPersonLike(name) && beginsWithGivenName(name); };
        if (!names.isEmpty() && std::all_of(names.begin(), names.end(), isPerson))
            return names;
    }
    return {};
}

} // namespace extraction
