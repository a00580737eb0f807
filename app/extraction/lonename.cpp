#include "extraction/lonename.h"

#include "extraction/authornames.h"
#include "extraction/bylineplaces.h"
#include "extraction/bylinetext.h"
#include "extraction/givennames.h"
#include "extraction/limits.h"
#include "text/dates.h"
#include "text/whitespace.h"

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

constexpr int besideDate = 14; // Items between a name and its date.
constexpr int besidePortrait = 12;
constexpr int shortest = 4;
constexpr int longestLine = 120; // Of several names.

class Search
{
public:
    explicit Search(const PageTree &tree)
        : m_tree(tree)
    {
    }

    QString in(int begin, int end)
    {
        for (int index = begin; index < end && m_found.isEmpty(); ++index) {
            const auto &item = m_tree.at(index);
            if (item.tag == Tag::Image)
                m_portrait = index;
            else if (item.tag == Tag::Text && item.letters >= shortest
                     && item.letters <= limits::nameLength)
                takeLine(index, text::simplified(item.text));
        }
        return m_found;
    }

private:
    void takeLine(int index, const QString &line)
    {
        if (text::isDateLine(line)) {
            m_date = index;
        } else {
            takeName(index, line);
            // The line beside an avatar is its bearer's name or there is none.
            if (m_portrait >= 0 && isAvatar(m_tree.at(m_portrait)))
                m_portrait = -1;
        }
        if (m_found.isEmpty() && !m_name.isEmpty() && std::abs(m_named - m_date) <= besideDate)
            m_found = m_name;
    }

    void takeName(int index, const QString &line)
    {
        const auto person = personIn(index, line);
        if (person.isEmpty())
            return;
        if (isPictured(index, person)) {
            m_found = person;
        } else if (m_name.isEmpty() && person == line && beginsWithGivenName(line)) {
            m_name = line;
            m_named = index;
        }
    }

    // Whom a line names that holds little else.
    [[nodiscard]] QString personIn(int index, const QString &line) const
    {
        constexpr int mostSpaces = 3;
        const auto names = isPersonLike(line) ? QStringList{line} : shownNames(line, false);
        if (names.size() != 1 || !isPersonLike(names.first())
            || names.first().count(u' ') > mostSpaces || line.size() >= 2 * names.first().size())
            return {};
        const auto others = announcesOtherRole(textBefore(m_tree, index));
        return others || isAboutPicture(m_tree, index) ? QString() : names.first();
    }

    [[nodiscard]] bool isPictured(int index, const QString &person) const
    {
        if (m_portrait < 0 || index - m_portrait > besidePortrait)
            return false;
        const auto &image = m_tree.at(m_portrait);
        return isAvatar(image) || showsPerson(image, person);
    }

    const PageTree &m_tree;
    int m_date = -2 * besideDate;
    int m_named = -2 * besideDate;
    int m_portrait = -1;
    QString m_name;
    QString m_found;
};

} // namespace

QString loneName(const PageTree &tree, const TopOfStory &top, int end)
{
    if (top.heading < 0)
        return {};
    return Search(tree).in(tree.after(top.heading), std::min(end, top.end));
}

QList<Author> namesUnderHeadline(const PageTree &tree, const TopOfStory &top)
{
    if (top.heading < 0)
        return {};
    int line = tree.after(top.heading);
    // Below a picture a name says who is in it.
    const auto mayFollow = [&](const Item &item) {
        return item.tag != Tag::Image
            && (item.letters == 0 || item.tag == Tag::Text || !tree.isShort(line, longestLine));
    };
    while (line < top.end && mayFollow(tree.at(line)))
        ++line;
    if (line >= top.end || !isBlock(tree.at(line).tag))
        return {};
    QList<Author> authors;
    for (const auto &name : soleNames(text::simplified(tree.textOf(line))))
        authors.append({.name = name});
    return authors;
}

QStringList soleNames(const QString &line)
{
    constexpr int mostSpaces = 3;
    constexpr qsizetype between = 6; // Commas and "and".
    const auto names = statedNames(line);
    auto letters = between * names.size();
    for (const auto &name : names) {
        if (!isPersonLike(name) || !name.contains(u' ') || name.count(u' ') > mostSpaces)
            return {};
        letters += name.size();
    }
    return line.size() <= letters ? names : QStringList();
}

} // namespace extraction
