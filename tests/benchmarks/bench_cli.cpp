// What `broadsheet-cli read FILE` costs: time and peak memory, beside a program that does nothing.
// Usage: bench_cli FILE [RUNS]

#include "benchmarks/medians.h"

#include <chrono>
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

struct Cost
{
    double milliseconds;
    long kilobytes;
};

Cost run(std::vector<std::string> command)
{
    std::vector<char *> arguments;
    for (auto &word : command)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);

    const auto start = std::chrono::steady_clock::now();
    const auto child = fork();
    if (child == 0) {
        const auto nowhere = open("/dev/null", O_WRONLY);
        dup2(nowhere, STDOUT_FILENO);
        execv(arguments.front(), arguments.data());
        _exit(127);
    }
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    if (status != 0) {
        std::fprintf(stderr, "%s failed\n", command.front().c_str());
        std::exit(2);
    }
    const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
    return {time.count(), usage.ru_maxrss};
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc < 2) {
        std::fprintf(stderr, "usage: bench_cli FILE [RUNS]\n");
        return 2;
    }
    const int runs = argc > 2 ? std::max(std::atoi(argv[2]), 1) : 21;
    Times floor;
    Times version;
    Times read;
    long peak = 0;
    for (int i = 0; i < runs; ++i) {
        floor.add(run({"/bin/true"}).milliseconds);
        version.add(run({BROADSHEET_CLI, "--version"}).milliseconds);
        const auto cost = run({BROADSHEET_CLI, "read", argv[1]});
        read.add(cost.milliseconds);
        peak = std::max(peak, cost.kilobytes);
    }
    floor.print("floor: /bin/true", floor);
    version.print("broadsheet-cli --version", floor);
    read.print("broadsheet-cli read FILE", floor);
    std::printf("peak memory of read: %.1f MB\n", double(peak) / 1024);
    return 0;
}
