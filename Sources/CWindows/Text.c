#if defined(_WIN32)

#include "Internal.h"

void windows_free(void *text) { free(text); }

void *windows_room(size_t size) {
    void *room = malloc(size ? size : 1);
    if (!room) abort();
    return room;
}

static int is_tail(unsigned char byte) { return (byte & 0xC0) == 0x80; }

/// The scalar, or lone surrogate, at `p`; its length is put into `length`.
static uint32_t scalar_at(const unsigned char *p, int *length) {
    uint32_t scalar = 0xFFFD;
    *length = 1;
    if (p[0] < 0x80) return p[0];
    if (p[0] >= 0xC2 && p[0] < 0xE0 && is_tail(p[1])) {
        *length = 2;
        return (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
    }
    if (p[0] >= 0xE0 && p[0] < 0xF0 && is_tail(p[1]) && is_tail(p[2])) {
        scalar = (p[0] & 0xFu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
        if (scalar < 0x800) return 0xFFFD;
        *length = 3;
        return scalar;
    }
    if (p[0] >= 0xF0 && p[0] < 0xF5 && is_tail(p[1]) && is_tail(p[2]) && is_tail(p[3])) {
        scalar = (p[0] & 7u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
        if (scalar < 0x10000 || scalar >= 0x110000) return 0xFFFD;
        *length = 4;
    }
    return scalar;
}

wchar_t *windows_wide(const char *text) {
    const unsigned char *p = (const unsigned char *)text;
    wchar_t *result = windows_room((strlen(text) + 1) * sizeof *result), *out = result;
    while (*p) {
        int length;
        const uint32_t scalar = scalar_at(p, &length);
        p += length;
        if (scalar >= 0x10000) {
            *out++ = (wchar_t)(0xD7C0 + (scalar >> 10));
            *out++ = (wchar_t)(0xDC00 + (scalar & 0x3FF));
        } else {
            *out++ = (wchar_t)scalar;
        }
    }
    *out = 0;
    return result;
}

/// From this length on a path is handed over as `\\?\…`: a folder's may have 247 units else, a file's 259.
static const DWORD longest_plain = 240;

wchar_t *windows_wide_path(const char *path) {
    wchar_t *plain = windows_wide(path);
    for (wchar_t *p = plain; *p; p++) {
        if (*p == L'/') *p = L'\\';
    }
    if (!wcsncmp(plain, L"\\\\?\\", 4) || !wcsncmp(plain, L"\\\\.\\", 4)) return plain;
    // Without the prefix no length is too long for this one.
    const DWORD size = GetFullPathNameW(plain, 0, NULL, NULL);
    if (size < longest_plain) return plain;
    wchar_t *full = windows_room((size + 8) * sizeof *full);
    const DWORD count = GetFullPathNameW(plain, size, full + 8, NULL);
    if (!count || count >= size) {
        free(full);
        return plain;
    }
    const int is_share = full[8] == L'\\' && full[9] == L'\\';
    const wchar_t *prefix = is_share ? L"\\\\?\\UNC\\" : L"\\\\?\\";
    const size_t length = wcslen(prefix);
    wmemmove(full + length, full + 8 + (is_share ? 2 : 0), count + 1 - (is_share ? 2 : 0));
    wmemcpy(full, prefix, length);
    free(plain);
    return full;
}

int windows_is_device(const wchar_t *path) {
    // Its full path begins so then, and is short.
    wchar_t full[64];
    const DWORD count = GetFullPathNameW(path, 64, full, NULL);
    return count && count < 64 && !wcsncmp(full, L"\\\\.\\", 4);
}

char *windows_narrow(const wchar_t *text, size_t count) {
    char *result = windows_room(count * 3 + 1), *out = result;
    for (size_t i = 0; i < count; i++) {
        uint32_t s = (uint16_t)text[i];
        if (s >= 0xD800 && s < 0xDC00 && i + 1 < count && text[i + 1] >= 0xDC00 && text[i + 1] < 0xE000) {
            s = 0x10000 + ((s - 0xD800) << 10) + ((uint32_t)text[++i] - 0xDC00);
        }
        if (s < 0x80) {
            *out++ = (char)s;
            continue;
        }
        if (s < 0x800) {
            *out++ = (char)(0xC0 | s >> 6);
        } else {
            if (s < 0x10000) {
                *out++ = (char)(0xE0 | s >> 12);
            } else {
                *out++ = (char)(0xF0 | s >> 18);
                *out++ = (char)(0x80 | (s >> 12 & 0x3F));
            }
            *out++ = (char)(0x80 | (s >> 6 & 0x3F));
        }
        *out++ = (char)(0x80 | (s & 0x3F));
    }
    *out = 0;
    return result;
}

void windows_add(struct windows_text *text, wchar_t unit) {
    if (text->count == text->capacity) {
        text->capacity = text->capacity ? text->capacity * 2 : 256;
        text->units = realloc(text->units, text->capacity * sizeof *text->units);
        if (!text->units) abort();
    }
    text->units[text->count++] = unit;
}

void windows_add_text(struct windows_text *text, const wchar_t *more) {
    while (*more) windows_add(text, *more++);
}

void windows_add_entry(struct windows_bytes *bytes, const char *entry) {
    const size_t size = strlen(entry) + 1;
    if (bytes->capacity - bytes->count < size) {
        bytes->capacity = (bytes->capacity + size) * 2;
        bytes->bytes = realloc(bytes->bytes, bytes->capacity);
        if (!bytes->bytes) abort();
    }
    memcpy(bytes->bytes + bytes->count, entry, size);
    bytes->count += size;
}

#endif
