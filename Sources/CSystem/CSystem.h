// The system's C interface as Swift code can call it.
//
// Embedded Swift, in which the released program is written, comes without the modules Glibc, Musl and Darwin. Below are
// the headers, and a function for each thing in them that is a macro or takes a variable number of arguments.

#pragma once

#if defined(__linux__) && !defined(_DEFAULT_SOURCE)
#define _DEFAULT_SOURCE 1
#endif

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#if defined(__APPLE__)
#include <copyfile.h>
#include <crt_externs.h>
#include <libproc.h>
#include <mach-o/dyld.h>
#include <sys/sysctl.h>
#else
#include <sys/syscall.h>
#include <sys/xattr.h>
extern char **environ;
#endif

/// `errno` of this thread.
static inline int system_errno(void) { return errno; }

/// `open`.
static inline int system_open(const char *path, int flags, mode_t mode) {
    return open(path, flags, mode);
}

/// The columns of the terminal that `descriptor` leads to (`ioctl` with `TIOCGWINSZ`), or 0.
static inline int system_columns(int descriptor) {
    struct winsize size;
    return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

/// Opens a new terminal of 24 lines and 80 columns, and writes the path of its other end to `name`; -1 where there is none.
///
/// On Linux it does what `grantpt`, `unlockpt` and `ptsname` do, which not every C library has without other definitions.
static inline int system_open_terminal(char *name, size_t size) {
#if defined(__APPLE__)
    const int terminal = posix_openpt(O_RDWR | O_NOCTTY);
    if (terminal < 0) return -1;
    const char *path = grantpt(terminal) == 0 && unlockpt(terminal) == 0 ? ptsname(terminal) : NULL;
    const bool is_open = path != NULL && snprintf(name, size, "%s", path) < (int)size;
    fcntl(terminal, F_SETFD, FD_CLOEXEC);
#else
    const int terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (terminal < 0) return -1;
    int number = 0, locked = 0;
    const bool is_open = ioctl(terminal, TIOCSPTLCK, &locked) == 0 && ioctl(terminal, TIOCGPTN, &number) == 0 &&
                         snprintf(name, size, "/dev/pts/%d", number) < (int)size;
#endif
    struct winsize window = {.ws_row = 24, .ws_col = 80};
    if (is_open) ioctl(terminal, TIOCSWINSZ, &window);
    else close(terminal);
    return is_open ? terminal : -1;
}

/// `POSIX_SPAWN_SETSID`, which is there since glibc 2.26, musl 1.1.22 and macOS 10.15, and not shown by every header.
static inline int system_spawn_session(void) {
#if defined(__APPLE__)
    return 0x400;
#else
    return 0x80;
#endif
}

/// `fcntl` with a number.
static inline int system_fcntl(int descriptor, int command, int argument) {
    return fcntl(descriptor, command, argument);
}

/// `socket` for a stream, whose constant has another type in each C library.
static inline int system_stream_socket(int family) { return socket(family, SOCK_STREAM, 0); }

#if defined(__linux__)
/// `socket` for questions to the kernel about sockets (`sock_diag(7)`), whose protocol is 4; it never waits.
static inline int system_diagnosis_socket(void) {
    return socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, 4);
}
#endif

/// `connect` to an IPv4 address.
static inline int system_connect4(int descriptor, const struct sockaddr_in *address) {
    return connect(descriptor, (const struct sockaddr *)address, sizeof *address);
}

/// `connect` to an IPv6 address.
static inline int system_connect6(int descriptor, const struct sockaddr_in6 *address) {
    return connect(descriptor, (const struct sockaddr *)address, sizeof *address);
}

/// `bind` to an IPv4 address.
static inline int system_bind4(int descriptor, const struct sockaddr_in *address) {
    return bind(descriptor, (const struct sockaddr *)address, sizeof *address);
}

/// `bind` to an IPv6 address.
static inline int system_bind6(int descriptor, const struct sockaddr_in6 *address) {
    return bind(descriptor, (const struct sockaddr *)address, sizeof *address);
}

/// `send`, which fails where nobody reads any more instead of ending the process with SIGPIPE.
static inline ssize_t system_send(int descriptor, const void *bytes, size_t count) {
#if defined(MSG_NOSIGNAL)
    return send(descriptor, bytes, count, MSG_NOSIGNAL);
#else
    int on = 1;
    setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
    return send(descriptor, bytes, count, 0);
#endif
}

/// `flock`, whose name a structure has too.
static inline int system_lock(int descriptor, int operation) {
    return flock(descriptor, operation);
}

/// Gives two files each other's names, as `renameat2` and `renamex_np` do.
static inline int system_exchange(const char *first, const char *second) {
#if defined(__APPLE__)
    return renamex_np(first, second, RENAME_SWAP);
#else
    // Not every C library has `renameat2`, nor `RENAME_EXCHANGE` (2).
    return (int)syscall(SYS_renameat2, AT_FDCWD, first, AT_FDCWD, second, 2U);
#endif
}

/// Gives a file a name that no other has, as `renameat2` and `renamex_np` do.
static inline int system_rename_new(const char *path, const char *target) {
#if defined(__APPLE__)
    return renamex_np(path, target, RENAME_EXCL);
#else
    // `RENAME_NOREPLACE` (1).
    return (int)syscall(SYS_renameat2, AT_FDCWD, path, AT_FDCWD, target, 1U);
#endif
}

#if defined(__APPLE__)
/// Gives an open file the extended attributes and the access list of the file at `path`.
static inline int system_copy_attributes(const char *path, int descriptor) {
    const int from = open(path, O_RDONLY | O_CLOEXEC);
    if (from < 0) return -1;
    const int result = fcopyfile(from, descriptor, NULL, COPYFILE_ACL | COPYFILE_XATTR);
    close(from);
    return result;
}
#endif

/// The name in an entry that `readdir` returned.
static inline const char *system_entry_name(const struct dirent *entry) { return entry->d_name; }

/// What a process does with a signal.
typedef void (*system_signal_handler)(int);

/// `SIG_IGN`.
static inline system_signal_handler system_ignoring_handler(void) { return SIG_IGN; }

/// `SIG_DFL`.
static inline system_signal_handler system_default_handler(void) { return SIG_DFL; }

/// Whether `handler` is `SIG_IGN`.
static inline bool system_is_ignoring(system_signal_handler handler) { return handler == SIG_IGN; }

/// `environ`.
static inline char **system_environment(void) {
#if defined(__APPLE__)
    return *_NSGetEnviron();
#else
    return environ;
#endif
}
