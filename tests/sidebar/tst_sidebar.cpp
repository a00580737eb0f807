#include "sidebar/sidebar.h"
#include "theme/theme.h"

#include <QTemporaryDir>
#include <QTest>

// The sidebar over a real library in a temporary folder.
class TestSidebar : public QObject
{
    Q_OBJECT

private slots:
    void followsTheTheme();
};

void TestSidebar::followsTheTheme()
{
    const QTemporaryDir folder;
    Theme theme(Theme::Choice::Light);
    SharedLibrary library(folder.path());
    Sidebar sidebar(library);
    sidebar.resize(200, 600);
    sidebar.show();
    const auto ground = [&] {
        return sidebar.grab().toImage().pixelColor(sidebar.width() / 2, sidebar.height() - 40);
    };
    QCOMPARE(ground(), QApplication::palette().color(QPalette::Window));

    for (const auto choice : {Theme::Choice::Dark, Theme::Choice::Sepia, Theme::Choice::Light}) {
        theme.choose(choice);

        QTRY_COMPARE(ground(), QApplication::palette().color(QPalette::Window));
    }
}

QTEST_MAIN(TestSidebar)
#include "tst_sidebar.moc"
