// The front page of a library of a reader's lifetime: bench_front [STORIES].

#include "benchmarks/lifetimelibrary.h"
#include "benchmarks/medians.h"
#include "tasks/edition.h"
#include "words/frontwords.h"

#include <QGuiApplication>
#include <QTemporaryDir>

#include <functional>

namespace {

Times measured(int times, const std::function<void()> &body)
{
    Times all;
    for (int i = 0; i < times; ++i) {
        QElapsedTimer timer;
        timer.start();
        body();
        all.add(double(timer.nsecsElapsed()) / 1e6);
    }
    return all;
}

} // namespace

int main(int argc, char **argv)
{
    const QGuiApplication application(argc, argv);
    const auto stories = argc > 1 ? QString::fromLocal8Bit(argv[1]).toInt() : 100'000;
    const QTemporaryDir folder;
    {
        auto made = Library::open(folder.path(), Library::Access::ReadWrite);
        if (!made)
            qFatal("no library");
        LifetimeLibrary lifetime(**made, stories);
        std::printf("%d stories made in %.0f s\n", stories, lifetime.build());
    }
    const auto library = *Library::open(folder.path(), Library::Access::ReadOnly);
    const auto newest = library->headlines({}, 1);
    const auto now = newest->first().added.addSecs(60);
    const Times none;
    tasks::FrontPage front;
    measured(1, [&] { front = *tasks::frontPage(*library, now); }).print("the first time", none);
    measured(20, [&] { front = *tasks::frontPage(*library, now); }).print("a new edition", none);
    measured(20, [&] {
        front = *tasks::frontPageAgain(*library, front);
    }).print("the same edition again", none);
    measured(20, [&] {
        (void)library->frontStories(now.addDays(-1), 24, 240);
    }).print("… of that, its stories", none);
    measured(20, [&] {
        (void)page::frontPage(frontwords::page(front, now, QLocale()));
    }).print("its page (on the window's thread)", none);
    std::printf("%d stories on it\n", int(front.edition.ids().size()));
    return 0;
}
