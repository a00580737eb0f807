#include "formats/pdfprogram.h"

#include "formats/limits.h"
#include "print/records.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFileInfo>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace {

// All that the process says until it ends, is silent for too long or says too much.
QByteArray answerOf(QProcess &process)
{
    const QDeadlineTimer deadline(formats::limits::pdfTime);
    QByteArray answer;
    const auto take = [&] { answer += process.readAllStandardOutput(); };
    while (answer.size() < formats::limits::pdfAnswerBytes && !deadline.hasExpired()) {
        const bool more = process.waitForReadyRead(int(deadline.remainingTime()));
        take();
        if (!more)
            break;
    }
    return answer;
}

} // namespace

QString formats::pdfProgram()
{
    static const auto name = u"broadsheet-pdf"_s;
    const auto here = QCoreApplication::applicationDirPath();
    for (const auto &folder : {here, here + "/../libexec/broadsheet"_L1}) {
        if (const QFileInfo file(folder + u'/' + name); file.isExecutable())
            return file.absoluteFilePath();
    }
    return {};
}

Result<print::File> formats::printedFile(const QByteArray &bytes, const QString &program)
{
    QProcess process;
    process.setProgram(program);
    // The library that reads PDFs complains of each fault there.
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start();
    if (program.isEmpty() || !process.waitForStarted(limits::pdfTime))
        return Error{Error::Kind::Unsupported,
                     u"PDF: the program broadsheet-pdf, which reads it, is missing"_s};
    process.write(bytes);
    process.closeWriteChannel();
    const auto answer = answerOf(process);
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished();
    }
    return print::readRecords(answer);
}
