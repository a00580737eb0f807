#pragma once

#include <QString>

namespace html {
class Sanitiser;
}

// A fragment of HTML that cannot run, load or cover anything: only html::sanitise() makes one that
// is not empty. Whatever takes raw HTML takes a QString; whatever shows HTML takes this.
class SafeHtml
{
public:
    SafeHtml() = default;

    [[nodiscard]] const QString &toString() const { return m_html; }
    [[nodiscard]] bool isEmpty() const { return m_html.isEmpty(); }

    bool operator==(const SafeHtml &) const = default;

private:
    friend class html::Sanitiser;

    explicit SafeHtml(QString html)
        : m_html(std::move(html))
    {
    }

    QString m_html;
};
