#pragma once

#include "page/light.h"

class QTextTable;

// The boxes of a story in a QTextDocument, which knows them as tables only: tables, code,
// galleries. Their lines and columns stand where the web page has them.
namespace lighttables {

// How page::lightStory() tells them from tables that are there for other reasons.
enum class Kind { None, Data, GoesOn, Code, Gallery, Card, Aside };
Kind kindOf(const QTextTable *table);

struct Around
{
    double above = 0; // What the block before asks for,
    double width = 0; // how wide the column is for letters,
    double whole = 0; // and how wide it is.
};

struct Below
{
    double margin = 0; // What the box asks for below it,
    double drop = 0; // and how much lower than in CSS its last letters stand.
};

Below settle(QTextTable &table, const page::LightSetting &setting, const Around &around);

} // namespace lighttables
