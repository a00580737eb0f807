#include "page/quotemarks.h"

#include "page/writing.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace {

constexpr QChar narrowSpace(0x202f); // Where no line ends.

// https://cldr.unicode.org/translation/characters-emoji-symbols/quotation-marks
QStringView marksOf(const QString &language)
{
    static const QHash<QString, QStringView> marks
        = {{u"de"_s, u"„“‚‘"}, {u"cs"_s, u"„“‚‘"}, {u"sk"_s, u"„“‚‘"},    {u"sl"_s, u"„“‚‘"},
           {u"fr"_s, u"«»“”"}, {u"es"_s, u"«»“”"}, {u"it"_s, u"«»“”"},    {u"el"_s, u"«»“”"},
           {u"ru"_s, u"«»„“"}, {u"uk"_s, u"«»„“"}, {u"be"_s, u"«»„“"},    {u"pl"_s, u"„”«»"},
           {u"ro"_s, u"„”«»"}, {u"hu"_s, u"„”»«"}, {u"sv"_s, u"””’’"},    {u"fi"_s, u"””’’"},
           {u"nb"_s, u"«»‘’"}, {u"no"_s, u"«»‘’"}, {u"ja"_s, u"「」『』"}};
    return marks.value(language, u"“”‘’");
}

} // namespace

page::QuoteMarks::QuoteMarks(const Article &article)
{
    const auto language = writingOf(article).language.section(u'-', 0, 0).toLower();
    m_marks = marksOf(language);
    m_spaced = language == "fr"_L1;
}

QString page::QuoteMarks::opening(QStringView element)
{
    if (element != "q"_L1)
        return {};
    const auto mark = m_marks.at(qsizetype{2} * (m_depth++ % 2));
    return m_spaced && mark == u'«' ? QString(mark) + narrowSpace : QString(mark);
}

QString page::QuoteMarks::closing(QStringView element)
{
    if (element != "q"_L1 || m_depth == 0)
        return {};
    const auto mark = m_marks.at(--m_depth % 2 * 2 + 1);
    return m_spaced && mark == u'»' ? narrowSpace + QString(mark) : QString(mark);
}
