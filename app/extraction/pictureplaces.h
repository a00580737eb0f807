#pragma once

#include "extraction/pagetree.h"

#include <vector>

namespace extraction {

// Where pictures stand in a page, and the words that belong to them.
class PicturePlaces
{
public:
    explicit PicturePlaces(const PageTree &tree);

    // Pictures at or below an item. Those in a <noscript> count where no other stands beside it.
    [[nodiscard]] int pictures(int index) const { return m_pictures[size_t(index)]; }

    // The <img> of a <noscript> that stands alone: the picture for everybody. -1 when it is none.
    [[nodiscard]] int aloneIn(int noscript) const;

    // The <img> in a <noscript> beside a picture that a script would load; -1 when there is none.
    [[nodiscard]] int standIn(int image) const;

    // The widest element around a picture, or around a <figure> that lost its own, that holds
    // nothing but it and the words on it.
    [[nodiscard]] int holderOf(int image) const;

    // Captions and credits that stand right behind what holds a picture. A line that says nothing
    // of itself is one when it ends in a credit, is followed by nothing but one, or is a sentence
    // that repeats the picture's `alt`.
    [[nodiscard]] std::vector<int> wordsBehind(int holder, const QString &alt) const;

    // True when nearly all words of an item are marked as caption or credit.
    [[nodiscard]] bool saysCaption(int index) const;

private:
    void count();
    void countAlone();
    [[nodiscard]] bool standsIn(int noscript) const;
    [[nodiscard]] bool mayHold(int index) const;
    [[nodiscard]] bool holds(int index, std::initializer_list<Tag> tags) const;
    [[nodiscard]] bool saysOther(int index) const;
    [[nodiscard]] bool isMarked(int index) const;
    [[nodiscard]] bool areWords(int index, const QString &alt) const;
    [[nodiscard]] bool areCaptionAndCredit(int line, int parent) const;

    const PageTree &m_tree;
    std::vector<int> m_pictures;
};

} // namespace extraction
