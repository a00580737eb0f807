#include "network/turns.h"

#include <QTest>

using namespace Qt::StringLiterals;
using network::Ticket;
using network::Turns;

class TestTurns : public QObject
{
    Q_OBJECT

private slots:
    void keepsTheOrder();
    void passesByABusyServer();
    void startsNoMoreThanAll();
    void passesByTheSlow();
    void letsTheRedirectedGoFirst();
    void forgetsThoseThatLeave();
    void isQuickWithMany();
};

namespace {

QList<Ticket> all(Turns &turns)
{
    QList<Ticket> started;
    while (const auto ticket = turns.next())
        started.append(*ticket);
    return started;
}

} // namespace

void TestTurns::keepsTheOrder()
{
    Turns turns(10, 1, 1);
    turns.wait(1, u"c"_s);
    turns.wait(2, u"a"_s);
    turns.wait(3, u"b"_s);

    QCOMPARE(all(turns), (QList<Ticket>{1, 2, 3}));
}

void TestTurns::passesByABusyServer()
{
    Turns turns(10, 2, 1);
    for (const Ticket ticket : {1, 2, 3, 4})
        turns.wait(ticket, u"busy"_s);
    turns.wait(5, u"free"_s);

    QCOMPARE(all(turns), (QList<Ticket>{1, 2, 5}));
    turns.done(1, u"busy"_s);
    QCOMPARE(all(turns), QList<Ticket>{3});
}

void TestTurns::startsNoMoreThanAll()
{
    Turns turns(2, 2, 1);
    turns.wait(1, u"a"_s);
    turns.wait(2, u"b"_s);
    turns.wait(3, u"c"_s);

    QCOMPARE(all(turns), (QList<Ticket>{1, 2}));
    turns.done(1, u"a"_s);
    QCOMPARE(all(turns), QList<Ticket>{3});
    QCOMPARE(turns.waiting(), 0);
}

void TestTurns::passesByTheSlow()
{
    Turns turns(2, 2, 1);
    for (const Ticket ticket : {1, 2, 3, 4})
        turns.wait(ticket, QString::number(ticket));
    QCOMPARE(all(turns), (QList<Ticket>{1, 2}));

    turns.setSlow(1);
    turns.setSlow(2); // One too many.

    QCOMPARE(all(turns), QList<Ticket>{3});
    turns.done(1, u"1"_s);
    QCOMPARE(all(turns), QList<Ticket>());
    turns.setSlow(2);
    QCOMPARE(all(turns), QList<Ticket>{4});
}

void TestTurns::letsTheRedirectedGoFirst()
{
    Turns turns(10, 1, 1);
    turns.wait(5, u"a"_s);
    QCOMPARE(all(turns), QList<Ticket>{5});
    turns.wait(6, u"a"_s);
    turns.wait(2, u"a"_s);

    turns.done(5, u"a"_s);

    QCOMPARE(all(turns), QList<Ticket>{2});
}

void TestTurns::forgetsThoseThatLeave()
{
    Turns turns(10, 1, 1);
    for (const Ticket ticket : {1, 2, 3})
        turns.wait(ticket, u"a"_s);

    turns.leave(1, u"a"_s);
    turns.leave(3, u"a"_s);
    turns.leave(9, u"a"_s);

    QCOMPARE(all(turns), QList<Ticket>{2});
    turns.done(2, u"a"_s);
    QVERIFY(turns.idle());
    QVERIFY(!turns.next());
}

void TestTurns::isQuickWithMany()
{
    constexpr Ticket many = 100'000;
    Turns turns(16, 2, 1);
    QElapsedTimer timer;
    timer.start();

    for (Ticket ticket = 1; ticket <= many; ++ticket)
        turns.wait(ticket, ticket < many / 2 ? u"busy"_s : QString::number(ticket % 100));
    Ticket started = 0;
    while (const auto ticket = turns.next()) {
        ++started;
        turns.done(*ticket, *ticket < many / 2 ? u"busy"_s : QString::number(*ticket % 100));
    }

    QCOMPARE(started, many);
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestTurns)
#include "tst_turns.moc"
