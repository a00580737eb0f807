#pragma once

#include "search/query.h"

#include <QString>

#include <functional>
#include <optional>

// Conditions of a search as FTS5 writes them.
namespace searchexpression {

// In which part of a story plain words are looked for.
enum class Within { Anywhere, Title };

// More outlets that "from:" means: those that a feed has another name for.
using Outlets = std::function<QStringList(const search::Term &from)>;

// Nothing where the index does not know: states, dates.
std::optional<QString> of(const search::Node &node, Within within, const Outlets &outlets);

// Conditions that must all hold.
std::optional<QString> all(const QList<search::Node> &nodes, Within within, const Outlets &outlets);

// The same without what must not be and without beginnings of words, which take long: where nothing
// matches this, nothing matches all. Empty when nothing is left.
QString whole(const QList<search::Node> &nodes, const Outlets &outlets);

// One of these facts (searchfacts.h).
QString anyFact(const QStringList &facts);

} // namespace searchexpression
