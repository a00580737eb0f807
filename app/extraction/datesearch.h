#pragma once

#include "base/timestamp.h"
#include "extraction/pagetree.h"
#include "extraction/topofstory.h"
#include "text/dates.h"

#include <initializer_list>

namespace extraction {

// When a story was published and last changed.
struct PublicationDates
{
    Timestamp published = {};
    Timestamp modified = {};

    bool operator==(const PublicationDates &) const = default;
};

// Stamps in UTC name the wrong day where the outlet's day had not begun or ended.
bool isSameMoment(const Timestamp &stamp, const QDate &day);

// Looks for the dates that a page shows its readers.
class DateSearch
{
public:
    DateSearch(const PageTree &tree, const TopOfStory &top, text::DayOrder order);

    // The most trusted of them: marked-up dates, lines that are dates around the headline, a
    // story's first words, labelled dates at its foot.
    [[nodiscard]] PublicationDates run();

    // The day that stands under the headline and does not say that it is the last change's.
    [[nodiscard]] Timestamp underHeading() const;

    // The same, right above the headline.
    [[nodiscard]] Timestamp aboveHeading() const;

    // The first day in an element that is marked as a date, under the headline or right above it.
    [[nodiscard]] Timestamp markedAtHeading() const;

    // What the story's foot calls the day of its publication.
    [[nodiscard]] Timestamp saidPublished() const;

private:
    struct Stage
    {
        void (DateSearch::*look)(int begin, int end);
        int begin;
        int end;
    };
    void find(std::initializer_list<Stage> stages);

    enum class Dates { All, Marked };
    [[nodiscard]] Timestamp firstDay(int begin, int end, Dates dates = Dates::All) const;
    [[nodiscard]] Timestamp saidBy(int index) const;
    [[nodiscard]] Timestamp writtenIn(const QString &line) const;
    [[nodiscard]] bool isUpdate(int index) const;
    void microdata();
    void inElements(int begin, int end);
    void inBylines(int begin, int end);
    void inLines(int begin, int end);
    void inRemarks(int begin, int end);
    void inOpening(int begin, int end);
    void labelled(int begin, int end);

    const PageTree &m_tree;
    const TopOfStory &m_top;
    text::DayOrder m_order;
    PublicationDates m_found;
    Timestamp m_updated; // The first that says that it is the last change's.
};

} // namespace extraction
