#include "shell/actions.h"
#include "shell/keysoverlay.h"
#include "shell/panekeys.h"

#include <QFile>
#include <QKeySequence>
#include <QLabel>
#include <QMainWindow>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

// The overview of all keys: that none is missing, and that it can be read in any window.
class TestKeysOverlay : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void tellsTheKeysOfAllActions();
    void tellsTheKeysOfThePanes();
    void tellsTheKeysOfTheManual();
    void scrollsInOneDirectionOnly_data();
    void scrollsInOneDirectionOnly();
    void takesAnotherWidth();

private:
    [[nodiscard]] QSet<QString> keys() const;
    [[nodiscard]] QScrollArea &card() const { return *m_overlay->findChild<QScrollArea *>(); }
    void checkThatAllIsSeen() const;

    std::unique_ptr<QMainWindow> m_window;
    KeysOverlay *m_overlay = nullptr;
};

namespace {

QString shown(const QString &key)
{
    return QKeySequence::fromString(key, QKeySequence::PortableText)
        .toString(QKeySequence::NativeText)
        .replace(u"Return"_s, u"Enter"_s);
}

} // namespace

void TestKeysOverlay::init()
{
    m_window = std::make_unique<QMainWindow>();
    m_window->resize(1200, 800);
    m_overlay = new KeysOverlay(m_window.get());
    m_window->show();
    m_overlay->toggle();
}

QSet<QString> TestKeysOverlay::keys() const
{
    QSet<QString> result;
    for (const auto *label : m_overlay->findChildren<QLabel *>()) {
        for (const auto &key : label->text().split(u" or "_s))
            result.insert(key);
    }
    return result;
}

void TestKeysOverlay::tellsTheKeysOfAllActions()
{
    const auto told = keys();
    for (const auto &spec : Actions::table()) {
        for (const auto &key : QString::fromUtf8(spec.keys).split(u' ', Qt::SkipEmptyParts))
            QVERIFY2(told.contains(shown(key)), qPrintable(key));
    }
}

void TestKeysOverlay::tellsTheKeysOfThePanes()
{
    const auto told = keys();
    for (const auto &spec : PaneKeys::table()) {
        for (const auto &key : QString::fromUtf8(spec.keys).split(u' ', Qt::SkipEmptyParts)) {
            const auto sequence = QKeySequence::fromString(key, QKeySequence::PortableText);
            QVERIFY2(sequence.count() == 1 && sequence[0].key() != Qt::Key_unknown,
                     qPrintable(key));
            QVERIFY2(told.contains(shown(key)), qPrintable(key));
        }
    }
}

void TestKeysOverlay::tellsTheKeysOfTheManual()
{
    QFile manual(QStringLiteral(TEST_DATA "/../../README.md"));
    QVERIFY(manual.open(QIODevice::ReadOnly));
    const auto text = QString::fromUtf8(manual.readAll());
    const auto begin = text.indexOf(u"\n## Keys\n"_s);
    const auto section = text.mid(begin, text.indexOf(u"\n## "_s, begin + 1) - begin);
    const auto told = keys();
    auto found = 0;

    static const QRegularExpression code(u"`([^`]+)`"_s);
    for (auto each = code.globalMatch(section); each.hasNext();) {
        const auto key = each.next().captured(1);
        if (key == u"Shift"_s || key == u"Ctrl"_s)
            continue;
        ++found;
        QVERIFY2(told.contains(shown(key)), qPrintable(key));
    }
    QVERIFY(found > 70);
}

void TestKeysOverlay::scrollsInOneDirectionOnly_data()
{
    QTest::addColumn<int>("width");

    for (const auto width : {300, 360, 420, 640, 900, 1600})
        QTest::addRow("%d", width) << width;
}

void TestKeysOverlay::scrollsInOneDirectionOnly()
{
    QFETCH(int, width);
    m_window->setMinimumWidth(0);

    m_window->resize(width, 700);

    QTRY_COMPARE(m_overlay->width(), width);
    checkThatAllIsSeen();
}

void TestKeysOverlay::takesAnotherWidth()
{
    for (const auto width : {360, 1200, 360}) {
        m_window->resize(width, 700);
        QTRY_COMPARE(m_overlay->width(), width);
        checkThatAllIsSeen();
    }
}

void TestKeysOverlay::checkThatAllIsSeen() const
{
    QTest::qWait(20);
    QCOMPARE(card().horizontalScrollBar()->maximum(), 0);
    const auto room = card().viewport()->width();
    for (const auto *label : card().findChildren<QLabel *>()) {
        const auto left = label->mapTo(card().widget(), QPoint()).x();
        QVERIFY2(left >= 0 && left + label->width() <= room, qPrintable(label->text()));
        const auto needed = label->wordWrap() ? label->heightForWidth(label->width())
                                              : label->sizeHint().height();
        QVERIFY2(label->height() >= needed, qPrintable(label->text()));
        QVERIFY2(label->wordWrap() || label->width() >= label->sizeHint().width(),
                 qPrintable(label->text()));
    }
}

QTEST_MAIN(TestKeysOverlay)
#include "tst_keysoverlay.moc"
