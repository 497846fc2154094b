// What Embedded Swift 6.3 for arm64 gets wrong about strings.
//
// Its functions that retain what a string is kept in give back the address alone, without the bits beside it, in which a short
// string has its letters. The compiler for arm64 takes what they give back for what it gave them, as in all other Swift, so
// that such a string is lost. These give back what they got; the linker takes them in the place of the library's, which are weak.

#include <stdint.h>

extern void *swift_retain(void *object);
extern void *swift_retain_n(void *object, uint32_t count);

// The object in which a string is kept, or null for one that has none: a short one, or a constant.
static void *object_of(void *bridged) {
    uintptr_t bits = (uintptr_t)bridged;
    return bits >> 63 ? 0 : (void *)(bits & 0x0FFFFFFFFFFFFFF8);
}

void *swift_bridgeObjectRetain(void *bridged) {
    void *object = object_of(bridged);
    if (object) swift_retain(object);
    return bridged;
}

void *swift_bridgeObjectRetain_n(void *bridged, uint32_t count) {
    void *object = object_of(bridged);
    if (object) swift_retain_n(object, count);
    return bridged;
}
