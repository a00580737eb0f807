#pragma once

#include "feeds/draft.h"
#include "feeds/textconstruct.h"
#include "feeds/vocabulary.h"
#include "xml/reader.h"

#include <QByteArray>

#include <vector>

namespace feeds {

// Makes a feed from the events of its XML: RSS, Atom, RDF and CDF in one, since feeds mix their
// terms freely.
class FeedBuilder final : public xml::Events
{
public:
    explicit FeedBuilder(const QUrl &url);

    void startElement(const xml::Name &name, xml::Attributes attributes) override;
    void endElement(const xml::Name &name) override;
    void text(QByteArrayView utf8) override;
    [[nodiscard]] bool isDone() const override { return m_isOther || m_isFull; }

    // False when nothing of a feed was met.
    [[nodiscard]] bool isFeed() const { return !m_feed.feed.format.isEmpty(); }
    ParsedFeed take();

private:
    // What the children of an element are taken for.
    enum class Place : quint8 {
        Outside,
        Root, // <rss>, <rdf:RDF>: channels and items.
        Feed,
        Entry,
        EntryPart, // Within one: what it holds is the entry's.
        Person,
        Image,
        Media, // <media:group>, <media:content>.
        SkipHours,
        SkipDays,
        Value, // Text, and markup where there is markup.
        Markup, // Within a value.
        Ignored
    };

    struct Frame
    {
        Term term;
        Place place = Place::Ignored;
        bool collects = false; // Its text is wanted.
        bool takesMarkup = false; // Elements in its text are markup; else only their text counts.
        bool hasMarkup = false; // Elements were met in a value.
        bool escapes = false; // Text among that markup is text, not markup.
        TextKind kind = TextKind::Plain;
        bool isBase64 = false;
        bool isXml = false; // Elements in it are markup around text, whatever its type.
        bool isSilent = false; // Its tags are not written: a wrapper.
        qsizetype start = 0; // Of its text.
        int context = 0;
    };

    [[nodiscard]] const Frame &parent() const { return m_frames[m_frames.size() - 2]; }
    [[nodiscard]] Frame &top() { return m_frames.back(); }
    [[nodiscard]] const Context &context() const
    {
        return m_contexts[std::size_t(m_frames.back().context)];
    }
    [[nodiscard]] bool isInEntry() const { return !m_entries.empty(); }
    [[nodiscard]] EntryDraft &entry() { return m_entries.back(); }

    void inherit(xml::Attributes attributes);
    void startRoot(xml::Attributes attributes);
    void startInFeed(xml::Attributes attributes);
    void startInEntry(xml::Attributes attributes);
    bool startCommon(xml::Attributes attributes);
    void startMedia(xml::Attributes attributes);
    void startEntry(xml::Attributes attributes);
    void startFeed(const char *format, xml::Attributes attributes);
    void startValue(xml::Attributes attributes);
    void startMarkup(const xml::Name &name, xml::Attributes attributes);
    void collect(Place place);

    void offerSite(const QUrl &url, int rank);
    void takeOwnLink(const QString &written);
    void takeLink(xml::Attributes attributes);
    void takeEntryLink(const QByteArray &rel, const QUrl &url, xml::Attributes attributes);
    void takeEnclosure(xml::Attributes attributes);
    void takeMediaFile(xml::Attributes attributes);
    void takeThumbnail(xml::Attributes attributes);
    void takeCategory(xml::Attributes attributes);
    void offerPicture(const QUrl &url, int rank);

    [[nodiscard]] bool isAtom(const Term &term) const;
    void endMarkup(const xml::Name &name);
    void endValue();
    void endPerson();
    void endPersonPart(const QString &text);
    void endImagePart(const QString &text);
    void endMediaPart(const QString &text);
    void endFeedValue(const QString &raw);
    void endEntryValue(const QString &raw);
    bool endEntryText(const QString &raw);
    void endDate(const QString &raw);
    void endGuid(const QString &raw);
    void endEntry();
    void addTags(const QString &text, QChar separator);

    Vocabulary m_vocabulary;
    std::vector<Frame> m_frames;
    std::vector<Context> m_contexts;
    QByteArray m_text;
    int m_collecting = 0; // Frames whose text is wanted.
    std::size_t m_value = 0; // The frame of the value that is open.
    TextKind m_kind = TextKind::Plain; // Of the value that just ended.
    QByteArray m_rel; // Of the link whose address is its text.

    FeedDraft m_feed;
    std::vector<EntryDraft> m_entries; // Those that are open; nearly always one at most.
    QList<FeedEntry> m_done;
    Author m_person;
    bool m_isAtom03 = false;
    bool m_isPermalink = true;
    bool m_isOther = false; // It is no feed.
    bool m_isFull = false;
};

} // namespace feeds
