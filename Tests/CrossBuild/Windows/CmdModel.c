// CmdModel.exe … /c COMMAND: reads a command that runs a batch file as Windows' cmd.exe does, and runs what is in that file.
//
// Wine's cmd.exe replaces variables once more in what a batch file is given, so it can't show what becomes of percent signs.
// This stands in its place in wine's system32, and knows just what it takes to run `@"%~dp0arguments.exe" %*`. The rules: `cmd
// /?` on quotes and on variables, and for the order of the steps the account at https://stackoverflow.com/a/4095133.
//
// 1. The first quote behind /c and the last one are taken away.
// 2. Variables are replaced in one pass from the left: %NAME%, %NAME:~FIRST,LENGTH%, %NAME:OLD=NEW%; what is no variable's name
//    stays with its percent signs. In a batch file %* and %1 are replaced too, a name that is none is taken away, and two percent
//    signs are one.
// 3. Outside of quotes ^ takes the meaning from what follows, and & | < > ( ) are operators.
//
// An operator, or another command than a batch file's, ends it with 99 and an "operator" or "command" on stdout.

#include <io.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

enum { most = 65536 };

// Ends with the reason.
static void fail(const wchar_t *why, const wchar_t *line) {
    printf("%ls: %ls\n", why, line);
    exit(99);
}

// The value of a variable, also of those that cmd.exe makes; null where there is none.
static const wchar_t *value_of(const wchar_t *name) {
    static wchar_t value[most];
    if (!_wcsicmp(name, L"CMDCMDLINE")) return GetCommandLineW();
    if (!_wcsicmp(name, L"cd")) return GetCurrentDirectoryW(most, value) ? value : NULL;
    return *name && GetEnvironmentVariableW(name, value, most) ? value : NULL;
}

// What `:~FIRST,LENGTH` leaves of a value; either number may be missing, and counts from the end where it is negative.
static void add_part(wchar_t *out, const wchar_t *value, const wchar_t *rule) {
    wchar_t *end;
    const long all = (long)wcslen(value);
    long first = wcstol(rule, &end, 10), length = all;
    // An empty LENGTH is 0.
    if (*end == L',') length = wcstol(end + 1, &end, 10);
    if (first < 0) first = first + all < 0 ? 0 : first + all;
    if (first > all) first = all;
    if (length < 0) length = all - first + length;
    if (length < 0) length = 0;
    if (length > all - first) length = all - first;
    wcsncat(out, value + first, (size_t)length);
}

// Replaces the variables of `text`; `file` and `given` are those of a batch file, or null for a command.
static void expand(wchar_t *out, const wchar_t *text, const wchar_t *file, const wchar_t *given) {
    *out = 0;
    for (const wchar_t *p = text; *p;) {
        out += wcslen(out);
        const wchar_t *end, *colon, *value;
        wchar_t name[most];
        if (*p != L'%') {
            *out++ = *p++;
            *out = 0;
            continue;
        }
        if (file && p[1] == L'%') {
            wcscpy(out, L"%");
            p += 2;
            continue;
        }
        if (file && p[1] == L'*') {
            wcscpy(out, given);
            p += 2;
            continue;
        }
        if (file && !wcsncmp(p, L"%~dp0", 5)) {
            wcscpy(out, file);
            wcsrchr(out, L'\\')[1] = 0;
            p += 5;
            continue;
        }
        end = wcschr(p + 1, L'%');
        colon = wcschr(p + 1, L':');
        if (colon && end && colon > end) colon = NULL;
        // A colon right before the percent sign is a part of the name.
        if (colon && colon + 1 == end) colon = NULL;
        if (end) {
            const wchar_t *stop = colon ? colon : end;
            wcsncpy(name, p + 1, (size_t)(stop - p - 1));
            name[stop - p - 1] = 0;
        }
        value = end ? value_of(name) : NULL;
        if (value && !colon) {
            wcscpy(out, value);
        } else if (value && colon[1] == L'~') {
            add_part(out, value, colon + 2);
        } else if (value || file) {
            // Texts are never replaced by others here, and a batch file has no other variables.
            fail(L"variable", p);
        } else {
            wcscpy(out, L"%");
            p++;
            continue;
        }
        p = end + 1;
    }
}

// Ends where an operator is outside of quotes; takes the carets away that stand there.
static void find_operators(wchar_t *line) {
    wchar_t *out = line;
    int is_quoted = 0;
    for (const wchar_t *p = line; *p; p++) {
        if (*p == L'"') is_quoted = !is_quoted;
        if (!is_quoted && *p == L'^' && p[1]) p++;
        else if (!is_quoted && wcschr(L"&|<>()\r\n", *p)) fail(L"operator", p);
        *out++ = *p;
    }
    *out = 0;
}

int wmain(void) {
    static wchar_t line[most], text[most], batch[most];
    const wchar_t *command = wcsstr(GetCommandLineW(), L"/c \"");
    char bytes[256] = "";
    if (!command) fail(L"command", GetCommandLineW());
    wcscpy(text, command + 4);
    wchar_t *last = wcsrchr(text, L'"');
    if (last) wmemmove(last, last + 1, wcslen(last));
    expand(line, text, NULL, NULL);
    find_operators(line);

    // The batch file, in quotes, and what it is given.
    wchar_t *end = *line == L'"' ? wcschr(line + 1, L'"') : NULL;
    if (!end) fail(L"command", line);
    *end = 0;
    const wchar_t *given = end + 1;
    while (*given == L' ') given++;
    FILE *stream = _wfopen(line + 1, L"rb");
    if (!stream || !fgets(bytes, sizeof bytes, stream)) fail(L"command", line + 1);
    bytes[strcspn(bytes, "\r\n")] = 0;
    MultiByteToWideChar(CP_ACP, 0, bytes + (*bytes == '@'), -1, batch, most);
    expand(text, batch, line + 1, given);
    find_operators(text);

    STARTUPINFOW info = {.cb = sizeof info};
    PROCESS_INFORMATION process;
    DWORD status = 1;
    if (!CreateProcessW(NULL, text, NULL, NULL, TRUE, 0, NULL, NULL, &info, &process)) fail(L"command", text);
    WaitForSingleObject(process.hProcess, INFINITE);
    GetExitCodeProcess(process.hProcess, &status);
    return (int)status;
}
