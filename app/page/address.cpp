#include "page/address.h"

#include <QChar>
#include <QSet>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using Script = QChar::Script;
using Scripts = QSet<int>;

constexpr qsizetype longest = 300; // Characters.

// Letters of other scripts that people take for Latin ones, of which names are made that look like
// others' (Unicode TS 39, confusables).
constexpr QStringView likeLatin
    = u"\u0430\u0441\u0435\u043e\u0440\u0445\u0443\u0456\u0458\u0455\u04bb\u0501\u051b\u051d\u04cf"
      "\u03bf\u03b1\u03bd\u03c1\u03b9\u03ba\u03c5\u03c7\u0578\u057d\u0585\u0581\u0566\u0570";

// Signs that stand for nothing one can see, or turn the writing round.
bool isHidden(char32_t letter)
{
    const auto category = QChar::category(letter);
    return category == QChar::Other_Control || category == QChar::Other_Format
        || category == QChar::Other_Surrogate || category == QChar::Other_NotAssigned
        || category == QChar::Other_PrivateUse || category == QChar::Separator_Line
        || category == QChar::Separator_Paragraph || category == QChar::Separator_Space;
}

Scripts scriptsOf(const QString &label)
{
    Scripts scripts;
    for (const auto letter : label.toUcs4()) {
        const auto script = QChar::script(letter);
        if (script != Script::Script_Common && script != Script::Script_Inherited)
            scripts.insert(script);
    }
    return scripts;
}

// One script, or those that are written together, Latin among them.
bool mayStandTogether(const Scripts &scripts)
{
    if (scripts.size() <= 1)
        return true;
    static const QList<Scripts> together
        = {{Script::Script_Latin, Script::Script_Han, Script::Script_Hiragana,
            Script::Script_Katakana},
           {Script::Script_Latin, Script::Script_Han, Script::Script_Hangul},
           {Script::Script_Latin, Script::Script_Han, Script::Script_Bopomofo}};
    return std::ranges::any_of(together,
                               [&](const Scripts &each) { return each.contains(scripts); });
}

// Whether all of it could be read as Latin, where the name around it is no other script's.
bool posesAsLatin(const QString &label, const Scripts &scripts, const QString &top)
{
    if (scripts.contains(Script::Script_Latin) || scripts.isEmpty() || scriptsOf(top) == scripts)
        return false;
    return std::ranges::all_of(
        label, [](QChar letter) { return letter.unicode() < 128 || likeLatin.contains(letter); });
}

bool isHonest(const QString &label, const QString &top)
{
    const auto letters = label.toUcs4();
    if (std::ranges::any_of(letters, isHidden))
        return false;
    const auto scripts = scriptsOf(label);
    return mayStandTogether(scripts) && !posesAsLatin(label, scripts, top);
}

// What cannot be seen stays encoded.
QString shownPath(const QString &path)
{
    QString shown;
    for (const char32_t letter : path.toUcs4()) {
        const auto text = QString::fromUcs4(&letter, 1);
        shown += isHidden(letter) ? QString::fromLatin1(QUrl::toPercentEncoding(text)) : text;
    }
    return shown;
}

} // namespace

QString page::readableHost(const QString &host)
{
    const auto encoded = QUrl::toAce(host);
    auto labels = QString::fromLatin1(encoded.isEmpty() ? host.toLatin1() : encoded).split(u'.');
    const auto decoded = [](const QString &label) {
        return QUrl::fromAce(label.toLatin1(), QUrl::IgnoreIDNWhitelist);
    };
    const auto top = decoded(labels.constLast());
    for (auto &label : labels) {
        const auto letters = decoded(label);
        if (isHonest(letters, top))
            label = letters;
    }
    if (labels.size() > 2 && labels.constFirst() == "www"_L1)
        labels.removeFirst();
    return labels.join(u'.');
}

QString page::readableAddress(const QUrl &url)
{
    QString text;
    if (url.scheme() == "mailto"_L1) {
        text = shownPath(url.path(QUrl::FullyDecoded));
    } else if (!url.host().isEmpty()) {
        text = readableHost(url.host(QUrl::FullyEncoded));
        if (url.port() >= 0)
            text += u':' + QString::number(url.port());
        const auto path = shownPath(url.path(QUrl::FullyDecoded));
        if (path != "/"_L1)
            text += path;
        if (url.hasQuery())
            text += u'?' + shownPath(url.query(QUrl::PrettyDecoded));
    }
    if (text.size() > longest)
        text = text.left(longest) + u'…';
    // Set apart, so that letters of another direction turn nothing around them.
    return text.isRightToLeft() ? QChar(0x2068) + text + QChar(0x2069) : text;
}
