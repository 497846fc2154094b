// Lists.exe PROGRAM TARGET LISTS SEED PIECES: generates lists of words, starts `PROGRAM exec work -- TARGET WORD…` with as many
// of them as a command line holds, and compares what TARGET, which prints as Arguments.c does, has got. PIECES is a sum: 1 has
// each sixth start have line breaks, 2 adds percent signs.
//
// Prints what came otherwise, and at the end how many lists came as they were, how many were refused with 125, as they have a
// line break and TARGET is a batch file, how many came otherwise, and for how many starts wine started no program at all at
// first, which it does once in some thousand.

#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

enum { most_units = 60000, most_words = 6 };

static unsigned long long state;

// A number below `limit` (SplitMix64).
static unsigned next(unsigned limit) {
    unsigned long long z = state += 0x9E3779B97F4A7C15ULL;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ z >> 27) * 0x94D049BB133111EBULL;
    return (unsigned)((z ^ z >> 31) % limit);
}

// What ends quotes, begins another command or a variable, or is lost on the way. The texts with canary.txt would write that
// file if they were run. A surrogate stands alone where its other half does not follow by chance.
static const wchar_t *const usual[] = {
    L"\"", L"\"", L"\"\"", L"\\", L"\\", L"\\\\", L"&", L"|", L"<", L">", L"^", L"!", L"(", L")", L"'", L"`", L" ", L"  ",
    L"\t", L",", L";", L"=", L"~", L"*", L"?", L"#", L"@", L"$", L"/", L"-", L":", L"{", L"}", L"[", L"]", L"a", L"b", L"1",
    L"x y", L"\u00e9", L"\u65e5\u672c", L"\U0001F600", L"\u2018", L"\u201d", L"\u00a0", L"\ufeff", L"\xD800", L"\xDC00",
    L"& echo x>canary.txt &", L"\" & echo x>canary.txt & \"", L"\\\" | echo x>canary.txt", L"^\" && echo x>canary.txt",
    L"\"\" || echo x>canary.txt", L"!PATH!", L"(echo x>canary.txt)", L">canary.txt", L"\">canary.txt",
};
static const wchar_t *const breaks[] = {L"\n", L"\r", L"\r\n", L"\n echo x>canary.txt\n", L"\" \r\n echo x>canary.txt"};
static const wchar_t *const percents[] = {
    L"%", L"%", L"%%", L"%PATH%", L"%CMDCMDLINE%", L"%cd%", L"%cd:~,1%", L"%1", L"%*", L"%~f0", L"%=%", L"%^PATH%",
    L"%CMDCMDLINE:~-1%& echo x>canary.txt", L"%PATH:~0,0%\" & echo x>canary.txt", L"%%%PATH%%%", L"%",
};

// A word as the C run-time reads it, now and then in quotes that it does not need.
static void add_word(wchar_t *line, const wchar_t *word) {
    int quoted = !*word || wcspbrk(word, L" \t\n\v\"") || next(3) == 0;
    wchar_t *out = line + wcslen(line);
    size_t slashes = 0;
    *out++ = L' ';
    if (quoted) *out++ = L'"';
    for (; *word; word++) {
        if (*word == L'\\') slashes++;
        else {
            if (*word == L'"') for (slashes++; slashes > 1; slashes--) *out++ = L'\\', *out++ = L'\\';
            if (*word == L'"') *out++ = L'\\', slashes = 0;
            for (; slashes; slashes--) *out++ = L'\\';
            *out++ = *word;
        }
    }
    for (; slashes; slashes--) {
        *out++ = L'\\';
        if (quoted) *out++ = L'\\';
    }
    if (quoted) *out++ = L'"';
    *out = 0;
}

// Runs the line; its output is put into `output`.
static DWORD run(const wchar_t *line, char *output, size_t size) {
    static wchar_t copy[most_units];
    SECURITY_ATTRIBUTES attributes = {sizeof attributes, NULL, TRUE};
    HANDLE read, write;
    DWORD status = 9999, count;
    size_t total = 0;
    CreatePipe(&read, &write, &attributes, 1 << 20);
    SetHandleInformation(read, HANDLE_FLAG_INHERIT, 0);
    STARTUPINFOW info = {.cb = sizeof info, .dwFlags = STARTF_USESTDHANDLES};
    info.hStdOutput = write;
    info.hStdError = GetStdHandle(STD_ERROR_HANDLE);
    info.hStdInput = GetStdHandle(STD_INPUT_HANDLE);
    PROCESS_INFORMATION process;
    wcscpy(copy, line);
    const BOOL has_started = CreateProcessW(NULL, copy, NULL, NULL, TRUE, 0, NULL, NULL, &info, &process);
    CloseHandle(write);
    if (!has_started) {
        CloseHandle(read);
        *output = 0;
        return 9998;
    }
    while (total + 1 < size && ReadFile(read, output + total, (DWORD)(size - total - 1), &count, NULL) && count) total += count;
    output[total] = 0;
    WaitForSingleObject(process.hProcess, INFINITE);
    GetExitCodeProcess(process.hProcess, &status);
    CloseHandle(process.hProcess);
    CloseHandle(process.hThread);
    CloseHandle(read);
    return status;
}

// Takes the carriage returns away.
static void normalize(char *text) {
    char *out = text;
    for (; *text; text++) if (*text != '\r') *out++ = *text;
    *out = 0;
}

// A word of generated pieces.
static void make_word(wchar_t *word, int pieces) {
    *word = 0;
    for (unsigned left = next(8); left; left--) {
        if (pieces & 1 && next(8) == 0) wcscat(word, breaks[next(sizeof breaks / sizeof *breaks)]);
        else if (pieces & 2 && next(3) == 0) wcscat(word, percents[next(sizeof percents / sizeof *percents)]);
        else wcscat(word, usual[next(sizeof usual / sizeof *usual)]);
    }
}

// A line for Arguments.c's output.
static void expect(char *text, const wchar_t *word) {
    text += strlen(text);
    *text++ = ':';
    for (; *word; word++) text += sprintf(text, "%04x", *word);
    strcpy(text, "\n");
}

int wmain(int count, wchar_t **arguments) {
    static wchar_t line[most_units], word[1024];
    static char expected[1 << 18], found[1 << 18];
    if (count < 6) return 2;
    const wchar_t *target = arguments[2], *ending = wcsrchr(target, L'.');
    const int is_batch = ending && wcscmp(ending, L".exe") != 0, lists = _wtoi(arguments[3]), pieces = _wtoi(arguments[5]);
    // When a line is full: what cmd.exe gets has up to twice as many units, or eight times as many where it is percent signs.
    const size_t full = !is_batch ? 20000 : pieces & 2 ? 700 : 2500;
    int as_given = 0, refused = 0, otherwise = 0, again = 0;
    state = (unsigned long long)_wtoi(arguments[4]);
    for (int list = 0; list < lists;) {
        const int own = next(6) ? pieces & ~1 : pieces, first = list;
        int has_break = 0;
        _snwprintf(line, most_units, L"\"%ls\" exec work -- \"%ls\"", arguments[1], target);
        *expected = 0;
        for (; list < lists && wcslen(line) < full; list++) {
            for (unsigned left = 1 + next(most_words); left; left--) {
                make_word(word, own);
                if (wcspbrk(word, L"\r\n")) has_break = 1;
                add_word(line, word);
                expect(expected, word);
            }
        }
        for (int attempt = 0;; attempt++) {
            const DWORD status = run(line, found, sizeof found);
            normalize(found);
            if (is_batch && has_break && status == 125 && !*found) {
                refused += list - first;
            } else if (!(is_batch && has_break) && status == 0 && !strcmp(expected, found)) {
                as_given += list - first;
                again += attempt;
            } else if (!*found && attempt == 0) {
                continue;
            } else {
                otherwise += list - first;
                printf("lists %d to %d end with %lu:\n%ls\n%s  as\n%s", first, list - 1, status, line, expected, found);
            }
            break;
        }
    }
    printf("%d %d %d %d\n", as_given, refused, otherwise, again);
    return 0;
}
