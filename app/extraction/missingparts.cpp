#include "extraction/missingparts.h"

#include "extraction/limits.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

constexpr int longestPageLine = 40;
constexpr int longestWall = 200;
constexpr int longestTitle = 80;
// More pages than this are no story's.
constexpr int mostPages = 100;
// What stands this far below a story is not about it.
constexpr int itemsBelow = 400;

constexpr auto options
    = QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;

// A story's address without what tells its pages apart.
QString withoutPage(const QUrl &address)
{
    static const QRegularExpression number(u"(?:/page)?[/_,-]\\d{1,2}(?=/?$|\\.html?$)"_s);
    auto path = address.path().remove(number);
    while (path.endsWith(u'/'))
        path.chop(1);
    return path;
}

// Blogs call the next post "next", too: the story's next page has the story's address.
bool isNextPage(const QUrl &next, const QUrl &address)
{
    if (next.isEmpty() || next.host() != address.host() || next == address)
        return false;
    if (next.path() != address.path())
        return withoutPage(next) == withoutPage(address) && !withoutPage(next).isEmpty();
    static const QRegularExpression page(
        u"(?:^|&)(?:page|p|pg|seite|pagina|s|start)=\\d{1,2}(?:&|$)"_s, options);
    return page.match(next.query()).hasMatch();
}

bool isPassedBy(const Item &item)
{
    return item.left == Left::Ignored || item.left == Left::Hidden || item.left == Left::Comments
        || item.left == Left::Related || item.tag == Tag::Noscript;
}

// The lines that a text may be part of, as far as they are short: "Page <b>1</b> of <b>3</b>".
QStringList linesAround(const PageTree &tree, int text, int longest)
{
    QStringList lines{tree.at(text).text.trimmed()};
    auto above = tree.at(text).parent;
    for (int level = 0; level < 2 && above >= 0 && tree.isShort(above, longest); ++level) {
        lines.append(tree.textOf(above));
        above = tree.at(above).parent;
    }
    return lines;
}

} // namespace

PageOfStory pageNumbers(QStringView line)
{
    static const QRegularExpression pages(
        u"^\\W*(?:page|seite|página|pagina|pág\\.?|strona|страница|стр\\.|sida|side|sivu|صفحة|第)"
        "\\s*(\\d{1,3})\\s*(?:ページ|页|頁)?\\s*(?:of|von|de|di|sur|из|z|av|af|van|من|[/"
        "／，,]?\\s*共|/|／)"
        "\\s*(\\d{1,3})\\s*(?:ページ|页|頁)?\\W*$"_s,
        options);
    const auto match = pages.match(line.toString());
    const PageOfStory found{.page = match.captured(1).toInt(), .pages = match.captured(2).toInt()};
    const auto plausible = found.page >= 1 && found.pages > 1 && found.page <= found.pages
        && found.pages <= mostPages;
    return plausible ? found : PageOfStory();
}

PageOfStory pageOfStory(const PageTree &tree, const PageHead &head, const QUrl &address)
{
    int looked = 0;
    for (int index = 0; index < tree.size() && looked < limits::pageLines;) {
        const auto &item = tree.at(index);
        if (isPassedBy(item)) {
            index = item.end;
            continue;
        }
        const auto mayBe = item.tag == Tag::Text && item.letters > 0
            && item.letters <= longestPageLine
            && std::any_of(item.text.begin(), item.text.end(),
                           [](QChar letter) { return letter.isDigit(); });
        if (mayBe) {
            ++looked;
            for (const auto &line : linesAround(tree, index, longestPageLine)) {
                if (const auto found = pageNumbers(line); found.pages > 0)
                    return found;
            }
        }
        ++index;
    }
    return {.goesOn = isNextPage(address.resolved(QUrl(head.next)), address)};
}

bool isPaywall(QStringView line)
{
    static const QRegularExpression walls(
        u"(?:subscribe (?:now |today )?to (?:continue|keep|finish) reading"
        "|to (?:continue|keep|finish) reading,? (?:please )?(?:subscribe|sign|log|register|create)"
        "|to read (?:the (?:full|rest|whole)|this) .{0,40}\\b(?:subscribe|subscription)\\b"
        "|this (?:article|story|content|post) is (?:only )?(?:available |reserved "
        "|exclusive(?:ly)? )?"
        "(?:for|to) (?:paid |paying |our )?(?:subscribers|members)"
        "|(?:jetzt|um) .{0,30}(?:weiterlesen|weiterzulesen)\\b.{0,30}abo|abonnieren und "
        ".{0,12}weiterlesen"
        "|weiterlesen mit .{0,30}(?:abo|plus|\\+)|mit .{0,20}abo weiterlesen"
        "|(?:artikel|inhalt|beitrag) .{0,30}(?:nur|exklusiv) für .{0,20}abonnent"
        "|(?:article|contenu|suite) .{0,25}réservée? (?:à nos|aux) abonnés"
        "|abonnez-vous pour (?:lire|continuer)|pour lire la suite,? .{0,20}(?:abonn|connect)"
        "|suscr[ií]b(?:ete|ase) para (?:seguir|continuar)|para (?:seguir|continuar) leyendo"
        "|(?:contenido|artículo) (?:exclusivo|solo|sólo) para (?:suscriptores|socios)"
        "|abbonati per (?:continuare|leggere)|per continuare a leggere|riservat[oa] agli abbonati"
        "|assine para (?:continuar|ler)|(?:conteúdo|matéria) exclusiv[oa] para assinantes"
        "|alleen voor abonnees|word abonnee .{0,20}(?:lezen|verder)"
        "|(?:aby|żeby) czytać dalej|tylko dla (?:prenumeratorów|subskrybentów)"
        "|(?:доступн\\w+ )?только (?:по подписке|для подписчиков|подписчикам)"
        "|чтобы (?:прочитать|читать|продолжить) .{0,40}(?:подпис|подпиш)"
        "|للمشتركين فقط|اشترك (?:الآن )?لمواصلة القراءة"
        "|订阅后?(?:即可|可|继续)|仅限?(?:订阅|付费)(?:用户|会员|者)|付费后?(?:阅读|继续)"
        "|会員限定(?:記事|の記事|です)|続きを読むには|有料会員(?:になると|登録|限定))"_s,
        options);
    return line.size() <= longestWall && walls.match(line.toString()).hasMatch();
}

bool endsAtPaywall(const PageTree &tree, int root)
{
    const auto end = std::min(tree.size(), tree.after(root) + itemsBelow);
    int looked = 0;
    for (int index = root; index < end && looked < limits::pageLines;) {
        const auto &item = tree.at(index);
        if (isPassedBy(item)) {
            index = item.end;
            continue;
        }
        if (item.tag == Tag::Text && item.letters > 5 && item.letters <= longestWall) {
            ++looked;
            const auto lines = linesAround(tree, index, longestWall);
            if (std::any_of(lines.begin(), lines.end(), isPaywall))
                return true;
        }
        ++index;
    }
    return false;
}

bool namesNoStory(QStringView title)
{
    static const QRegularExpression names(
        u"(?:^(?:http )?(?:error |fehler |erreur |ошибка )?(?:404|410|403|500|503)\\b"
        "|\\b(?:404|410)(?: error| not found)?$"
        "|(?:page|file|article|content) (?:not|could not be|cannot be|can.t be) found|^not found$"
        "|page (?:does not|doesn.t) exist|^access denied|^(?:just a moment|attention required)"
        "|^are you (?:a robot|human)"
        "|seite (?:wurde )?nicht gefunden|page (?:introuvable|non trouvée)"
        "|página no encontrada|página não encontrada|pagina non trovata|pagina niet gevonden"
        "|nie znaleziono strony|страница не найдена|الصفحة غير "
        "موجودة|(?:页面|頁面)(?:不存在|未找到)"
        "|ページが見つかりません"
        "|^(?:please )?(?:sign|log) ?in\\b|^login\\b|^anmelden\\b|^einloggen\\b|^connexion$|^se "
        "connecter"
        "|^iniciar sesión|^inicia sesión|^accedi\\b|^entrar$|^inloggen\\b|^zaloguj się|^вход\\b"
        "|^تسجيل الدخول|^登录|^登入|^ログイン)"_s,
        options);
    return title.size() <= longestTitle && names.match(title.trimmed().toString()).hasMatch();
}

} // namespace extraction
