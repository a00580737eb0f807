// What nearly every test includes, compiled once: tests/CMakeLists.txt. Not <QTest>, which is
// another one where there are widgets.
#include "packaging/precompiled.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest/qtestcase.h>
#include <QtTest/qtestdata.h>
