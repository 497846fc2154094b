#if defined(_WIN32)

#include "Internal.h"

int32_t windows_is_console(int32_t descriptor) {
    DWORD mode;
    return GetConsoleMode(windows_handle(descriptor), &mode) != 0;
}

int32_t windows_columns(int32_t descriptor) {
    CONSOLE_SCREEN_BUFFER_INFO info;
    if (!GetConsoleScreenBufferInfo(windows_handle(descriptor), &info)) return 0;
    return info.srWindow.Right - info.srWindow.Left + 1;
}

/// Reads characters of a console, of which one may be left for the next call.
static intptr_t read_console(HANDLE console, uint8_t *bytes, intptr_t count) {
    // A unit is at most three bytes.
    wchar_t text[1024];
    DWORD most = count / 3 < 1024 ? (DWORD)(count / 3) : 1024, done = 0;
    if (!ReadConsoleW(console, text, most ? most : 1, &done, NULL)) return windows_failed_last();
    // Ctrl-Z at the beginning of a line is the end.
    if (done && text[0] == 0x1A) return 0;
    char *utf8 = windows_narrow(text, done);
    const size_t length = strlen(utf8);
    memcpy(bytes, utf8, length < (size_t)count ? length : (size_t)count);
    free(utf8);
    return length < (size_t)count ? (intptr_t)length : count;
}

intptr_t windows_read(int32_t descriptor, uint8_t *bytes, intptr_t count) {
    HANDLE handle = windows_handle(descriptor);
    DWORD done = 0;
    if (count > 1 << 30) count = 1 << 30;
    if (windows_is_console(descriptor)) return read_console(handle, bytes, count);
    if (ReadFile(handle, bytes, (DWORD)count, &done, NULL)) return done;
    const DWORD error = GetLastError();
    if (error == ERROR_BROKEN_PIPE || error == ERROR_HANDLE_EOF) return 0;
    return windows_failed(windows_code(error));
}

/// Shows UTF-8. Colours are switched on for as long as it takes, as they are off in the console of cmd.exe.
static intptr_t write_console(HANDLE console, const uint8_t *bytes, intptr_t count) {
    char *copy = windows_room((size_t)count + 1);
    memcpy(copy, bytes, (size_t)count);
    copy[count] = 0;
    wchar_t *text = windows_wide(copy);
    free(copy);
    DWORD mode = 0, done = 0, error = 0;
    const int has_colours = GetConsoleMode(console, &mode) && memchr(bytes, 0x1B, (size_t)count)
        && SetConsoleMode(console, mode | ENABLE_PROCESSED_OUTPUT | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
    const size_t length = wcslen(text);
    for (size_t at = 0; at < length && !error; at += done) {
        const DWORD part = length - at < 8192 ? (DWORD)(length - at) : 8192;
        if (!WriteConsoleW(console, text + at, part, &done, NULL)) error = GetLastError();
        else if (!done) error = ERROR_WRITE_FAULT;
    }
    if (has_colours) SetConsoleMode(console, mode);
    free(text);
    return error ? windows_failed(windows_code(error)) : count;
}

intptr_t windows_write(int32_t descriptor, const uint8_t *bytes, intptr_t count) {
    HANDLE handle = windows_handle(descriptor);
    DWORD done = 0;
    if (count > 1 << 30) count = 1 << 30;
    if (windows_is_console(descriptor)) return write_console(handle, bytes, count);
    return WriteFile(handle, bytes, (DWORD)count, &done, NULL) ? (intptr_t)done : windows_failed_last();
}

/// Reads keys until Enter; `outcome` is -2 where Ctrl-C or Ctrl-Z was typed.
static size_t read_keys(HANDLE keys, wchar_t *line, size_t most, int32_t *outcome) {
    size_t count = 0;
    DWORD done;
    wchar_t key = 0;
    while (ReadConsoleW(keys, &key, 1, &done, NULL) && done && key != L'\r' && key != L'\n') {
        if (key == 3 || count == most || (key == 26 && !count)) {
            *outcome = -2;
            break;
        }
        if (key == 21) {
            // Ctrl-U.
            count = 0;
        } else if (key == 8 || key == 127) {
            if (count) count--;
            // A character may be two units.
            if (count && line[count] >= 0xDC00 && line[count] < 0xE000) count--;
        } else {
            line[count++] = key;
        }
    }
    return count;
}

char *windows_secret(const char *prompt, int32_t *outcome) {
    enum { most = 65535 };
    *outcome = -1;
    const DWORD share = FILE_SHARE_READ | FILE_SHARE_WRITE;
    HANDLE keys = CreateFileW(L"CONIN$", GENERIC_READ | GENERIC_WRITE, share, NULL, OPEN_EXISTING, 0, NULL);
    HANDLE screen = CreateFileW(L"CONOUT$", GENERIC_READ | GENERIC_WRITE, share, NULL, OPEN_EXISTING, 0, NULL);
    char *result = NULL;
    DWORD before, done;
    if (keys != INVALID_HANDLE_VALUE && screen != INVALID_HANDLE_VALUE && GetConsoleMode(keys, &before)) {
        wchar_t *text = windows_wide(prompt);
        WriteConsoleW(screen, text, (DWORD)wcslen(text), &done, NULL);
        free(text);
        wchar_t *line = windows_room((most + 1) * sizeof *line);
        *outcome = 0;
        // Every key comes as it is typed, Ctrl-C too.
        SetConsoleMode(keys, 0);
        const size_t count = read_keys(keys, line, most, outcome);
        SetConsoleMode(keys, before);
        WriteConsoleW(screen, L"\r\n", 2, &done, NULL);
        if (!*outcome) result = windows_narrow(line, count);
        SecureZeroMemory(line, (most + 1) * sizeof *line);
        free(line);
    }
    if (keys != INVALID_HANDLE_VALUE) CloseHandle(keys);
    if (screen != INVALID_HANDLE_VALUE) CloseHandle(screen);
    return result;
}

#endif
