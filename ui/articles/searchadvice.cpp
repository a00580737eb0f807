#include "articles/searchadvice.h"

#include "articles/limits.h"
#include "articles/operatorwords.h"
#include "theme/metrics.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

// The conditions as they were typed; a phrase is one.
QStringList conditions(const QString &words)
{
    QStringList list;
    QString one;
    auto quoted = false;
    for (const auto c : words) {
        if (c == u'"')
            quoted = !quoted;
        if (quoted || !c.isSpace()) {
            one += c;
        } else if (!one.isEmpty()) {
            list.append(one);
            one.clear();
        }
    }
    if (!one.isEmpty())
        list.append(one);
    return list;
}

bool standAlone(const QStringList &list)
{
    return !list.contains(u"OR"_s) && list.filter(u"("_s).isEmpty();
}

} // namespace

SearchAdvice::SearchAdvice(SharedLibrary &library, QWidget *parent)
    : QWidget(parent)
    , m_library(library)
    , m_buttons(new QVBoxLayout(this))
{
    m_buttons->setContentsMargins(0, theme::grid, 0, 0);
    m_buttons->setSpacing(theme::half);
}

QList<StoryQuery> SearchAdvice::near(const StoryQuery &query)
{
    QList<StoryQuery> list;
    if (query.words.isEmpty())
        return list;
    const StoryQuery everywhere{.words = query.words, .order = query.order};
    if (everywhere != query)
        list.append(everywhere);
    const auto all = conditions(query.words);
    // Without a part of what belongs together it would be another search altogether.
    if (all.size() < 2 || !standAlone(all))
        return list;
    for (qsizetype left = 0; left < all.size() && list.size() < limits::advices; ++left) {
        auto fewer = all;
        fewer.removeAt(left);
        auto wider = query;
        wider.words = fewer.join(u' ');
        list.append(wider);
    }
    return list;
}

void SearchAdvice::setQuery(const StoryQuery &query)
{
    if (query == m_query)
        return;
    m_query = query;
    while (auto *item = m_buttons->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const auto &wider : near(query)) {
        m_library.read(
            [wider](Library &library) { return library.count(wider, limits::storiesCounted + 1); },
            this,
            [this, query, wider](const Result<int> &count) {
                if (count && *count > 0 && query == m_query)
                    offer(wider, *count);
            });
    }
}

void SearchAdvice::offer(const StoryQuery &query, int count)
{
    auto *button = new QPushButton(words(query, count), this);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, query] { emit wanted(query); });
    m_buttons->addWidget(button, 0, Qt::AlignHCenter);
}

QString SearchAdvice::words(const StoryQuery &query, int count) const
{
    const auto stories = operatorwords::count(count, limits::storiesCounted);
    if (query.words == m_query.words)
        return tr("In the whole library: %1").arg(stories);
    auto left = conditions(m_query.words);
    const auto kept = conditions(query.words);
    for (const auto &condition : kept)
        left.removeOne(condition);
    const auto name = left.value(0).size() > limits::adviceLength
        ? left.value(0).left(limits::adviceLength) + u'…'
        : left.value(0);
    return tr("Without “%1”: %2").arg(QString(name).remove(u'"'), stories);
}
