#pragma once

#include "page/page.h"
#include "page/writing.h"

#include <QList>

namespace page {

// The faces of a script, or of one of its languages.
struct ScriptFaces
{
    QString script; // As Writing::script.
    QStringList languages; // Beginnings of BCP 47 names; empty for all that no other entry names.
    QStringList text; // Best first.
    QStringList furniture;

    bool operator==(const ScriptFaces &) const = default;
};

// Of every script that has faces of its own, the more general first.
QList<ScriptFaces> scriptFaces();

// The families a story is set in, running text and what stands around it: those of its script
// before those of the look, which has letters for the Latin words in it.
QStringList textFaces(const Look &look, const Writing &writing);
QStringList furnitureFaces(const Look &look, const Writing &writing);

} // namespace page
