#pragma once

#include "html/limits.h"

#include <array>
#include <csetjmp>
#include <cstddef>
#include <memory>
#include <vector>

namespace html {

// The memory of one parsed tree, freed all at once. The parser's own way to free a tree calls
// itself once per level of nesting and asks malloc for every attribute; this does neither. It also
// is the only place to stop a parser that has no limits of its own: beyond its share of memory or
// time, allocate() jumps to `exhausted`. Between there and here stand only the parser's C
// functions.
class ParserMemory
{
public:
    ParserMemory();
    ParserMemory(const ParserMemory &) = delete;
    ParserMemory &operator=(const ParserMemory &) = delete;
    ~ParserMemory() = default;

    void *allocate(size_t size);
    void release(void *memory);

    std::jmp_buf exhausted;

private:
    struct Header;

    void *carve(size_t size);
    [[nodiscard]] bool isOutOfTime();

    std::vector<std::unique_ptr<std::byte[]>> m_blocks;
    std::array<Header *, 64> m_free = {}; // Released pieces by the logarithm of their size.
    std::byte *m_next = nullptr;
    size_t m_left = 0;
    size_t m_total = 0;
    unsigned m_calls = 0;
    double m_start = 0;
};

} // namespace html
