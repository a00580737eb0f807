#pragma once

#include <QProcess>
#include <QStringList>

// The real program, as people and other programs call it.
namespace program {

struct Outcome
{
    int exitCode = -1; // As long as it ends as programs do.
    QByteArray output = {};
    QByteArray errors = {};
};

// At home in a folder of its own, and called from there or from another.
inline Outcome run(const QString &home, const QStringList &arguments, const QString &from = {})
{
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto &[name, place] : {std::pair("HOME", ""), std::pair("XDG_DATA_HOME", "/data"),
                                      std::pair("XDG_CONFIG_HOME", "/config")})
        environment.insert(QString::fromLatin1(name), home + QString::fromLatin1(place));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(from.isEmpty() ? home : from);
    process.start(QStringLiteral(BROADSHEET_CLI), arguments);
    if (!process.waitForFinished())
        qFatal("broadsheet-cli does not end");
    return {.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            .output = process.readAllStandardOutput(),
            .errors = process.readAllStandardError()};
}

} // namespace program
