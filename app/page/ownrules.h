#pragma once

#include "page/page.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace page {

// A person's own style sheet for the view that knows no CSS, as far as that can follow it, so that
// little moves when the web view takes over: the page's variables; faces, sizes, lines and colours
// of a story and its parts; the width of the column. Left out are rules for a medium or a state,
// and what QTextDocument has nothing like.
class OwnRules
{
public:
    OwnRules() = default;
    static OwnRules read(const QString &css);

    // The look with what the rules say of the page's variables and of a story as a whole.
    [[nodiscard]] Look applied(const Look &look) const;
    // What they say of a story's parts, to stand behind lightStyle(), for a look as applied()
    // answers it, in a view of that width.
    [[nodiscard]] QString lightStyle(const Look &applied, int width) const;

    bool operator==(const OwnRules &) const = default;

private:
    using Declaration = std::pair<QString, QString>; // A property and its value.

    struct Rule
    {
        QString theme = {}; // That it is for; empty for all.
        QString selector = {}; // Without its root; empty for the root itself.
        QList<Declaration> declarations = {};

        bool operator==(const Rule &) const = default;
    };

    [[nodiscard]] QList<Rule> rulesFor(Theme theme) const;
    static void addRule(const QString &selectors, const QString &block, QList<Rule> &rules);

    QList<Rule> m_rules;
};

} // namespace page
