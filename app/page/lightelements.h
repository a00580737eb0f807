#pragma once

#include <QString>
#include <QStringView>

namespace page {

// What does an element's work in QTextDocument: another one where that does not know it.
QString lightElement(const QString &name);

// The class of the line above such an element, which tells how much room is around it.
QString lineAbove(QStringView name, const QString &classes);

// Whether one begins lines of its own, and whether such a one may be two in place of one.
bool isLightBlock(QStringView name);
bool canBeCutInTwo(const QString &name);

} // namespace page
