#include "cli/output.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

QString inWords(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::NotFound:
        return u"not found"_s;
    case Error::Kind::Unreadable:
        return u"cannot be read; check its permissions"_s;
    case Error::Kind::NotAFile:
        return u"is not a file that can be read as a story"_s;
    case Error::Kind::Unsupported:
        return u"is in no format that is understood"_s;
    case Error::Kind::Malformed:
        return u"is damaged"_s;
    case Error::Kind::Empty:
        return u"holds nothing to read"_s;
    case Error::Kind::TooLarge:
        return u"is too large"_s;
    case Error::Kind::Offline:
        return u"the network cannot be reached"_s;
    case Error::Kind::Refused:
        return u"is refused"_s;
    case Error::Kind::Storage:
        return u"the library cannot be used"_s;
    case Error::Kind::Cancelled:
        return u"was cancelled"_s;
    }
    return {};
}

// File names may hold line breaks and terminal commands; a message is one line of plain text.
QString harmless(QString text)
{
    for (auto &character : text) {
        if (character.category() == QChar::Other_Control)
            character = u' ';
    }
    return text;
}

} // namespace

void cli::print(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
}

bool cli::allWritten()
{
    return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

void cli::printLine(const QString &line)
{
    print(line.toUtf8() + '\n');
}

QString cli::sentence(const Error &error)
{
    auto text = inWords(error.kind);
    if (!error.detail.isEmpty())
        text += " ("_L1 + error.detail + u')';
    return text;
}

void cli::complain(const Error &error)
{
    complain(error.where.isEmpty() ? sentence(error) : error.where + ": "_L1 + sentence(error));
}

void cli::complain(const QString &line)
{
    const auto text = "broadsheet-cli: "_L1 + harmless(line) + u'\n';
    const auto bytes = text.toLocal8Bit();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
}
