#pragma once

#include "extraction/siteselector.h"

#include <QList>
#include <QString>

namespace extraction {

// What a person decided about parts of a site's pages.
struct SiteRule
{
    enum class Verb { Keep, Drop };

    QString site = {}; // See siteOf().
    Verb verb = Verb::Drop;
    SiteSelector selector = {};

    bool operator==(const SiteRule &) const = default;
};

// The rules of all sites, as they stand in a text file that people read and edit:
//
//   # Why, in the person's own words.
//   [example.org]
//   drop aside.newsletter-box
//   keep section.notes > p
//
// Changing it leaves every other line as it is, also those that mean nothing.
class SiteRules
{
public:
    struct Problem
    {
        enum class Kind {
            NoSite, // A rule above the first [site].
            BadSite, // Something else than one host's name in brackets.
            BadVerb, // Neither keep nor drop.
            BadSelector,
            TooMany // Lines or rules beyond the limit are not looked at.
        };

        int line = 0; // From 1.
        Kind kind = Kind::BadVerb;
        QString text = {}; // The line.

        bool operator==(const Problem &) const = default;
    };

    // Takes any text; lines that are no rules are kept and told in problems().
    static SiteRules parse(const QString &text);
    [[nodiscard]] QString toString() const { return m_lines.join(u'\n'); }
    [[nodiscard]] const QList<Problem> &problems() const { return m_problems; }

    // Those for pages of that host: its own and those of the domains above it, what decides last.
    [[nodiscard]] QList<SiteRule> rulesFor(const QString &host) const;
    [[nodiscard]] bool isEmpty() const { return m_rules.isEmpty(); }
    [[nodiscard]] bool contains(const SiteRule &rule) const;

    // Below the site's other rules. Nothing happens when it is there already.
    void add(const SiteRule &rule);
    // At the end, those of another file that are not here yet; how many those were.
    int merge(const SiteRules &others);
    // False when there is no such rule.
    bool remove(const SiteRule &rule);

private:
    struct Placed
    {
        SiteRule rule;
        qsizetype line;
    };

    void read();
    void readLine(qsizetype number, QStringView line);
    [[nodiscard]] qsizetype endOfSite(const QString &site) const;
    void note(qsizetype line, Problem::Kind kind);

    QStringList m_lines;
    QList<Placed> m_rules;
    QList<Problem> m_problems;
    QString m_site; // Of the section being read.
};

// The name by which rules know a host: lower case, without "www."; empty for what is none.
QString siteOf(const QString &host);

} // namespace extraction
