// What nearly every test includes, compiled once: tests/CMakeLists.txt. Not <QTest>, which is
// another one where there are widgets.
#include "packaging/precompiled.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest/qtestcase.h>
#include <QtTest/qtestdata.h>

// Machines that test are busy with other tests: what has come in the end has come. (Built without
// precompiled headers, tests have the five seconds that Qt gives them.)
#undef QTRY_VERIFY
#define QTRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 20'000)
#undef QTRY_COMPARE
#define QTRY_COMPARE(one, other) QTRY_COMPARE_WITH_TIMEOUT(one, other, 20'000)
