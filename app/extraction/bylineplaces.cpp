#include "extraction/bylineplaces.h"

#include "text/whitespace.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

constexpr qsizetype longestClass = 400;
constexpr qsizetype longestAlternative = 120;
constexpr int breakReach = 40; // Items that may stand empty between a line and its break.
constexpr int longestLead = 60;
constexpr int nearAncestors = 4; // Elements above a name that may say what it is.

bool hasClass(const Item &item, const QRegularExpression &words)
{
    if (item.tag == Tag::Text || item.tag == Tag::Image)
        return false;
    for (const auto *attribute : {"class", "id", "data-testid"}) {
        const auto value = item.node.attribute(attribute);
        if (!value.isEmpty() && value.size() < longestClass && words.match(value).hasMatch())
            return true;
    }
    return false;
}

} // namespace

bool isElsewhere(Left left)
{
    return left == Left::Comments || left == Left::Related || left == Left::Sidebar
        || left == Left::Ignored || left == Left::Navigation || left == Left::Hidden;
}

bool saysAuthor(const Item &item)
{
    static const QRegularExpression author(
        u"author(?!i[sz])|byline|autor(?!i[sz])|auteur|verfasser|"
        u"(?:^|[ _-])(?:redakteur|journalist|writer)(?:in|en|s|e)?(?:$|[ _-]+(?:name|link)|[ _])"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression other(u"testimonial|quote|review|comment|card|teaser|related"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return hasClass(item, author) && !hasClass(item, other);
}

bool describesAuthor(const Item &item)
{
    static const QRegularExpression about(
        u"(?:author|autor|auteur|writer|byline|contributor)[\\w-]*"
        u"(?:desc|bio(?![a-z])|about|job|role|position|credential|social|excerpt)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return hasClass(item, about);
}

bool isAboutPicture(const PageTree &tree, int index)
{
    static const QRegularExpression picture(u"credit|licen[cs]e|copyright|caption|photograph"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    if (tree.enclosing(index, Tag::Figure) >= 0)
        return true;
    for (int steps = 0; index >= 0 && steps < nearAncestors; ++steps) {
        if (hasClass(tree.at(index), picture))
            return true;
        index = tree.at(index).parent;
    }
    return false;
}

QString textBefore(const PageTree &tree, int index)
{
    constexpr int reach = 8; // Items.
    for (int before = index - 1; before >= 0 && before > index - reach; --before) {
        const auto &item = tree.at(before);
        if (item.tag == Tag::Text && item.letters > 0)
            return text::simplified(item.text.right(longestLead));
    }
    return {};
}

bool isBetweenBreaks(const PageTree &tree, int index)
{
    const auto parent = tree.at(index).parent;
    const auto isBlank
        = [&](int at) { return tree.at(at).letters == 0 && tree.at(at).tag != Tag::Break; };
    int before = index - 1;
    while (before > parent && index - before < breakReach && isBlank(before))
        --before;
    int behind = tree.after(index);
    const auto end = parent < 0 ? tree.size() : tree.after(parent);
    while (behind < end && behind - index < breakReach && isBlank(behind))
        ++behind;
    const auto parts
        = [&](int at) { return tree.at(at).tag == Tag::Break || isBlock(tree.at(at).tag); };
    return (before <= parent || parts(before)) && (behind >= end || parts(behind));
}

bool isAvatar(const Item &image)
{
    static const QRegularExpression avatar(u"avatar|portrait|headshot|mugshot"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return avatar.match(image.node.attribute("class").left(longestClass)).hasMatch();
}

bool showsPerson(const Item &image, const QString &name)
{
    const auto alternative = image.node.attribute("alt");
    return !alternative.isEmpty() && alternative.size() <= longestAlternative
        && alternative.contains(name, Qt::CaseInsensitive);
}

} // namespace extraction
