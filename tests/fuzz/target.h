#pragma once

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

// A fuzz target: called with many inputs by libFuzzer, or by replay.cpp where there is none.
// https://llvm.org/docs/LibFuzzer.html#fuzz-target
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace fuzz {

inline QByteArray bytes(const uint8_t *data, size_t size)
{
    return {reinterpret_cast<const char *>(data), qsizetype(size)};
}

// Ends the program where a promise is broken, so that the fuzzer keeps the input.
inline void require(bool promise, const QString &broken)
{
    if (promise)
        return;
    std::fprintf(stderr, "broken promise: %s\n", qPrintable(broken));
    std::abort();
}

} // namespace fuzz
