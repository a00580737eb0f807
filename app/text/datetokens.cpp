#include "text/datetokens.h"

#include "text/folding.h"

namespace text {

namespace {

constexpr qsizetype longestHanWord = 4;
constexpr int mostDigits = 17;

bool isWordPart(QChar character)
{
    return character.isLetter() || character.isMark() || character.unicode() == 0x200C
        || character.unicode() == 0x200D || character.unicode() == 0x00BA
        || character.unicode() == 0x00AA;
}

bool isApostrophe(QChar character)
{
    return character == u'\'' || character == u'\u2019';
}

bool isIgnored(QChar character)
{
    const auto unit = character.unicode();
    return (unit >= 0x200B && unit <= 0x200F) || (unit >= 0x202A && unit <= 0x202E)
        || (unit >= 0x2066 && unit <= 0x2069) || unit == 0xFEFF || unit == 0x00AD;
}

// Full-width marks and the many dashes are read as their plain forms.
QChar plainMark(QChar mark)
{
    const auto unit = mark.unicode();
    if (unit >= 0xFF01 && unit <= 0xFF5E)
        return QChar(static_cast<char16_t>(unit - 0xFEE0));
    if ((unit >= 0x2010 && unit <= 0x2015) || unit == 0x2212)
        return u'-';
    if (unit == 0x060C)
        return u',';
    return isApostrophe(mark) ? QChar(u'\'') : mark;
}

class Tokenizer
{
public:
    explicit Tokenizer(QStringView text)
        : m_text(text)
    {
    }

    QList<DateToken> all()
    {
        while (m_at < m_text.size()) {
            const auto character = m_text.at(m_at);
            if (character.isSpace()) {
                m_space = true;
                ++m_at;
            } else if (isIgnored(character)) {
                ++m_at;
            } else if (digitOf(character) >= 0) {
                addNumber();
            } else if (isHan(character)) {
                addHan();
            } else if (isWordPart(character)) {
                addWord();
            } else {
                add({.kind = DateToken::Kind::Mark, .mark = plainMark(character)});
                ++m_at;
            }
        }
        return m_tokens;
    }

private:
    void add(DateToken token)
    {
        token.spaceBefore = m_space;
        m_space = false;
        m_tokens.append(std::move(token));
    }

    void addNumber()
    {
        DateToken token{.kind = DateToken::Kind::Number};
        for (; m_at < m_text.size() && digitOf(m_text.at(m_at)) >= 0; ++m_at) {
            if (++token.digits <= mostDigits)
                token.value = token.value * 10 + digitOf(m_text.at(m_at));
        }
        add(token);
    }

    void addHan()
    {
        auto length = qMin(longestHanWord, m_text.size() - m_at);
        for (; length > 1; --length) {
            if (dateWord(m_text.sliced(m_at, length).toString()).goesWithDates())
                break;
        }
        addText(m_text.sliced(m_at, length));
    }

    void addWord()
    {
        const auto start = m_at;
        while (m_at < m_text.size() && isInWord(m_at))
            ++m_at;
        const auto end = m_at;
        m_at = start;
        addText(m_text.sliced(start, end - start));
    }

    bool isInWord(qsizetype at) const
    {
        const auto character = m_text.at(at);
        if (isHan(character))
            return false;
        if (isWordPart(character))
            return true;
        return isApostrophe(character) && at + 1 < m_text.size() && m_text.at(at + 1).isLetter();
    }

    void addText(QStringView word)
    {
        DateToken token{.kind = DateToken::Kind::Word, .folded = folded(word)};
        token.meaning = dateWord(token.folded);
        token.capitals = word.toString().isUpper();
        m_at += word.size();
        add(std::move(token));
    }

    QStringView m_text;
    qsizetype m_at = 0;
    bool m_space = false;
    QList<DateToken> m_tokens;
};

} // namespace

QList<DateToken> dateTokens(QStringView text)
{
    return Tokenizer(text).all();
}

} // namespace text
