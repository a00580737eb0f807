#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QRandomGenerator>

#include <cmath>

// Made-up feeds, the same in every run, without any being kept: what a server gives in benchmarks.
class FeedMaker
{
public:
    explicit FeedMaker(int entries)
        : m_entries(entries)
    {
        for (int i = 0; i < 20'000; ++i)
            m_words.append(newWord());
        for (int i = 0; i < 4'000; ++i)
            m_paragraphs.append("<p>" + words(55) + "</p>\n");
    }

    // RSS 2.0 with entries of about 5 KB.
    [[nodiscard]] QByteArray feed(int number) const
    {
        QRandomGenerator random(quint32(number) + 1);
        const auto name = QByteArray::number(number);
        auto bytes = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                     "<rss version=\"2.0\" "
                     "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>\n"
                     "<title>Paper number "
            + name + "</title>\n<link>https://paper" + name
            + ".example/</link>\n<description>All that is fit to measure</description>\n";
        for (int entry = 0; entry < m_entries; ++entry)
            bytes += item(number, entry, random);
        return bytes + "</channel></rss>\n";
    }

private:
    QByteArray item(int number, int entry, QRandomGenerator &random) const
    {
        const auto address = "https://paper" + QByteArray::number(number) + ".example/story/"
            + QByteArray::number(entry);
        QByteArray text;
        while (text.size() < 4'800)
            text += m_paragraphs.at(random.bounded(int(m_paragraphs.size())));
        return "<item><title>Story " + QByteArray::number(entry) + " of paper "
            + QByteArray::number(number) + "</title><link>" + address + "</link><guid>" + address
            + "</guid><author>desk@paper.example (Ada Penn)</author><pubDate>Mon, "
            + QByteArray::number(entry % 28 + 1).rightJustified(2, '0') + " Jan 2024 "
            + QByteArray::number(entry % 24).rightJustified(2, '0')
            + ":00:00 GMT</pubDate><description>" + text.mid(3, 200)
            + "</description><content:encoded><![CDATA[" + text + "]]></content:encoded></item>\n";
    }

    // As frequent as Zipf's law has them.
    QByteArray words(int count)
    {
        QByteArrayList list;
        for (int i = 0; i < count; ++i) {
            const auto rank = std::pow(double(m_words.size()), m_random.generateDouble()) - 1;
            list.append(m_words.at(qsizetype(rank)));
        }
        return list.join(' ');
    }

    QByteArray newWord()
    {
        static const QByteArrayList syllables
            = QByteArray("ta the ri no pa sel dur mo ck an is wor ly que tion re fa be ste hi")
                  .split(' ');
        QByteArray word;
        const auto count = m_random.bounded(1, 4);
        for (int i = 0; i < count; ++i)
            word += syllables.at(m_random.bounded(int(syllables.size())));
        return word;
    }

    int m_entries;
    QRandomGenerator m_random{7};
    QByteArrayList m_words;
    QByteArrayList m_paragraphs;
};
