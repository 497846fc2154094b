#if defined(_WIN32)

#include "Internal.h"

/// A copy of `handle` that another program can have, or null.
static HANDLE inheritable(HANDLE handle) {
    HANDLE copy = NULL, self = GetCurrentProcess();
    if (!handle || handle == INVALID_HANDLE_VALUE) return NULL;
    return DuplicateHandle(self, handle, self, &copy, 0, TRUE, DUPLICATE_SAME_ACCESS) ? copy : NULL;
}

static HANDLE nowhere(DWORD access) {
    SECURITY_ATTRIBUTES attributes = {sizeof attributes, NULL, TRUE};
    return CreateFileW(L"NUL", access, FILE_SHARE_READ | FILE_SHARE_WRITE, &attributes, OPEN_EXISTING, 0, NULL);
}

/// Starts a program with these streams and no other handle, in `job`.
static HANDLE start(const wchar_t *program, wchar_t *line, wchar_t *block, const HANDLE streams[3], HANDLE job) {
    STARTUPINFOEXW info = {.StartupInfo = {.cb = sizeof info, .dwFlags = STARTF_USESTDHANDLES}};
    info.StartupInfo.hStdInput = streams[0];
    info.StartupInfo.hStdOutput = streams[1];
    info.StartupInfo.hStdError = streams[2];
    HANDLE list[3];
    DWORD count = 0;
    for (int i = 0; i < 3; i++) {
        if (streams[i]) list[count++] = streams[i];
    }
    SIZE_T size = 0;
    InitializeProcThreadAttributeList(NULL, 1, 0, &size);
    info.lpAttributeList = windows_room(size);
    const BOOL has_list = InitializeProcThreadAttributeList(info.lpAttributeList, 1, 0, &size);
    if (has_list && count) {
        UpdateProcThreadAttribute(info.lpAttributeList, 0, PROC_THREAD_ATTRIBUTE_HANDLE_LIST, list, count * sizeof *list,
            NULL, NULL);
    }
    PROCESS_INFORMATION process;
    // A batch file is run by cmd.exe, whose path the command line begins with.
    const BOOL done = CreateProcessW(windows_is_batch(program) ? NULL : program, line, NULL, NULL, count > 0,
        CREATE_SUSPENDED | CREATE_UNICODE_ENVIRONMENT | EXTENDED_STARTUPINFO_PRESENT, block, NULL, &info.StartupInfo,
        &process);
    const DWORD error = GetLastError();
    if (has_list) DeleteProcThreadAttributeList(info.lpAttributeList);
    free(info.lpAttributeList);
    if (!done) {
        windows_failed(windows_code(error));
        return NULL;
    }
    if (job) AssignProcessToJobObject(job, process.hProcess);
    ResumeThread(process.hThread);
    CloseHandle(process.hThread);
    return process.hProcess;
}

/// Whether the end of `job`'s last handle ends what is in it, as it does when this process ends, however that happens.
static void limit(HANDLE job, DWORD flags) {
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {.BasicLimitInformation = {.LimitFlags = flags}};
    if (job) SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits);
}

static HANDLE make_job(void) {
    HANDLE job = CreateJobObjectW(NULL, NULL);
    limit(job, JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE | JOB_OBJECT_LIMIT_BREAKAWAY_OK);
    return job;
}

/// Starts `program`, whose words are `words`, or where `tail` is no null the name and `tail`.
static HANDLE launch(
    const char *program, const char *const *words, const wchar_t *tail, const char *const *environment,
    const HANDLE streams[3], HANDLE job
) {
    wchar_t *path = windows_wide_path(program), *block = windows_block(environment);
    wchar_t *line = block ? windows_line(path, words, tail) : NULL;
    HANDLE process = line ? start(path, line, block, streams, job) : NULL;
    free(path);
    free(block);
    free(line);
    return process;
}

static void close_all(const HANDLE streams[3]) {
    for (int i = 0; i < 3; i++) {
        if (streams[i] && streams[i] != INVALID_HANDLE_VALUE) CloseHandle(streams[i]);
    }
}

// MARK: Programs that are asked for something

/// The programs that were started and not forgotten yet.
static struct {
    HANDLE process, job;
} *children;
static int32_t child_count;

int32_t windows_spawn(
    const char *program, const char *const *words, const char *const *environment, int32_t input, int32_t output,
    int32_t error
) {
    const HANDLE streams[3] = {
        input < 0 ? nowhere(GENERIC_READ) : inheritable(windows_handle(input)),
        output < 0 ? nowhere(GENERIC_WRITE) : inheritable(windows_handle(output)),
        error < 0 ? nowhere(GENERIC_WRITE) : inheritable(windows_handle(error)),
    };
    HANDLE job = make_job();
    HANDLE process = launch(program, words, NULL, environment, streams, job);
    close_all(streams);
    if (!process) {
        if (job) CloseHandle(job);
        return -1;
    }
    int32_t index = 0;
    while (index < child_count && children[index].process) index++;
    if (index == child_count) {
        children = realloc(children, (size_t)++child_count * sizeof *children);
        if (!children) abort();
    }
    children[index].process = process;
    children[index].job = job;
    return index;
}

int32_t windows_wait(int32_t child, int32_t milliseconds, int32_t *status) {
    HANDLE process = children[child].process;
    const DWORD limit = milliseconds < 0 ? INFINITE : (DWORD)milliseconds;
    if (WaitForSingleObject(process, limit) != WAIT_OBJECT_0) return 0;
    DWORD code = 1;
    GetExitCodeProcess(process, &code);
    *status = (int32_t)code;
    return 1;
}

void windows_end(int32_t child) {
    // 128 and the number of Linux's SIGKILL.
    if (!children[child].job || !TerminateJobObject(children[child].job, 137)) {
        TerminateProcess(children[child].process, 137);
    }
}

void windows_forget(int32_t child) {
    CloseHandle(children[child].process);
    // What it has left behind goes on, as it does elsewhere.
    limit(children[child].job, 0);
    if (children[child].job) CloseHandle(children[child].job);
    children[child].process = NULL;
}

int32_t windows_pipe(int32_t *ends) {
    HANDLE read, write;
    if (!CreatePipe(&read, &write, NULL, 65536)) return windows_failed_last();
    ends[0] = windows_descriptor(read);
    ends[1] = windows_descriptor(write);
    return 0;
}

int32_t windows_readable(int32_t descriptor) {
    DWORD count = 0;
    if (!PeekNamedPipe(windows_handle(descriptor), NULL, 0, NULL, &count, NULL)) return -1;
    return count > INT32_MAX ? INT32_MAX : (int32_t)count;
}

// MARK: The program that has the console

/// The program that `let_it_decide` waits for.
static HANDLE foreground;

/// Ctrl-C and Ctrl-Break have reached the program too, which decides what becomes of them. When the window closes it is
/// waited for as long as the system lets it: it would end with this process.
static BOOL WINAPI let_it_decide(DWORD event) {
    if (event != CTRL_C_EVENT && event != CTRL_BREAK_EVENT && foreground) WaitForSingleObject(foreground, INFINITE);
    return TRUE;
}

int32_t windows_run(
    const char *program, int32_t index, const char *const *words, const char *const *environment, int32_t *status
) {
    const HANDLE streams[3] = {
        inheritable(windows_handle(0)), inheritable(windows_handle(1)), inheritable(windows_handle(2)),
    };
    HANDLE job = make_job();
    SetConsoleCtrlHandler(let_it_decide, TRUE);
    const wchar_t *tail = index < 0 ? NULL : windows_tail(GetCommandLineW(), index);
    HANDLE process = launch(program, words, tail, environment, streams, job);
    close_all(streams);
    if (process) {
        DWORD code = 1;
        foreground = process;
        WaitForSingleObject(process, INFINITE);
        GetExitCodeProcess(process, &code);
        *status = (int32_t)code;
        foreground = NULL;
        // What it has started and left, as an editor's window, goes on.
        limit(job, 0);
        CloseHandle(process);
    }
    SetConsoleCtrlHandler(let_it_decide, FALSE);
    if (job) CloseHandle(job);
    return process ? 0 : -1;
}

#endif
