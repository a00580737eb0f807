#include "text/folding.h"

namespace text {

namespace {

bool isAscii(QStringView word)
{
    for (const QChar character : word) {
        if (character.unicode() >= 0x80)
            return false;
    }
    return true;
}

// Marks that writers leave out at will: accents, Arabic and Hebrew points, the Hindi nukta.
bool isOptionalMark(char16_t unit)
{
    return (unit >= 0x0300 && unit <= 0x036F) || (unit >= 0x064B && unit <= 0x0655)
        || unit == 0x0670 || unit == 0x0640 || (unit >= 0x0591 && unit <= 0x05C7 && unit != 0x05BE)
        || unit == 0x093C || unit == 0x200C || unit == 0x200D || unit == 0x00AD
        || (unit >= 0x200E && unit <= 0x200F) || (unit >= 0x202A && unit <= 0x202E)
        || (unit >= 0x2066 && unit <= 0x2069);
}

// Letters that people type for one another.
QChar usualForm(QChar character)
{
    switch (character.unicode()) {
    case 0x0131: // dotless i
        return u'i';
    case 0x0111: // d with stroke
        return u'd';
    case 0x0649: // alef maksura
    case 0x06CC: // Farsi yeh
        return QChar(0x064A);
    case 0x06A9: // keheh
        return QChar(0x0643);
    case 0x2019:
    case 0x02BC:
        return u'\'';
    default:
        return character;
    }
}

} // namespace

QString folded(QStringView word)
{
    if (isAscii(word))
        return word.toString().toLower();
    const auto apart = word.toString().normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString result;
    result.reserve(apart.size());
    for (const QChar character : apart) {
        if (!isOptionalMark(character.unicode()))
            result += usualForm(character);
    }
    return result.normalized(QString::NormalizationForm_C);
}

QSet<QString> foldedWords(QStringView table)
{
    QSet<QString> words;
    for (const auto word : table.split(u'|', Qt::SkipEmptyParts))
        words.insert(folded(word));
    return words;
}

int digitOf(QChar character)
{
    const auto unit = character.unicode();
    if (unit < 0x80)
        return unit >= u'0' && unit <= u'9' ? unit - u'0' : -1;
    return character.category() == QChar::Number_DecimalDigit ? character.digitValue() : -1;
}

bool isHan(QChar character)
{
    return character.script() == QChar::Script_Han;
}

} // namespace text
