#if defined(_WIN32)

#include "Internal.h"

static const DWORD share_all = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;

/// How often, and after how many milliseconds, a file is tried again that another program has open.
enum { tries = 25, pause = 20 };

HANDLE windows_handle(int32_t descriptor) {
    switch (descriptor) {
    case 0: return GetStdHandle(STD_INPUT_HANDLE);
    case 1: return GetStdHandle(STD_OUTPUT_HANDLE);
    case 2: return GetStdHandle(STD_ERROR_HANDLE);
    default: return (HANDLE)(intptr_t)descriptor;
    }
}

int32_t windows_descriptor(HANDLE handle) { return (int32_t)(intptr_t)handle; }

/// Whether a program that reads or scans a file for a moment causes `error`.
static int is_passing(DWORD error) { return error == ERROR_SHARING_VIOLATION || error == ERROR_LOCK_VIOLATION; }

/// `CreateFileW`, tried again while another program has the file open for itself.
static HANDLE open_file(
    const wchar_t *path, DWORD access, SECURITY_ATTRIBUTES *attributes, DWORD disposition, DWORD flags
) {
    for (int i = 0;; i++) {
        HANDLE handle = CreateFileW(path, access, share_all, attributes, disposition, flags, NULL);
        if (handle != INVALID_HANDLE_VALUE || !is_passing(GetLastError()) || i == tries) return handle;
        Sleep(pause);
    }
}

int32_t windows_open(const char *path, int32_t how) {
    HANDLE handle;
    DWORD error = 0;
    int is_device = 0;
    if (how == windows_open_keys || how == windows_open_screen) {
        const wchar_t *name = how == windows_open_keys ? L"CONIN$" : L"CONOUT$";
        handle = open_file(name, GENERIC_READ | GENERIC_WRITE, NULL, OPEN_EXISTING, 0);
        error = GetLastError();
    } else {
        wchar_t *name = windows_wide_path(path);
        if (how == windows_open_reading) {
            handle = open_file(name, GENERIC_READ, NULL, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS);
            error = GetLastError();
        } else {
            SECURITY_DESCRIPTOR *descriptor = how == windows_open_private ? windows_private(0) : NULL;
            SECURITY_ATTRIBUTES attributes = {sizeof attributes, descriptor, FALSE};
            const DWORD access = GENERIC_WRITE | FILE_READ_ATTRIBUTES | READ_CONTROL | WRITE_DAC;
            handle = open_file(name, access, &attributes, CREATE_NEW, FILE_ATTRIBUTE_NORMAL);
            error = GetLastError();
            free(descriptor);
        }
        is_device = handle == INVALID_HANDLE_VALUE && windows_is_device(name);
        free(name);
    }
    if (is_device) return windows_failed(windows_device);
    return handle == INVALID_HANDLE_VALUE ? windows_failed(windows_code(error)) : windows_descriptor(handle);
}

int32_t windows_close(int32_t descriptor) {
    return CloseHandle(windows_handle(descriptor)) ? 0 : windows_failed_last();
}

int32_t windows_synchronize(int32_t descriptor) {
    return FlushFileBuffers(windows_handle(descriptor)) ? 0 : windows_failed_last();
}

/// Puts a time as Windows counts it, in tenths of a microsecond since 1601, into seconds since 1970 and nanoseconds.
static void put_time(int64_t time, int64_t *parts) {
    const int64_t ticks = time - 116444736000000000LL;
    parts[0] = ticks / 10000000;
    parts[1] = ticks % 10000000 * 100;
}

static int64_t number(DWORD high, DWORD low) { return (int64_t)((uint64_t)high << 32 | low); }

/// Fills in what is known of an open file. A link that was followed is none any more: a placeholder of a cloud, an alias.
static int32_t status_of(HANDLE handle, int follows, int64_t *status) {
    memset(status, 0, windows_status_count * sizeof *status);
    status[windows_status_owner] = -1;
    if (GetFileType(handle) != FILE_TYPE_DISK) return 0;
    BY_HANDLE_FILE_INFORMATION info;
    if (!GetFileInformationByHandle(handle, &info)) return windows_failed_last();
    const int is_folder = (info.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
    int is_link = 0;
    if (!follows && info.dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT) {
        FILE_ATTRIBUTE_TAG_INFO tag;
        is_link = GetFileInformationByHandleEx(handle, FileAttributeTagInfo, &tag, sizeof tag)
            && (tag.ReparseTag == IO_REPARSE_TAG_SYMLINK || tag.ReparseTag == IO_REPARSE_TAG_MOUNT_POINT);
    }
    status[windows_status_kind] = is_link ? 3 : is_folder ? 2 : 1;
    status[windows_status_size] = is_folder ? 0 : number(info.nFileSizeHigh, info.nFileSizeLow);
    status[windows_status_device] = info.dwVolumeSerialNumber;
    status[windows_status_index] = number(info.nFileIndexHigh, info.nFileIndexLow);
    const int64_t modified = number(info.ftLastWriteTime.dwHighDateTime, info.ftLastWriteTime.dwLowDateTime);
    put_time(modified, status + windows_status_modified_seconds);
    FILE_BASIC_INFO basic;
    const BOOL has_change = GetFileInformationByHandleEx(handle, FileBasicInfo, &basic, sizeof basic);
    put_time(has_change && basic.ChangeTime.QuadPart ? basic.ChangeTime.QuadPart : modified,
        status + windows_status_changed_seconds);
    status[windows_status_read_only] = !is_folder && info.dwFileAttributes & FILE_ATTRIBUTE_READONLY;
    windows_read_access(handle, is_folder, status);
    return 0;
}

int32_t windows_status(const char *path, int32_t follows, int64_t *status) {
    wchar_t *name = windows_wide_path(path);
    if (windows_is_device(name)) {
        // What can be known of a device is that it is no file.
        free(name);
        memset(status, 0, windows_status_count * sizeof *status);
        status[windows_status_owner] = -1;
        return 0;
    }
    DWORD flags = FILE_FLAG_BACKUP_SEMANTICS | (follows ? 0 : FILE_FLAG_OPEN_REPARSE_POINT);
    HANDLE handle = open_file(name, FILE_READ_ATTRIBUTES | READ_CONTROL, NULL, OPEN_EXISTING, flags);
    DWORD error = GetLastError();
    if (handle == INVALID_HANDLE_VALUE && error == ERROR_CANT_ACCESS_FILE) {
        // The alias of an app leads nowhere that could be opened.
        flags |= FILE_FLAG_OPEN_REPARSE_POINT;
        handle = open_file(name, FILE_READ_ATTRIBUTES | READ_CONTROL, NULL, OPEN_EXISTING, flags);
        error = GetLastError();
    }
    if (handle == INVALID_HANDLE_VALUE && error == ERROR_ACCESS_DENIED) {
        // Who may not see the access list may see the rest.
        handle = open_file(name, FILE_READ_ATTRIBUTES, NULL, OPEN_EXISTING, flags);
        error = GetLastError();
    }
    free(name);
    if (handle == INVALID_HANDLE_VALUE) return windows_failed(windows_code(error));
    const int32_t result = status_of(handle, follows, status);
    CloseHandle(handle);
    return result;
}

int32_t windows_status_of(int32_t descriptor, int64_t *status) {
    return status_of(windows_handle(descriptor), 1, status);
}

int32_t windows_is_file(const char *path) {
    wchar_t *name = windows_wide_path(path);
    const DWORD attributes = GetFileAttributesW(name);
    free(name);
    return attributes != INVALID_FILE_ATTRIBUTES && !(attributes & FILE_ATTRIBUTE_DIRECTORY);
}

int32_t windows_move(const char *path, const char *target, int32_t replaces) {
    wchar_t *from = windows_wide_path(path), *to = windows_wide_path(target);
    if (windows_is_device(to)) {
        free(from);
        free(to);
        return windows_failed(windows_device);
    }
    const DWORD flags = MOVEFILE_WRITE_THROUGH | (replaces ? MOVEFILE_REPLACE_EXISTING : 0);
    BOOL done = FALSE;
    DWORD error = 0;
    for (int i = 0; i <= tries && !done; i++) {
        if (i) Sleep(pause);
        done = MoveFileExW(from, to, flags);
        error = GetLastError();
        // A file that is open somewhere is "denied" here; a folder is so for good.
        if (!done && !is_passing(error) && !(error == ERROR_ACCESS_DENIED && windows_is_file(target))) break;
    }
    if (!done && error == ERROR_ACCESS_DENIED) {
        // Whether it is for another program that has it open.
        HANDLE handle = CreateFileW(to, DELETE, share_all, NULL, OPEN_EXISTING, FILE_FLAG_OPEN_REPARSE_POINT, NULL);
        if (handle != INVALID_HANDLE_VALUE) CloseHandle(handle);
        else if (is_passing(GetLastError())) error = ERROR_SHARING_VIOLATION;
    }
    free(from);
    free(to);
    return done ? 0 : windows_failed(windows_code(error));
}

int32_t windows_remove_folder(const char *path) {
    wchar_t *name = windows_wide_path(path);
    const BOOL done = RemoveDirectoryW(name);
    const DWORD error = GetLastError();
    free(name);
    return done ? 0 : windows_failed(windows_code(error));
}

int32_t windows_remove(const char *path) {
    wchar_t *name = windows_wide_path(path);
    BOOL done = FALSE;
    DWORD error = 0;
    for (int i = 0; i <= tries && !done; i++) {
        if (i) Sleep(pause);
        const DWORD attributes = GetFileAttributesW(name);
        // A link to a folder is a folder to Windows.
        const int is_folder = attributes != INVALID_FILE_ATTRIBUTES && attributes & FILE_ATTRIBUTE_DIRECTORY;
        if (is_folder && !(attributes & FILE_ATTRIBUTE_REPARSE_POINT)) {
            error = ERROR_ACCESS_DENIED;
            break;
        }
        done = is_folder ? RemoveDirectoryW(name) : DeleteFileW(name);
        error = GetLastError();
        if (!done && !is_passing(error)) break;
    }
    free(name);
    return done ? 0 : windows_failed(windows_code(error));
}

int32_t windows_lock(const char *path) {
    wchar_t *name = windows_wide_path(path);
    SECURITY_DESCRIPTOR *descriptor = windows_private(0);
    SECURITY_ATTRIBUTES attributes = {sizeof attributes, descriptor, FALSE};
    HANDLE handle = CreateFileW(name, GENERIC_READ | GENERIC_WRITE | DELETE, 0, &attributes, OPEN_ALWAYS,
        FILE_ATTRIBUTE_NORMAL | FILE_FLAG_DELETE_ON_CLOSE | FILE_FLAG_OPEN_REPARSE_POINT, NULL);
    const DWORD error = GetLastError();
    free(descriptor);
    free(name);
    if (handle != INVALID_HANDLE_VALUE) return windows_descriptor(handle);
    return windows_failed(is_passing(error) ? windows_again : windows_code(error));
}

#endif
