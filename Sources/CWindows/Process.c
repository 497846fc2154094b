#if defined(_WIN32)

#include "Internal.h"

/// Pointers to the texts in `block`, which have a NUL behind each, and a null at their end.
static char **list_of(char *block, intptr_t length) {
    size_t count = 0;
    for (intptr_t at = 0; at < length; at += (intptr_t)strlen(block + at) + 1) count++;
    char **list = windows_room((count + 1) * sizeof *list);
    count = 0;
    for (intptr_t at = 0; at < length; at += (intptr_t)strlen(block + at) + 1) list[count++] = block + at;
    list[count] = NULL;
    return list;
}

char *const *windows_arguments(void) {
    static char **words;
    if (words) return words;
    intptr_t length;
    char *block = windows_words(GetCommandLineW(), &length);
    words = list_of(block, length);
    // What was typed may be half a name, which cmd.exe has found in the working folder.
    char *program = windows_program(windows_process());
    if (program && words[0]) words[0] = program;
    return words;
}

char *const *windows_environment(void) {
    static char **entries;
    if (entries) return entries;
    wchar_t *block = GetEnvironmentStringsW();
    if (!block) return entries = list_of(NULL, 0);
    size_t count = 0;
    for (const wchar_t *p = block; *p; p += wcslen(p) + 1) count++;
    entries = windows_room((count + 1) * sizeof *entries);
    count = 0;
    for (const wchar_t *p = block; *p; p += wcslen(p) + 1) entries[count++] = windows_narrow(p, wcslen(p));
    entries[count] = NULL;
    FreeEnvironmentStringsW(block);
    return entries;
}

void windows_exit(int32_t status) {
    ExitProcess((UINT)status);
#if defined(_MSC_VER)
    __assume(0);
#else
    __builtin_unreachable();
#endif
}

int64_t windows_milliseconds(void) { return (int64_t)GetTickCount64(); }

int64_t windows_milliseconds_since_1970(void) {
    FILETIME time;
    GetSystemTimePreciseAsFileTime(&time);
    // It counts tenths of a microsecond since 1601.
    const int64_t ticks = (int64_t)((uint64_t)time.dwHighDateTime << 32 | time.dwLowDateTime);
    return (ticks - 116444736000000000LL) / 10000;
}

void windows_sleep(int32_t milliseconds) { Sleep(milliseconds < 0 ? 0 : (DWORD)milliseconds); }

char *windows_system_folder(void) {
    wchar_t path[MAX_PATH];
    const UINT count = GetSystemWindowsDirectoryW(path, MAX_PATH);
    return count && count < MAX_PATH ? windows_narrow(path, count) : NULL;
}

char *windows_machine_name(void) {
    wchar_t name[256];
    DWORD count = 256;
    return GetComputerNameExW(ComputerNameDnsHostname, name, &count) ? windows_narrow(name, count) : NULL;
}

#endif
