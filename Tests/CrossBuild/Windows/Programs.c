// What the end-to-end tests start below wine in the place of this system's programs, each known by the name that it is
// started by: `env [-0]`, `true`, `false`; by any other it tells on one line what it was given, as `Sandbox.installTeller`
// says.

#include <fcntl.h>
#include <io.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>
#include <windows.h>

// Prints `text` in UTF-8.
static void print(const wchar_t *text) {
    static char bytes[4 * 32768];
    WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, sizeof bytes, NULL, NULL);
    fputs(bytes, stdout);
}

// The value of the variable `name`, or `other`.
static const wchar_t *value(const wchar_t *name, const wchar_t *other) {
    const wchar_t *found = _wgetenv(name);
    return found ? found : other;
}

int wmain(int count, wchar_t **words) {
    const wchar_t *last = wcsrchr(words[0], L'\\'), *slash = wcsrchr(words[0], L'/');
    if (!last || (slash && slash > last)) last = slash;
    wchar_t name[260] = L"";
    wcsncpy(name, last ? last + 1 : words[0], 259);
    size_t length = wcslen(name);
    if (length > 4 && !_wcsicmp(name + length - 4, L".exe")) name[length - 4] = 0;
    _setmode(_fileno(stdout), _O_BINARY);
    if (!wcscmp(name, L"true")) return 0;
    if (!wcscmp(name, L"false")) return 1;
    if (!wcscmp(name, L"env")) {
        char end = count > 1 && !wcscmp(words[1], L"-0") ? 0 : '\n';
        wchar_t *block = GetEnvironmentStringsW();
        for (wchar_t *entry = block; *entry; entry += wcslen(entry) + 1) {
            print(entry);
            fputc(end, stdout);
        }
        return 0;
    }
    print(name);
    fputc(' ', stdout);
    print(value(L"PROXYENV_ACTIVE", L"plain"));
    fputc(' ', stdout);
    print(value(L"https_proxy", L"none"));
    for (int index = 1; index < count; index++) {
        fputs(" <", stdout);
        print(words[index]);
        fputc('>', stdout);
    }
    fputc('\n', stdout);
    return 0;
}
