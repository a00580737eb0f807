#include "page/ownrules.h"

#include "page/csslength.h"
#include "page/lightselector.h"
#include "page/typescale.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// Properties that QTextDocument takes as they are, but for what stands in them.
const QStringList &plainProperties()
{
    static const QStringList names{u"font-weight"_s,    u"font-style"_s,   u"text-align"_s,
                                   u"text-transform"_s, u"font-variant"_s, u"text-decoration"_s,
                                   u"white-space"_s};
    return names;
}

const QStringList &colourProperties()
{
    static const QStringList names{u"color"_s, u"background-color"_s, u"background"_s};
    return names;
}

const QStringList &lengthProperties()
{
    static const QStringList names{u"margin-top"_s,   u"margin-bottom"_s, u"margin-left"_s,
                                   u"margin-right"_s, u"text-indent"_s,   u"letter-spacing"_s};
    return names;
}

QString property(QLatin1StringView name, const QString &value)
{
    return name + u':' + value + u';';
}

// "1em 2em" for all sides, as CSS shares them out.
QString margins(const QString &value, const page::CssLengths &lengths)
{
    const auto parts = value.split(u' ', Qt::SkipEmptyParts);
    if (parts.isEmpty() || parts.size() > 4)
        return {};
    const auto part = [&](qsizetype at) { return lengths.pixels(parts.at(at)); };
    const auto top = part(0);
    const auto right = part(parts.size() > 1 ? 1 : 0);
    const auto bottom = part(parts.size() > 2 ? 2 : 0);
    const auto left = part(parts.size() > 3 ? 3 : parts.size() > 1 ? 1 : 0);
    QString css;
    for (const auto &[name, length] :
         {std::pair{"margin-top"_L1, top}, std::pair{"margin-right"_L1, right},
          std::pair{"margin-bottom"_L1, bottom}, std::pair{"margin-left"_L1, left}}) {
        if (length)
            css += property(name, page::CssLengths::written(*length));
    }
    return css;
}

// Quoted as lists of families are.
QString families(const QString &value)
{
    static const QRegularExpression family(u"^[\"']?[\\w -]+[\"']?$"_s);
    const auto parts = value.split(u',');
    const auto isSound = std::ranges::all_of(
        parts, [](const QString &part) { return family.match(part.trimmed()).hasMatch(); });
    return isSound ? value : QString();
}

// What one declaration is in QTextDocument; empty where it has nothing like it.
QString light(const QString &name, const QString &value, const page::CssLengths &lengths)
{
    if (colourProperties().contains(name)) {
        const auto colour = lengths.colour(value);
        return colour.isEmpty()
            ? QString()
            : property(name == "color"_L1 ? "color"_L1 : "background-color"_L1, colour);
    }
    if (name == "font-family"_L1)
        return families(value).isEmpty() ? QString() : property("font-family"_L1, families(value));
    // QTextDocument takes sizes of letters in whole pixels only.
    if (name == "font-size"_L1) {
        const auto pixels = lengths.fontSize(value);
        return pixels ? property("font-size"_L1, page::CssLengths::written(qRound(*pixels)))
                      : QString();
    }
    if (name == "line-height"_L1) {
        const auto pixels = lengths.lineHeight(value);
        return pixels ? property("line-height"_L1, page::CssLengths::written(*pixels)) : QString();
    }
    if (name == "margin"_L1)
        return margins(value, lengths);
    if (lengthProperties().contains(name)) {
        const auto pixels = lengths.pixels(value);
        return pixels ? name + u':' + page::CssLengths::written(*pixels) + u';' : QString();
    }
    static const QRegularExpression word(u"^[a-z0-9-]+$"_s);
    if (!plainProperties().contains(name) || !word.match(value).hasMatch())
        return {};
    return name + u':'
        + (value == "start"_L1     ? u"left"_s
               : value == "end"_L1 ? u"right"_s
                                   : value)
        + u';';
}

// The story as a whole, on which everything in it depends.
bool isStory(const QString &selector)
{
    static const QStringList names{u".story"_s, u"article"_s,      u"article.story"_s,
                                   u".body"_s,  u".story .body"_s, u"main article"_s};
    return names.contains(selector);
}

// What the root's own properties and those of a story come to, as variables.
void takeProperty(const QString &selector, const QString &name, const QString &value,
                  const page::CssLengths &lengths, page::Look &look)
{
    const auto isRoot = selector.isEmpty() || selector == "body"_L1;
    const auto put = [&](const QString &variable, const std::optional<double> &pixels) {
        if (pixels)
            look.own.insert(variable, page::CssLengths::written(*pixels));
    };
    if (name == "color"_L1 && (isRoot || isStory(selector)))
        look.own.insert(u"ink"_s, lengths.colour(value));
    else if (isRoot && (name == "background"_L1 || name == "background-color"_L1))
        look.own.insert(u"paper"_s, lengths.colour(value));
    else if (isStory(selector) && name == "font-family"_L1)
        look.own.insert(u"story-text-faces"_s, value);
    else if (isStory(selector) && name == "font-size"_L1)
        put(u"story-size-text"_s, lengths.fontSize(value));
    else if (isStory(selector) && name == "line-height"_L1)
        put(u"story-line-text"_s, lengths.lineHeight(value));
    else if (selector == "main"_L1 && (name == "width"_L1 || name == "max-width"_L1))
        put(name == "width"_L1 ? u"column"_s : u"column-most"_s, lengths.pixels(value));
}

QString withoutComments(QString css)
{
    static const QRegularExpression comment(u"/\\*.*?(\\*/|$)"_s,
                                            QRegularExpression::DotMatchesEverythingOption);
    return css.replace(comment, u" "_s);
}

// Behind the block that begins there, with all that is in it.
qsizetype behindBlock(QStringView css, qsizetype open)
{
    int depth = 0;
    for (auto at = open; at < css.size(); ++at) {
        if (css.at(at) == u'{')
            ++depth;
        else if (css.at(at) == u'}' && --depth == 0)
            return at + 1;
    }
    return css.size();
}

} // namespace

page::OwnRules page::OwnRules::read(const QString &css)
{
    OwnRules own;
    const auto text = withoutComments(css);
    for (qsizetype at = 0; at < text.size();) {
        const auto open = text.indexOf(u'{', at);
        const auto end = text.indexOf(u';', at);
        const auto isStatement = QStringView(text).sliced(at).trimmed().startsWith(u'@');
        if (isStatement && end >= 0 && (open < 0 || end < open)) {
            at = end + 1;
            continue;
        }
        if (open < 0)
            break;
        const auto behind = behindBlock(text, open);
        if (!isStatement)
            addRule(text.mid(at, open - at), text.mid(open + 1, behind - open - 2), own.m_rules);
        at = behind;
    }
    return own;
}

void page::OwnRules::addRule(const QString &selectors, const QString &block, QList<Rule> &rules)
{
    static const QRegularExpression important(u"\\s*!\\s*important$"_s);
    QList<Declaration> declarations;
    for (const auto &written : block.split(u';', Qt::SkipEmptyParts)) {
        const auto colon = written.indexOf(u':');
        auto value = written.mid(colon + 1).simplified();
        const auto name = written.left(std::max<qsizetype>(colon, 0)).simplified();
        if (!name.isEmpty() && !value.isEmpty())
            declarations.append(
                {name.startsWith("--"_L1) ? name : name.toLower(), value.remove(important)});
    }
    static const QRegularExpression root(
        u"^(?::root|html)(?:\\[data-theme=[\"']?(\\w+)[\"']?\\])?(?:\\s+|$)"_s);
    for (const auto &selector : selectors.split(u',')) {
        auto rest = selector.simplified();
        const auto found = root.match(rest);
        if (found.hasMatch())
            rest.remove(0, found.capturedLength());
        if (!rest.isEmpty() || found.hasMatch())
            rules.append(
                {.theme = found.captured(1), .selector = rest, .declarations = declarations});
    }
}

QList<page::OwnRules::Rule> page::OwnRules::rulesFor(Theme theme) const
{
    auto rules = m_rules;
    rules.removeIf([name = themeName(theme)](const Rule &rule) {
        return !rule.theme.isEmpty() && rule.theme != name;
    });
    // A selector with a theme in it is the more exact one.
    std::stable_partition(rules.begin(), rules.end(),
                          [](const Rule &rule) { return rule.theme.isEmpty(); });
    return rules;
}

page::Look page::OwnRules::applied(const Look &look) const
{
    auto result = look;
    result.own.clear();
    const auto rules = rulesFor(look.theme);
    // Variables first: what is said with them may stand before them.
    for (const auto &rule : rules) {
        for (const auto &[name, value] : rule.declarations) {
            if (name.startsWith("--"_L1) && (rule.selector.isEmpty() || rule.selector == "body"_L1))
                result.own.insert(name.sliced(2), value);
        }
    }
    const CssLengths variables(result);
    for (auto &value : result.own)
        value = variables.resolved(value);
    for (const auto &rule : rules) {
        for (const auto &[name, value] : rule.declarations)
            takeProperty(rule.selector, name, value, variables, result);
    }
    result.own.removeIf([](const auto &each) { return each.value().isEmpty(); });
    return followed(result);
}

QString page::OwnRules::lightStyle(const Look &applied, int width) const
{
    QString css;
    for (const auto &rule : rulesFor(applied.theme)) {
        const auto selector = lightSelector(rule.selector);
        if (selector.isEmpty() || isStory(rule.selector))
            continue;
        CssLengths lengths(applied, voiceOf(rule.selector, width));
        // Whatever depends on the size of the letters depends on this one.
        for (const auto &[name, value] : rule.declarations) {
            if (name == "font-size"_L1)
                lengths.setFontSize(lengths.fontSize(value));
        }
        QString declarations;
        for (const auto &[name, value] : rule.declarations)
            declarations += light(name, lengths.resolved(value), lengths);
        if (!declarations.isEmpty())
            css += selector + u'{' + declarations + u"}\n"_s;
    }
    return css;
}
