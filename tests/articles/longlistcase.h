#pragma once

#include "articles/articlelist.h"
#include "articles/storylistview.h"
#include "support/manystories.h"

#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;

// The list over a library of many stories, on the screen.
class LongListCase : public QObject
{
protected:
    static constexpr auto stories = 60'000;

    ArticleList &list() { return *m_list; }
    ArticleListModel &model() { return m_list->model(); }
    StoryListView &view() { return static_cast<StoryListView &>(m_list->view()); }
    QScrollBar &bar() { return *m_list->view().verticalScrollBar(); }

    static void beginAll()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }

    void end()
    {
        m_list.reset();
        m_library.reset();
    }

    void open(const support::Shelved &shelved)
    {
        end();
        auto &shelf = m_shelves[shelved.unreadEvery];
        if (!shelf) {
            shelf = std::make_unique<QTemporaryDir>();
            support::shelve(shelf->path(), shelved);
        }
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QFile::copy(shelf->filePath(u"library.sqlite"_s),
                            m_folder->filePath(u"library.sqlite"_s)));
        m_library = std::make_unique<SharedLibrary>(m_folder->path());
        m_list = std::make_unique<ArticleList>(*m_library);
        m_list->resize(400, 700);
        m_list->QWidget::show();
        m_list->show({});
        QTRY_VERIFY_WITH_TIMEOUT(model().complete(), 30'000);
        QCOMPARE(model().rowCount(), shelved.stories);
    }

    template<typename Job>
    void change(Job job)
    {
        auto done = false;
        m_library->write(job, m_library.get(),
                         [&](const auto &result) { done = result.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(done, 20'000);
    }

    // The stories on the screen, from the top, and where the first stands.
    std::pair<QList<ArticleId>, int> screen()
    {
        QList<ArticleId> ids;
        const auto &geometry = view().geometryOfRows();
        const auto first = geometry.nearestRow(bar().value());
        const auto last = geometry.nearestRow(bar().value() + view().viewport()->height() - 1);
        for (auto row = first; row <= last; ++row)
            ids << model().id(row);
        return {ids, geometry.top(first) - bar().value()};
    }

    std::map<int, std::unique_ptr<QTemporaryDir>> m_shelves; // Made once, by their unread stories.
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SharedLibrary> m_library;
    std::unique_ptr<ArticleList> m_list;
};
