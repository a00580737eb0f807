#include "dialogs/iconchoice.h"

#include "theme/iconbutton.h"
#include "theme/metrics.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QToolButton>

#include <array>

namespace {

constexpr int columns = 9;

struct Offer
{
    const char *icon;
    const char *name; // For whoever does not see it.
};

#define WORDS(text) QT_TRANSLATE_NOOP("IconChoice", text)

// The first is the usual one, whatever that is.
constexpr std::array offers{
    Offer{"", WORDS("Usual icon")},       Offer{"star", WORDS("Star")},
    Offer{"heart", WORDS("Heart")},       Offer{"flag", WORDS("Flag")},
    Offer{"tag", WORDS("Tag")},           Offer{"person", WORDS("Person")},
    Offer{"place", WORDS("Place")},       Offer{"globe", WORDS("Globe")},
    Offer{"photo", WORDS("Camera")},      Offer{"listen", WORDS("Play")},
    Offer{"science", WORDS("Flask")},     Offer{"leaf", WORDS("Leaf")},
    Offer{"chart", WORDS("Chart")},       Offer{"today", WORDS("Sun")},
    Offer{"recent", WORDS("Clock")},      Offer{"stories", WORDS("Newspaper")},
    Offer{"bookmark", WORDS("Bookmark")}, Offer{"notice", WORDS("Note")},
};

#undef WORDS

} // namespace

IconChoice::IconChoice(const QString &chosen, QWidget *parent)
    : QWidget(parent)
    , m_buttons(new QButtonGroup(this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setSpacing(theme::half);
    for (int number = 0; number < int(offers.size()); ++number) {
        const auto &offer = offers.at(size_t(number));
        const auto name = QString::fromUtf8(offer.icon);
        auto *button = theme::iconButton(name.isEmpty() ? QStringLiteral("search") : name,
                                         tr(offer.name), this);
        button->setCheckable(true);
        button->setChecked(name == chosen);
        m_buttons->addButton(button, number);
        grid->addWidget(button, number / columns, number % columns);
    }
    grid->setColumnStretch(columns, 1);
    if (m_buttons->checkedId() < 0)
        m_buttons->button(0)->setChecked(true);
    setFocusProxy(m_buttons->checkedButton());
}

QString IconChoice::icon() const
{
    return QString::fromUtf8(offers.at(size_t(m_buttons->checkedId())).icon);
}
