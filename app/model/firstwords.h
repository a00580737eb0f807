#pragma once

#include <QString>

// What stands for the headline of a story that has none.
QString firstWordsOf(const QString &text);
