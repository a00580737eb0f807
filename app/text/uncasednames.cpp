#include "text/uncasednames.h"

#include "text/bylinewords.h"
#include "text/folding.h"
#include "text/limits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace text {

namespace {

// Names that begin with the letter that also means "and".
constexpr QStringView arabicNamesWithWaw
    = u"وليد|وائل|وسام|وسيم|وفاء|وجدي|وجدان|ولاء|وداد|وردة|وحيد|وديع|وصفي|ورود|وعد|وضاح|وهيب|وهبي|"
      u"وهبة|ونيس|وطفة|واصف|واثق|وحيدة|وئام|وقاص|وكيل|ولد|ولي|والي";
constexpr QStringView hebrewNamesWithVav = u"ויקטור|ויקטוריה|ויקי|ולדימיר|ורד|ורדה|ויקטוריה|ולרי|"
                                           u"ולריה|וולף|ויטלי|ורוניקה|וינר|וייס|ויצמן|וולקוב";

bool startsWithAny(QStringView word, QStringView names)
{
    const auto list = names.split(u'|');
    return std::any_of(list.begin(), list.end(), [&](QStringView name) { return word == name; });
}

bool isScript(QStringView text, std::initializer_list<QChar::Script> scripts)
{
    qsizetype letters = 0;
    qsizetype matching = 0;
    for (const QChar character : text) {
        if (!character.isLetter())
            continue;
        ++letters;
        matching += std::find(scripts.begin(), scripts.end(), character.script()) != scripts.end()
            ? 1
            : 0;
    }
    return letters > 0 && matching * 10 >= letters * 7;
}

// Parts at commas, and where "and" is glued to a word that follows a whole name.
QStringList semiticNames(QStringView text, QChar joiner, QStringView exceptions)
{
    QStringList names;
    QStringList current;
    const auto finish = [&] {
        if (!current.isEmpty() && current.size() <= limits::nameWords)
            names.append(current.join(u' '));
        current.clear();
    };
    QString spaced = text.toString();
    for (const QChar mark : QStringView(u",\u060C;\u061B/|&"))
        spaced.replace(mark, u" , "_s);
    const auto words = spaced.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype at = 0; at < words.size(); ++at) {
        const auto &word = words.at(at);
        const auto key = folded(word);
        if (word == u"," || word == QString(joiner)) {
            finish();
        } else if (isCutWord(key) || key == u"-") {
            finish();
            while (at + 1 < words.size() && words.at(at + 1) != u",")
                ++at;
        } else if (isJobWord(key)) {
            continue;
        } else if (word.size() > 2 && word.front() == joiner && current.size() >= 2
                   && at + 1 < words.size() && !startsWithAny(word, exceptions)) {
            finish();
            current.append(word.sliced(1));
        } else {
            current.append(word);
        }
    }
    finish();
    return names;
}

bool isHanName(QStringView word)
{
    return word.size() >= 2 && word.size() <= 4 && std::all_of(word.begin(), word.end(), isHan);
}

// What reporters of Chinese and Japanese papers write behind the names.
bool isReportMark(QStringView word)
{
    constexpr QStringView endings[]
        = {u"报道", u"報導", u"报导", u"電",   u"电",   u"摄",   u"攝",
           u"图",   u"圖",   u"写真", u"撮影", u"摄影", u"攝影", u"編集"};
    return std::any_of(std::begin(endings), std::end(endings),
                       [&](QStringView ending) { return word.endsWith(ending); });
}

QStringList eastAsianNames(QStringView text)
{
    QString spaced = text.toString();
    for (const QChar mark : QStringView(u",\uFF0C\u3001;\uFF1B/\uFF0F|&"))
        spaced.replace(mark, u" , "_s);
    QStringList names;
    for (auto part : spaced.split(u',', Qt::SkipEmptyParts)) {
        auto words = part.trimmed().split(u' ', Qt::SkipEmptyParts);
        words.removeIf([](const QString &word) { return isJobWord(folded(word)); });
        const auto end = std::find_if(words.begin(), words.end(), isReportMark);
        words.erase(end, words.end());
        if (words.isEmpty())
            continue;
        // Family and given name are parted in Japanese; three characters are a whole name.
        const bool whole = words.size() > 1 && std::all_of(words.begin(), words.end(), isHanName)
            && std::any_of(words.begin(), words.end(),
                           [](const QString &word) { return word.size() >= 3; });
        if (whole)
            names += words;
        else if (words.size() <= limits::nameWords)
            names.append(words.join(u' '));
    }
    return names;
}

} // namespace

QStringList uncasedNames(QStringView text)
{
    if (isScript(text, {QChar::Script_Arabic}))
        return semiticNames(text, QChar(0x0648), arabicNamesWithWaw);
    if (isScript(text, {QChar::Script_Hebrew}))
        return semiticNames(text, QChar(0x05D5), hebrewNamesWithVav);
    if (isScript(text,
                 {QChar::Script_Han, QChar::Script_Hiragana, QChar::Script_Katakana,
                  QChar::Script_Hangul}))
        return eastAsianNames(text);
    return {};
}

} // namespace text
