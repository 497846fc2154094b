// Start.exe PROGRAM WORD…: runs a program with its part of the command line as it is, and ends as it does. It gives it the
// HOME that PROXYENV_START_HOME holds, as wine hands on none.

#include <windows.h>

// The place behind the first word of a command line.
static wchar_t *behind_first(wchar_t *line) {
    BOOL quoted = FALSE;
    for (; *line && (quoted || (*line != L' ' && *line != L'\t')); line++)
        if (*line == L'"') quoted = !quoted;
    while (*line == L' ' || *line == L'\t') line++;
    return line;
}

int wmain(void) {
    wchar_t home[1024];
    STARTUPINFOW start = {.cb = sizeof start};
    PROCESS_INFORMATION process;
    DWORD status = 1;
    if (GetEnvironmentVariableW(L"PROXYENV_START_HOME", home, 1024)) SetEnvironmentVariableW(L"HOME", home);
    SetEnvironmentVariableW(L"PROXYENV_START_HOME", NULL);
    if (!CreateProcessW(NULL, behind_first(GetCommandLineW()), NULL, NULL, TRUE, 0, NULL, NULL, &start, &process))
        return 1;
    WaitForSingleObject(process.hProcess, INFINITE);
    GetExitCodeProcess(process.hProcess, &status);
    return (int)status;
}
