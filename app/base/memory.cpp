#include "base/memory.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

void memory::giveBack()
{
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}
