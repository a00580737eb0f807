#include "words/leftoutwords.h"

#include "words/errortext.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using extraction::Left;
using Fate = page::ShownPart::Fate;

namespace {

QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("leftoutwords", text, nullptr, count);
}

#define WORDS(text) QT_TRANSLATE_NOOP("leftoutwords", text)

struct Reason
{
    Left left;
    const char *words;
};

constexpr std::array reasons{
    Reason{Left::Hidden, WORDS("Hidden on the page")},
    Reason{Left::Navigation, WORDS("Navigation")},
    Reason{Left::Sharing, WORDS("Buttons for sharing")},
    Reason{Left::Comments, WORDS("Comments")},
    Reason{Left::Newsletter, WORDS("Looks like a newsletter box")},
    Reason{Left::Advertisement, WORDS("Looks like an advertisement")},
    Reason{Left::Consent, WORDS("Asks about cookies")},
    Reason{Left::Related, WORDS("Leads to other stories")},
    Reason{Left::AboutAuthor, WORDS("About the author")},
    Reason{Left::Sidebar, WORDS("A box beside the story")},
    Reason{Left::Footer, WORDS("The foot of the page")},
    Reason{Left::Byline, WORDS("Shown above as the byline")},
    Reason{Left::Headline, WORDS("Shown above as the headline")},
    Reason{Left::Date, WORDS("Shown above as the date")},
    Reason{Left::Standfirst, WORDS("Shown above as the summary")},
    Reason{Left::Lead, WORDS("Shown above as the picture")},
    Reason{Left::Tags, WORDS("Keywords")},
    Reason{Left::Figure, WORDS("About a picture that is not here")},
    Reason{Left::Embed, WORDS("A player or post from elsewhere")},
    Reason{Left::Repeated, WORDS("Said before")},
    Reason{Left::Links, WORDS("Little but links")},
    Reason{Left::Notice, WORDS("A notice of the site")},
    Reason{Left::Form, WORDS("A form to fill in")},
    Reason{Left::Outside, WORDS("Outside the story")},
    Reason{Left::Rule, WORDS("Left out by your rule")},
};

#undef WORDS

bool isShownAbove(Left left, const Article &article)
{
    switch (left) {
    case Left::Headline:
        return !article.title.isEmpty();
    case Left::Byline:
        return !article.authors.isEmpty();
    case Left::Date:
        return article.published.isValid();
    case Left::Standfirst:
    case Left::Lead:
        return true;
    default:
        return false;
    }
}

// What was read as a byline or date, though none came of it.
QString reasonFor(Left left, const Article &article)
{
    if (left == Left::Byline && article.authors.isEmpty())
        return tr("Looks like a byline");
    if (left == Left::Date && !article.published.isValid())
        return tr("Looks like a date");
    return leftoutwords::reason(left);
}

page::ShownPart shown(const extraction::PagePart &part, const extraction::Dissection &page)
{
    const auto kept = part.left == Left::Kept;
    const auto mayDecide = !page.site.isEmpty();
    const auto address = [&](int item) {
        if (item < 0 || !mayDecide)
            return QString();
        return kept ? page::dropAddress(item) : page::keepAddress(item);
    };
    page::ShownPart made{.number = part.item, .address = address(part.item)};
    if (kept) {
        made.fate = part.rule ? Fate::KeptByRule : Fate::Kept;
        made.reason = part.rule ? tr("Kept by your rule") : QString();
    } else {
        made.fate = isShownAbove(part.left, page.article) ? Fate::ShownAbove : Fate::Left;
        made.reason = reasonFor(part.left, page.article);
    }
    if (part.rule)
        made.rule = part.rule->selector.toString();
    for (const auto &block : part.blocks)
        made.blocks.append(
            {.html = block.html, .address = address(block.item), .number = block.item});
    return made;
}

QString summary(const extraction::Dissection &page, int left)
{
    if (page.parts.isEmpty())
        return tr("There is nothing on this page.");
    const auto isFile = std::ranges::all_of(
        page.parts, [](const auto &part) { return part.item < 0 && part.left == Left::Kept; });
    if (isFile && page.site.isEmpty())
        return tr("Nothing. This file holds a story and no page around it.");
    auto text = left == 0 ? tr("Nothing was left out of this page.")
        : left == 1
        ? tr("One part of this page is not in the story. It stands here, shaded.")
        : tr("%n parts of this page are not in the story. They stand here, shaded.", left);
    text += u' ';
    text += page.site.isEmpty()
        ? tr("The page does not say which site it is from, so that no rule can be made.")
        : tr("What you keep or leave out becomes a rule for %1.").arg(page.site);
    return text;
}

} // namespace

QString leftoutwords::reason(Left left)
{
    const auto *const found = std::ranges::find(reasons, left, &Reason::left);
    return found == reasons.end() ? QString() : tr(found->words);
}

page::LeftOut leftoutwords::view(const extraction::Dissection &page)
{
    page::LeftOut view{.label = tr("What was left out"),
                       .rules = page.site.isEmpty() ? QString() : tr("All reading rules"),
                       .ending = page.isCut
                           ? tr("The rest of this page is too long to be shown here.")
                           : QString(),
                       .drop = tr("Leave this out"),
                       .keep = tr("Keep this"),
                       .keepAll = tr("Keep all of this"),
                       .dropAgain = tr("Leave out again")};
    int left = 0;
    for (const auto &part : page.parts) {
        view.parts.append(shown(part, page));
        left += view.parts.constLast().fate == Fate::Left ? 1 : 0;
    }
    view.summary = summary(page, left);
    return view;
}

QString leftoutwords::decided(extraction::SiteRule::Verb verb, const QString &site)
{
    return verb == extraction::SiteRule::Verb::Keep
        ? tr("Parts like this one will be kept on %1").arg(site)
        : tr("Parts like this one will be left out on %1").arg(site);
}

QString leftoutwords::undo(extraction::SiteRule::Verb verb)
{
    return verb == extraction::SiteRule::Verb::Keep ? tr("&Undo keeping a part")
                                                    : tr("&Undo leaving a part out");
}

QString leftoutwords::takenBack()
{
    return tr("As it was before");
}

QString leftoutwords::nothingToTakeBack()
{
    return tr("Nothing more to take back here. Press Esc for the story.");
}

QString leftoutwords::nothingToDoAgain()
{
    return tr("Nothing more to do again here. Press Esc for the story.");
}

QString leftoutwords::nothingLeft(const QString &site)
{
    return tr("With this rule for %1 nothing is left of the story. It stays as it was, as will "
              "others that your rules leave nothing of.")
        .arg(site);
}

QString leftoutwords::troubleTitle(const Error &error)
{
    return error.kind == Error::Kind::NotFound ? tr("The page is not there any more")
                                               : tr("The page cannot be read again");
}

QString leftoutwords::trouble(const Error &error)
{
    const auto stays = tr("The story stays in your library as it is, and your rules go on working "
                          "for other pages.");
    if (error.where.isEmpty() && error.kind == Error::Kind::NotFound)
        return tr("This story did not come from a file, so that there is no page to look at.")
            + u'\n' + stays;
    if (error.kind == Error::Kind::NotFound)
        return tr("What was left out of a story is looked up in the file it was saved in. “%1” was "
                  "moved, renamed or deleted. Open the file from where it is now, and look again.")
                   .arg(QFileInfo(error.where).fileName())
            + u'\n' + stays;
    return errortext::sentence(error) + u'\n' + stays;
}

QString leftoutwords::ruleTrouble(const Error &error)
{
    const auto name = QFileInfo(error.where).fileName();
    switch (error.kind) {
    case Error::Kind::Refused:
        return tr("No rule can be made for this part.");
    case Error::Kind::Malformed:
        return tr("“%1” is damaged and was left as it is. Mend it under View, Reading rules.")
            .arg(name);
    case Error::Kind::TooLarge:
        return tr("There are too many rules. Take some out under View, Reading rules.");
    case Error::Kind::Unreadable:
        return tr("“%1” cannot be read. Check its rights.").arg(name);
    default:
        return tr("The rule could not be written. Check the rights of “%1” and its folder, and the "
                  "room on the disk.")
            .arg(name);
    }
}
