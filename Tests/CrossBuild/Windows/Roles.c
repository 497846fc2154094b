// Roles.exe ROLE …: the other programs of the checks of Tests/windows, one a role. A LINE is a command line, in one word.
//
// exit NUMBER: ends with it, as 0xC000013A or 7.
// catch: says that it is ready, and ends with 10 at Ctrl-C with 11 at Ctrl-Break, and with 12 after 5 s.
// sleep, app-server: says that it is ready, with its number, and sleeps for 30 s.
// status LINE: runs the line, and prints in hexadecimal how it ends.
// send c|break LINE: runs the line in a console of its own, sends it Ctrl-C or Ctrl-Break when it is ready, and prints as above.
// end LINE: runs the line, ends its process when it is ready, and prints whether what it has started has ended too.
// hold FILE MILLISECONDS LINE: has the file open without sharing while the line runs, or for that time, and prints as above.
// race COUNT LINE: runs the line so often at once, an # in it being a number from 1 on, and prints how many ended with 0.
// kill COUNT MILLISECONDS LINE: runs the line so often, an # in it being a number from 1 on, ends each after a time up to
//     that one, and prints how many were ended.
// access FILE: prints who may do something with the file: "owner", "SYSTEM", "administrators" or a security identifier, each on
//     a line, sorted by the list.
// longest NAME UNITS LINE: runs the line with a variable of that many units, and prints as above.
// surrogates LINE: runs the line with the variable V<d800>, which holds a<dc00>, and prints as above.
// older FILE LINE: runs the line with the variables of the file, NAME=VALUE in UTF-8, and prints as above.
// entries: prints its variables whose names begin with V, each on a line, as hexadecimal UTF-16 units.
// lone LINE: runs the line, in which each <hhhh> is the UTF-16 unit of this hexadecimal number, and prints as above.

#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

#include <aclapi.h>
#include <sddl.h>

enum { most = 70000 };

static HANDLE came;
static DWORD event_number;

static BOOL WINAPI note(DWORD event) {
    event_number = event;
    SetEvent(came);
    return TRUE;
}

static BOOL WINAPI ignore(DWORD event) {
    (void)event;
    return TRUE;
}

// Starts a line; what it prints goes to `output`, or where that is null to this one's.
static HANDLE start(const wchar_t *line, HANDLE output, DWORD flags) {
    static wchar_t copy[most];
    STARTUPINFOW info = {.cb = sizeof info, .dwFlags = STARTF_USESTDHANDLES};
    info.hStdInput = GetStdHandle(STD_INPUT_HANDLE);
    info.hStdOutput = output ? output : GetStdHandle(STD_OUTPUT_HANDLE);
    info.hStdError = GetStdHandle(STD_ERROR_HANDLE);
    PROCESS_INFORMATION process;
    wcsncpy(copy, line, most - 1);
    if (!CreateProcessW(NULL, copy, NULL, NULL, TRUE, flags, NULL, NULL, &info, &process)) {
        printf("no start: %lu\n", GetLastError());
        exit(1);
    }
    CloseHandle(process.hThread);
    return process.hProcess;
}

// Waits for the end of a process.
static DWORD status_of(HANDLE process) {
    DWORD status = 1;
    WaitForSingleObject(process, INFINITE);
    GetExitCodeProcess(process, &status);
    CloseHandle(process);
    return status;
}

static int print_status(HANDLE process) {
    printf("%lx\n", status_of(process));
    return 0;
}

// Starts a line and reads what it prints up to the end of the first line of it.
static HANDLE start_until_ready(const wchar_t *line, char *text, size_t size) {
    SECURITY_ATTRIBUTES attributes = {sizeof attributes, NULL, TRUE};
    HANDLE read, write;
    DWORD count;
    size_t total = 0;
    CreatePipe(&read, &write, &attributes, 0);
    SetHandleInformation(read, HANDLE_FLAG_INHERIT, 0);
    HANDLE process = start(line, write, 0);
    CloseHandle(write);
    while (total + 1 < size && ReadFile(read, text + total, 1, &count, NULL) && count && text[total] != '\n') total++;
    text[total] = 0;
    return process;
}

// `line` with `number` in the place of each #.
static const wchar_t *numbered(const wchar_t *line, int number) {
    static wchar_t result[most];
    wchar_t *out = result;
    for (; *line; line++) {
        if (*line == L'#') out += swprintf(out, 12, L"%d", number);
        else *out++ = *line;
    }
    *out = 0;
    return result;
}

static int sends(const wchar_t *which, const wchar_t *line) {
    char text[256];
    FreeConsole();
    AllocConsole();
    // Those that were handed on are kept, as they are no consoles.
    SetConsoleCtrlHandler(ignore, TRUE);
    HANDLE process = start_until_ready(line, text, sizeof text);
    if (strncmp(text, "ready", 5)) printf("not ready: %s\n", text);
    GenerateConsoleCtrlEvent(*which == L'c' ? CTRL_C_EVENT : CTRL_BREAK_EVENT, 0);
    return print_status(process);
}

static int ends(const wchar_t *line) {
    char text[256];
    unsigned long number = 0;
    HANDLE process = start_until_ready(line, text, sizeof text);
    sscanf(text, "ready %lu", &number);
    HANDLE child = OpenProcess(SYNCHRONIZE, FALSE, number);
    if (!child) printf("not ready: %s\n", text);
    TerminateProcess(process, 1);
    puts(child && WaitForSingleObject(child, 5000) == WAIT_OBJECT_0 ? "ended" : "runs on");
    return 0;
}

static int holds(const wchar_t *file, DWORD milliseconds, const wchar_t *line) {
    HANDLE handle = CreateFileW(file, GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL);
    if (handle == INVALID_HANDLE_VALUE) puts("not open");
    HANDLE process = start(line, NULL, 0);
    WaitForSingleObject(process, milliseconds);
    CloseHandle(handle);
    return print_status(process);
}

static int races(int count, const wchar_t *line) {
    HANDLE *processes = calloc((size_t)count, sizeof *processes);
    int done = 0;
    for (int i = 0; i < count; i++) processes[i] = start(numbered(line, i + 1), NULL, 0);
    for (int i = 0; i < count; i++) done += status_of(processes[i]) == 0;
    printf("%d\n", done);
    return 0;
}

static int kills(int count, int longest, const wchar_t *line) {
    int ended = 0;
    for (int i = 0; i < count; i++) {
        HANDLE process = start(numbered(line, i + 1), NULL, 0);
        if (WaitForSingleObject(process, (DWORD)(longest * i / count)) == WAIT_TIMEOUT) ended += TerminateProcess(process, 9) != 0;
        status_of(process);
    }
    printf("%d\n", ended);
    return 0;
}

static int runs_with_longest(const wchar_t *name, size_t units, const wchar_t *line) {
    wchar_t *value = calloc(units + 1, sizeof *value);
    for (size_t i = 0; i < units; i++) value[i] = L'x';
    if (!SetEnvironmentVariableW(name, value)) puts("not set");
    return print_status(start(line, NULL, 0));
}

static int runs_with_units(const wchar_t *line) {
    static wchar_t text[most];
    wchar_t *out = text;
    while (*line) {
        if (*line == L'<' && wcslen(line) > 5 && line[5] == L'>') {
            *out++ = (wchar_t)wcstoul(line + 1, NULL, 16);
            line += 6;
        } else {
            *out++ = *line++;
        }
    }
    *out = 0;
    return print_status(start(text, NULL, 0));
}

static int runs_with_older(const wchar_t *file, const wchar_t *line) {
    char text[4096];
    wchar_t entry[4096], *value;
    FILE *stream = _wfopen(file, L"rb");
    while (stream && fgets(text, sizeof text, stream)) {
        text[strcspn(text, "\n")] = 0;
        MultiByteToWideChar(CP_UTF8, 0, text, -1, entry, 4096);
        value = wcschr(entry, L'=');
        *value++ = 0;
        SetEnvironmentVariableW(entry, value);
    }
    return print_status(start(line, NULL, 0));
}

static int prints_access(const wchar_t *file) {
    PSID owner;
    ACL *list;
    PSECURITY_DESCRIPTOR descriptor;
    if (GetNamedSecurityInfoW(file, SE_FILE_OBJECT, OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION, &owner, NULL, &list, NULL,
            &descriptor) || !list) {
        puts("everybody");
        return 0;
    }
    for (WORD i = 0; i < list->AceCount; i++) {
        ACCESS_ALLOWED_ACE *entry;
        wchar_t *name;
        GetAce(list, i, (void **)&entry);
        PSID who = &entry->SidStart;
        ConvertSidToStringSidW(who, &name);
        if (EqualSid(who, owner)) puts("owner");
        else if (IsWellKnownSid(who, WinLocalSystemSid)) puts("SYSTEM");
        else if (IsWellKnownSid(who, WinBuiltinAdministratorsSid)) puts("administrators");
        else printf("%ls\n", name);
        LocalFree(name);
    }
    LocalFree(descriptor);
    return 0;
}

static int prints_entries(void) {
    for (const wchar_t *entry = GetEnvironmentStringsW(); *entry; entry += wcslen(entry) + 1) {
        if (*entry != L'V') continue;
        for (const wchar_t *unit = entry; *unit; unit++) printf("%04x", *unit);
        puts("");
    }
    return 0;
}

static int catches(void) {
    came = CreateEventW(NULL, TRUE, FALSE, NULL);
    SetConsoleCtrlHandler(note, TRUE);
    puts("ready");
    fflush(stdout);
    if (WaitForSingleObject(came, 5000) != WAIT_OBJECT_0) return 12;
    return event_number == CTRL_C_EVENT ? 10 : event_number == CTRL_BREAK_EVENT ? 11 : 13;
}

int wmain(int count, wchar_t **words) {
    const wchar_t *role = count > 1 ? words[1] : L"";
    setvbuf(stdout, NULL, _IONBF, 0);
    if (!wcscmp(role, L"exit") && count == 3) ExitProcess((UINT)wcstoul(words[2], NULL, 0));
    if (!wcscmp(role, L"catch")) return catches();
    if (!wcscmp(role, L"sleep") || !wcscmp(role, L"app-server")) {
        printf("ready %lu\n", GetCurrentProcessId());
        Sleep(30000);
        return 0;
    }
    if (!wcscmp(role, L"status") && count == 3) return print_status(start(words[2], NULL, 0));
    if (!wcscmp(role, L"send") && count == 4) return sends(words[2], words[3]);
    if (!wcscmp(role, L"end") && count == 3) return ends(words[2]);
    if (!wcscmp(role, L"hold") && count == 5) return holds(words[2], (DWORD)_wtoi(words[3]), words[4]);
    if (!wcscmp(role, L"race") && count == 4) return races(_wtoi(words[2]), words[3]);
    if (!wcscmp(role, L"kill") && count == 5) return kills(_wtoi(words[2]), _wtoi(words[3]), words[4]);
    if (!wcscmp(role, L"longest") && count == 5) return runs_with_longest(words[2], (size_t)_wtoi(words[3]), words[4]);
    if (!wcscmp(role, L"older") && count == 4) return runs_with_older(words[2], words[3]);
    if (!wcscmp(role, L"access") && count == 3) return prints_access(words[2]);
    if (!wcscmp(role, L"entries")) return prints_entries();
    if (!wcscmp(role, L"surrogates") && count == 3) {
        SetEnvironmentVariableW(L"V\xD800", L"a\xDC00");
        return print_status(start(words[2], NULL, 0));
    }
    if (!wcscmp(role, L"lone") && count == 3) return runs_with_units(words[2]);
    puts("which role?");
    return 2;
}
