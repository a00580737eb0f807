#include "articles/operatorwords.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("operatorwords", text, nullptr, n);
}

} // namespace

const QList<operatorwords::Explained> &operatorwords::all()
{
    static const QList<Explained> list{
        {u"title:"_s, tr("in the headline"), u"title:ferry"_s},
        {u"by:"_s, tr("who wrote it"), u"by:\"Ada Marsh\""_s},
        {u"from:"_s, tr("the paper, site or feed"), u"from:gazette"_s},
        {u"\"…\""_s, tr("these words in this order"), u"\"slow boat\""_s},
        {u"-…"_s, tr("not this"), u"-weather"_s},
        {u"OR"_s, tr("one of two is enough"), u"ferry OR boat"_s},
        {u"is:unread"_s, tr("not read yet")},
        {u"is:read"_s, tr("read")},
        {u"is:bookmarked"_s, tr("bookmarked")},
        {u"is:started"_s, tr("read in part")},
        {u"is:opened"_s, tr("opened before")},
        {u"has:photo"_s, tr("with a picture")},
        {u"last:"_s, tr("from the last days, weeks …"), u"last:7d  2w  3m  1y"_s},
        {u"new:"_s, tr("published by feeds or saved since"), u"new:today  new:7d"_s},
        {u"after:"_s, tr("from this day, month or year on"), u"after:2021-12"_s},
        {u"before:"_s, tr("before this day, month or year"), u"before:2022"_s},
        {u"lang:"_s, tr("in this language"), u"lang:de"_s},
        {u"credit:"_s, tr("in a photo credit"), u"credit:reuters"_s},
        {u"caption:"_s, tr("in a photo caption"), u"caption:harbour"_s}};
    return list;
}

QString operatorwords::sentence(const search::Problem &problem)
{
    using Kind = search::Problem::Kind;
    switch (problem.kind) {
    case Kind::NoValue:
        return tr("What is missing here is the word behind “%1”.").arg(problem.text);
    case Kind::UnknownState:
        return tr("“%1” is not known. Try is:unread, is:read, is:bookmarked, "
                  "is:started or is:opened.")
            .arg(problem.text);
    case Kind::UnknownPart:
        return tr("“%1” is not known. Stories with pictures are found by has:photo.")
            .arg(problem.text);
    case Kind::NoDate:
        return tr("“%1” has no date. Write 2021, 2021-12, 2021-12-04, today or yesterday.")
            .arg(problem.text);
    case Kind::NoPeriod:
        return tr("“%1” is no stretch of time. Write 7d, 2w, 3m or 1y.").arg(problem.text);
    case Kind::NoLanguage:
        return tr("“%1” is no language. Write its code: en, de, zh.").arg(problem.text);
    case Kind::OpenQuote:
        return tr("The quotation mark is never closed. Put another one at the end.");
    case Kind::OpenBracket:
        return tr("The bracket is never closed. Put a “)” at the end.");
    case Kind::StrayBracket:
        return tr("This bracket closes none. Take it out.");
    case Kind::NothingBesideOr:
        return tr("OR needs a word on both sides.");
    case Kind::NothingToExclude:
        return tr("There is nothing in the brackets to leave out.");
    case Kind::NoWord:
        return tr("There is no word in this. Signs and pictures by themselves are not found.");
    case Kind::TooLong:
        return tr("This search is too long. What is underlined is not looked for.");
    case Kind::TooManyWords:
        return tr("These are too many words. What is underlined is not looked for.");
    case Kind::TooDeep:
        break;
    }
    return tr("There are too many brackets in brackets. Take some out.");
}

QString operatorwords::count(int stories, int atMost)
{
    const QLocale locale;
    if (stories == 0)
        return tr("Nothing found");
    if (stories > atMost)
        return tr("More than %1 stories").arg(locale.toString(atMost));
    if (stories == 1)
        return tr("1 story");
    return tr("%1 stories").arg(locale.toString(stories));
}
