#pragma once

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

// Milliseconds of several runs of the same thing.
class Times
{
public:
    void add(double milliseconds) { m_times.push_back(milliseconds); }

    [[nodiscard]] double median() const
    {
        if (m_times.empty())
            return 0;
        auto sorted = m_times;
        std::ranges::sort(sorted);
        return sorted.at(sorted.size() / 2);
    }

    // One line: what, median, best, worst, and how many times the floor the median is.
    void print(const std::string &what, const Times &floor) const
    {
        const auto [best, worst] = std::ranges::minmax(m_times);
        std::printf("%-56s %8.1f ms  (%.1f – %.1f, n=%zu)  %.1f × floor\n", what.c_str(), median(),
                    best, worst, m_times.size(),
                    floor.median() > 0 ? median() / floor.median() : 0.0);
        std::fflush(stdout);
    }

private:
    std::vector<double> m_times;
};
