#pragma once

#include "page/light.h"

class QTextTable;

// The boxes of a story in a QTextDocument, which knows them as tables only: tables, and code. Their
// lines and columns stand where the web page has them.
namespace lighttables {

// How page::lightStory() tells them from tables that are there for other reasons.
enum class Kind { None, Data, GoesOn, Code };
Kind kindOf(const QTextTable *table);

struct Around
{
    double above = 0; // What the block before asks for,
    double width = 0; // and how wide the column is.
};

// Answers what the box asks for below it.
double settle(QTextTable &table, const page::LightSetting &setting, const Around &around);

} // namespace lighttables
