// What nearly every file includes, compiled once: packaging/build.cmake.
#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QObject>
#include <QRegularExpression>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <ranges>
#include <variant>
#include <vector>
