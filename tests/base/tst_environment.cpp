#include "base/environment.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestEnvironment : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void givesBackWhatThePersonHad_data();
    void givesBackWhatThePersonHad();
    void remembersThePersonsValueOnce();
    void leavesWhatWasTakenAway();
};

namespace {

// Names of their own for every test: what was set is never forgotten.
QByteArray variable(const char *name)
{
    return QByteArray("BROADSHEET_TEST_") + name;
}

QList<QByteArray> &names()
{
    static QList<QByteArray> used;
    return used;
}

QByteArray fresh()
{
    names().append(variable(QByteArray::number(names().size())));
    return names().last();
}

} // namespace

void TestEnvironment::cleanup()
{
    for (const auto &name : names())
        qunsetenv(name);
}

void TestEnvironment::givesBackWhatThePersonHad_data()
{
    QTest::addColumn<bool>("isSet");
    QTest::addColumn<QByteArray>("value");

    QTest::newRow("nothing") << false << QByteArray();
    QTest::newRow("something") << true << "theirs"_ba;
    QTest::newRow("empty") << true << ""_ba;
}

void TestEnvironment::givesBackWhatThePersonHad()
{
    QFETCH(const bool, isSet);
    QFETCH(const QByteArray, value);
    const auto name = fresh();
    if (isSet)
        qputenv(name, value);
    environment::set(name, "ours");
    QCOMPARE(qgetenv(name), "ours"_ba);

    {
        const environment::AsGiven given;
        QCOMPARE(qEnvironmentVariableIsSet(name), isSet);
        QCOMPARE(qgetenv(name), value);
    }

    QCOMPARE(qgetenv(name), "ours"_ba);
}

void TestEnvironment::remembersThePersonsValueOnce()
{
    const auto name = fresh();
    qputenv(name, "theirs");
    environment::set(name, "ours");
    environment::set(name, "ours again");

    {
        const environment::AsGiven given;
        QCOMPARE(qgetenv(name), "theirs"_ba);
    }

    QCOMPARE(qgetenv(name), "ours again"_ba);
}

void TestEnvironment::leavesWhatWasTakenAway()
{
    const auto name = fresh();
    environment::set(name, "ours");
    qunsetenv(name);

    {
        const environment::AsGiven given;
    }

    QVERIFY(!qEnvironmentVariableIsSet(name));
}

QTEST_GUILESS_MAIN(TestEnvironment)
#include "tst_environment.moc"
