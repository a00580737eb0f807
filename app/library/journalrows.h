#pragma once

#include "library/journal.h"

#include <QString>

// How the journal's rows are written and read, in this version's form and the older one, which had
// every number of every list.
namespace journalrows {

QString nameOf(journal::Entry::Action action);

// All of a change but its row's own columns and its texts.
QString detailOf(const journal::Entry &entry);
journal::Entry entryFrom(const QString &name, const QString &detail);

// The detail of a row of additions with more stories in it.
QString extended(const QString &detail, const QList<ArticleId> &stories);

// What lists show of a row: counts, and no more stories than are shown.
journal::Line lineFrom(const QString &name, const QString &detail);

} // namespace journalrows
