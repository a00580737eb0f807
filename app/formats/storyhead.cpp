#include "formats/bylineline.h"
#include "formats/chrome.h"
#include "formats/headline.h"
#include "formats/limits.h"
#include "formats/story.h"
#include "text/credits.h"
#include "text/dates.h"
#include "text/whitespace.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace formats;

namespace {

enum class Role { Unknown, Title, Byline, Date, Site, Address, ReadingTime, Picture, Caption };

constexpr int longestTitle = 220;
constexpr int longestByline = 200;
constexpr int longestStandfirst = 420;
// Prose that may stand between headline and byline: standfirst and summary.
constexpr int mostUnknown = 3;
constexpr int longestName = 40;
constexpr int mostDates = 2;

// "Headline - The Example Times": where the text has the headline alone, the rest is the outlet.
struct TitleParts
{
    QString title;
    QString site;
};

TitleParts withoutSite(const QString &title)
{
    static const QRegularExpression form(uR"(^(.{4,}?)\s+[-–—|·•]\s+([^|]{2,60})$)"_s);
    const auto match = form.match(title);
    return match.hasMatch() ? TitleParts{match.captured(1), match.captured(2)}
                            : TitleParts{title, {}};
}

class Head
{
public:
    explicit Head(Draft &draft)
        : m_draft(draft)
        , m_blocks(draft.blocks)
        , m_stated(draft.stated)
    {
    }

    void take()
    {
        leaveOutBeforeHeadline();
        assignRoles();
        takeLead();
        takeFields();
        takeStandfirst();
        Blocks rest;
        for (qsizetype at = 0; at < m_blocks.size(); ++at) {
            if (at >= m_roles.size() || m_roles[at] == Role::Unknown)
                rest.append(m_blocks[at]);
        }
        m_blocks = std::move(rest);
        if (!m_blocks.isEmpty())
            m_blocks.first().continues = false;
    }

private:
    // Where the headline is known and stands there as a heading, or in a letter that passes the
    // story on, what comes before it is not the story.
    void leaveOutBeforeHeadline()
    {
        const auto title = foldedTitle(m_stated.title);
        for (qsizetype at = 0; at < std::min(m_blocks.size(), limits::searchedBlocks); ++at) {
            const bool may
                = m_blocks[at].kind == Block::Kind::Heading || m_draft.wrapping == Wrapping::Letter;
            if (title.isEmpty() || !may || m_blocks[at].text.size() > longestTitle
                || foldedTitle(m_blocks[at].text) != title)
                continue;
            for (qsizetype before = 0; before < at; ++before)
                m_stated.warnings.append("left out: "_L1
                                         + text::excerpt(m_blocks[before].text, 80));
            m_blocks.remove(0, at);
            return;
        }
    }

    // The head ends with the last block that is certainly part of it.
    void assignRoles()
    {
        int unknown = 0;
        qsizetype end = 0;
        for (qsizetype at = 0; at < std::min(m_blocks.size(), limits::headBlocks); ++at) {
            const auto found = role(at);
            m_roles.append(found);
            if (found == Role::Unknown && isProse(at) && ++unknown > mostUnknown)
                break;
            if (found == Role::Unknown && columns(m_blocks[at].text) > longestStandfirst)
                break;
            if (found != Role::Unknown && found != Role::Picture)
                end = at + 1;
        }
        m_roles.resize(end);
        keepRecords();
    }

    // Lines that all begin with a date are a log or a diary, and a text that is all head is none:
    // then only the headline is told apart.
    void keepRecords()
    {
        const bool log = m_roles.count(Role::Date) > mostDates;
        const bool allHead = m_roles.size() == m_blocks.size() && !m_roles.contains(Role::Unknown)
            && !m_roles.contains(Role::Picture);
        for (auto &role : m_roles) {
            if (role != Role::Title && role != Role::Picture && (log || allHead))
                role = Role::Unknown;
        }
    }

    bool isProse(qsizetype at) const
    {
        // The words under a picture do not count: they are its caption.
        return at == 0 || m_roles[at - 1] != Role::Picture;
    }

    Role role(qsizetype at)
    {
        const auto &block = m_blocks[at];
        if (block.kind == Block::Kind::Picture)
            return Role::Picture;
        if (block.kind != Block::Kind::Paragraph && block.kind != Block::Kind::Heading)
            return Role::Unknown;
        if (isTitle(at))
            return Role::Title;
        if (block.kind == Block::Kind::Heading || block.text.size() > longestTitle)
            return Role::Unknown;
        if (isReadingTime(block.text))
            return Role::ReadingTime;
        if (isHostName(block.text))
            return Role::Site;
        if (!soleAddress(block).isEmpty())
            return Role::Address;
        if (text::isDateLine(block.text))
            return Role::Date;
        if (isByline(at))
            return Role::Byline;
        return Role::Unknown;
    }

    bool isTitle(qsizetype at)
    {
        const auto &block = m_blocks[at];
        if (!m_stated.title.isEmpty()) {
            const auto key = foldedTitle(block.text);
            const auto parts = withoutSite(m_stated.title);
            if (key.isEmpty() || block.text.size() > longestTitle)
                return false;
            if (key == foldedTitle(m_stated.title))
                return true;
            if (parts.site.isEmpty() || key != foldedTitle(parts.title))
                return false;
            m_stated.title = parts.title;
            if (m_stated.site.isEmpty())
                m_stated.site = parts.site;
            return true;
        }
        const bool is = block.kind == Block::Kind::Heading ? block.level == 1 || at == 0
                                                           : at == 0 && looksLikeHeadline();
        if (is)
            m_stated.title = text::simplified(block.text);
        return is;
    }

    // The first line of a text without other marks: what follows tells whether it is a headline.
    bool looksLikeHeadline() const
    {
        const auto &first = m_blocks.first();
        if (columns(first.text) > longestTitle || m_blocks.size() < 2 || isHeadLine(0)
            || !text::relatedTitle(first.text).isEmpty())
            return false;
        for (qsizetype at = 1; at < std::min<qsizetype>(m_blocks.size(), 4); ++at) {
            if (isHeadLine(at))
                return true;
            if (endsSentence(m_blocks[at].text))
                break;
        }
        const auto &next = m_blocks[1];
        return !endsSentence(first.text) && next.kind == Block::Kind::Paragraph
            && columns(next.text) > columns(first.text) && endsSentence(next.text)
            && !next.text.front().isLower();
    }

    bool isHeadLine(qsizetype at) const
    {
        const auto &text = m_blocks[at].text;
        return m_blocks[at].kind == Block::Kind::Paragraph && text.size() <= longestByline
            && (text::isDateLine(text) || isReadingTime(text) || isHostName(text)
                || (!endsSentence(text) && !text::bylineNames(text).isEmpty()));
    }

    bool isByline(qsizetype at) const
    {
        const auto &text = m_blocks[at].text;
        if (!text::bylineNames(text).isEmpty() && text.size() <= longestByline)
            return !endsSentence(text) || columns(text) < longestName;
        if (splitByline(text).date.isValid())
            return true;
        // Names alone are a byline only where one is expected: under the headline, over the date.
        auto above = at - 1;
        while (above > 0 && (m_roles[above] == Role::Site || m_roles[above] == Role::Address))
            --above;
        const bool underTitle = above >= 0
            && (m_roles[above] == Role::Title
                || (above > 0 && isStandfirst(above) && m_roles[above - 1] == Role::Title));
        const auto *next = at + 1 < m_blocks.size() ? &m_blocks[at + 1].text : nullptr;
        return underTitle && next && (text::isDateLine(*next) || isReadingTime(*next))
            && looksLikeNames(text);
    }

    bool isStandfirst(qsizetype at) const
    {
        return m_roles[at] == Role::Unknown && endsSentence(m_blocks[at].text)
            && columns(m_blocks[at].text) <= longestStandfirst;
    }

    void takeFields()
    {
        for (qsizetype at = 0; at < m_roles.size(); ++at) {
            const auto &text = m_blocks[at].text;
            if (m_roles[at] == Role::Site && m_stated.site.isEmpty())
                m_stated.site = text;
            if (m_roles[at] == Role::Address && m_stated.url.isEmpty())
                m_stated.url = QUrl(soleAddress(m_blocks[at]));
        }
        for (qsizetype at = 0; at < m_roles.size(); ++at) {
            if (m_roles[at] == Role::Byline)
                takeByline(m_blocks[at].text);
            if (m_roles[at] == Role::Date && !m_stated.published.isValid())
                m_stated.published = storyDate(m_blocks[at].text, m_stated.url);
        }
    }

    void takeByline(const QString &line)
    {
        auto names = text::bylineNames(line);
        auto date = storyDate(line, m_stated.url);
        if (names.isEmpty()) {
            names = splitByline(line).names;
            if (names.isEmpty())
                names = text::bylineNames(line, text::BylineKind::Certain);
        }
        if (m_stated.authors.isEmpty()) {
            for (const auto &name : names)
                m_stated.authors.append({.name = name});
        }
        if (!m_stated.published.isValid())
            m_stated.published = date;
    }

    // A picture in the head, or right under it, with its caption.
    void takeLead()
    {
        auto at = m_roles.indexOf(Role::Picture);
        if (at < 0)
            at = pictureUnderHead();
        if (at >= 0) {
            while (m_roles.size() <= at)
                m_roles.append(m_roles.size() == at ? Role::Picture : Role::Unknown);
            m_stated.lead = m_blocks[at].figure;
            takeCaption(at + 1, CaptionPlace::AfterPicture);
        } else if (m_roles.contains(Role::Byline) || m_roles.contains(Role::Date)) {
            takeLostPictureCaption();
        }
    }

    qsizetype pictureUnderHead() const
    {
        const auto end = m_roles.size();
        const auto isPicture = [&](qsizetype at) {
            return at < m_blocks.size() && m_blocks[at].kind == Block::Kind::Picture;
        };
        if (isPicture(end))
            return end;
        // A paragraph over a picture may be the story's first.
        const bool standfirst = isPicture(end + 1)
            && (m_blocks[end].kind == Block::Kind::Heading
                || (!m_stated.standfirst.isEmpty()
                    && foldedTitle(m_blocks[end].text) == foldedTitle(m_stated.standfirst)));
        return standfirst ? end + 1 : -1;
    }

    void takeLostPictureCaption()
    {
        for (qsizetype at = 0; at < m_roles.size(); ++at) {
            // In the head a name behind the last sentence is a credit even without its picture.
            const auto &text = m_blocks[at].text;
            const bool caption = m_roles[at] == Role::Unknown
                && captionAt(m_blocks, at, CaptionPlace::AfterPicture).blocks > 0
                && columns(text) <= longestStandfirst;
            if (caption && takeCaption(at, CaptionPlace::AfterPicture))
                return;
        }
        takeCaption(m_roles.size(), CaptionPlace::PictureLost);
    }

    bool takeCaption(qsizetype at, CaptionPlace place)
    {
        if (at < m_roles.size() && m_roles[at] != Role::Unknown)
            return false;
        auto found = captionAt(m_blocks, at, place);
        // Between a picture and the byline stands nothing but the picture's caption.
        if (found.blocks == 0 && place == CaptionPlace::AfterPicture && at < m_roles.size())
            found = {.caption = m_blocks[at].text, .blocks = 1};
        if (found.blocks == 0)
            return false;
        m_stated.lead.caption = found.caption;
        m_stated.lead.credit = found.credit;
        while (m_roles.size() < at + found.blocks)
            m_roles.append(Role::Unknown);
        for (qsizetype n = 0; n < found.blocks; ++n)
            m_roles[at + n] = Role::Caption;
        return true;
    }

    void takeStandfirst()
    {
        const auto summary = foldedTitle(m_stated.standfirst);
        for (qsizetype at = 0; at < m_roles.size(); ++at) {
            const auto &text = m_blocks[at].text;
            if (m_roles[at] != Role::Unknown || columns(text) > longestStandfirst || text.isEmpty())
                continue;
            if (!summary.isEmpty() && foldedTitle(text) != summary)
                continue;
            m_stated.standfirst = text::simplified(text);
            m_roles[at] = Role::Title;
            return;
        }
        dropRepeatedSummary(summary);
    }

    // Clippers without a summary take the first paragraph for one; said twice it is no standfirst.
    void dropRepeatedSummary(const QString &summary)
    {
        for (auto at = m_roles.size(); !summary.isEmpty() && at < m_blocks.size(); ++at) {
            if (m_blocks[at].kind != Block::Kind::Paragraph)
                continue;
            if (foldedTitle(m_blocks[at].text).startsWith(summary))
                m_stated.standfirst.clear();
            return;
        }
    }

    Draft &m_draft;
    Blocks &m_blocks;
    Article &m_stated;
    QList<Role> m_roles;
};

} // namespace

void formats::takeHead(Draft &draft)
{
    Head(draft).take();
}
