#pragma once

#include <QString>
#include <QStringView>

namespace page {

// What does an element's work in QTextDocument: another one where that does not know it.
QString lightElement(const QString &name);

// Whether one begins lines of its own, and whether such a one may be two in place of one.
bool isLightBlock(QStringView name);
bool canBeCutInTwo(const QString &name);

} // namespace page
