// What the Embedded standard library and its Unicode functions, which are made for Linux, want on Windows.

#include <stdint.h>
#include <stdlib.h>
#include <windows.h>

// RtlGenRandom, which no header declares under the name that it is exported by.
BOOLEAN NTAPI SystemFunction036(void *, ULONG);

// What is allocated by this is given back by `free`: no greater alignment than malloc's own.
int posix_memalign(void **pointer, size_t alignment, size_t size) {
    if (alignment > 16) return 22;
    *pointer = malloc(size ? size : 1);
    return *pointer ? 0 : 12;
}

// The seed of hashes.
void arc4random_buf(void *bytes, size_t count) {
    SystemFunction036(bytes, (ULONG)count);
}

// Declares a function of the toolchain's, compiled for Linux's calling convention, and one for Windows' that calls it.
#define UNICODE_FUNCTION(result, name, parameters, arguments)               \
    __attribute__((sysv_abi)) result sysv_swift_stdlib_##name parameters; \
    result _swift_stdlib_##name parameters;                               \
    result _swift_stdlib_##name parameters { return sysv_swift_stdlib_##name arguments; }

UNICODE_FUNCTION(uint16_t, getNormData, (uint32_t scalar), (scalar))
UNICODE_FUNCTION(uint32_t, getComposition, (uint32_t first, uint32_t second), (first, second))
UNICODE_FUNCTION(uint32_t, getDecompositionEntry, (uint32_t scalar), (scalar))
UNICODE_FUNCTION(uint8_t, getGraphemeBreakProperty, (uint32_t scalar), (scalar))
UNICODE_FUNCTION(_Bool, isExtendedPictographic, (uint32_t scalar), (scalar))
UNICODE_FUNCTION(_Bool, isInCB_Consonant, (uint32_t scalar), (scalar))
