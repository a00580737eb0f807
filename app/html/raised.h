#pragma once

#include <QString>
#include <QStringView>

namespace html {

// Text that stands above or below the line of others, with the letters that Unicode has for that
// ("⁶", "₂"). Null where one of them has none.
QString raisedLetters(QStringView text);
QString loweredLetters(QStringView text);

// The same in a formula; "^(…)" and "_(…)" where letters are missing.
QString power(QStringView text);
QString index(QStringView text);

// The same in a sentence: "10⁶", "H₂O". Ordinals ("21st", "XIXe") and the signs of notes in
// brackets stay as they are, as people write them on one line.
QString raisedWords(const QString &words);
QString loweredWords(const QString &words);

} // namespace html
