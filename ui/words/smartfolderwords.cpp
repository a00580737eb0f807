#include "words/smartfolderwords.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

using search::Node;
using search::Term;

constexpr int nameLength = 40;

QString tr(const char *text)
{
    return QCoreApplication::translate("smartfolderwords", text);
}

QString languageName(const QString &code)
{
    const QLocale spoken(code);
    return spoken.language() == QLocale::C ? code : QLocale::languageToString(spoken.language());
}

// How a condition goes on from "Stories …".
QString described(const Term &term, const QLocale &locale)
{
    const auto day = locale.toString(term.date, QLocale::LongFormat);
    switch (term.kind) {
    case Term::Kind::Words:
        return tr("with “%1”").arg(term.text);
    case Term::Kind::Title:
        return tr("with “%1” in the headline").arg(term.text);
    case Term::Kind::By:
        return tr("by “%1”").arg(term.text);
    case Term::Kind::Credit:
        return tr("with a picture by “%1”").arg(term.text);
    case Term::Kind::Caption:
        return tr("with “%1” in a caption").arg(term.text);
    case Term::Kind::From:
        return tr("from “%1”").arg(term.text);
    case Term::Kind::Unread:
        return tr("not read yet");
    case Term::Kind::Read:
        return tr("that were read");
    case Term::Kind::Bookmarked:
        return tr("with a bookmark");
    case Term::Kind::Started:
        return tr("read in part");
    case Term::Kind::Opened:
        return tr("that were opened");
    case Term::Kind::Photo:
        return tr("with a photo");
    case Term::Kind::Before:
        return tr("from before %1").arg(day);
    case Term::Kind::Since:
        return tr("since %1").arg(day);
    case Term::Kind::New:
        return tr("new since %1").arg(day);
    case Term::Kind::Language:
        return tr("in %1").arg(languageName(term.text));
    }
    Q_UNREACHABLE();
}

QString described(const Node &node, const QLocale &locale)
{
    if (node.kind == Node::Kind::Term)
        return described(node.term, locale);
    QStringList parts;
    for (const auto &child : node.children) {
        auto part = described(child, locale);
        // What belongs together stays so.
        if (node.kind == Node::Kind::Any && child.kind == Node::Kind::All
            && child.children.size() > 1)
            part = u'(' + part + u')';
        parts << part;
    }
    if (node.kind == Node::Kind::Not)
        return tr("but not %1").arg(parts.join(u' '));
    return parts.join(node.kind == Node::Kind::Any ? tr(" or ") : tr(", "));
}

// The words that are looked for, as they were typed.
QStringList wordsOf(const Node &node)
{
    if (node.kind == Node::Kind::Not)
        return {};
    if (node.kind == Node::Kind::Term)
        return node.term.text.isEmpty() || node.term.kind == Term::Kind::Language
            ? QStringList()
            : QStringList{node.term.text};
    QStringList words;
    for (const auto &child : node.children)
        words += wordsOf(child);
    return words;
}

} // namespace

QString smartfolderwords::explained(const search::Query &query, const QLocale &locale)
{
    if (query.isEmpty())
        return tr("Type what to look for: words, by:name, from:outlet, is:unread, last:7d …");
    return tr("Stories %1.").arg(described(query.root, locale));
}

QString smartfolderwords::name(const search::Query &query)
{
    auto name = wordsOf(query.root).join(u' ').simplified();
    if (name.size() > nameLength) {
        const auto end = name.lastIndexOf(u' ', nameLength);
        name = name.left(end > 0 ? end : nameLength) + u'…';
    }
    if (!name.isEmpty())
        name[0] = name.at(0).toUpper();
    return name;
}
