#include "html/unseen.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestUnseen : public QObject
{
    Q_OBJECT

private slots:
    void knowsWhatIsNoneToLookAt_data();
    void knowsWhatIsNoneToLookAt();
};

void TestUnseen::knowsWhatIsNoneToLookAt_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("unseen");

    const auto row = [](const QString &name, const QString &value, bool unseen) {
        QTest::newRow(qPrintable(name + u'=' + value)) << name << value << unseen;
    };
    for (const auto &side : {u"width"_s, u"height"_s}) {
        row(side, u"1"_s, true);
        row(side, u" 2px "_s, true);
        row(side, u"0"_s, true);
        row(side, u"1.5"_s, true);
        row(side, u"3"_s, false);
        row(side, u"1%"_s, false);
        row(side, u"auto"_s, false);
        row(side, QString(), false);
    }
    row(u"hidden"_s, QString(), true);
    row(u"style"_s, u"color: red; DISPLAY : none"_s, true);
    row(u"style"_s, u"visibility:hidden"_s, true);
    row(u"style"_s, u"display: block"_s, false);
    row(u"alt"_s, u"1"_s, false);
}

void TestUnseen::knowsWhatIsNoneToLookAt()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);

    QTEST(html::makesUnseen(name, value), "unseen");
}

QTEST_GUILESS_MAIN(TestUnseen)
#include "tst_unseen.moc"
