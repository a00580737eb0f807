#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

namespace text {

// Without the bullet, arrow or dash a line begins with.
QStringView withoutBullet(QStringView line);

// Without Markdown's emphasis around the whole and inside.
QString withoutEmphasis(QStringView line);

// The words of a Markdown link that is the whole text; the text itself otherwise.
QString withoutLink(QStringView text);

// True for an upper-case letter or one of a script without cases.
bool beginsLikeName(QStringView word);

// True for a lower-case letter at the start.
bool beginsLower(QStringView word);

// A line without what only decorates it.
QString bareLine(QStringView line);

// "Label: rest", where the label has no more than a few words.
struct LabelledLine
{
    QString label; // Folded; the whole line when nothing parts it.
    QStringView rest;
    bool marked = false; // A colon or the like follows the label.
};
LabelledLine labelledLine(QStringView line);

} // namespace text
