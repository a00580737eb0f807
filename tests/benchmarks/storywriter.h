#pragma once

#include "library/feedstore.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QStringList>

#include <cmath>

using namespace Qt::StringLiterals;

// Words as frequent as Zipf's law has them, the frequent ones short, in sentences and paragraphs;
// the same in every run.
class StoryWriter
{
public:
    static inline const QDateTime start = QDateTime(QDate(2016, 1, 1), QTime(0, 0), Qt::UTC);

    // The words are the same for every seed, what is told with them is not.
    explicit StoryWriter(quint32 seed = 7)
    {
        for (int i = 0; i < 30'000; ++i)
            m_words.append(newWord(i));
        m_random.seed(seed);
    }

    void restart(quint32 seed) { m_random.seed(seed); }
    [[nodiscard]] const QStringList &vocabulary() const { return m_words; } // The frequent first.

    // A story of 5 KB of HTML, published so many seconds after the start.
    FeedStory story(int feed, qint64 number, qint64 seconds)
    {
        QString html;
        QString text;
        while (html.size() < 4'700) {
            const auto paragraph = sentences(4);
            text += (text.isEmpty() ? u""_s : u"\n\n"_s) + paragraph;
            html += u"<p>"_s + paragraph;
            if (m_random.bounded(3) == 0)
                html += u" <a href=\"https://site%1.example/%2/%3\">%4</a>"_s.arg(feed)
                            .arg(words(2).replace(u' ', u'-'))
                            .arg(number)
                            .arg(words(2));
            html += u"</p>\n"_s;
        }
        const auto title = words(8);
        const auto url = u"https://site%1.example/2024/%2/%3"_s.arg(feed).arg(number).arg(
            QString(title).replace(u' ', u'-'));
        return {.guid = url,
                .article = {.url = QUrl(url),
                            .title = title,
                            .authors = {{.name = words(2)}},
                            .published = Timestamp::fromDateTime(start.addSecs(seconds)),
                            .site = u"Site %1"_s.arg(feed),
                            .tags = {words(1), words(1)},
                            .text = text},
                .html = html};
    }

private:
    QString words(int count)
    {
        QString text;
        append(text, count);
        return text;
    }

    // What is measured is what becomes of the stories, so they are told without detours.
    void append(QString &text, int count)
    {
        const auto logarithm = std::log(double(m_words.size()));
        for (int i = 0; i < count; ++i) {
            if (i > 0)
                text += u' ';
            text += m_words.at(qsizetype(std::exp(logarithm * m_random.generateDouble()) - 1));
        }
    }

    QString sentences(int count)
    {
        QString text;
        text.reserve(1'000);
        for (int i = 0; i < count; ++i) {
            if (i > 0)
                text += u' ';
            const auto first = text.size();
            append(text, m_random.bounded(6, 24));
            text[first] = text.at(first).toUpper();
            text += u'.';
        }
        return text;
    }

    QString newWord(int rank)
    {
        static const auto onsets
            = u"b,br,c,ch,cl,d,dr,f,fr,g,gr,h,j,k,l,m,n,p,pl,pr,qu,r,s,sh,sl,st,t,th,tr,v,w,,,"_s
                  .split(u',');
        static const auto vowels = u"a,e,i,o,u,ea,ou,io,ai,e,a,i,o,e"_s.split(u',');
        static const auto codas = u",,n,r,s,t,l,nd,ng,d,m,ck,st,ct,y,,,n,s"_s.split(u',');
        const auto any
            = [&](const QStringList &list) { return list.at(m_random.bounded(int(list.size()))); };
        QString word;
        const auto count = rank < 150 ? 1 : m_random.bounded(1, 5);
        for (int i = 0; i < count; ++i)
            word += any(onsets) + any(vowels) + any(codas);
        return word;
    }

    QRandomGenerator m_random{7};
    QStringList m_words;
};
