#include "extraction/notices.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

// What is longer than this was written for the story.
constexpr int longestNotice = 220;

// Whole lines.
const QSet<QString> &wholeLines()
{
    static const QSet<QString> lines{
        u"advertisement"_s,
        u"advertisements"_s,
        u"advert"_s,
        u"ad"_s,
        u"sponsored"_s,
        u"sponsored content"_s,
        u"anzeige"_s,
        u"werbung"_s,
        u"publicité"_s,
        u"publicidad"_s,
        u"pubblicità"_s,
        u"реклама"_s,
        u"إعلان"_s,
        u"广告"_s,
        u"廣告"_s,
        u"広告"_s,
        u"reklama"_s,
        u"reclame"_s,
        u"advertentie"_s,
        u"story continues below advertisement"_s,
        u"article continues below"_s,
        u"article continues after ad"_s,
        u"continue reading the main story"_s,
        u"continue reading below"_s,
        u"scroll to continue"_s,
        u"share"_s,
        u"share this"_s,
        u"share this article"_s,
        u"share this story"_s,
        u"share this post"_s,
        u"share on facebook"_s,
        u"share on twitter"_s,
        u"tweet"_s,
        u"print"_s,
        u"email"_s,
        u"e-mail"_s,
        u"print this article"_s,
        u"copy link"_s,
        u"link copied"_s,
        u"teilen"_s,
        u"drucken"_s,
        u"artikel teilen"_s,
        u"partager"_s,
        u"partager cet article"_s,
        u"imprimer"_s,
        u"compartir"_s,
        u"imprimir"_s,
        u"condividi"_s,
        u"stampa"_s,
        u"поделиться"_s,
        u"مشاركة"_s,
        u"شارك المقال"_s,
        u"分享"_s,
        u"この記事を共有"_s,
        u"共有"_s,
        u"印刷"_s,
        u"シェア"_s,
        u"read more"_s,
        u"read more:"_s,
        u"weiterlesen"_s,
        u"lire la suite"_s,
        u"leer más"_s,
        u"leggi anche"_s,
        u"читать далее"_s,
        u"mehr zum thema"_s,
        u"loading"_s,
        u"loading..."_s,
        u"loading…"_s,
        u"back to top"_s,
        u"nach oben"_s,
        u"close"_s,
        u"image"_s,
        u"photo"_s,
        u"caption"_s,
        u"leave a comment"_s,
        u"comments"_s,
        u"comment"_s,
        u"post a comment"_s,
        u"view comments"_s,
        u"kommentare"_s,
        u"commentaires"_s,
        u"comentarios"_s,
        u"комментарии"_s,
        u"tell us what you think"_s,
        u"subscribe"_s,
        u"sign up"_s,
        u"subscribe now"_s,
        u"log in"_s,
        u"follow us"_s,
        u"privacy overview"_s,
        u"related"_s,
        u"facebook"_s,
        u"twitter"_s,
        u"whatsapp"_s,
        u"linkedin"_s,
        u"pinterest"_s,
        u"x"_s,
        u"newsletter"_s,
        u"watch live"_s,
        u"like this:"_s,
        u"like loading..."_s,
        u"schon gelesen?"_s,
        u"mehr themen"_s,
        u"das könnte dich auch interessieren"_s,
        u"das könnte sie auch interessieren"_s,
        u"das thema könnte dich auch interessieren"_s,
        u"zum weiterlesen"_s,
        u"weitere informationen"_s,
        u"weiterführende informationen"_s,
        u"weiterführende links"_s,
        u"weiterführender link"_s,
        u"weitere artikel"_s,
        u"auch interessant"_s,
        u"quellenangaben"_s,
        u"verwandte themen"_s,
        u"verwandte artikel"_s,
        u"ähnliche artikel"_s,
        u"ähnliche beiträge"_s,
        u"no response so far"_s,
        u"no responses"_s,
        u"no comments yet"_s,
        u"be the first to comment"_s,
        u"lire aussi"_s,
        u"à lire aussi"_s,
        u"sur le même sujet"_s,
        u"lea también"_s,
        u"lee también"_s,
        u"también te puede interesar"_s,
        u"te puede interesar"_s,
        u"relacionado"_s,
        u"czytaj też"_s,
        u"czytaj także"_s,
        u"zobacz też"_s,
        u"zobacz także"_s,
        u"podobne artykuły"_s,
        u"potrebbe interessarti"_s,
        u"lees ook"_s,
        u"leia também"_s,
        u"читайте также"_s,
        u"смотрите также"_s,
        u"другие новости"_s,
        u"sponsored links"_s,
        u"recommended for you"_s,
        u"you may also like"_s,
        u"you might also like"_s,
        u"recommended reading"_s,
        u"further reading"_s,
        u"customer reviews"_s,
        u"recently viewed"_s,
        u"noch keine bewertungen"_s,
        u"(noch keine bewertungen)"_s,
        u"download pdf"_s,
        u"artikel drucken"_s,
        u"kommentar schreiben"_s,
        u"leave a reply"_s,
        u"reply"_s,
        u"like"_s,
        u"buy now"_s,
        u"add to cart"_s,
        u"add to wishlist"_s,
        u"quick view"_s,
        u"shop now"_s,
        u"tags"_s,
        u"tags:"_s,
        u"topics:"_s,
    };
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
        "|^follow (?:us|me) on (?:twitter|facebook|instagram)|^like us on facebook"
        "|^this (?:article|post|story) (?:originally|first) appeared"
        "|^(?:last (?:modified|updated)|zuletzt aktualisiert|aktualisiert am|stand) ?:? ?\\d"
        "|^alle angaben ohne gewähr|contains? affiliate links|enthält affiliate"
        "|^subscribe now to|^download the .{0,40}\\bapps?\\b"
        "|^filed under:?|^posted in:?|^tagged (?:with|under|as):?"
        "|we use cookies|uses cookies|cookie policy|utilise des cookies|verwendet cookies|utiliza cookies)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return expression;
}

bool isWhole(QStringView line)
{
    auto bare = line.trimmed().toString().toLower();
    while (!bare.isEmpty() && QStringView(u".!:-–—|»›>▼…").contains(bare.back()))
        bare.chop(1);
    return wholeLines().contains(bare.trimmed());
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

    // From the end: a heading counts as followed when anything is kept before the next one of its
    // rank.
    void headings()
    {
        bool followed = false;
        for (int index = m_tree.after(m_root) - 1; index > m_root; --index) {
            const auto &item = m_tree.at(index);
            if (m_tree.isLeftOut(index))
                continue;
            if (item.tag == Tag::Heading && item.letters > 0) {
                if (!followed)
                    m_tree.leaveOut(index, Left::Links);
                continue;
            }
            if (item.tag == Tag::Image)
                followed = true;
            if (item.tag == Tag::Text && item.letters > 0
                && m_tree.enclosing(index, Tag::Heading) < m_root)
                followed = true;
            if (followed)
                return;
        }
    }

private:
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
    return phrases().match(line.toString()).hasMatch();
}

void leaveOutNotices(PageTree &tree, int root)
{
    Sweep sweep(tree, root);
    sweep.lines();
    sweep.headings();
}

} // namespace extraction
