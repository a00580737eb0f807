#pragma once

#include "library/sharedlibrary.h"
#include "sidebar/sidebar.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

// The sidebar on the screen, over a real library, for every test function.
class SidebarCase : public QObject
{
protected:
    inline static const QDateTime now{QDate(2026, 3, 21), QTime(12, 0), Qt::UTC};

    void begin()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_library = std::make_unique<SharedLibrary>(m_folder->path());
        m_sidebar = std::make_unique<Sidebar>(*m_library);
        m_sidebar->resize(240, 600);
        m_sidebar->show();
        QVERIFY(QTest::qWaitForWindowActive(m_sidebar.get()));
        m_sidebar->setFocus();
    }

    void end()
    {
        m_sidebar.reset();
        m_library.reset();
        m_folder.reset();
    }

    [[nodiscard]] QModelIndex row(const QString &title) const
    {
        const auto &model = m_sidebar->places();
        return model
            .match(model.index(0), Qt::DisplayRole, title, 1, Qt::MatchExactly | Qt::MatchRecursive)
            .value(0);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SharedLibrary> m_library;
    std::unique_ptr<Sidebar> m_sidebar;
};
