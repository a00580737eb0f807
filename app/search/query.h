#pragma once

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

// The language people search in. Words must all occur, in any part of a story; the last one may be
// the beginning of a word. "Words in quotes" stand as they are. -word and -by:name must not hold,
// OR stands between two of which one is enough, brackets keep together. The operators:
//
//   title:  by:  credit:  caption:        words in that part of a story
//   from:                                 the outlet, or a feed that told it
//   is:unread  is:read  is:bookmarked  is:started  is:opened
//   has:photo
//   before:  after:                       2021, 2021-12, 2021-12-04, today, yesterday: before its
//                                         first day, from its first day on
//   last:                                 7d, 2w, 3m, 1y: that long ago and since
//   new:                                  a day or a stretch of time as above: in lists since then
//   lang:                                 a language's code, as in BCP 47
namespace search {

// One condition.
struct Term
{
    enum class Kind {
        Words,
        Title,
        By,
        Credit,
        Caption,
        From,
        Unread,
        Read,
        Bookmarked,
        Started,
        Opened,
        Photo,
        Before,
        Since,
        New,
        Language
    };

    Kind kind = Kind::Words;
    QString text = {}; // Without quotes.
    bool isPhrase = false; // It stood in quotes.
    bool isBeginning = false; // The word may go on.
    QDate date = {}; // Before: the first day that is too late. Since, New: the first that counts.

    bool operator==(const Term &) const = default;
};

struct Node
{
    enum class Kind { All, Any, Not, Term }; // Not has one child.

    Kind kind = Kind::All;
    QList<Node> children = {};
    Term term = {};

    bool operator==(const Node &) const = default;
};

// What of a search cannot be understood, and where it stands.
struct Problem
{
    enum class Kind {
        NoValue, // "by:" with nothing behind it.
        UnknownState, // is:odd
        UnknownPart, // has:odd
        NoDate, // before:soon
        NoPeriod, // last:long
        NoLanguage, // lang:1
        OpenQuote,
        OpenBracket,
        StrayBracket,
        NothingBesideOr,
        NoWord, // Signs only: nothing that could stand in an index.
        NothingToExclude, // "-" before a bracket without anything in it.
        TooLong,
        TooManyWords,
        TooDeep
    };

    Kind kind = Kind::NoValue;
    qsizetype at = 0; // In what was typed.
    qsizetype length = 0;
    QString text = {}; // What stands there.

    bool operator==(const Problem &) const = default;
};

struct Query
{
    Node root = {}; // An All without children lists everything.
    std::optional<Problem> problem = {}; // The first one; `root` is what could be understood.

    [[nodiscard]] bool isEmpty() const { return root == Node(); }
    bool operator==(const Query &) const = default;
};

// While somebody types, what is merely not finished at the end (an open quote or bracket, "by:",
// OR) is no problem and is passed over.
enum class Typing { Done, GoesOn };
Query parse(const QString &typed, const QDate &today, Typing typing = Typing::Done);

// The operators, for whoever explains them: "by:", "is:unread" … in the order they are offered in.
QStringList operators();

} // namespace search
