#include "extraction/siteselector.h"

#include "extraction/limits.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

bool isNameLetter(QChar letter)
{
    return letter.isLetterOrNumber() || letter == u'-' || letter == u'_' || letter == u':';
}

// Reads one step after the other from the front of what was written.
class Reader
{
public:
    explicit Reader(QStringView written)
        : m_left(written)
    {
    }

    std::optional<SiteSelector> selector()
    {
        SiteSelector selector;
        do {
            auto step = takeStep();
            if (!step || selector.steps.size() >= limits::selectorSteps)
                return {};
            selector.steps.append(*std::move(step));
        } while (takeArrow());
        if (m_left.isEmpty())
            return selector;
        // Words stand in quotes at the end and hold none themselves.
        const auto words = m_left.size() > 2 ? m_left.sliced(1, m_left.size() - 2) : QStringView();
        if (m_left.front() != u'"' || m_left.back() != u'"' || words.contains(u'"')
            || words.trimmed().isEmpty() || words.size() > limits::selectorWords)
            return {};
        selector.words = words.toString().simplified();
        return selector;
    }

private:
    QString takeName()
    {
        const auto end = std::find_if_not(m_left.begin(), m_left.end(), isNameLetter);
        const auto name = m_left.first(end - m_left.begin());
        m_left = m_left.sliced(name.size());
        return name.size() <= limits::selectorName ? name.toString() : QString();
    }

    bool take(QChar sign)
    {
        if (!m_left.startsWith(sign))
            return false;
        m_left = m_left.sliced(1);
        return true;
    }

    bool takeArrow()
    {
        m_left = m_left.trimmed();
        if (!take(u'>'))
            return false;
        m_left = m_left.trimmed();
        return true;
    }

    std::optional<SelectorStep> takeStep()
    {
        SelectorStep step{.element = takeName().toLower()};
        while (true) {
            auto isRead = true;
            if (take(u'.'))
                isRead = readClass(step);
            else if (take(u'#'))
                isRead = readOnce(step.id, takeName());
            else if (take(u'['))
                isRead = readAttribute(step);
            else
                break;
            if (!isRead)
                return {};
        }
        return step == SelectorStep() ? std::nullopt : std::optional(step);
    }

    bool readClass(SelectorStep &step)
    {
        step.classes.append(takeName());
        return !step.classes.constLast().isEmpty()
            && step.classes.size() <= limits::selectorClasses;
    }

    static bool readOnce(QString &field, const QString &value)
    {
        if (!field.isEmpty() || value.isEmpty())
            return false;
        field = value;
        return true;
    }

    bool readAttribute(SelectorStep &step)
    {
        const auto name = takeName();
        if (!take(u'=') || (name != "role"_L1 && name != "itemprop"_L1))
            return false;
        return readOnce(name == "role"_L1 ? step.role : step.itemprop, takeName()) && take(u']');
    }

    QStringView m_left;
};

QString written(const SelectorStep &step)
{
    auto text = step.element;
    if (!step.id.isEmpty())
        text += u'#' + step.id;
    for (const auto &name : step.classes)
        text += u'.' + name;
    if (!step.role.isEmpty())
        text += u"[role=%1]"_s.arg(step.role);
    if (!step.itemprop.isEmpty())
        text += u"[itemprop=%1]"_s.arg(step.itemprop);
    return text;
}

// What style compilers put before the names they make, and what scripts put on for a moment.
constexpr std::array passing{"css-"_L1, "sc-"_L1,  "jss"_L1, "jsx-"_L1, "svelte-"_L1, "emotion-"_L1,
                             "is-"_L1,  "has-"_L1, "js-"_L1, "ng-"_L1,  "v-"_L1,      "_"_L1};
constexpr std::array states{"active"_L1,    "open"_L1,     "opened"_L1,     "closed"_L1,
                            "collapsed"_L1, "expanded"_L1, "hidden"_L1,     "show"_L1,
                            "visible"_L1,   "loaded"_L1,   "lazyloaded"_L1, "lazy"_L1,
                            "first"_L1,     "last"_L1,     "odd"_L1,        "even"_L1};

bool isVowel(QChar letter)
{
    return u"aeiouyAEIOUY"_s.contains(letter) || letter.unicode() > 0x7F;
}

// "articleBody" is made of words; "bdVaJa", "kQzXwd" and "xkvtr" of letters that were drawn.
bool isDrawn(QStringView word)
{
    int humps = 0;
    int vowels = 0;
    int consonants = 0;
    int longestRun = 0;
    for (qsizetype at = 0; at < word.size(); ++at) {
        if (at > 0 && word.at(at).isUpper() && !word.at(at - 1).isUpper())
            ++humps;
        vowels += isVowel(word.at(at)) ? 1 : 0;
        consonants = isVowel(word.at(at)) ? 0 : consonants + 1;
        longestRun = std::max(longestRun, consonants);
    }
    const auto shortHumps = humps > 0 && word.size() < 4 * (humps + 1) && humps > 1;
    const auto unspeakable = word.size() >= 5 && (vowels == 0 || longestRun > 5);
    return shortHumps || unspeakable;
}

} // namespace

bool SelectorStep::isNamed() const
{
    return !classes.isEmpty() || !id.isEmpty() || !role.isEmpty() || !itemprop.isEmpty();
}

QString SiteSelector::toString() const
{
    QStringList parts;
    for (const auto &step : steps)
        parts.append(written(step));
    const auto path = parts.join(u" > "_s);
    return words.isEmpty() ? path : path + u" \""_s + words + u'"';
}

std::optional<SiteSelector> SiteSelector::parse(QStringView written)
{
    return Reader(written.trimmed()).selector();
}

bool isStableName(QStringView name)
{
    constexpr qsizetype shortest = 2;
    if (name.size() < shortest || name.size() > limits::selectorName)
        return false;
    const auto isPlain
        = std::ranges::all_of(name, [](QChar c) { return c.isLetter() || c == u'-' || c == u'_'; });
    if (!isPlain)
        return false;
    if (std::ranges::any_of(passing, [&](auto start) { return name.startsWith(start); })
        || std::ranges::any_of(states, [&](auto state) { return name == state; }))
        return false;
    // Style compilers hang what they draw behind the name: "Story_body__xYzAb".
    const auto tail = name.lastIndexOf("__"_L1);
    const auto last = tail < 0 ? name : name.sliced(tail + 2);
    for (const auto word : last.split(u'-', Qt::SkipEmptyParts)) {
        if (isDrawn(word))
            return false;
    }
    return true;
}

} // namespace extraction
