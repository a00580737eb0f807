#pragma once

#include "search/query.h"

#include <QList>
#include <QString>

// What a search can say, in words.
namespace operatorwords {

struct Explained
{
    QString text; // As it is typed; "…" stands for what people fill in.
    QString note;
    QString example = {};
};

// In the order they are offered in.
const QList<Explained> &all();

// What is wrong with a search, and what to do about it.
QString sentence(const search::Problem &problem);

// "1,234 stories", "More than 10,000 stories", where no more than that many were counted.
QString count(int stories, int atMost);

} // namespace operatorwords
