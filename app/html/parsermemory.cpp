#include "html/parsermemory.h"

#include <algorithm>
#include <bit>
#include <ctime>
#include <gumbo.h>

using namespace html;

namespace {

constexpr size_t blockSize = size_t{256} * 1024;
// Asking for the time is a call of the system's, as dear as fifty pieces of memory.
constexpr unsigned callsBetweenClocks = 4096;

// Of this thread where the system tells it: a busy machine must not cut a page short.
double processorSeconds()
{
#ifdef CLOCK_THREAD_CPUTIME_ID
    timespec time = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
#else
    return double(std::clock()) / CLOCKS_PER_SEC;
#endif
}

} // namespace

struct alignas(std::max_align_t) ParserMemory::Header
{
    Header *next;
    int sizeClass;
};

ParserMemory::ParserMemory()
    : m_start(processorSeconds())
{
}

void *ParserMemory::allocate(size_t size)
{
    if (isOutOfTime())
        std::longjmp(exhausted, 1);
    const auto sizeClass = int(std::bit_width(std::max(size, size_t{16}) - 1));
    auto &released = m_free[size_t(sizeClass)];
    auto *header = size == sizeof(GumboNode) ? nullptr : released;
    if (header) {
        released = header->next;
    } else {
        // Nodes stay: an exact fit, not a power of two, halves what they take. Other pieces are
        // mostly buffers that grow and come back.
        const auto isNode = size == sizeof(GumboNode);
        const auto room = isNode ? (size + 15) & ~size_t{15} : size_t{1} << sizeClass;
        header = static_cast<Header *>(carve(room + sizeof(Header)));
        header->sizeClass = isNode ? 0 : sizeClass;
    }
    return header + 1;
}

void ParserMemory::release(void *memory)
{
    if (!memory)
        return;
    auto *header = static_cast<Header *>(memory) - 1;
    if (header->sizeClass == 0)
        return;
    auto &released = m_free[size_t(header->sizeClass)];
    header->next = released;
    released = header;
}

void *ParserMemory::carve(size_t size)
{
    if (m_total + size > limits::parserBytes)
        std::longjmp(exhausted, 1);
    if (size > m_left) {
        const auto block = std::max(size, blockSize);
        m_blocks.push_back(std::unique_ptr<std::byte[]>(new std::byte[block]));
        m_total += block;
        m_next = m_blocks.back().get();
        m_left = block;
    }
    auto *memory = m_next;
    m_next += size;
    m_left -= size;
    return memory;
}

bool ParserMemory::isOutOfTime()
{
    return ++m_calls % callsBetweenClocks == 0
        && processorSeconds() - m_start > limits::parserSeconds;
}
