#include "reading/paneofoneview.h"
#include "reading/webengine.h"

#include <QApplication>

// Words that are looked for in a story, in both views.
class TestFind : public QObject
{
    Q_OBJECT

private slots:
    void countsWhatItFinds_data() { views(); }
    void countsWhatItFinds();
    void findsNothingOnlyWhereThereIsNothing_data() { views(); }
    void findsNothingOnlyWhereThereIsNothing();
    void mindsCapitals_data() { views(); }
    void mindsCapitals();
    void keepsWhatWasFoundSelected_data() { views(); }
    void keepsWhatWasFoundSelected();
    void findsInTheNextStory_data() { views(); }
    void findsInTheNextStory();
    void findsAfterTakingOver();
    void keepsTheMarksInAnotherLook();
};

void TestFind::countsWhatItFinds()
{
    QFETCH(bool, web);
    Reader reader(web);
    QVERIFY(reader.show(fixture::shortStory(u"<p>One boat, two boats.</p><p>A boat.</p>"_s)));
    QSignalSpy found(&reader.pane, &ReadingPane::found);
    const auto told
        = [&] { return QList<QVariant>(found.isEmpty() ? QList<QVariant>() : found.last()); };

    reader.pane.find(u"boat"_s);
    QTRY_COMPARE(told(), (QList<QVariant>{1, 3}));
    reader.pane.find(u"boat"_s);
    QTRY_COMPARE(told(), (QList<QVariant>{2, 3}));
    reader.pane.find(u"boat"_s);
    reader.pane.find(u"boat"_s);
    QTRY_COMPARE(told(), (QList<QVariant>{1, 3})); // Round the corner.
    reader.pane.find(u"boat"_s, true);
    QTRY_COMPARE(told(), (QList<QVariant>{3, 3}));
    reader.pane.find(u"ship"_s);
    QTRY_COMPARE(told(), (QList<QVariant>{0, 0}));
}

// Whoever types is faster than the search in a long story.
void TestFind::findsNothingOnlyWhereThereIsNothing()
{
    QFETCH(bool, web);
    Reader reader(web);
    QVERIFY(reader.show(fixture::longStory(2'000)));
    QSignalSpy found(&reader.pane, &ReadingPane::found);

    for (const auto &words : {u"f"_s, u"fe"_s, u"fer"_s, u"ferry"_s, u"ferry number 77"_s})
        reader.pane.find(words);

    QTRY_VERIFY_WITH_TIMEOUT(!found.isEmpty() && found.last().at(1).toInt() == 11, 30'000);
    for (const auto &told : std::as_const(found))
        QVERIFY(told.at(1).toInt() > 0);
}

void TestFind::mindsCapitals()
{
    QFETCH(bool, web);
    Reader reader(web);
    QVERIFY(reader.show(fixture::shortStory(u"<p>A boat, the Boat, the BOAT.</p>"_s)));
    QSignalSpy found(&reader.pane, &ReadingPane::found);

    reader.pane.find(u"boat"_s);
    QTRY_VERIFY(!found.isEmpty() && found.last() == (QList<QVariant>{1, 3}));
    reader.pane.find(u"Boat"_s);
    QTRY_COMPARE(found.last().at(1).toInt(), 1);
}

void TestFind::keepsWhatWasFoundSelected()
{
    QFETCH(bool, web);
    Reader reader(web);
    QVERIFY(reader.show(fixture::shortStory(u"<p>One boat, two ships.</p>"_s)));
    QSignalSpy found(&reader.pane, &ReadingPane::found);
    reader.pane.find(u"ships"_s);
    QTRY_VERIFY(!found.isEmpty());

    reader.pane.find({});

    QTRY_COMPARE(reader.pane.selectedText(), u"ships"_s);
}

void TestFind::findsInTheNextStory()
{
    QFETCH(bool, web);
    Reader reader(web);
    QVERIFY(reader.show(fixture::shortStory(u"<p>One boat.</p>"_s)));
    QSignalSpy found(&reader.pane, &ReadingPane::found);
    reader.pane.find(u"boat"_s);
    QTRY_VERIFY(!found.isEmpty() && found.last() == (QList<QVariant>{1, 1}));

    QVERIFY(reader.show(fixture::shortStory(u"<p>A boat and a boat.</p>"_s)));

    QTRY_COMPARE(found.last().at(1).toInt(), 2);
}

void TestFind::findsAfterTakingOver()
{
#ifdef BROADSHEET_WEBENGINE
    ReadingPane pane([](const QString &, const auto &) {});
    pane.resize(900, 700);
    pane.QWidget::show();
    pane.show(fixture::shortStory(u"<p>A boat and a boat.</p>"_s), {});
    pane.find(u"boat"_s);
    QSignalSpy found(&pane, &ReadingPane::found);

    QTRY_VERIFY_WITH_TIMEOUT(pane.webViewInCharge(), 20'000);

    QTRY_COMPARE(found.isEmpty() ? 0 : found.last().at(1).toInt(), 2);
#endif
}

void TestFind::keepsTheMarksInAnotherLook()
{
    Reader reader(false);
    QVERIFY(reader.show(fixture::shortStory(u"<p>A boat and a boat.</p>"_s)));
    reader.pane.find(u"boat"_s);
    QCOMPARE(reader.light().extraSelections().size(), 2);

    reader.pane.setLook({.textSize = 140});

    QCOMPARE(reader.light().extraSelections().size(), 2);
    reader.pane.find({});
    QVERIFY(reader.light().extraSelections().isEmpty());
}

int main(int argc, char **argv)
{
    webengine::prepare();
    QApplication application(argc, argv);
    TestFind test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_find.moc"
