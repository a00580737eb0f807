#include "base/trace.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;

class TestTrace : public QObject
{
    Q_OBJECT

private slots:
    void writesEvents();
    void keepsThreadsApart();
    void writesNothingUnlessAsked();
    void saysWhenTheFileCannotBeWritten();

private:
    QJsonArray events() const;

    QTemporaryDir m_folder;
    QString m_file = m_folder.filePath(u"trace.json"_s);
};

QJsonArray TestTrace::events() const
{
    QFile file(m_file);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).array()
                                          : QJsonArray();
}

void TestTrace::writesEvents()
{
    {
        const trace::Recording recording(m_file);
        const trace::Span span("a walk");
        trace::note("a step");
        QThread::msleep(2);
    }

    const auto written = events();
    QCOMPARE(written.size(), 3); // The last one names the program.
    const auto step = written.at(0).toObject();
    const auto walk = written.at(1).toObject();
    QCOMPARE(step.value("name"_L1).toString(), u"a step"_s);
    QCOMPARE(step.value("ph"_L1).toString(), u"i"_s);
    QCOMPARE(walk.value("name"_L1).toString(), u"a walk"_s);
    QCOMPARE(walk.value("ph"_L1).toString(), u"X"_s);
    QVERIFY(walk.value("dur"_L1).toDouble() >= 2000);
    QVERIFY(walk.value("ts"_L1).toDouble() <= step.value("ts"_L1).toDouble());
    QVERIFY(walk.value("ts"_L1).toDouble() > 0); // Since the process started.
}

void TestTrace::keepsThreadsApart()
{
    constexpr int each = 200;
    {
        const trace::Recording recording(m_file);
        const std::unique_ptr<QThread> other(QThread::create([] {
            for (int i = 0; i < each; ++i)
                trace::note("there");
        }));
        other->start();
        for (int i = 0; i < each; ++i)
            trace::note("here");
        QVERIFY(other->wait());
    }

    const auto written = events();
    QCOMPARE(written.size(), 2 * each + 1);
    QHash<QString, QSet<int>> threads;
    for (const auto &event : written)
        threads[event.toObject().value("name"_L1).toString()].insert(
            event.toObject().value("tid"_L1).toInt());
    QCOMPARE(threads.value(u"here"_s).size(), 1);
    QVERIFY(threads.value(u"here"_s) != threads.value(u"there"_s));
}

void TestTrace::writesNothingUnlessAsked()
{
    {
        const trace::Recording recording(m_file);
    }
    trace::note("too late");

    QCOMPARE(events().size(), 1);
}

void TestTrace::saysWhenTheFileCannotBeWritten()
{
    QVERIFY(!trace::Recording(m_folder.filePath(u"no/such/folder.json"_s)).isWritable());
}

QTEST_APPLESS_MAIN(TestTrace)
#include "tst_trace.moc"
