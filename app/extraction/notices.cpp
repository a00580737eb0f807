#include "extraction/notices.h"

#include "text/credits.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

// What is longer than this was written for the story.
constexpr int longestNotice = 220;

// Whole lines, as people of all languages know them: buttons, labels, headings of lists of links.
const QSet<QStringView> &wholeLines()
{
    static const QString words
        = u"alle anzeigen|neueste artikel|aktuelle artikel|latest articles|recent "
          u"articles|derniers articles|möchten sie den artikel "
          u"teilen|advertisement|advertisements|advert|ad|sponsored|sponsored content|anzeige|"
          "werbung|publicité|publicidad|pubblicità|реклама|إعلان|广告|廣告|広告|reklama|reclame|"
          "advertentie|story continues below advertisement|article continues below|"
          "article continues after ad|continue reading the main story|continue reading below|"
          "scroll to continue|share|share this|share this article|share this story|"
          "share this post|share on facebook|share on twitter|tweet|print|email|e-mail|"
          "print this article|copy link|link copied|teilen|drucken|artikel teilen|partager|"
          "partager cet article|imprimer|compartir|imprimir|condividi|stampa|поделиться|"
          "مشاركة|شارك المقال|分享|この記事を共有|共有|印刷|シェア|read more|"
          "weiterlesen|"
          "lire la suite|leer más|leggi anche|читать далее|mehr zum thema|loading|loading...|"
          "loading…|back to top|nach oben|close|image|photo|caption|leave a comment|comments|"
          "comment|post a comment|view comments|kommentare|commentaires|comentarios|"
          "комментарии|tell us what you think|subscribe|sign up|subscribe now|log in|"
          "follow us|privacy overview|related|facebook|twitter|whatsapp|linkedin|pinterest|x|"
          "newsletter|watch live|like this:|like loading...|schon gelesen|mehr themen|"
          "das könnte dich auch interessieren|das könnte sie auch interessieren|"
          "das thema könnte dich auch interessieren|zum weiterlesen|weitere informationen|"
          "weiterführende informationen|weiterführende links|weiterführender link|"
          "weitere artikel|auch interessant|quellenangaben|verwandte themen|"
          "verwandte artikel|ähnliche artikel|ähnliche beiträge|no response so far|"
          "no responses|no comments yet|be the first to comment|lire aussi|à lire aussi|"
          "sur le même sujet|lea también|lee también|también te puede interesar|"
          "te puede interesar|relacionado|czytaj też|czytaj także|zobacz też|zobacz także|"
          "podobne artykuły|potrebbe interessarti|lees ook|leia também|читайте также|"
          "смотрите также|другие новости|sponsored links|recommended for you|"
          "you may also like|you might also like|recommended reading|further reading|"
          "customer reviews|recently viewed|noch keine bewertungen|(noch keine bewertungen)|"
          "download pdf|artikel drucken|kommentar schreiben|leave a reply|reply|like|buy now|"
          "add to cart|add to wishlist|quick view|shop now|tags|tags:|topics:|"
          "table of contents|in this article|inhaltsverzeichnis|in diesem artikel|sommaire|"
          "spis treści|mehr anzeigen|quellen ausblenden|quellen anzeigen|show more|show less|"
          "see less|see more|weniger anzeigen|keep reading|read less|ask question|"
          "start asking to get answers|find the answer to your question by asking|"
          "explore related questions|see similar questions with these tags|"
          "you must log in to answer this question|add a comment|jetzt registrieren|"
          "jetzt anmelden|verwandte themenbereiche|similar items|sort by|sort and filter"_s;
    static const auto lines = [] {
        const auto list = QStringView(words).split(u'|');
        return QSet<QStringView>(list.cbegin(), list.cend());
    }();
    return lines;
}

// What only machinery says anywhere in a short line.
const QRegularExpression &phrases()
{
    static const QRegularExpression expression(
        u"(?:enable javascript|javascript (?:is|to be) (?:disabled|enabled)|requires javascript"
        "|browser does not support|browser doesn.t support"
        "|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos "
        "reservados"
        "|tutti i diritti riservati|все права защищены|جميع الحقوق "
        "محفوظة|版权所有|版權所有|無断転載"
        "|^© ?\\d{4}|^copyright (?:©|\\(c\\)|\\d{4})"
        "|^(?:sign|click here to sign) up (?:for|to) (?:our|the|get)|subscribe to (?:our|the) "
        ".{0,40}newsletter"
        "|^get the latest .{0,60}(?:inbox|newsletter)|sent straight to your inbox|in your inbox$"
        "|^click here to (?:subscribe|share|print|read more)|^share this (?:article|story|post)\\b"
        "|\\bfollow (?:us|me|him|her|them|\\w+(?: \\w+)?) (?:on|at) "
        "(?:twitter|facebook|instagram|x\\b|linkedin|threads|bluesky|tiktok|youtube)"
        "|^like us on facebook|^(?:folge|folgen sie|folgt) (?:uns|mir) (?:auf|bei)\\b|^síguenos "
        "en\\b"
        "|^suivez-nous sur\\b|^seguici su\\b|^siga-nos n"
        "|^this (?:article|post|story) (?:originally|first) appeared"
        "|^(?:last modified|zuletzt aktualisiert|letzte aktualisierung|aktualisiert|stand)(?: am)? "
        "?:? ?\\d"
        "|^(?:last )?updated(?: on)? ?:? ?(?:\\d|[a-z]{3,9}\\.? \\d)"
        "|^alle angaben ohne gewähr|contains? affiliate links|enthält affiliate"
        "|^subscribe now to|\\bdownload the .{0,40}\\bapps?\\b|^h[aá](?:zte|gase) (?:miembro|socio)"
        "|^werden sie (?:jetzt )?mitglied|^bitte (?:registrieren|melden) sie sich|^pour lire la "
        "suite"
        "|^(?:image|photo|picture)s? (?:credit|source|courtesy)s? ?:|^(?:titelbild|beitragsbild"
        "|bildnachweis|bildquelle|crédits? photos?) ?:"
        "|^(?:image|photo|slide|bild|foto)? ?\\d+ ?(?:/|of|von|de|sur|из) ?\\d+$"
        "|^(?:reading time|read time|lesezeit|lesedauer|temps de lecture|tempo de leitura|tiempo "
        "de lectura|tempo di lettura|leestijd|czas czytania)\\b"
        "|^\\d+ ?[-–]? ?min(?:ute)?s?\\.? read$"
        "|^e-?mail .{3,60} at \\S+@\\S+|^how useful was this post|^average rating \\d"
        "|^filed under:?|^posted in:?|^tagged (?:with|under|as):?"
        "|^(?:kategorien?|schlagwort|schlagwörter|rubrik|categor(?:ía|ia|ie)s?|etiquetas|mots-clés)"
        " ?: ?\\S"
        "|we use cookies|uses cookies|cookie policy|utilise des cookies|verwendet cookies|utiliza cookies)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return expression;
}

// What letters to many say of themselves and of how to leave the list.
const QRegularExpression &mailings()
{
    static const QRegularExpression expression(
        u"(?:^(?:click here to )?unsubscribe(?:$| ?[|·•,.]| (?:here|from|at any time|instantly|"
        "or ))|^(?:if you .{0,20}(?:wish|want|like) )?to unsubscribe\\b|unsubscribe (?:from this "
        "list|here)$|\\| ?unsubscribe\\b"
        "|^(?:update|manage|change) (?:your )?(?:e-?mail )?(?:preferences|subscription)"
        "|\\byou(?:.re| are)? (?:receiv(?:ing|ed|e)|getting) this (?:e-?mail|newsletter|message)?"
        ".{0,40}\\b(?:because|as|since)\\b"
        "|^(?:view|read|see|open) (?:this |it )?(?:e-?mail |message |newsletter )?(?:in (?:your|a) "
        "(?:web ?)?browser|online)$"
        "|^(?:trouble|having (?:trouble|problems)|problems) (?:viewing|reading|seeing) this"
        "|^forwarded this (?:e-?mail|newsletter)\\?|^was this (?:e-?mail|newsletter) forwarded to "
        "you"
        "|^our (?:mailing|postal) address is|add us to your address book"
        "|^thanks for reading .{1,60}[.!] (?:subscribe|this post is public)"
        "|^(?:den |diesen )?newsletter (?:abbestellen|abmelden)$|^vom newsletter abmelden|^sie "
        "erhalten diese[ns]? "
        "(?:e-?mail|newsletter)|^(?:e-?mail|newsletter) im browser (?:ansehen|anzeigen|öffnen)"
        "|^(?:pour )?(?:se|vous) (?:désabonner|désinscrire)\\b|^vous recevez ce(?:t|tte)? "
        "(?:e-?mail|courriel|message|"
        "newsletter|lettre)|^(?:para )?dar(?:se|me|te) de baja\\b|^recib(?:e|es|iste) este "
        "(?:correo|boletín|"
        "mensaje)|^annulla(?:re)? l.iscrizione|^ricevi questa|^отписаться|^вы получили "
        "это письмо|^.{0,12}(?:退订|退訂|取消订阅|取消訂閱|配信停止).{0,8}$|^إلغاء الاشتراك)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return expression;
}

bool isWhole(QStringView line)
{
    constexpr QStringView marks = u".!?:-–—|»«›>▼▲…+";
    const auto lower = line.trimmed().toString().toLower();
    QStringView bare = lower;
    while (!bare.isEmpty() && (marks.contains(bare.back()) || bare.back().isSpace()))
        bare.chop(1);
    while (!bare.isEmpty() && (marks.contains(bare.front()) || bare.front().isSpace()))
        bare = bare.sliced(1);
    return wholeLines().contains(bare);
}

class Sweep
{
public:
    Sweep(PageTree &tree, int root)
        : m_tree(tree)
        , m_root(root)
    {
    }

    void lines()
    {
        for (int index = m_root + 1; index < m_tree.after(m_root);) {
            const auto &item = m_tree.at(index);
            if (item.left != Left::Kept || item.tag == Tag::Preformatted || item.tag == Tag::Cell
                || item.tag == Tag::Noscript) {
                index = item.end;
                continue;
            }
            const auto mayBe = isBlock(item.tag) && m_tree.isShort(index, longestNotice);
            if (mayBe && isNotice(m_tree.textOf(index, PageTree::Which::Kept))) {
                m_tree.leaveOut(index, Left::Notice);
                index = m_tree.after(index);
                continue;
            }
            ++index;
        }
    }

    // From the end: what announces something is left out when nothing is kept behind it.
    void headings()
    {
        for (int index = m_tree.after(m_root) - 1; index > m_root; --index) {
            const auto &item = m_tree.at(index);
            if (m_tree.isLeftOut(index))
                continue;
            if (item.tag == Tag::Heading && item.letters > 0) {
                m_tree.leaveOut(index, Left::Links);
                continue;
            }
            if (item.tag == Tag::Image)
                return;
            if (item.tag != Tag::Text || item.letters == 0
                || m_tree.enclosing(index, Tag::Heading) >= m_root)
                continue;
            const auto line = announcement(index);
            if (line < 0)
                return;
            m_tree.leaveOut(line, Left::Links);
        }
    }

private:
    // The line around a text, when it is one that only announces other stories; -1 otherwise.
    [[nodiscard]] int announcement(int text) const
    {
        int line = m_tree.at(text).parent;
        while (line > m_root && !isBlock(m_tree.at(line).tag))
            line = m_tree.at(line).parent;
        const bool announces = line > m_root && m_tree.isShort(line, longestNotice)
            && text::isRelatedHeading(m_tree.textOf(line));
        return announces ? line : -1;
    }

    PageTree &m_tree;
    int m_root;
};

} // namespace

bool isNotice(QStringView line)
{
    if (line.size() > longestNotice)
        return false;
    if (isWhole(line))
        return true;
    if (line.contains(u'|')) {
        // "Print | Share this article"
        const auto parts = line.split(u'|', Qt::SkipEmptyParts);
        if (std::all_of(parts.begin(), parts.end(), [](QStringView part) { return isWhole(part); }))
            return true;
    }
    const auto written = line.toString();
    return phrases().match(written).hasMatch() || mailings().match(written).hasMatch();
}

void leaveOutNotices(PageTree &tree, int root)
{
    Sweep sweep(tree, root);
    sweep.lines();
    sweep.headings();
}

} // namespace extraction
