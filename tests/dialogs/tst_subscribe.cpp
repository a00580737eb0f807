#include "dialogs/feedsettingsdialog.h"
#include "dialogs/folderfield.h"
#include "dialogs/subscribe.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

// The questions about feeds, without anything behind them.
class TestSubscribe : public QObject
{
    Q_OBJECT

private slots:
    void asksForWhatIsTyped();
    void offersWhatIsFound();
    void takesANameAndANewFolder();
    void looksAgainForAnotherAddress();
    void asksForAPassword();
    void readsFolders();
    void changesOnlyWhatIsChanged();
    void leadsFromFieldToField();
    void refusesWhatIsNoAddress();
};

namespace {

const QList<FeedFolder> folders{
    {.id = FeedFolderId(1), .title = u"Science"_s},
    {.id = FeedFolderId(2), .title = u"Physics"_s, .parent = FeedFolderId(1)},
    {.id = FeedFolderId(3), .title = u"Wires"_s}};

const FeedOffer times{.url = QUrl(u"https://times.example/feed.xml"_s),
                      .site = QUrl(u"https://times.example/"_s),
                      .title = u"The Example Times"_s,
                      .details = u"2 stories"_s,
                      .newest = {{u"One"_s, u"Today"_s}, {u"Two"_s, u"Yesterday"_s}}};
const FeedOffer comments{.url = QUrl(u"https://times.example/comments"_s),
                         .title = u"Comments"_s,
                         .subscribed = FeedId(7)};

QPushButton *button(const QWidget &dialog, const QString &text)
{
    for (auto *found : dialog.findChildren<QPushButton *>()) {
        if (found->text().remove(u'&') == text)
            return found;
    }
    return nullptr;
}

template<typename Field>
Field *named(const QWidget &dialog, const QString &name)
{
    const auto fields = dialog.findChildren<Field *>();
    const auto found = std::ranges::find(fields, name, &QWidget::accessibleName);
    return found == fields.end() ? nullptr : *found;
}

} // namespace

void TestSubscribe::asksForWhatIsTyped()
{
    auto *dialog = new SubscribeDialog(folders);
    QSignalSpy asked(dialog, &SubscribeDialog::searchAsked);
    dialog->open();
    QVERIFY(!button(*dialog, u"Find"_s)->isEnabled());

    auto *field = named<QLineEdit>(*dialog, u"Address of a site or a feed"_s);
    QTest::keyClicks(field, u" times.example "_s);
    QTest::keyClick(field, Qt::Key_Return);

    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first(), (QVariantList{u"times.example"_s, QString(), QString()}));
    QVERIFY(!button(*dialog, u"Subscribe"_s)->isEnabled());
    dialog->reject();
}

void TestSubscribe::offersWhatIsFound()
{
    auto *dialog = new SubscribeDialog(folders);
    QSignalSpy subscribed(dialog, &SubscribeDialog::subscribeAsked);
    QSignalSpy gone(dialog, &SubscribeDialog::goAsked);
    dialog->setTyped(u"times.example"_s);
    dialog->open();
    dialog->search();

    dialog->add(times);
    dialog->add(comments);
    dialog->setFinished();

    auto *list = named<QListWidget>(*dialog, u"Feeds that were found"_s);
    auto *headlines = named<QListWidget>(*dialog, u"Newest headlines"_s);
    QCOMPARE(list->count(), 2);
    QCOMPARE(list->currentRow(), 0);
    QCOMPARE(headlines->count(), 2);
    QVERIFY(button(*dialog, u"Subscribe"_s)->isDefault());
    list->setCurrentRow(1);
    QCOMPARE(headlines->count(), 0);
    auto *go = button(*dialog, u"Go to the feed"_s);
    QVERIFY(go);
    QTest::mouseClick(go, Qt::LeftButton);
    QCOMPARE(subscribed.count(), 0);
    QCOMPARE(gone.first().first().value<FeedId>(), FeedId(7));
}

void TestSubscribe::takesANameAndANewFolder()
{
    auto *dialog = new SubscribeDialog(folders);
    QSignalSpy subscribed(dialog, &SubscribeDialog::subscribeAsked);
    dialog->setTyped(u"times.example"_s);
    dialog->open();
    dialog->search();
    dialog->add(times);
    dialog->setFinished();
    auto *folder = dialog->findChild<FolderField *>();

    folder->setCurrentText(u"Morning"_s);
    QTest::mouseClick(button(*dialog, u"Subscribe"_s), Qt::LeftButton);

    // The feed's own name is not made the person's.
    QCOMPARE(subscribed.first().first().value<NewFeed>(),
             (NewFeed{.url = times.url, .site = times.site, .folder = {u"Morning"_s}}));
}

void TestSubscribe::looksAgainForAnotherAddress()
{
    auto *dialog = new SubscribeDialog(folders);
    QSignalSpy asked(dialog, &SubscribeDialog::searchAsked);
    dialog->setTyped(u"times.example"_s);
    dialog->open();
    dialog->search();
    dialog->add(times);
    dialog->setFinished();

    dialog->setTyped(u"wire.example"_s);

    QVERIFY(button(*dialog, u"Find"_s)->isDefault());
    QVERIFY(!button(*dialog, u"Subscribe"_s)->isDefault());
    dialog->search();
    QCOMPARE(asked.count(), 2);
    QCOMPARE(dialog->offers().size(), 0);
    dialog->reject();
}

void TestSubscribe::asksForAPassword()
{
    auto *dialog = new SubscribeDialog(folders);
    QSignalSpy asked(dialog, &SubscribeDialog::searchAsked);
    dialog->setTyped(u"times.example"_s);
    dialog->open();
    dialog->search();

    dialog->askPassword(u"Who are you?"_s);
    named<QLineEdit>(*dialog, u"User name"_s)->setText(u"ada"_s);
    named<QLineEdit>(*dialog, u"Password"_s)->setText(u"s3cret"_s);
    dialog->search();

    QCOMPARE(asked.at(1), (QVariantList{u"times.example"_s, u"ada"_s, u"s3cret"_s}));
    // What is found takes the focus, not the button to cancel.
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    named<QLineEdit>(*dialog, u"Password"_s)->setFocus();
    dialog->add(times);
    QVERIFY(qobject_cast<QListWidget *>(dialog->focusWidget()));
    // Another site is not told.
    dialog->askPassword(u"Who are you?"_s);
    dialog->setTyped(u"wire.example"_s);
    dialog->search();
    QCOMPARE(asked.at(2), (QVariantList{u"wire.example"_s, QString(), QString()}));
    dialog->reject();
}

void TestSubscribe::readsFolders()
{
    FolderField field(folders);
    QCOMPARE(field.path(), QStringList());

    field.choose(FeedFolderId(2));
    QCOMPARE(field.path(), (QStringList{u"Science"_s, u"Physics"_s}));
    QCOMPARE(field.folder(), FeedFolderId(2));

    field.setCurrentText(u"wires"_s);
    QCOMPARE(field.folder(), FeedFolderId(3));
    field.setCurrentText(u" Chess  club "_s);
    QVERIFY(field.isNew());
    QCOMPARE(field.path(), QStringList{u"Chess club"_s});
    field.setCurrentText({});
    QVERIFY(!field.isNew());
    QCOMPARE(field.folder(), FeedFolderId::None);
}

void TestSubscribe::changesOnlyWhatIsChanged()
{
    const Feed feed{.id = FeedId(1),
                    .url = QUrl(u"https://times.example/a%20b.xml"_s),
                    .title = u"Times"_s,
                    .ownTitle = u"The Example Times"_s,
                    .folder = FeedFolderId(2),
                    .settings = {.everyMinutes = 45, .keptDays = 30}};
    auto *dialog = new FeedSettingsDialog(feed, folders, u"Fetched just now."_s);
    QSignalSpy saved(dialog, &FeedSettingsDialog::saved);
    dialog->open();

    const auto untouched = dialog->edit();
    QCOMPARE(untouched,
             (FeedEdit{.url = feed.url,
                       .title = feed.title,
                       .folder = feed.folder,
                       .settings = feed.settings}));

    for (auto *box : dialog->findChildren<QCheckBox *>()) {
        if (box->text().contains(u"otify"_s))
            box->setChecked(true);
    }
    QTest::mouseClick(button(*dialog, u"Save"_s), Qt::LeftButton);
    const auto edit = saved.first().first().value<FeedEdit>();
    auto expected = untouched;
    expected.settings.notifies = true;
    QCOMPARE(edit, expected);
}

void TestSubscribe::leadsFromFieldToField()
{
    Feed feed{.id = FeedId(1), .url = QUrl(u"https://times.example/feed"_s), .title = u"Times"_s};
    auto *dialog = new FeedSettingsDialog(feed, {}, {});
    dialog->open();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    const auto focused = [&] { return qobject_cast<QLineEdit *>(dialog->focusWidget()); };
    QCOMPARE(focused()->text(), u"Times"_s);
    QTest::keyClick(focused(), Qt::Key_Tab);
    QCOMPARE(focused()->text(), u"https://times.example/feed"_s);
    dialog->reject();

    // The password comes first where it is needed.
    feed.failure = FeedFailure{.error = {Error::Kind::NeedsPassword, {}, {}, 401}};
    dialog = new FeedSettingsDialog(feed, {}, {});
    dialog->open();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QCOMPARE(focused()->accessibleName(), u"User name"_s);
    QTest::keyClick(focused(), Qt::Key_Tab);
    QCOMPARE(focused()->accessibleName(), u"Password"_s);
    dialog->reject();
}

void TestSubscribe::refusesWhatIsNoAddress()
{
    const Feed feed{.id = FeedId(1), .url = QUrl(u"https://times.example/feed"_s)};
    auto *dialog = new FeedSettingsDialog(
        feed, {},
        u"The site cannot be reached since 07:34. It is tried again by itself. "_s.repeated(3));
    dialog->open();
    const auto fields = dialog->findChildren<QLineEdit *>();
    const auto address = std::ranges::find(fields, u"https://times.example/feed"_s,
                                           [](const auto *field) { return field->text(); });
    QVERIFY(address != fields.end());

    (*address)->setText(QString());
    QVERIFY(!button(*dialog, u"Save"_s)->isEnabled());
    // No line is cut off for the words that came.
    const auto labels = dialog->findChildren<QLabel *>();
    QTRY_VERIFY(std::ranges::all_of(labels, [](const QLabel *label) {
        return !label->isVisible() || label->height() >= label->heightForWidth(label->width());
    }));

    (*address)->setText(u"https://times.example/new"_s);
    QVERIFY(button(*dialog, u"Save"_s)->isEnabled());
    QCOMPARE(dialog->edit().url, QUrl(u"https://times.example/new"_s));
    dialog->reject();
}

QTEST_MAIN(TestSubscribe)
#include "tst_subscribe.moc"
