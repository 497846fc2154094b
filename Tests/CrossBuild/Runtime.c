// What the Embedded standard library and its Unicode functions, which are made for Linux, want on Windows.

#include <stdint.h>
#include <stdlib.h>
#include <windows.h>

// What is allocated by this is given back by `free`: no greater alignment than malloc's own.
int posix_memalign(void **pointer, size_t alignment, size_t size) {
    if (alignment > 16) return 22;
    *pointer = malloc(size ? size : 1);
    return *pointer ? 0 : 12;
}

// The seed of hashes, and numbers in the names of new files: hard to guess, and no key of anything.
//
// Windows' generator is in a library that a start would have to load. The process's own random number, by which it hides
// pointers, the clocks and the process's number are mixed by SplitMix64 (Steele, Lea, Flood 2014).
void arc4random_buf(void *bytes, size_t count) {
    static uint64_t state;
    if (!state) {
        LARGE_INTEGER ticks;
        FILETIME time;
        QueryPerformanceCounter(&ticks);
        GetSystemTimePreciseAsFileTime(&time);
        state = (uint64_t)(uintptr_t)EncodePointer(NULL) ^ ((uint64_t)ticks.QuadPart << 20)
            ^ ((uint64_t)time.dwHighDateTime << 32 | time.dwLowDateTime) ^ ((uint64_t)GetCurrentProcessId() << 48);
    }
    unsigned char *next = bytes;
    for (size_t i = 0; i < count; i++) {
        if (i % 8 == 0) state += 0x9E3779B97F4A7C15u;
        uint64_t mixed = (state ^ state >> 30) * 0xBF58476D1CE4E5B9u;
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBu;
        next[i] = (unsigned char)((mixed ^ mixed >> 31) >> (i % 8 * 8));
    }
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
