#include "extraction/authornames.h"

#include "extraction/givennames.h"
#include "extraction/limits.h"
#include "text/bylinewords.h"
#include "text/credits.h"
#include "text/datewords.h"
#include "text/folding.h"
#include "text/whitespace.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

constexpr qsizetype longestField = 600;

using Words = QSet<QString>;

constexpr QStringView nobodies
    = u"admin|administrator|administrador|root|superuser|user|guest|gast|unknown|unbekannt|"
      u"anonymous|anonym|anonyme|anónimo|anonimo|none|null|undefined|n/a|author|autor|auteur|"
      u"editor|editors|our editors|webmaster|name|test|default|content|wordpress|blogger|"
      u"guest author|gastautor|staff writer|youtube|facebook|twitter|instagram|press release|"
      u"no author|author name|site admin|super user|kein autor|sin autor|"
      u"on behalf|contributing writer|web admin|site editor";

// Words of the lines that stand around names, in the languages of ours.
constexpr QStringView others
    = u"about|author|authors|more|posts|post|view|all|follow|share|read|contact|related|article|"
      u"articles|by|updated|published|posted|name|home|menu|subscribe|comment|comments|photo|"
      u"photos|photograph|image|images|illustration|video|source|click|here|our|your|this|that|"
      u"how|what|why|when|where|last|new|news|blog|email|newsletter|get|see|join|login|sign|"
      u"search|print|reading|min|minutes|read|reviewed|edited|checked|verified|fact|learn|"
      u"über|autor|autorin|artikel|alle|mehr|beiträge|beitrag|weitere|veröffentlicht|aktualisiert|"
      u"publiziert|kommentar|kommentare|teilen|lesen|zum|zur|quelle|bild|bilder|foto|fotos|zitat|"
      u"profil|bewertung|antworten|"
      u"sobre|ver|todos|todas|más|mas|publicado|compartir|comentarios|fuente|"
      u"voir|tous|toutes|plus|publié|partager|commentaires|afficher|profil|lire|"
      u"contenido|exclusivo|publicidad|exclusive|sponsored|premium|anzeige|advertorial|like|liken|"
      u"likes|gefällt|"
      u"tutti|leggi|pubblicato|condividi|фото|источник|автор|все|читать|опубликовано";

// The forms and departments of companies.
constexpr QStringView companies
    = u"gmbh|ag|inc|inc.|llc|ltd|ltd.|e.v.|ev|corp|corp.|co.|company|team|staff|redaktion|"
      u"editorial|editors|newsroom|desk|redacción|redaccion|rédaction|redazione|redação|redactie|"
      u"redakcja|online|media|verlag|institut|agency|agentur|magazin|magazine|store|shop|blog|"
      u"news|zeitung|association|foundation|society|university|universität|bank|group|official|"
      u"department|ministry|office|council|committee|institute|ministerium|verein|verband|bund|"
      u"departement|abteilung|bundesamt|landesamt|amt|behörde|stiftung|network|netzwerk|agencia|"
      u"ministerio|ministère|universidad|université|università|fundación|fondation|"
      u"kirche|feuerwehr|sekretariat|partei|"
      u"library|bibliothek|museum|school|schule|college|club|center|centre|zentrum|hospital|"
      u"clinic|klinik|theatre|theater|hotel|studio|studios|solutions|services|systems|consulting|"
      u"partners|insurance|law|agentschap|"
      u"marketing|support|tips|publishing|press|presse|tv|radio";

// Those who write together.
constexpr QStringView teams
    = u"team|staff|editors|redaktion|redacción|redaccion|rédaction|redazione|redação|redactie|"
      u"redakcja|newsroom|desk";

// Posts that are family names as well.
constexpr QStringView familyNames
    = u"reporter|writer|editor|critic|producer|president|chief|director|manager|head|professor|"
      u"lawyer|engineer|architect|chef|autor|redakteur|redaktor|korrespondent|leiter";

bool isFamilyName(const QString &word)
{
    static const Words table = text::foldedWords(familyNames);
    return !word.isEmpty() && word.front().isUpper() && table.contains(text::folded(word));
}

bool hasWordOf(const QString &name, const Words &table)
{
    const auto words = name.split(u' ', Qt::SkipEmptyParts);
    return std::any_of(words.begin(), words.end(), [&](const QString &word) {
        // "Gazette-Redaktion"
        return table.contains(text::folded(word))
            || table.contains(text::folded(word.section(u'-', -1)));
    });
}

QString key(const QString &name)
{
    QString bare;
    for (const auto letter : name) {
        if (letter.isLetterOrNumber())
            bare += letter.toCaseFolded();
    }
    return bare;
}

bool isWide(const QString &name)
{
    return name.size() >= 2 && name.size() <= 8
        && std::all_of(name.begin(), name.end(), [](QChar letter) {
               return (letter.unicode() >= 0x2E80 && letter.isLetter()) || letter == u' ';
           });
}

bool beginsLikeName(const QString &word)
{
    const auto first = word.front();
    if (first.isUpper() || (first.isLetter() && !first.isLower()))
        return true;
    // d'Alembert, al-Din
    return word.size() > 3
        && (word.at(1) == u'\'' || word.at(1) == u'\u2019' || word.at(2) == u'-');
}

bool hasCompanyWord(const QString &name)
{
    static const Words forms = text::foldedWords(companies);
    return hasWordOf(name, forms);
}

bool isTeam(const QString &name)
{
    static const Words words = text::foldedWords(teams);
    return name.contains(u' ') && hasWordOf(name, words);
}

// The labels of a host without its ending: "blog.hill-gazette.example" → blog, hillgazette.
QStringList hostNames(const QString &host)
{
    auto labels = host.split(u'.', Qt::SkipEmptyParts);
    if (labels.size() > 1)
        labels.removeLast();
    QStringList names;
    for (const auto &label : labels) {
        const auto bare = key(label);
        if (bare.size() >= 3 && bare != u"www"_s)
            names.append(bare);
    }
    return names;
}

// The words of a name, one after the other and joined, hold this label of a host in whole words:
// "hillbakery" in "Hill Bakery Tips".
bool holdsWords(const QString &name, const QString &label)
{
    const auto words = name.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype first = 0; first < words.size(); ++first) {
        QString joined;
        for (qsizetype at = first; at < words.size() && joined.size() < label.size(); ++at)
            joined += key(words.at(at));
        if (joined == label)
            return true;
    }
    return false;
}

// One name as the field has it, without its lead and its post.
QString bareName(const QString &written)
{
    if (isTeam(written))
        return written;
    const auto names = text::bylineNames(written, text::BylineKind::Certain);
    const auto words = written.count(u' ') + 1;
    if (names.size() == 1 && (names.first().contains(u' ') || words == 1))
        return names.first();
    static const QRegularExpression lead(u"^(?:by|von|par|por)\\s+"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return text::simplified(QString(written).remove(lead));
}

bool isDegree(const QString &piece)
{
    static const QRegularExpression degree(
        u"^(?:[A-Z][A-Za-z]{0,2}\\.?-?\\s?){1,4}®?$|^(?:Jr|Sr|Esq|PhD|PharmD|PsyD)\\.?$|^[A-Z-]{2,8}(?: \\d+)?$"_s);
    return degree.match(piece).hasMatch();
}

} // namespace

bool isOutletName(const QString &name, const Outlet &outlet)
{
    static const QRegularExpression domain(u"^\\S+\\.[a-z]{2,6}$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const auto mine = key(name);
    const auto site = key(outlet.site);
    if (mine.isEmpty() || domain.match(name).hasMatch())
        return true;
    // "Gazette Staff" says that nobody is named, "Jane Doe" that the site bears her name.
    if (isTeam(name) || (isPersonLike(name) && beginsWithGivenName(name)))
        return false;
    if (!site.isEmpty()
        && (mine == site || u"the"_s + mine == site || mine == u"the"_s + site
            || (mine.size() >= 4 && mine.size() * 3 > site.size() * 2 && site.startsWith(mine))
            || (site.size() >= 4 && mine.startsWith(site))))
        return true;
    const auto labels = hostNames(outlet.host);
    return std::any_of(labels.begin(), labels.end(), [&](const QString &label) {
        return mine == label || (label.size() >= 5 && holdsWords(name, label))
            || (mine.size() >= 5 && label.contains(mine));
    });
}

bool isCompanyName(const QString &name)
{
    return hasCompanyWord(name) && !isTeam(name);
}

bool isNobody(const QString &name)
{
    static const Words table = text::foldedWords(nobodies);
    return name.isEmpty() || name.size() > limits::nameLength || name.contains("://"_L1)
        || name.startsWith("www."_L1) || name.startsWith(u'@') || name.contains(u'@')
        || table.contains(text::folded(name));
}

bool isNameLike(const QString &name)
{
    static const Words table = text::foldedWords(others);
    if (isWide(name))
        return true;
    const auto words = name.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty() || words.size() > 5 || name.size() < 2)
        return false;
    // "Marco" and "April" are months too.
    const auto isDay = [](const QString &word) {
        const auto meaning = text::dateWord(text::folded(word));
        return meaning.month != 0 || meaning.weekday;
    };
    if (std::all_of(words.begin(), words.end(), isDay) && !beginsWithGivenName(name))
        return false;
    for (const auto &word : words) {
        const auto bare = text::folded(word);
        if (table.contains(bare) || std::any_of(word.begin(), word.end(), [](QChar c) {
                return c.isDigit() || c == u':';
            }))
            return false;
        if (!beginsLikeName(word) && !text::isParticle(bare))
            return false;
    }
    return beginsLikeName(words.last())
        && (words.size() == 1 || std::any_of(words.begin(), words.end(), [](const QString &word) {
                return word.size() > 2 || !word.isUpper() || word.contains(u'.');
            }));
}

bool isAccount(const QString &name)
{
    return !name.contains(u' ')
        && (!isNameLike(name) || name.contains(u'.') || name.contains(u'_'));
}

bool isPersonLike(const QString &name)
{
    if (isWide(name))
        return true;
    auto words = name.split(u' ', Qt::SkipEmptyParts);
    if (words.size() == 2 && isFamilyName(words.last()) && beginsWithGivenName(name))
        words.removeLast();
    return name.contains(u' ') && isNameLike(name) && !hasCompanyWord(name) && !text::isAgency(name)
        && std::none_of(words.begin(), words.end(),
                        [](const QString &word) { return text::isJobWord(text::folded(word)); });
}

QString withFamilyName(const QString &name, const QString &written)
{
    if (name.contains(u' ') || !beginsWithGivenName(name))
        return name;
    static const QRegularExpression next(u"\\G\\s+(\\p{Lu}\\p{L}+)(?!\\s+\\p{Lu}|\\p{L}|[-'’])"_s);
    for (auto at = written.indexOf(name); at >= 0; at = written.indexOf(name, at + 1)) {
        const auto match = next.match(written, at + name.size());
        const auto begins = at == 0 || !written.at(at - 1).isLetter();
        if (begins && match.hasMatch() && isFamilyName(match.captured(1)))
            return name + u' ' + match.captured(1);
    }
    return name;
}

QStringList statedNames(const QString &written)
{
    static const QRegularExpression certain(
        u"\\s*[;|\\n·]\\s*|\\s+(?:and|And|AND|und|Und|et|y|e|og|och|en|и|&|/)\\s+"_s);
    static const QRegularExpression strong(u"\\s*[;|\\n·]\\s*"_s);
    const auto simple = text::simplified(written);
    if (simple.size() > longestField)
        return {};
    QStringList parts = simple.split(certain, Qt::SkipEmptyParts);
    // "Ministry of Trade and Industry" is one.
    const auto apart = std::all_of(parts.begin(), parts.end(), [](const QString &part) {
        const auto first = bareName(part.section(u',', 0, 0).trimmed());
        return isPersonLike(first) || !first.contains(u' ');
    });
    if (!apart)
        parts = simple.split(strong, Qt::SkipEmptyParts);
    QStringList names;
    for (const auto &part : parts) {
        const auto pieces = part.split(u',', Qt::SkipEmptyParts);
        QString first;
        for (const auto &raw : pieces) {
            const auto piece = raw.trimmed();
            if (piece.isEmpty())
                continue;
            const auto name = bareName(piece);
            if (first.isEmpty()) {
                first = name;
                names.append(name);
            } else if (!isDegree(piece) && isPersonLike(piece) && name.contains(u' ')
                       && !text::isLongPlace(text::folded(piece))) {
                names.append(name);
            }
        }
    }
    return names;
}

} // namespace extraction
