#pragma once

#include <QString>
#include <QStringView>

namespace text {

// How much a few words look like the credit of a picture.
enum class CreditEvidence {
    None,
    Names, // Capitalised words only: a name, but perhaps of what is in the picture.
    Certain // An agency, a slash between names, "for The Example Post".
};

CreditEvidence creditEvidence(QStringView words);

// Where a credit announced by "Photo:", "Foto von" or "©" begins.
struct CreditMark
{
    qsizetype at = -1; // The label's first character; -1 when there is none.
    qsizetype end = 0; // What follows the label.
};

// The last such mark that stands at a place where a credit may begin.
CreditMark findCreditMark(QStringView text);

} // namespace text
