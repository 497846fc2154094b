// What the files of this folder share.

#pragma once

#if !defined(_WIN32_WINNT)
#define _WIN32_WINNT 0x0A00
#endif
#define WIN32_LEAN_AND_MEAN
#define NOMINMAX
#define FD_SETSIZE 1024
#include <winsock2.h>
#include <ws2tcpip.h>
#include <windows.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "CWindows.h"

/// -1, after `code` is kept for `windows_error`.
int32_t windows_failed(int32_t code);
/// The number of Windows' own `error`.
int32_t windows_code(DWORD error);
/// `windows_failed` with the last error of Windows.
int32_t windows_failed_last(void);

/// Room for `size` bytes; the process ends where there is none.
void *windows_room(size_t size);
/// UTF-8 as UTF-16, allocated; bytes that are none become U+FFFD.
wchar_t *windows_wide(const char *text);
/// A path, with backslashes, in the form that Windows takes at any length.
wchar_t *windows_wide_path(const char *path);
/// Whether Windows takes the path for a device's, as `CON` and, before Windows 11, `C:\\folder\\aux.toml`.
int windows_is_device(const wchar_t *path);
/// UTF-16 as UTF-8, allocated.
char *windows_narrow(const wchar_t *text, size_t count);

/// A text that grows.
struct windows_text {
    wchar_t *units;
    size_t count, capacity;
};
/// Puts `unit` at the end.
void windows_add(struct windows_text *text, wchar_t unit);
/// Puts `more` at the end.
void windows_add_text(struct windows_text *text, const wchar_t *more);

/// Bytes that grow.
struct windows_bytes {
    char *bytes;
    size_t count, capacity;
};
/// Puts `entry` and a NUL at the end.
void windows_add_entry(struct windows_bytes *bytes, const char *entry);

/// The words in `line`, each with a NUL behind it, as the C run-time reads them; the first has no escapes.
char *windows_words(const wchar_t *line, intptr_t *length);
/// Where the words behind number `index` begin in `line`.
const wchar_t *windows_tail(const wchar_t *line, int32_t index);
/// Whether cmd.exe is what runs the program at `path`.
int windows_is_batch(const wchar_t *path);
/// The command line, allocated: of `words`, or where `tail` is no null of the name and `tail`. Null where a batch file can't
/// be given a word.
wchar_t *windows_line(const wchar_t *program, const char *const *words, const wchar_t *tail);
/// The environment as CreateProcess takes it, allocated; null where a variable is too long.
wchar_t *windows_block(const char *const *environment);

/// The handle of a descriptor.
HANDLE windows_handle(int32_t descriptor);
/// The descriptor of a handle, of which Windows uses 32 bits.
int32_t windows_descriptor(HANDLE handle);

/// What keeps all but the user and the machine from a new file, or folder; null where it can't be made.
SECURITY_DESCRIPTOR *windows_private(int is_folder);
/// Fills in who owns the open file, and what others may do with it.
void windows_read_access(HANDLE handle, int is_folder, int64_t *status);
/// Whether `process` runs for this user.
int windows_is_users(HANDLE process);
