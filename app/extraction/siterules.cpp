#include "extraction/siterules.h"

#include "extraction/limits.h"

#include <QSet>
#include <QUrl>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

// What stands at the top of a new file. It is part of the format: people read it there.
const auto preface
    = u"# Broadsheet's reading rules: what to keep of a site's pages, and what to "
      "leave out.\n"
      "#\n"
      "#   [example.org]                  for pages of that site\n"
      "#   drop aside.newsletter-box      leave such parts out\n"
      "#   keep section.notes > p         keep such parts, whatever they look like\n"
      "#   drop p \"Follow us on\"          only those that begin with these words"_s;

QString verbWord(SiteRule::Verb verb)
{
    return verb == SiteRule::Verb::Keep ? u"keep"_s : u"drop"_s;
}

QString lineOf(const SiteRule &rule)
{
    return verbWord(rule.verb) + u' ' + rule.selector.toString();
}

} // namespace

SiteRules SiteRules::parse(const QString &text)
{
    SiteRules rules;
    if (!text.isEmpty())
        rules.m_lines = text.split(u'\n');
    rules.read();
    return rules;
}

void SiteRules::read()
{
    m_rules.clear();
    m_problems.clear();
    m_site.clear();
    for (qsizetype number = 0; number < m_lines.size(); ++number) {
        if (number >= limits::ruleLines || m_rules.size() >= limits::rules) {
            note(number, Problem::Kind::TooMany);
            return;
        }
        readLine(number, QStringView(m_lines.at(number)).trimmed());
    }
}

void SiteRules::readLine(qsizetype number, QStringView line)
{
    if (line.isEmpty() || line.startsWith(u'#'))
        return;
    if (line.startsWith(u'[')) {
        m_site = line.endsWith(u']') ? siteOf(line.sliced(1, line.size() - 2).trimmed().toString())
                                     : QString();
        if (m_site.isEmpty())
            note(number, Problem::Kind::BadSite);
        return;
    }
    const auto space = std::ranges::find_if(line, [](QChar c) { return c.isSpace(); });
    const auto verb = line.first(space - line.begin());
    const auto isKeep = verb == "keep"_L1;
    if (!isKeep && verb != "drop"_L1) {
        note(number, Problem::Kind::BadVerb);
        return;
    }
    const auto selector = SiteSelector::parse(line.sliced(verb.size()));
    if (!selector)
        note(number, Problem::Kind::BadSelector);
    else if (m_site.isEmpty())
        note(number, Problem::Kind::NoSite);
    else
        m_rules.append({.rule = {.site = m_site,
                                 .verb = isKeep ? SiteRule::Verb::Keep : SiteRule::Verb::Drop,
                                 .selector = *selector},
                        .line = number});
}

void SiteRules::note(qsizetype line, Problem::Kind kind)
{
    if (m_problems.size() < limits::ruleProblems)
        m_problems.append(
            {.line = int(line) + 1, .kind = kind, .text = m_lines.at(line).trimmed().left(200)});
}

QList<SiteRule> SiteRules::rulesFor(const QString &host) const
{
    const auto site = siteOf(host);
    QList<SiteRule> found;
    for (const auto &placed : m_rules) {
        if (!site.isEmpty() && (site == placed.rule.site || site.endsWith(u'.' + placed.rule.site)))
            found.append(placed.rule);
    }
    // Who speaks of the host itself knows better than who speaks of all its neighbours.
    std::ranges::stable_sort(found, {}, [](const SiteRule &rule) { return rule.site.size(); });
    return found;
}

bool SiteRules::contains(const SiteRule &rule) const
{
    return std::ranges::find(m_rules, rule, &Placed::rule) != m_rules.end();
}

// The line below the last that belongs to the site, or -1.
qsizetype SiteRules::endOfSite(const QString &site) const
{
    qsizetype end = -1;
    QString here;
    for (qsizetype number = 0; number < m_lines.size(); ++number) {
        const auto line = QStringView(m_lines.at(number)).trimmed();
        if (line.startsWith(u'[') && line.endsWith(u']'))
            here = siteOf(line.sliced(1, line.size() - 2).trimmed().toString());
        // A comment above the next site is the next site's.
        if (here == site && !line.isEmpty() && !line.startsWith(u'#'))
            end = number + 1;
    }
    return end;
}

void SiteRules::add(const SiteRule &rule)
{
    if (rule.site.isEmpty() || rule.selector.isEmpty() || contains(rule))
        return;
    if (m_lines.isEmpty())
        m_lines = preface.split(u'\n') + QStringList{QString()};
    const auto ending = m_lines.constFirst().endsWith(u'\r') ? u"\r"_s : QString();
    const auto end = endOfSite(rule.site);
    if (end >= 0) {
        m_lines.insert(end, lineOf(rule) + ending);
    } else {
        while (!m_lines.isEmpty() && m_lines.constLast().trimmed().isEmpty())
            m_lines.removeLast();
        m_lines << QString(ending) << u'[' + rule.site + u']' + ending << lineOf(rule) + ending
                << QString();
    }
    read();
}

int SiteRules::merge(const SiteRules &others)
{
    const auto key = [](const SiteRule &rule) { return rule.site + u'\n' + lineOf(rule); };
    QSet<QString> known;
    for (const auto &placed : m_rules)
        known.insert(key(placed.rule));
    QString site;
    int added = 0;
    for (const auto &placed : others.m_rules) {
        if (known.contains(key(placed.rule)))
            continue;
        known.insert(key(placed.rule));
        ++added;
        if (std::exchange(site, placed.rule.site) != placed.rule.site) {
            while (!m_lines.isEmpty() && m_lines.constLast().trimmed().isEmpty())
                m_lines.removeLast();
            if (!m_lines.isEmpty())
                m_lines.append(QString());
            m_lines.append(u'[' + site + u']');
        }
        m_lines.append(lineOf(placed.rule));
    }
    if (added > 0) {
        m_lines.append(QString());
        read();
    }
    return added;
}

bool SiteRules::remove(const SiteRule &rule)
{
    const auto found = std::ranges::find(m_rules, rule, &Placed::rule);
    if (found == m_rules.end())
        return false;
    const auto line = found->line;
    m_lines.removeAt(line);
    read();
    // A site of which nothing is said any more goes too, with the blank line before it.
    const auto isHead = line > 0 && m_lines.at(line - 1).trimmed().startsWith(u'[');
    const auto isLast = line >= m_lines.size() || m_lines.at(line).trimmed().isEmpty();
    if (isHead && isLast) {
        m_lines.removeAt(line - 1);
        if (line >= 2 && m_lines.at(line - 2).trimmed().isEmpty())
            m_lines.removeAt(line - 2);
        read();
    }
    return true;
}

QString siteOf(const QString &host)
{
    auto site = QUrl::fromAce(QUrl::toAce(host.trimmed()));
    if (site.endsWith(u'.'))
        site.chop(1);
    if (site.startsWith("www."_L1))
        site = site.sliced(4);
    const auto isName = std::ranges::all_of(
        site, [](QChar c) { return c.isLetterOrNumber() || c == u'-' || c == u'.' || c == u'_'; });
    return isName ? site : QString();
}

} // namespace extraction
