#include "support/sessionbus.h"
#include "theme/colours.h"
#include "theme/motion.h"
#include "theme/theme.h"

#include <QApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMetaType>
#include <QHash>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// A colour as the portal writes it: (ddd).
struct Tuple
{
    double red = 0;
    double green = 0;
    double blue = 0;
};

QDBusArgument &operator<<(QDBusArgument &argument, const Tuple &tuple)
{
    argument.beginStructure();
    argument << tuple.red << tuple.green << tuple.blue;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, Tuple &tuple)
{
    argument.beginStructure();
    argument >> tuple.red >> tuple.green >> tuple.blue;
    argument.endStructure();
    return argument;
}

const auto appearance = u"org.freedesktop.appearance"_s;
const auto gnome = u"org.gnome.desktop.interface"_s;

} // namespace

Q_DECLARE_METATYPE(Tuple)

// The portal, as its specification says.
class SettingsPortal : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    QHash<std::pair<QString, QString>, QVariant> values;

    void set(const QString &space, const QString &key, const QVariant &value)
    {
        values.insert({space, key}, value);
        emit SettingChanged(space, key, QDBusVariant(value));
    }

public slots:
    // The variant is in one more, as everybody knows it by now.
    QDBusVariant Read(const QString &space, const QString &key)
    {
        const auto found = values.constFind({space, key});
        if (found == values.constEnd()) {
            sendErrorReply(u"org.freedesktop.portal.Error.NotFound"_s, u"no such setting"_s);
            return QDBusVariant(0);
        }
        return QDBusVariant(QVariant::fromValue(QDBusVariant(*found)));
    }

signals:
    void SettingChanged(const QString &space, const QString &key, const QDBusVariant &value);
};

// On a bus of its own, with a portal of our own.
class TestDesktopLook : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void reads();
    void followsTheScheme();
    void followsTheAccent();
    void wantsNoColourThatIsNone_data();
    void wantsNoColourThatIsNone();
    void followsContrast();
    void keepsWhatWasChosen();
    void followsMotion_data();
    void followsMotion();

private:
    support::SessionBus m_bus;
    std::unique_ptr<SettingsPortal> m_portal;
    int m_round = 0;
};

void TestDesktopLook::initTestCase()
{
    qDBusRegisterMetaType<Tuple>();
    QVERIFY(m_bus.startAsOurs());
}

void TestDesktopLook::init()
{
    m_portal = std::make_unique<SettingsPortal>();
    const auto name = u"portal %1"_s.arg(++m_round);
    auto bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, name);
    QVERIFY(bus.registerObject(u"/org/freedesktop/portal/desktop"_s, m_portal.get(),
                               QDBusConnection::ExportAllContents));
    QVERIFY(bus.registerService(u"org.freedesktop.portal.Desktop"_s));
}

void TestDesktopLook::cleanup()
{
    QDBusConnection::disconnectFromBus(u"portal %1"_s.arg(m_round));
    QApplication::setPalette(theme::palette(page::Theme::Light));
}

void TestDesktopLook::reads()
{
    m_portal->values = {{{appearance, u"color-scheme"_s}, 1U},
                        {{appearance, u"accent-color"_s},
                         QVariant::fromValue(Tuple{.red = 0.2, .green = 0.8, .blue = 0.4})},
                        {{appearance, u"contrast"_s}, 0U},
                        {{gnome, u"enable-animations"_s}, false}};

    const Theme theme(Theme::Choice::Automatic);

    QTRY_COMPARE(theme.current(), page::Theme::Dark);
    QTRY_COMPARE(theme.accentOfPage(), u"#33cc66"_s);
    QTRY_COMPARE(theme::motion::length(), 0ms);
    QCOMPARE(theme::accent(QApplication::palette()).name(), u"#33cc66"_s);
}

void TestDesktopLook::followsTheScheme()
{
    const Theme theme(Theme::Choice::Automatic);
    QCOMPARE(theme.current(), page::Theme::Light);

    m_portal->set(appearance, u"color-scheme"_s, 1U);
    QTRY_COMPARE(theme.current(), page::Theme::Dark);
    QCOMPARE(QApplication::palette().color(QPalette::Base),
             QColor(page::colours(page::Theme::Dark).paper));

    // A desktop that is dark no longer may have no preference.
    m_portal->set(appearance, u"color-scheme"_s, 0U);
    QTRY_COMPARE(theme.current(), page::Theme::Light);
    m_portal->set(appearance, u"color-scheme"_s, 1U);
    QTRY_COMPARE(theme.current(), page::Theme::Dark);
    m_portal->set(appearance, u"color-scheme"_s, 2U);
    QTRY_COMPARE(theme.current(), page::Theme::Light);
}

void TestDesktopLook::followsTheAccent()
{
    const Theme theme(Theme::Choice::Light);
    const auto own = theme::accent(theme::palette(page::Theme::Light));
    QCOMPARE(theme::accent(QApplication::palette()), own);

    // Yellow letters on white paper are read by nobody.
    const QColor yellow(0xf6, 0xd3, 0x2d);
    m_portal->set(appearance, u"accent-color"_s,
                  QVariant::fromValue(Tuple{
                      .red = yellow.redF(), .green = yellow.greenF(), .blue = yellow.blueF()}));

    QTRY_VERIFY(!theme.accentOfPage().isEmpty());
    const QColor accent(theme.accentOfPage());
    QVERIFY(std::abs(accent.hsvHue() - yellow.hsvHue()) <= 2);
    QVERIFY(theme::contrast(accent, QColor(page::colours(page::Theme::Light).paper)) >= 4.5);
    QCOMPARE(theme::accent(QApplication::palette()).name(), accent.name());
}

void TestDesktopLook::wantsNoColourThatIsNone_data()
{
    QTest::addColumn<QVariant>("value");

    QTest::newRow("out of range") << QVariant::fromValue(Tuple{.red = -1, .green = 0, .blue = 0});
    QTest::newRow("not finite") << QVariant::fromValue(Tuple{.red = qQNaN()});
    QTest::newRow("a word") << QVariant(u"#ff0000"_s);
    QTest::newRow("a number") << QVariant(7U);
}

void TestDesktopLook::wantsNoColourThatIsNone()
{
    QFETCH(QVariant, value);
    const Theme theme(Theme::Choice::Light);
    m_portal->set(appearance, u"accent-color"_s, QVariant::fromValue(Tuple{.blue = 1}));
    QTRY_VERIFY(!theme.accentOfPage().isEmpty());

    m_portal->set(appearance, u"accent-color"_s, value);

    QTRY_VERIFY(theme.accentOfPage().isEmpty());
}

void TestDesktopLook::followsContrast()
{
    const Theme theme(Theme::Choice::Automatic);

    m_portal->set(appearance, u"contrast"_s, 1U);
    QTRY_COMPARE(theme.current(), page::Theme::Contrast);
    m_portal->set(appearance, u"color-scheme"_s, 1U);
    QTRY_COMPARE(theme.current(), page::Theme::Black);
    m_portal->set(appearance, u"contrast"_s, 0U);
    QTRY_COMPARE(theme.current(), page::Theme::Dark);
}

void TestDesktopLook::keepsWhatWasChosen()
{
    const Theme theme(Theme::Choice::Sepia);
    QSignalSpy changed(&theme, &Theme::changed);

    m_portal->set(appearance, u"color-scheme"_s, 1U);
    m_portal->set(appearance, u"contrast"_s, 1U);

    QTRY_COMPARE(changed.count(), 2);
    QCOMPARE(theme.current(), page::Theme::Sepia);
}

void TestDesktopLook::followsMotion_data()
{
    QTest::addColumn<QString>("space");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("still");
    QTest::addColumn<QVariant>("moving");

    QTest::newRow("GNOME") << gnome << u"enable-animations"_s << QVariant(false) << QVariant(true);
    QTest::newRow("any desktop") << appearance << u"reduced-motion"_s << QVariant(1U)
                                 << QVariant(0U);
}

void TestDesktopLook::followsMotion()
{
    QFETCH(QString, space);
    QFETCH(QString, key);
    QFETCH(QVariant, still);
    QFETCH(QVariant, moving);
    const Theme theme(Theme::Choice::Light);
    QCOMPARE(theme::motion::length(), 150ms);

    m_portal->set(space, key, still);
    QTRY_COMPARE(theme::motion::length(), 0ms);
    m_portal->set(space, key, moving);
    QTRY_COMPARE(theme::motion::length(), 150ms);
}

QTEST_MAIN(TestDesktopLook)
#include "tst_desktoplook.moc"
