#include "shell/findbar.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

// What the field says while words are looked for, and when they were.
class TestFindBar : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void saysThatItSearches();
    void forgetsThatThereWasNothing();
    void saysNothingWithoutWords();

private:
    [[nodiscard]] QString said() const;

    std::unique_ptr<FindBar> m_bar;
    QLineEdit *m_field = nullptr;
};

void TestFindBar::init()
{
    m_bar = std::make_unique<FindBar>();
    m_bar->open();
    m_field = m_bar->findChild<QLineEdit *>();
}

QString TestFindBar::said() const
{
    QString text;
    for (const auto *label : m_bar->findChildren<QLabel *>()) {
        if (label->isVisible())
            text += label->text();
    }
    return text;
}

void TestFindBar::saysThatItSearches()
{
    QTest::keyClicks(m_field, u"tide"_s);
    QCOMPARE(said(), QString());
    QTRY_COMPARE(said(), u"Searching…"_s);

    m_bar->setFound(2, 3);
    QCOMPARE(said(), u"2 of 3"_s);
    QTest::keyClick(m_field, Qt::Key_Return);
    QTRY_COMPARE(said(), u"Searching…"_s);
    m_bar->setFound(3, 3);
    QTest::qWait(300);
    QCOMPARE(said(), u"3 of 3"_s);
}

void TestFindBar::forgetsThatThereWasNothing()
{
    QTest::keyClicks(m_field, u"tidex"_s);
    m_bar->setFound(0, 0);
    QCOMPARE(said(), u"Not in this story"_s);

    QTest::keyClick(m_field, Qt::Key_Backspace);

    QCOMPARE(said(), QString());
}

void TestFindBar::saysNothingWithoutWords()
{
    QTest::keyClicks(m_field, u"t"_s);
    QTest::keyClick(m_field, Qt::Key_Backspace);

    QTest::qWait(300);
    QCOMPARE(said(), QString());
}

QTEST_MAIN(TestFindBar)
#include "tst_findbar.moc"
