#if defined(_WIN32)

#include "Internal.h"

#include <tlhelp32.h>
#include <winternl.h>

int32_t windows_process(void) { return (int32_t)GetCurrentProcessId(); }

/// When the process was started, or 0.
static uint64_t start_of(DWORD process) {
    HANDLE handle = OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, process);
    if (!handle) return 0;
    FILETIME made = {0}, other;
    GetProcessTimes(handle, &made, &other, &other, &other);
    CloseHandle(handle);
    return (uint64_t)made.dwHighDateTime << 32 | made.dwLowDateTime;
}

/// Calls `look` for each process until it returns 0.
static void each_process(int (*look)(const PROCESSENTRY32W *, void *), void *data) {
    HANDLE list = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
    if (list == INVALID_HANDLE_VALUE) return;
    PROCESSENTRY32W entry = {.dwSize = sizeof entry};
    for (BOOL more = Process32FirstW(list, &entry); more && look(&entry, data); more = Process32NextW(list, &entry)) {}
    CloseHandle(list);
}

static int is_searched(const PROCESSENTRY32W *entry, void *data) {
    DWORD *pair = data;
    if (entry->th32ProcessID != pair[0]) return 1;
    pair[1] = entry->th32ParentProcessID;
    return 0;
}

int32_t windows_parent(int32_t process) {
    DWORD pair[2] = {(DWORD)process, 0};
    each_process(is_searched, pair);
    // The number of a process that has ended may be another's by now, which is younger then.
    const uint64_t start = start_of(pair[0]), before = pair[1] ? start_of(pair[1]) : 0;
    return before && start && before <= start ? (int32_t)pair[1] : 0;
}

char *windows_program(int32_t process) {
    HANDLE handle = OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, (DWORD)process);
    if (!handle) return NULL;
    DWORD count = 32768;
    wchar_t *path = windows_room(count * sizeof *path);
    const BOOL found = QueryFullProcessImageNameW(handle, 0, path, &count);
    CloseHandle(handle);
    char *result = found ? windows_narrow(path, count) : NULL;
    free(path);
    return result;
}

typedef NTSTATUS(NTAPI *query_function)(HANDLE, DWORD, void *, ULONG, ULONG *);

/// `NtQueryInformationProcess`, which no import library of the Windows SDK for programs has.
static query_function query(void) {
    union {
        FARPROC found;
        query_function function;
    } query = {GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "NtQueryInformationProcess")};
    return query.function;
}

/// Reads `size` bytes of the process's memory.
static int read_memory(HANDLE process, uint64_t address, void *bytes, size_t size) {
    SIZE_T done = 0;
    return ReadProcessMemory(process, (const void *)(uintptr_t)address, bytes, size, &done) && done == size;
}

/// Where 64-bit Windows keeps what the process was started with (RTL_USER_PROCESS_PARAMETERS), or 0.
static uint64_t parameters_of(HANDLE process) {
    PROCESS_BASIC_INFORMATION info;
    uint64_t parameters = 0;
    if (sizeof(void *) != 8 || !query() || query()(process, 0, &info, sizeof info, NULL) != 0) return 0;
    const uint64_t block = (uint64_t)(uintptr_t)info.PebBaseAddress;
    return read_memory(process, block + 0x20, &parameters, sizeof parameters) ? parameters : 0;
}

/// The words of a command line of `count` units.
static char *words_of(const wchar_t *text, size_t count, intptr_t *length) {
    wchar_t *line = windows_room((count + 1) * sizeof *line);
    wmemcpy(line, text, count);
    line[count] = 0;
    char *words = windows_words(line, length);
    free(line);
    return words;
}

/// The command line as the system tells it, by ProcessCommandLineInformation, since Windows 8.1.
static char *told_arguments(HANDLE process, intptr_t *length) {
    enum { command_line = 60 };
    ULONG size = 0;
    char *words = NULL;
    if (query()) query()(process, command_line, NULL, 0, &size);
    if (size < sizeof(UNICODE_STRING)) return NULL;
    UNICODE_STRING *text = windows_room(size);
    if (query()(process, command_line, text, size, &size) == 0 && text->Buffer) {
        words = words_of(text->Buffer, text->Length / sizeof(wchar_t), length);
    }
    free(text);
    return words;
}

/// The command line as it stands in the process's memory.
static char *kept_arguments(HANDLE process, intptr_t *length) {
    const uint64_t parameters = parameters_of(process);
    // RTL_USER_PROCESS_PARAMETERS.CommandLine: its length in bytes, and where it is.
    USHORT size = 0;
    uint64_t place = 0;
    if (!parameters || !read_memory(process, parameters + 0x70, &size, sizeof size)
        || !read_memory(process, parameters + 0x78, &place, sizeof place)) {
        return NULL;
    }
    const size_t count = size / sizeof(wchar_t);
    wchar_t *text = windows_room(count * sizeof *text);
    char *words = read_memory(process, place, text, count * sizeof *text) ? words_of(text, count, length) : NULL;
    free(text);
    return words;
}

char *windows_arguments_of(int32_t process, intptr_t *length) {
    *length = 0;
    HANDLE handle = OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, (DWORD)process);
    char *words = handle ? told_arguments(handle, length) : NULL;
    if (handle) CloseHandle(handle);
    if (words) return words;
    handle = OpenProcess(PROCESS_QUERY_INFORMATION | PROCESS_VM_READ, FALSE, (DWORD)process);
    if (!handle) return NULL;
    words = kept_arguments(handle, length);
    CloseHandle(handle);
    return words;
}

char *windows_environment_of(int32_t process, intptr_t *length) {
    *length = 0;
    HANDLE handle = OpenProcess(PROCESS_QUERY_INFORMATION | PROCESS_VM_READ, FALSE, (DWORD)process);
    if (!handle) return NULL;
    const uint64_t parameters = parameters_of(handle);
    uint64_t block = 0, size = 0;
    struct windows_bytes bytes = {0};
    // RTL_USER_PROCESS_PARAMETERS.Environment and .EnvironmentSize.
    if (parameters && read_memory(handle, parameters + 0x80, &block, sizeof block)
        && read_memory(handle, parameters + 0x3F0, &size, sizeof size) && block && size >= 2 && size <= 1 << 22) {
        const size_t count = (size_t)size / sizeof(wchar_t);
        wchar_t *text = windows_room(count * sizeof *text);
        // An empty entry is the end.
        for (size_t at = read_memory(handle, block, text, count * sizeof *text) ? 0 : count; at < count && text[at];) {
            const size_t entry = wcsnlen(text + at, count - at);
            char *narrow = windows_narrow(text + at, entry);
            windows_add_entry(&bytes, narrow);
            free(narrow);
            at += entry + 1;
        }
        free(text);
    }
    CloseHandle(handle);
    *length = (intptr_t)bytes.count;
    return bytes.bytes;
}

struct numbers {
    int32_t *numbers, count, capacity;
};

static int add_own(const PROCESSENTRY32W *entry, void *data) {
    struct numbers *own = data;
    HANDLE handle = OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, entry->th32ProcessID);
    if (!handle) return 1;
    if (windows_is_users(handle)) {
        if (own->count == own->capacity) {
            own->capacity = own->capacity ? own->capacity * 2 : 128;
            own->numbers = realloc(own->numbers, (size_t)own->capacity * sizeof *own->numbers);
            if (!own->numbers) abort();
        }
        own->numbers[own->count++] = (int32_t)entry->th32ProcessID;
    }
    CloseHandle(handle);
    return 1;
}

int32_t *windows_own_processes(int32_t *count) {
    struct numbers own = {0};
    each_process(add_own, &own);
    *count = own.count;
    return own.numbers;
}

#endif
