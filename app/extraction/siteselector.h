#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>

namespace extraction {

// One element as a rule describes it. What is empty may be anything.
struct SelectorStep
{
    QString element = {}; // Lower case.
    QStringList classes = {}; // All of them.
    QString id = {};
    QString role = {};
    QString itemprop = {};

    // True when more than the element's own name tells it apart.
    [[nodiscard]] bool isNamed() const;
    bool operator==(const SelectorStep &) const = default;
};

// Parts of a page as a rule describes them: a small kind of CSS selector, one parent above each
// step, and the words that a part begins with where nothing else tells it apart.
//
//   aside.newsletter-box      section.notes > p      div[role=note]      p "Follow us on"
struct SiteSelector
{
    QList<SelectorStep> steps = {}; // From the outermost; the last is the part itself.
    QString words = {};

    [[nodiscard]] bool isEmpty() const { return steps.isEmpty(); }
    [[nodiscard]] QString toString() const;
    // Nothing for what is no selector of this kind, or a longer one than anybody writes.
    static std::optional<SiteSelector> parse(QStringView written);

    bool operator==(const SiteSelector &) const = default;
};

// True for a class or id that people chose and that the site's next release will still have: not
// "css-1x2y3z", "sc-bdVaJa", "post-4711" or "is-open".
bool isStableName(QStringView name);

} // namespace extraction
