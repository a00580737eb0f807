#include "articles/searchnote.h"

#include "articles/headlinelayout.h"
#include "articles/limits.h"
#include "articles/operatorwords.h"
#include "theme/icons.h"
#include "theme/metrics.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace {

constexpr int sign = 16;

} // namespace

SearchNote::SearchNote(SharedLibrary &library, QWidget *parent)
    : QWidget(parent)
    , m_library(library)
    , m_sign(new QLabel(this))
    , m_label(new QLabel(this))
{
    hide();
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setAccessibleName(tr("About the search"));
    auto font = m_label->font();
    font.setPointSizeF(font.pointSizeF() * 0.92);
    m_label->setFont(font);
    m_sign->setAlignment(Qt::AlignTop);
    auto *layout = new QHBoxLayout(this);
    // In one line with the headlines below it.
    layout->setContentsMargins(headlines::gutter, 0, headlines::margin, theme::grid);
    layout->setSpacing(theme::half);
    layout->addWidget(m_sign);
    layout->addWidget(m_label, 1);
    m_later.setSingleShot(true);
    m_later.setInterval(limits::pauseMilliseconds);
    connect(&m_later, &QTimer::timeout, this, &SearchNote::count);
}

void SearchNote::setProblem(const std::optional<search::Problem> &problem)
{
    m_problem = problem;
    update();
}

void SearchNote::setQuery(const StoryQuery &query)
{
    m_query = query;
    if (query.words.isEmpty())
        m_count.reset();
    count();
}

void SearchNote::countAgain()
{
    if (!m_query.words.isEmpty() && !m_later.isActive())
        m_later.start();
}

void SearchNote::count()
{
    const auto round = ++m_round;
    m_later.stop();
    update();
    if (m_query.words.isEmpty())
        return;
    m_library.read(
        [query = m_query](Library &library) {
            return library.count(query, limits::storiesCounted + 1);
        },
        this,
        [this, round](const Result<int> &count) {
            if (!count || round != m_round)
                return;
            m_count = *count;
            update();
        });
}

QString SearchNote::text() const
{
    return isHidden() ? QString() : m_label->text();
}

void SearchNote::update()
{
    // In the colours that the window has now.
    m_sign->setPixmap(theme::icon(u"warning"_s).pixmap(sign));
    m_sign->setVisible(m_problem.has_value());
    m_label->setForegroundRole(m_problem ? QPalette::Text : QPalette::PlaceholderText);
    if (m_problem)
        m_label->setText(operatorwords::sentence(*m_problem));
    else if (m_count)
        m_label->setText(operatorwords::count(*m_count, limits::storiesCounted));
    setVisible(m_problem || m_count);
}
