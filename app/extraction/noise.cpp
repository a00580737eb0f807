#include "extraction/noise.h"

#include "extraction/limits.h"

#include <array>
#include <optional>

namespace extraction {

namespace {

// What holds more of the page's text than this is not noise, whatever it is called.
constexpr double mostOfThePage = 0.4;
// Letters beside a consent dialog that make a page of its own.
constexpr int pageUnderConsent = 500;

struct Meaning
{
    Hint hint;
    Left reason;
};

// In the order in which they speak when an element has several.
constexpr std::array meanings{
    Meaning{Hint::Comments, Left::Comments},     Meaning{Hint::Consent, Left::Consent},
    Meaning{Hint::Newsletter, Left::Newsletter}, Meaning{Hint::Advertisement, Left::Advertisement},
    Meaning{Hint::Action, Left::Advertisement},  Meaning{Hint::Sharing, Left::Sharing},
    Meaning{Hint::Related, Left::Related},       Meaning{Hint::AboutAuthor, Left::AboutAuthor},
    Meaning{Hint::Navigation, Left::Navigation}, Meaning{Hint::Sidebar, Left::Sidebar},
    Meaning{Hint::Footer, Left::Footer},         Meaning{Hint::Tags, Left::Tags},
    Meaning{Hint::Notice, Left::Notice},         Meaning{Hint::ScreenReader, Left::Hidden},
};

bool mayBeNoise(Tag tag)
{
    switch (tag) {
    case Tag::Text:
    case Tag::Image:
    case Tag::Picture:
    case Tag::Source:
    case Tag::Break:
    case Tag::Cell:
    case Tag::Row:
    case Tag::Ignored:
    case Tag::Noscript:
    case Tag::Format:
    case Tag::Embed:
    case Tag::Figure:
    case Tag::FigureCaption:
        return false;
    default:
        return true;
    }
}

class Sweep
{
public:
    Sweep(PageTree &tree, Strictness strictness, PageKind kind)
        : m_tree(tree)
        , m_strictness(strictness)
        , m_kind(kind)
        , m_total(tree.size() > 0 ? tree.at(0).letters - tree.at(0).linkLetters : 0)
    {
    }

    void run()
    {
        for (int index = 1; index < m_tree.size();) {
            const auto &item = m_tree.at(index);
            if (item.left != Left::Kept) {
                index = item.end;
                continue;
            }
            const auto reason = mayBeNoise(item.tag) ? reasonFor(index) : std::nullopt;
            if (reason) {
                m_tree.leaveOut(index, *reason);
                index = m_tree.after(index);
            } else {
                ++index;
            }
        }
    }

private:
    [[nodiscard]] bool isMost(const Item &item) const
    {
        return item.letters - item.linkLetters > mostOfThePage * m_total;
    }

    // Lists of trackers are often longer than the page that they lie over. A page about cookies has
    // nothing else.
    [[nodiscard]] bool isConsentOverPage(const Item &item) const
    {
        return item.evidence.testFlag(Hint::Consent)
            && m_total - (item.letters - item.linkLetters) > pageUnderConsent;
    }

    [[nodiscard]] std::optional<Left> reasonFor(int index) const
    {
        const auto &item = m_tree.at(index);
        const auto known = item.evidence.testFlag(Hint::Comments) || isConsentOverPage(item);
        if (isMost(item) && !known)
            return std::nullopt;
        auto reason = byTag(index);
        if (!reason && m_strictness == Strictness::Strict)
            reason = byEvidence(index);
        return reason && isFigure(index, *reason) ? std::nullopt : reason;
    }

    // One picture with the words on it, called by where it stands: "masthead", "teaser-image",
    // <aside>.
    [[nodiscard]] bool isFigure(int index, Left reason) const
    {
        const auto &item = m_tree.at(index);
        const auto mayBe = reason == Left::Navigation || reason == Left::Sidebar
            || reason == Left::Related || reason == Left::Notice;
        if (!mayBe || item.letters > limits::figureLetters || item.linkLetters > 0
            || m_tree.enclosing(index, Tag::Link) >= 0)
            return false;
        int pictures = 0;
        int said = 0;
        for (int i = index; i < m_tree.after(index); ++i) {
            const auto &inner = m_tree.at(i);
            if (inner.tag == Tag::Link && item.letters == 0)
                return false;
            if (inner.tag == Tag::Image && m_tree.enclosing(i, Tag::Noscript) < 0)
                ++pictures;
            if (inner.tag == Tag::Text && isCaption(i, index))
                said += inner.letters;
        }
        return pictures == 1 && said * 5 >= item.letters * 4
            && (item.letters > 0 || reason == Left::Related);
    }

    [[nodiscard]] bool isCaption(int text, int around) const
    {
        for (int above = text; above >= around; above = m_tree.at(above).parent) {
            const auto &item = m_tree.at(above);
            if (item.tag == Tag::FigureCaption
                || item.evidence.testAnyFlags(Hint::Caption | Hint::Credit))
                return true;
        }
        return false;
    }

    [[nodiscard]] std::optional<Left> byTag(int index) const
    {
        const auto &item = m_tree.at(index);
        switch (item.tag) {
        case Tag::Navigation:
            return Left::Navigation;
        case Tag::Aside:
            return item.evidence.testFlag(Hint::Related) ? Left::Related : Left::Sidebar;
        case Tag::Footer:
            // The source of a quotation is a footer too.
            if (m_tree.enclosing(index, Tag::Quote) >= 0)
                return std::nullopt;
            return Left::Footer;
        case Tag::Form:
            return Left::Form;
        case Tag::Header:
            if (m_tree.enclosing(index, Tag::Article) < 0 && !holds(index, Tag::Heading))
                return Left::Navigation;
            return std::nullopt;
        default:
            return std::nullopt;
        }
    }

    [[nodiscard]] bool holds(int index, Tag tag) const
    {
        for (int i = index; i < m_tree.after(index); ++i) {
            if (m_tree.at(i).tag == tag)
                return true;
        }
        return false;
    }

    [[nodiscard]] std::optional<Left> byEvidence(int index) const
    {
        const auto &item = m_tree.at(index);
        const auto isHeading = item.tag == Tag::Heading
            && (item.node.isElement(u"h1") || !item.evidence.testFlag(Hint::ScreenReader));
        if (item.evidence.testFlag(Hint::Body) || isHeading
            || (item.tag == Tag::Article && !item.evidence.testFlag(Hint::Comments)))
            return std::nullopt;
        for (const auto &meaning : meanings) {
            if (!item.evidence.testFlag(meaning.hint))
                continue;
            // A link's class says what the link does, not what the words are.
            if (item.tag == Tag::Link && meaning.hint != Hint::Sharing
                && meaning.hint != Hint::ScreenReader)
                continue;
            // A post from a social network, quoted.
            if (meaning.hint == Hint::Sharing && holds(index, Tag::Quote))
                continue;
            if (isProse(item) && isWeak(meaning.hint))
                continue;
            if (isText(meaning.hint) || (meaning.hint == Hint::Related && isUnlinked(index)))
                continue;
            return meaning.reason;
        }
        return std::nullopt;
    }

    // What is noise around a story is the text of pages of other kinds.
    [[nodiscard]] bool isText(Hint hint) const
    {
        return (m_kind == PageKind::Thread && hint == Hint::Comments)
            || (m_kind == PageKind::Listing && hint == Hint::Related)
            || (m_kind != PageKind::Article && hint == Hint::Action);
    }

    // Words that page builders put on everything: "widget", "overlay", "footer".
    [[nodiscard]] static bool isWeak(Hint hint)
    {
        return hint == Hint::Sharing || hint == Hint::Sidebar || hint == Hint::Notice
            || hint == Hint::Tags || hint == Hint::Footer || hint == Hint::Navigation;
    }

    // A teaser that leads nowhere is the story's own: its opening.
    [[nodiscard]] bool isUnlinked(int index) const
    {
        constexpr int shortest = 60;
        const auto &item = m_tree.at(index);
        return item.letters >= shortest && item.linkLetters == 0
            && m_tree.enclosing(index, Tag::Link) < 0;
    }

    [[nodiscard]] static bool isProse(const Item &item)
    {
        return item.letters > 200 && item.linkLetters * 5 < item.letters;
    }

    PageTree &m_tree;
    Strictness m_strictness;
    PageKind m_kind;
    int m_total;
};

} // namespace

std::optional<Left> reasonIn(Evidence evidence)
{
    for (const auto &meaning : meanings) {
        if (evidence.testFlag(meaning.hint))
            return meaning.reason;
    }
    return std::nullopt;
}

void leaveOutNoise(PageTree &tree, Strictness strictness, PageKind kind)
{
    Sweep(tree, strictness, kind).run();
}

} // namespace extraction
