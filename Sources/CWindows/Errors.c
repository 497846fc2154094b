#if defined(_WIN32)

#include "Internal.h"

// One for all threads: those beside the first, which look up names of hosts, report nothing by it.
static int32_t last_error;

int32_t windows_error(void) { return last_error; }

int32_t windows_failed(int32_t code) {
    last_error = code;
    return -1;
}

int32_t windows_failed_last(void) { return windows_failed(windows_code(GetLastError())); }

int32_t windows_code(DWORD error) {
    switch (error) {
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
    case ERROR_INVALID_DRIVE:
    case ERROR_BAD_NETPATH:
    case ERROR_BAD_NET_NAME:
    case ERROR_INVALID_NAME: return windows_not_found;
    case ERROR_ACCESS_DENIED:
    case ERROR_PRIVILEGE_NOT_HELD: return windows_denied;
    case ERROR_FILE_EXISTS:
    case ERROR_ALREADY_EXISTS: return windows_exists;
    case ERROR_DIRECTORY: return windows_not_folder;
    case ERROR_BAD_EXE_FORMAT: return windows_no_program;
    case ERROR_BROKEN_PIPE:
    case ERROR_NO_DATA:
    case ERROR_PIPE_NOT_CONNECTED: return windows_broken_pipe;
    case ERROR_NOT_A_REPARSE_POINT:
    case ERROR_INVALID_PARAMETER:
    case ERROR_INVALID_FUNCTION:
    case ERROR_NOT_SUPPORTED: return windows_invalid;
    case ERROR_CANT_RESOLVE_FILENAME: return windows_loop;
    case WSAECONNREFUSED: return windows_refused;
    case WSAEWOULDBLOCK: return windows_again;
    default: return windows_own_error + (int32_t)error;
    }
}

/// The words for the errors that have names here; they are those of Linux, in English as all of the program's.
static const char *known(int32_t code) {
    switch (code) {
    case windows_not_found: return "No such file or directory";
    case windows_too_big: return "Argument list too long";
    case windows_no_program: return "Exec format error";
    case windows_again: return "Resource temporarily unavailable";
    case windows_denied: return "Permission denied";
    case windows_exists: return "File exists";
    case windows_not_folder: return "Not a directory";
    case windows_invalid: return "Invalid argument";
    case windows_broken_pipe: return "Broken pipe";
    case windows_loop: return "Too many levels of symbolic links";
    case windows_refused: return "Connection refused";
    case windows_own_error + WSAECONNRESET:
    case windows_own_error + WSAECONNABORTED: return "Connection reset by peer";
    case windows_own_error + WSAETIMEDOUT: return "Connection timed out";
    case windows_own_error + WSAENETUNREACH: return "Network is unreachable";
    case windows_own_error + WSAEHOSTUNREACH: return "No route to host";
    case windows_own_error + ERROR_SHARING_VIOLATION:
    case windows_own_error + ERROR_LOCK_VIOLATION: return "another program has the file open";
    case windows_own_error + ERROR_FILENAME_EXCED_RANGE: return "File name too long";
    case windows_own_error + ERROR_DISK_FULL:
    case windows_own_error + ERROR_HANDLE_DISK_FULL: return "No space left on device";
    case windows_line_break:
        return "it is a batch file, and an argument has a line break, which cmd.exe cannot hand on";
    case windows_long_command:
        return "it is a batch file, and the command line is longer than the 8,191 characters that cmd.exe reads";
    case windows_long_variable:
        return "a variable is longer than the 32,766 characters that Windows allows";
    case windows_device: return "Windows keeps the name for a device";
    default: return NULL;
    }
}

char *windows_error_text(int32_t code) {
    const char *words = known(code);
    if (words) {
        const size_t size = strlen(words) + 1;
        return memcpy(windows_room(size), words, size);
    }
    if (code < windows_own_error || code >= windows_line_break) return NULL;
    wchar_t *text = NULL;
    const DWORD flags = FORMAT_MESSAGE_ALLOCATE_BUFFER | FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS;
    if (!FormatMessageW(flags, NULL, (DWORD)(code - windows_own_error), 0, (wchar_t *)&text, 0, NULL)) return NULL;
    size_t count = wcslen(text);
    while (count && (text[count - 1] == L'\n' || text[count - 1] == L'\r' || text[count - 1] == L'.')) count--;
    char *result = windows_narrow(text, count);
    LocalFree(text);
    return result;
}

#endif
