#include "articles/articlelist.h"
#include "articles/headlinedelegate.h"
#include "articles/storylistview.h"
#include "support/manystories.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QScrollBar>
#include <QStringListModel>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <malloc.h>

// bench_list [ROWS]: what the list takes with so many stories (1,000,000), beside a plain QListView
// over as many strings, which lays its rows out.

using namespace Qt::StringLiterals;

namespace {

constexpr QSize screen(400, 900);

// Of the thread's own time: on a busy machine it also waits for its turn.
double milliseconds(const std::function<void()> &body)
{
    const auto now = [] {
        timespec used{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
        return double(used.tv_sec) * 1000 + double(used.tv_nsec) / 1e6;
    };
    const auto before = now();
    body();
    return now() - before;
}

void print(const char *name, double value, const char *unit = "ms")
{
    std::printf("%-52s %10.2f %s\n", name, value, unit);
    std::fflush(stdout);
}

void waitFor(const std::function<bool()> &condition)
{
    if (!QTest::qWaitFor(condition, 120'000))
        qFatal("the list does not come");
}

// Memory of the process, without what it shares.
double residentMegabytes()
{
    malloc_trim(0);
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const auto pages = file.readAll().split(' ');
    return (pages.at(1).toDouble() - pages.at(2).toDouble()) * 4096 / 1e6;
}

constexpr auto frames = 400;

// Goes on a frame at a time, each so far.
void scroll(const char *name, QAbstractItemView &view, double pixels)
{
    auto *bar = view.verticalScrollBar();
    QList<double> taken;
    for (auto frame = 0; frame <= frames; ++frame) {
        const auto value = int(pixels * frame);
        taken << milliseconds([&] {
            bar->setValue(value);
            view.viewport()->grab();
        });
        QTest::qWait(1);
    }
    std::ranges::sort(taken);
    std::printf("%-52s %10.2f ms, 99 of 100 within %.2f, at most %.2f\n", name,
                taken.at(taken.size() / 2), taken.at(taken.size() * 99 / 100), taken.last());
    std::fflush(stdout);
}

// As if the bar was dragged from end to end; and as with a wheel, from row to row.
void scrollAll(const char *dragging, const char *wheeling, QAbstractItemView &view)
{
    scroll(dragging, view, double(view.verticalScrollBar()->maximum()) / frames);
    scroll(wheeling, view, 36);
}

void benchFloor(int rows)
{
    QStringList strings;
    for (auto row = 0; row < rows; ++row)
        strings << u"Story %1"_s.arg(row);
    QStringListModel model(strings);
    QListView view;
    view.setUniformItemSizes(true);
    view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.resize(screen);
    view.show();
    const auto before = residentMegabytes();
    print("plain view: laying out", milliseconds([&] {
              view.setModel(&model);
              view.doItemsLayout();
          }));
    print("plain view: memory of that", residentMegabytes() - before, "MB");
    print("plain view: another width", milliseconds([&] {
              view.resize(screen.width() + 40, screen.height());
              view.doItemsLayout();
          }));
    print("plain view: one row more at the top", milliseconds([&] {
              model.insertRow(0);
              view.doItemsLayout();
          }));
    scrollAll("plain view: a frame while dragging the bar", "plain view: … with the wheel", view);
}

void benchList(const QString &folder, int rows)
{
    SharedLibrary library(folder);
    ArticleList list(library);
    list.resize(screen);
    list.QWidget::show();
    list.show({.scope = StoryQuery::Scope::Bookmarks});
    waitFor([&] { return list.model().answered(); });
    const auto before = residentMegabytes();
    QElapsedTimer clock;
    auto first = 0.0;
    auto all = 0.0;
    QObject::connect(&list, &ArticleList::loaded, &list,
                     [&] { first = double(clock.nsecsElapsed()) / 1e6; });
    QObject::connect(&list.model(), &ArticleListModel::ended, &list,
                     [&] { all = double(clock.nsecsElapsed()) / 1e6; });
    clock.start();
    list.show({});
    waitFor([&] { return list.model().complete(); });
    print("first page", first);
    print("all rows, in the background", all);
    if (list.model().rowCount() != rows)
        qFatal("rows are missing");
    print("memory of all rows", double(list.model().rows().bytes()) / 1e6, "MB");
    print("memory of the process since the empty list", residentMegabytes() - before, "MB");

    auto &view = static_cast<StoryListView &>(list.view());
    print("where everything stands, with headings", milliseconds([&] { view.doItemsLayout(); }));
    print("another width", milliseconds([&] {
              list.resize(screen.width() + 40, screen.height());
              list.grab();
          }));
    auto *model = &list.model();
    print("where 1,000 rows stand, and which row is there", milliseconds([&] {
              for (auto row = 0; row < rows; row += std::max(rows / 1000, 1))
                  view.scrollTo(model->index(row));
          }));
    scrollAll("a frame while dragging the bar", "… with the wheel", view);
    print("selecting all", milliseconds([&] { list.selectAll(); }));
    print("the numbers of all selected", milliseconds([&] { (void)list.selected(); }));
}

} // namespace

int main(int count, char **arguments)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(count, arguments);
    const auto rows = count > 1 ? QByteArray(arguments[1]).toInt() : 1'000'000;
    const QTemporaryDir folder;
    std::printf("%d rows\n", rows);
    print("building the library",
          milliseconds([&] { support::shelve(folder.path(), {.stories = rows}); }));
    benchList(folder.path(), rows);
    benchFloor(rows);
    return 0;
}
