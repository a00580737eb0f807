#pragma once

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

// What the search field offers while somebody types: searches of before, operators with what they
// mean, and what may stand behind them.
namespace suggestions {

// What the library has, the most frequent first.
struct Known
{
    QStringList authors = {};
    QStringList outlets = {}; // And feeds.
    QStringList languages = {}; // Codes.

    bool operator==(const Known &) const = default;
};

struct Suggestion
{
    enum class Kind {
        Heading, // Says what follows; cannot be chosen.
        Recent,
        ForgetRecent, // All of them.
        Operator,
        Value
    };

    Kind kind = Kind::Operator;
    QString text = {}; // What is put into the field, "by:"; of a heading its words.
    QString note = {}; // What that means.
    QString example = {};

    bool operator==(const Suggestion &) const = default;
};

struct Offer
{
    qsizetype at = 0; // What a choice replaces.
    qsizetype length = 0;
    QList<Suggestion> list = {};

    bool operator==(const Offer &) const = default;
};

struct Typed
{
    QString text = {};
    qsizetype cursor = 0;

    bool operator==(const Typed &) const = default;
};

Offer offer(const Typed &typed, const QStringList &recent, const Known &known, const QDate &today);

// The field after one of them was chosen.
Typed chosen(const Typed &typed, const Offer &offer, const Suggestion &suggestion);

} // namespace suggestions
