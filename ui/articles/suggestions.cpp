#include "articles/suggestions.h"

#include "articles/limits.h"
#include "articles/operatorwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using suggestions::Known;
using suggestions::Offer;
using suggestions::Suggestion;
using suggestions::Typed;

QString tr(const char *text)
{
    return QCoreApplication::translate("suggestions", text);
}

// Where the condition begins that the cursor stands behind; blanks in quotes part nothing.
qsizetype conditionStart(const QString &text, qsizetype cursor)
{
    qsizetype start = 0;
    auto quoted = false;
    for (qsizetype at = 0; at < cursor; ++at) {
        const auto c = text.at(at);
        if (c == u'"')
            quoted = !quoted;
        else if (!quoted && (c.isSpace() || c == u'('))
            start = at + 1;
    }
    return start < cursor && text.at(start) == u'-' ? start + 1 : start;
}

// At the beginning of any word of a name: "marsh" begins "Ada Marsh", too.
bool beginsWordOf(const QString &name, const QString &typed)
{
    for (auto at = name.indexOf(typed, 0, Qt::CaseInsensitive); at >= 0;
         at = name.indexOf(typed, at + 1, Qt::CaseInsensitive)) {
        if (at == 0 || !name.at(at - 1).isLetterOrNumber())
            return true;
    }
    return false;
}

QString quoted(const QString &name)
{
    const auto plain = std::ranges::all_of(
        name, [](QChar c) { return c.isLetterOrNumber() || c == u'-' || c == u'.'; });
    return plain ? name : u'"' + QString(name).remove(u'"') + u'"';
}

QList<Suggestion> names(const QString &before, const QStringList &known, const QString &typed)
{
    QList<Suggestion> list;
    for (const auto &name : known) {
        if (list.size() == limits::valuesOffered)
            break;
        if (typed.isEmpty() || beginsWordOf(name, typed))
            list.append({.kind = Suggestion::Kind::Value, .text = before + quoted(name)});
    }
    return list;
}

QList<Suggestion> languages(const QString &before, const QStringList &codes, const QString &typed)
{
    QList<Suggestion> list;
    for (const auto &code : codes) {
        const QLocale locale(code);
        const auto name = locale.language() == QLocale::C
            ? QString()
            : QLocale::languageToString(locale.language());
        if (code.startsWith(typed, Qt::CaseInsensitive)
            || name.startsWith(typed, Qt::CaseInsensitive))
            list.append({.kind = Suggestion::Kind::Value, .text = before + code, .note = name});
    }
    return list;
}

QList<Suggestion> days(const QString &before, const QString &typed, const QDate &today)
{
    const QLocale locale;
    const QList<Suggestion> all{
        {.text = u"today"_s, .note = locale.toString(today, QLocale::LongFormat)},
        {.text = u"yesterday"_s, .note = locale.toString(today.addDays(-1), QLocale::LongFormat)},
        {.text = today.toString(u"yyyy-MM"_s), .note = locale.toString(today, u"MMMM yyyy"_s)},
        {.text = today.toString(u"yyyy"_s), .note = tr("This year")},
        {.text = QString::number(today.year() - 1), .note = tr("Last year")}};
    QList<Suggestion> list;
    for (const auto &day : all) {
        if (day.text.startsWith(typed, Qt::CaseInsensitive))
            list.append(
                {.kind = Suggestion::Kind::Value, .text = before + day.text, .note = day.note});
    }
    return list;
}

// "is:" stands for all that begin so, until it is typed.
QList<Suggestion> operatorsFor(const QString &typed)
{
    QList<Suggestion> list;
    for (const auto &explained : operatorwords::all()) {
        if (explained.text.contains(u':') && explained.text != typed
            && explained.text.startsWith(typed, Qt::CaseInsensitive))
            list.append(
                {.text = explained.text, .note = explained.note, .example = explained.example});
    }
    return list;
}

QList<Suggestion> valuesFor(const QString &condition, const Known &known, const QDate &today)
{
    const auto colon = condition.indexOf(u':');
    const auto before = condition.left(colon + 1).toLower();
    const auto typed = condition.mid(colon + 1).remove(u'"');
    if (before == "by:"_L1)
        return names(before, known.authors, typed);
    if (before == "from:"_L1)
        return names(before, known.outlets, typed);
    if (before == "lang:"_L1)
        return languages(before, known.languages, typed);
    if (before == "before:"_L1 || before == "after:"_L1 || before == "new:"_L1)
        return days(before, typed, today);
    return operatorsFor(condition);
}

QList<Suggestion> everything(const QStringList &recent)
{
    QList<Suggestion> list;
    if (!recent.isEmpty())
        list.append({.kind = Suggestion::Kind::Heading, .text = tr("Searched before")});
    for (const auto &words : recent.first(std::min(recent.size(), limits::recentOffered)))
        list.append({.kind = Suggestion::Kind::Recent, .text = words});
    if (!recent.isEmpty())
        list.append({.kind = Suggestion::Kind::ForgetRecent, .text = tr("Forget these")});
    list.append({.kind = Suggestion::Kind::Heading, .text = tr("Find more exactly")});
    for (const auto &explained : operatorwords::all()) {
        list.append({.text = explained.text, .note = explained.note, .example = explained.example});
    }
    return list;
}

} // namespace

Offer suggestions::offer(const Typed &typed, const QStringList &recent, const Known &known,
                         const QDate &today)
{
    if (typed.text.trimmed().isEmpty())
        return {.length = typed.text.size(), .list = everything(recent)};
    const auto start = conditionStart(typed.text, typed.cursor);
    const auto condition = typed.text.mid(start, typed.cursor - start);
    Offer offer{.at = start, .length = condition.size()};
    if (condition.isEmpty() || condition.startsWith(u'"'))
        return offer;
    offer.list
        = condition.contains(u':') ? valuesFor(condition, known, today) : operatorsFor(condition);
    // What stands there already needs no offer.
    if (offer.list.size() == 1
        && offer.list.first().text.compare(condition, Qt::CaseInsensitive) == 0)
        offer.list.clear();
    return offer;
}

Typed suggestions::chosen(const Typed &typed, const Offer &offer, const Suggestion &suggestion)
{
    if (suggestion.kind == Suggestion::Kind::Recent)
        return {.text = suggestion.text, .cursor = suggestion.text.size()};
    auto put = suggestion.text;
    auto rest = typed.text.mid(offer.at + offer.length);
    auto cursor = put.size();
    if (put == u"\"…\""_s) {
        put = u"\"\""_s;
        cursor = 1;
    } else if (put == u"-…"_s) {
        put = u"-"_s;
        cursor = 1;
    } else if (!put.endsWith(u':')) {
        // The next condition may be typed at once.
        if (!rest.startsWith(u' '))
            rest.prepend(u' ');
        ++cursor;
    }
    return {.text = typed.text.left(offer.at) + put + rest, .cursor = offer.at + cursor};
}
