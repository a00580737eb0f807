#include "text/detect.h"

#include "text/convert.h"
#include "text/labels.h"
#include "text/limits.h"
#include "text/scripts.h"

#include <array>
#include <memory>
#include <uchardet/uchardet.h>

namespace text {

namespace {

struct DetectorDelete
{
    void operator()(uchardet_t detector) const { uchardet_delete(detector); }
};

QByteArray guessOfUchardet(QByteArrayView bytes)
{
    const std::unique_ptr<uchardet, DetectorDelete> detector(uchardet_new());
    const auto looked = bytes.first(qMin(bytes.size(), limits::sniffedBytes));
    uchardet_handle_data(detector.get(), looked.data(), static_cast<size_t>(looked.size()));
    uchardet_data_end(detector.get());
    return encodingOfLabel(uchardet_get_charset(detector.get()));
}

bool isTypographic(QChar character)
{
    static constexpr QStringView marks
        = u"\u00A0\u2013\u2014\u2018\u2019\u201A\u201C\u201D\u201E\u2026\u2022\u00AB\u00BB\u2039"
          u"\u203A\u00B7\u00A9\u00AE\u20AC\u00A3\u00B0\u00A7\u2122\u00BF\u00A1\u00BD\u00BC\u2116"
          u"\u3000\u3001\u3002\u300C\u300D\u300E\u300F\u3010\u3011\uFF08\uFF09\uFF0C\uFF1A\uFF1B"
          u"\uFF1F\uFF01\u300A\u300B\u30FB\u30FC\uFF5E\u3005\uFF0F";
    return marks.contains(character);
}

// Typographic marks where they belong tell as much as letters: quotes at the edge of a word, the
// apostrophe inside, dashes between spaces.
double fitOfMark(QChar before, QChar mark, QChar after)
{
    const bool inside = before.isLetter() && after.isLetter();
    if (QStringView(u"\u2018\u201C\u201E\u00AB").contains(mark) && !before.isLetter()
        && !after.isSpace())
        return 1.0;
    if (mark == u'\u2019' || (QStringView(u"\u201D\u201C\u00BB").contains(mark) && !inside))
        return before.isSpace() ? 0.3 : 1.0;
    // £40, 40 €; ¿Qué, ¡Qué.
    if (QStringView(u"\u00A3\u20AC").contains(mark))
        return before.isDigit() || after.isDigit() || before.isSpace() ? 1.0 : 0.3;
    if (mark == u'\u00BF' || mark == u'\u00A1')
        return after.isLetter() && !before.isLetter() ? 1.1 : 0.3;
    if (mark == u'\u2013' || mark == u'\u2014')
        return before.isSpace() == after.isSpace() ? 1.0 : 0.3;
    return inside ? -0.5 : 0.3;
}

// One letter alone between spaces is a word in some languages, but not any letter is.
bool standsAlone(QChar before, QChar letter, QChar after)
{
    return before.isSpace() && after.isSpace() && letter.script() == QChar::Script_Latin
        && !QStringView(u"\u00E0\u00E1\u00E9\u00E8\u00F3\u00ED\u00E5\u00F6\u00F8\u00EA\u00C0"
                        u"\u00C1\u00C9\u00C5\u00D6\u00D8\u00D3\u00CD")
                .contains(letter);
}

bool isAsciiLetter(QChar character)
{
    return character.unicode() < 0x80 && character.isLetter();
}

bool isForeignLetter(QChar character)
{
    return character.unicode() >= 0x80 && character.isLetter();
}

// Accented letters stand among plain ones, and no word is half Greek and half Latin.
bool isStrangeCompany(QChar before, QChar letter, QChar after)
{
    if (!letter.isLetter())
        return false;
    if (after.isDigit() || (letter.isLower() && after.isUpper()))
        return true;
    if (letter.script() == QChar::Script_Latin)
        return isForeignLetter(before) && isForeignLetter(after);
    return isAsciiLetter(before) || isAsciiLetter(after);
}

// How well one character of a decoded text fits a profile.
double fit(const EncodingProfile &profile, QChar before, QChar character, QChar after)
{
    if (character.isUpper() && before.isLower())
        return -2.0;
    if (standsAlone(before, character, after) || isStrangeCompany(before, character, after))
        return -1.0;
    if (profile.common.contains(character))
        return 1.0 + profile.prior;
    if (profile.usual.contains(character))
        return 0.4 + profile.prior;
    if (isTypographic(character))
        return fitOfMark(before, character, after);
    if (character.isLetter() || character.isMark())
        return -0.6;
    if (character.category() == QChar::Other_Control || character.isSurrogate()
        || character.category() == QChar::Other_PrivateUse)
        return -3.0;
    return before.isLetter() && after.isLetter() ? -3.0 : -0.8;
}

// The mean fit of the characters that are not ASCII; these are all that encodings differ in.
double scoreSingle(const EncodingProfile &profile, QByteArrayView bytes)
{
    const auto converted = convert(bytes, profile.encoding);
    const QStringView text(converted.text);
    double sum = -4.0 * converted.replaced;
    qsizetype count = converted.replaced;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i).unicode() < 0x80 || text.at(i) == QChar::ReplacementCharacter)
            continue;
        const auto before = i > 0 ? text.at(i - 1) : QChar(u' ');
        const auto after = i + 1 < text.size() ? text.at(i + 1) : QChar(u' ');
        sum += fit(profile, before, text.at(i), after);
        ++count;
    }
    return count == 0 ? 0 : sum / static_cast<double>(count);
}

// What a character of East Asian writing says for a profile. A rare ideograph is ordinary; that
// none of them is common is not.
double eastAsianFit(const EncodingProfile &profile, QChar character)
{
    if (profile.common.contains(character))
        return 2.0;
    if (profile.usual.contains(character))
        return 1.2;
    if (isTypographic(character))
        return 0.5;
    const auto script = character.script();
    const bool korean = profile.encoding == "euc-kr";
    if (character.isSurrogate() || character.category() == QChar::Other_PrivateUse
        || character.category() == QChar::Other_Control)
        return -4.0;
    if (script == QChar::Script_Hangul)
        return korean ? 0.5 : -2.0;
    if (character.unicode() >= 0xFF61 && character.unicode() <= 0xFF9F)
        return -1.5; // Half-width katakana: what other encodings look like in Shift_JIS.
    if (script == QChar::Script_Hiragana || script == QChar::Script_Katakana)
        return profile.usual.isEmpty() ? -2.0 : 0.5;
    if (script == QChar::Script_Han)
        return korean ? -0.5 : 0.0;
    return character.unicode() >= 0xFF01 && character.unicode() <= 0xFF5E ? 0.2 : -1.0;
}

double scoreMulti(const EncodingProfile &profile, QByteArrayView bytes)
{
    const auto converted = convert(bytes, profile.encoding);
    double sum = -6.0 * converted.replaced;
    qsizetype count = converted.replaced;
    for (const QChar character : converted.text) {
        if (character.unicode() < 0x80 || character == QChar::ReplacementCharacter)
            continue;
        sum += eastAsianFit(profile, character);
        ++count;
    }
    return count == 0 ? 0 : sum / static_cast<double>(count) + profile.prior;
}

// The window with something to tell: from just before the first byte that is not ASCII.
QByteArrayView sampleOf(QByteArrayView bytes)
{
    const auto start = qMax<qsizetype>(firstNonAscii(bytes) - 64, 0);
    return bytes.sliced(start, qMin(limits::sampledBytes, bytes.size() - start));
}

bool hasIso2022Escape(QByteArrayView bytes)
{
    const auto looked = bytes.first(qMin(bytes.size(), limits::sniffedBytes));
    return looked.contains("\x1B$B") || looked.contains("\x1B$@");
}

} // namespace

QByteArray wideEncoding(QByteArrayView bytes)
{
    const auto looked = bytes.first(qMin(bytes.size(), limits::sampledBytes));
    const auto units = looked.size() / 4;
    if (units == 0)
        return {};
    std::array<qsizetype, 4> zeros{};
    for (qsizetype i = 0; i < units * 4; ++i)
        zeros[static_cast<std::size_t>(i % 4)] += looked[i] == '\0' ? 1 : 0;
    const auto all = units * 9 / 10;
    if (zeros[0] == units && zeros[1] >= all && zeros[3] == 0)
        return "utf-32be";
    if (zeros[3] == units && zeros[2] >= all && zeros[0] == 0)
        return "utf-32le";
    // Chinese has no zero bytes but in its digits, spaces and line ends: a few are enough, if all
    // are on the same side.
    const auto even = zeros[0] + zeros[2];
    const auto odd = zeros[1] + zeros[3];
    const auto few = qMax<qsizetype>(units * 2 / 50, 2);
    if (odd >= few && even * 50 <= odd)
        return "utf-16le";
    if (even >= few && odd * 50 <= even)
        return "utf-16be";
    return {};
}

QByteArray detectEncoding(QByteArrayView bytes)
{
    if (hasIso2022Escape(bytes))
        return "iso-2022-jp";
    // Uchardet knows the encodings of several bytes well, those of one byte not in short texts.
    constexpr double guessWeight = 0.1;
    const auto sample = sampleOf(bytes);
    const auto guess = guessOfUchardet(sample);
    QByteArray best = "windows-1252";
    double bestScore = -100;
    double guessScore = -100;
    const auto consider = [&](const QByteArray &encoding, double score) {
        if (encoding == guess)
            guessScore = score;
        if (score > bestScore) {
            bestScore = score;
            best = encoding;
        }
    };
    for (const auto &profile : singleByteProfiles())
        consider(profile.encoding, scoreSingle(profile, sample));
    for (const auto &profile : multiByteProfiles())
        consider(profile.encoding,
                 scoreMulti(profile, sample) + (profile.encoding == guess ? guessWeight : 0.0));
    // The two differ in few letters, of which both readings may be writing.
    constexpr double tie = 0.06;
    const auto isCentralEuropean = [](const QByteArray &encoding) {
        return encoding == "windows-1250" || encoding == "iso-8859-2";
    };
    if (!isCentralEuropean(best) || !isCentralEuropean(guess))
        return best;
    return bestScore - guessScore < tie ? guess : best;
}

} // namespace text
