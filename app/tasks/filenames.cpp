#include "tasks/filenames.h"

#include <QStringDecoder>

#include <algorithm>

namespace {

constexpr char16_t escapedBytes = 0xdc00;
constexpr char16_t firstEscaped = 0xdc80;
constexpr char16_t lastEscaped = 0xdcff;

bool isEscape(const QString &name, qsizetype at)
{
    const auto letter = name.at(at).unicode();
    return letter >= firstEscaped && letter <= lastEscaped
        && (at == 0 || !name.at(at - 1).isHighSurrogate());
}

// The length of the valid UTF-8 sequence that begins here; 0 when there is none.
qsizetype sequenceLength(QByteArrayView bytes)
{
    constexpr qsizetype longest = 4;
    for (qsizetype length = 1; length <= std::min(longest, bytes.size()); ++length) {
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString text = decoder(bytes.first(length));
        if (!decoder.hasError() && !text.isEmpty())
            return length;
    }
    return 0;
}

} // namespace

QString tasks::fileNameFromSystem(const QByteArray &bytes)
{
    QString name;
    for (qsizetype at = 0; at < bytes.size();) {
        const auto length = sequenceLength(QByteArrayView(bytes).sliced(at));
        if (length > 0)
            name += QString::fromUtf8(bytes.sliced(at, length));
        else
            name += QChar(char16_t(escapedBytes + quint8(bytes.at(at))));
        at += std::max<qsizetype>(length, 1);
    }
    return name;
}

QByteArray tasks::fileNameToSystem(const QString &name)
{
    QByteArray bytes;
    qsizetype plain = 0;
    for (qsizetype at = 0; at < name.size(); ++at) {
        if (!isEscape(name, at))
            continue;
        bytes += name.sliced(plain, at - plain).toUtf8();
        bytes += char(name.at(at).unicode() - escapedBytes);
        plain = at + 1;
    }
    return bytes + name.sliced(plain).toUtf8();
}

bool tasks::isBeyondQt(const QString &name)
{
    for (qsizetype at = 0; at < name.size(); ++at) {
        if (isEscape(name, at))
            return true;
    }
    return false;
}
