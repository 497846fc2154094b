#if defined(_WIN32)

#include "Internal.h"

#include <winioctl.h>

int32_t windows_make_folder(const char *path) {
    wchar_t *name = windows_wide_path(path);
    SECURITY_DESCRIPTOR *descriptor = windows_private(1);
    SECURITY_ATTRIBUTES attributes = {sizeof attributes, descriptor, FALSE};
    const BOOL done = CreateDirectoryW(name, &attributes);
    const DWORD error = GetLastError();
    free(descriptor);
    free(name);
    return done ? 0 : windows_failed(windows_code(error));
}

char *windows_names(const char *path, intptr_t *length) {
    *length = 0;
    struct windows_text pattern = {0};
    wchar_t *folder = windows_wide_path(path);
    windows_add_text(&pattern, folder);
    windows_add_text(&pattern, L"\\*");
    windows_add(&pattern, 0);
    free(folder);
    WIN32_FIND_DATAW found;
    HANDLE search = FindFirstFileExW(pattern.units, FindExInfoBasic, &found, FindExSearchNameMatch, NULL, 0);
    const DWORD error = GetLastError();
    free(pattern.units);
    if (search == INVALID_HANDLE_VALUE) {
        windows_failed(windows_code(error));
        return NULL;
    }
    struct windows_bytes names = {0};
    do {
        char *name = windows_narrow(found.cFileName, wcslen(found.cFileName));
        windows_add_entry(&names, name);
        free(name);
    } while (FindNextFileW(search, &found));
    FindClose(search);
    *length = (intptr_t)names.count;
    return names.bytes;
}

char *windows_working_folder(void) {
    const DWORD size = GetCurrentDirectoryW(0, NULL) + 1;
    wchar_t *path = windows_room(size * sizeof *path);
    const DWORD count = GetCurrentDirectoryW(size, path);
    char *result = count && count < size ? windows_narrow(path, count) : NULL;
    free(path);
    return result;
}

char *windows_full_path(const char *path) {
    wchar_t *name = windows_wide(path);
    const DWORD size = GetFullPathNameW(name, 0, NULL, NULL) + 1;
    wchar_t *full = windows_room(size * sizeof *full);
    const DWORD count = GetFullPathNameW(name, size, full, NULL);
    char *result = count && count < size ? windows_narrow(full, count) : NULL;
    free(name);
    free(full);
    return result;
}

/// `path` without the `\\?\` that many programs do not know, in place.
static const wchar_t *without_prefix(wchar_t *path) {
    if (!wcsncmp(path, L"\\\\?\\UNC\\", 8)) {
        path[6] = L'\\';
        return path + 6;
    }
    return wcsncmp(path, L"\\\\?\\", 4) ? path : path + 4;
}

static HANDLE open_for_name(const char *path, DWORD flags) {
    wchar_t *name = windows_wide_path(path);
    HANDLE handle = CreateFileW(name, FILE_READ_ATTRIBUTES, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
        OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS | flags, NULL);
    const DWORD error = GetLastError();
    if (handle == INVALID_HANDLE_VALUE) windows_failed(windows_is_device(name) ? windows_device : windows_code(error));
    free(name);
    return handle;
}

char *windows_real_path(const char *path) {
    HANDLE handle = open_for_name(path, 0);
    if (handle == INVALID_HANDLE_VALUE) return NULL;
    const DWORD size = 32768;
    wchar_t *found = windows_room(size * sizeof *found);
    const DWORD count = GetFinalPathNameByHandleW(handle, found, size, FILE_NAME_NORMALIZED);
    if (!count || count >= size) windows_failed_last();
    CloseHandle(handle);
    char *result = NULL;
    if (count && count < size) {
        const wchar_t *start = without_prefix(found);
        result = windows_narrow(start, wcslen(start));
    }
    free(found);
    return result;
}

char *windows_link(const char *path) {
    HANDLE handle = open_for_name(path, FILE_FLAG_OPEN_REPARSE_POINT);
    if (handle == INVALID_HANDLE_VALUE) return NULL;
    // REPARSE_DATA_BUFFER, which only the headers for drivers declare.
    struct {
        ULONG tag;
        USHORT size, reserved, substitute, substitute_length, print, print_length;
        WCHAR rest[8192];
    } *data = windows_room(sizeof *data);
    DWORD size = 0;
    const BOOL done = DeviceIoControl(handle, FSCTL_GET_REPARSE_POINT, NULL, 0, data, sizeof *data, &size, NULL);
    if (!done) windows_failed_last();
    CloseHandle(handle);
    char *result = NULL;
    const int is_symbolic = done && data->tag == IO_REPARSE_TAG_SYMLINK;
    if (is_symbolic || (done && data->tag == IO_REPARSE_TAG_MOUNT_POINT)) {
        // A symbolic link has flags of four bytes in front of the texts.
        const WCHAR *text = data->rest + (is_symbolic ? 2 : 0) + data->substitute / 2;
        size_t count = data->substitute_length / 2;
        if (count > 8 && !wcsncmp(text, L"\\??\\UNC\\", 8)) {
            char *rest = windows_narrow(text + 6, count - 6);
            struct windows_bytes share = {0};
            windows_add_entry(&share, "\\");
            share.count--;
            windows_add_entry(&share, rest);
            free(rest);
            result = share.bytes;
        } else {
            if (count > 4 && !wcsncmp(text, L"\\??\\", 4)) {
                text += 4;
                count -= 4;
            }
            result = windows_narrow(text, count);
        }
    } else if (done) {
        windows_failed(windows_invalid);
    }
    free(data);
    return result;
}

int32_t windows_make_link(const char *target, const char *path) {
    wchar_t *to = windows_wide(target), *name = windows_wide_path(path);
    for (wchar_t *p = to; *p; p++) {
        if (*p == L'/') *p = L'\\';
    }
    const DWORD attributes = GetFileAttributesW(to);
    const int is_folder = attributes != INVALID_FILE_ATTRIBUTES && attributes & FILE_ATTRIBUTE_DIRECTORY;
    // SYMBOLIC_LINK_FLAG_ALLOW_UNPRIVILEGED_CREATE: where developer mode is on everybody may, since Windows 10 1703.
    const BOOL done = CreateSymbolicLinkW(name, to, 0x2 | (is_folder ? SYMBOLIC_LINK_FLAG_DIRECTORY : 0));
    const DWORD error = GetLastError();
    free(to);
    free(name);
    return done ? 0 : windows_failed(windows_code(error));
}

int32_t windows_link_program(const char *program, const char *path) {
    wchar_t *from = windows_wide_path(program), *to = windows_wide_path(path);
    const BOOL done = CreateHardLinkW(to, from, NULL) || CopyFileW(from, to, TRUE);
    const DWORD error = GetLastError();
    free(from);
    free(to);
    return done ? 0 : windows_failed(windows_code(error));
}

#endif
