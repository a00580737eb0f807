#include "network/fetcher.h"

namespace network {

class Fetcher::Private
{
};

Fetcher::Fetcher(QObject *parent)
    : QObject(parent)
{
}

Fetcher::~Fetcher() = default;

void Fetcher::fetch(const Request &, const QObject *, Done) { }

void Fetcher::cancel(const QObject *) { }

bool Fetcher::online() const
{
    return true;
}

} // namespace network
