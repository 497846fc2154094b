// Windows as Swift code can call it.
//
// No header of Windows is read here, so that Swift never sees a type whose size depends on the compiler (`long`, `wchar_t`,
// `HANDLE`): every parameter and every result is an integer of fixed width, `intptr_t` or a pointer. No structure is passed
// by value and no function takes a variable number of arguments. Texts are UTF-8 with a NUL behind it, in which a lone
// surrogate is written as WTF-8 has it. A text that is returned is allocated unless it is said to stay: `windows_free`
// gives it back.
//
// Where nothing else is said, a function that returns an integer returns -1 when it fails, and one that returns a text null;
// `windows_error` tells why then.

#pragma once

#include <stdint.h>

// MARK: Errors

/// Errors that have names in the program, by the numbers of Linux.
enum {
    windows_not_found = 2,
    windows_too_big = 7,
    windows_no_program = 8,
    windows_again = 11,
    windows_denied = 13,
    windows_exists = 17,
    windows_not_folder = 20,
    windows_invalid = 22,
    windows_broken_pipe = 32,
    windows_loop = 40,
    windows_refused = 111,
    /// What Windows itself counts as its errors begins here: its number is added.
    windows_own_error = 0x10000,
    /// A word with a line break, which no batch file can be given.
    windows_line_break = 0x2000001,
    /// A command line that is longer than cmd.exe reads.
    windows_long_command = 0x2000002,
    /// A variable that is longer than Windows allows.
    windows_long_variable = 0x2000003,
    /// A name that stands for a device, as CON and AUX do.
    windows_device = 0x2000004,
};

/// Why the last call failed.
int32_t windows_error(void);
/// What the error `code` means, or null.
char *windows_error_text(int32_t code);
/// Gives back what was allocated.
void windows_free(void *text);

// MARK: The process

/// The words of the command line, of which the first is the path of the program; a null is at their end. They stay.
char *const *windows_arguments(void);
/// The `NAME=VALUE` entries of the environment, a null at their end. They stay.
char *const *windows_environment(void);
/// Ends the process.
_Noreturn void windows_exit(int32_t status);
/// Milliseconds since the system was started.
int64_t windows_milliseconds(void);
/// Milliseconds since 1970.
int64_t windows_milliseconds_since_1970(void);
/// Waits.
void windows_sleep(int32_t milliseconds);
/// The folder that Windows is in.
char *windows_system_folder(void);
/// The machine's name.
char *windows_machine_name(void);

// MARK: Processes

/// The number of this process.
int32_t windows_process(void);
/// The number of the process that has started `process`, or 0 where it has ended.
int32_t windows_parent(int32_t process);
/// The path of the program that `process` runs, or null.
char *windows_program(int32_t process);
/// The command line of `process`, as its words with a NUL behind each; their length is put into `length`.
char *windows_arguments_of(int32_t process, intptr_t *length);
/// The environment of `process`, its entries with a NUL behind each.
char *windows_environment_of(int32_t process, intptr_t *length);
/// The numbers of the processes of this user, allocated; how many there are is put into `count`.
int32_t *windows_own_processes(int32_t *count);

// MARK: Files

/// How a file is opened.
enum {
    /// To be read.
    windows_open_reading,
    /// A new file, to be written.
    windows_open_new,
    /// A new file that is for the user alone, to be written.
    windows_open_private,
    /// The keys of the console.
    windows_open_keys,
    /// The console's picture, to be written.
    windows_open_screen,
};

/// What `windows_status` puts into its numbers.
enum {
    /// 0: something else, 1: a file, 2: a folder, 3: a link.
    windows_status_kind,
    /// Bytes.
    windows_status_size,
    /// The number of the volume.
    windows_status_device,
    /// The number of the file in the volume.
    windows_status_index,
    /// When it was written, in seconds since 1970 and nanoseconds.
    windows_status_modified_seconds,
    windows_status_modified_nanoseconds,
    /// When anything about it was changed.
    windows_status_changed_seconds,
    windows_status_changed_nanoseconds,
    /// Whether it is marked as read-only.
    windows_status_read_only,
    /// The owner's number: 0 for the machine (SYSTEM, the administrators, TrustedInstaller), else the last part of the
    /// security identifier, -1 where it is not known.
    windows_status_owner,
    /// What others than the owner and the machine may do: the sum of `windows_others_…`.
    windows_status_others,
    windows_status_count,
};

/// What others may do with a file.
enum {
    /// Read it.
    windows_others_read = 1,
    /// Write it, or give themselves the right to; put files into a folder.
    windows_others_write = 2,
    /// Take away a folder, or what is in it.
    windows_others_replace = 4,
    /// One of those that write is everybody.
    windows_others_everybody = 8,
};

/// A descriptor of the file; 0, 1 and 2 are the streams of the process.
int32_t windows_open(const char *path, int32_t how);
int32_t windows_close(int32_t descriptor);
/// How many bytes were read, at most `count`; 0 at the end. Of a console it is UTF-8.
intptr_t windows_read(int32_t descriptor, uint8_t *bytes, intptr_t count);
/// How many bytes were written. What a console shows is UTF-8.
intptr_t windows_write(int32_t descriptor, const uint8_t *bytes, intptr_t count);
/// Waits until all is on the disk.
int32_t windows_synchronize(int32_t descriptor);
/// What is known of the file at `path`; `follows` says whether links are followed.
int32_t windows_status(const char *path, int32_t follows, int64_t *status);
int32_t windows_status_of(int32_t descriptor, int64_t *status);
/// Whether there is a file, and no folder, at `path`; the alias of an app from the store is one too.
int32_t windows_is_file(const char *path);
/// Makes a folder for the user alone.
int32_t windows_make_folder(const char *path);
/// Gives a file another name; a file of that name is replaced in one step, or is in the way.
int32_t windows_move(const char *path, const char *target, int32_t replaces);
int32_t windows_remove(const char *path);
/// Takes a folder away, if nothing is in it.
int32_t windows_remove_folder(const char *path);
/// The names in a folder, a NUL behind each.
char *windows_names(const char *path, intptr_t *length);
char *windows_working_folder(void);
/// `path` from the root on, without looking whether it is there.
char *windows_full_path(const char *path);
/// The path of the file at `path`, without links.
char *windows_real_path(const char *path);
/// Where the link at `path` leads.
char *windows_link(const char *path);
int32_t windows_make_link(const char *target, const char *path);
/// Makes the file `program` be there under another name too, or where that can't be a copy of it.
int32_t windows_link_program(const char *program, const char *path);
/// A descriptor of the file at `path`, which is there as long as this process holds it, for it alone: `windows_again` while
/// another process does.
int32_t windows_lock(const char *path);

// MARK: Who may do what

/// The number of the user, as `windows_status_owner` has it.
uint32_t windows_user(void);
/// Keeps all but the user and the machine from the file.
int32_t windows_make_private(const char *path);
/// Gives the open file the access list and the marks of the file at `path`.
int32_t windows_copy_access(const char *path, int32_t descriptor);

// MARK: Consoles

/// Whether a console is at the other end.
int32_t windows_is_console(int32_t descriptor);
/// How many columns it has, or 0.
int32_t windows_columns(int32_t descriptor);
/// `text` in the code page of the console; null where that lacks a character of it.
char *windows_console_text(const char *text);
/// A line that is typed and not shown; `outcome` is -1 where there is no console, and -2 where Ctrl-C or Ctrl-Z was typed.
char *windows_secret(const char *prompt, int32_t *outcome);

// MARK: Programs

/// Starts `program` with the arguments `words`, its name first, for `windows_wait`; it ends with this process.
/// `input`, `output` and `error` are descriptors, -1 is none. The number of the child is returned.
int32_t windows_spawn(
    const char *program, const char *const *words, const char *const *environment, int32_t input, int32_t output,
    int32_t error);
/// 1 and the exit status once the child has ended, 0 while it runs.
int32_t windows_wait(int32_t child, int32_t milliseconds, int32_t *status);
/// Ends the child and what it has started.
void windows_end(int32_t child);
/// Forgets the child.
void windows_forget(int32_t child);
/// Starts `program` with this process's streams and waits for it, while Ctrl-C is for the program alone. Its arguments
/// are `words`; where `index` is not negative they are those of this process behind number `index`, handed on as they were
/// written. If this process is ended, so is the program, with all that it has started.
int32_t windows_run(
    const char *program, int32_t index, const char *const *words, const char *const *environment, int32_t *status);
/// Two descriptors: what is written to the second can be read from the first.
int32_t windows_pipe(int32_t *ends);
/// How many bytes can be read at once; -1 where nothing more comes.
int32_t windows_readable(int32_t descriptor);

// MARK: Connections

/// A socket for a connection, which never waits.
int32_t windows_socket(int32_t is_ipv6);
/// Begins a connection to `length` bytes of address: 0 where it is there, 1 where it has to be waited for.
int32_t windows_connect(int32_t descriptor, const uint8_t *address, int32_t length, int32_t port);
/// Whether the address is one of this machine's.
int32_t windows_is_own_address(const uint8_t *address, int32_t length);
intptr_t windows_send(int32_t descriptor, const uint8_t *bytes, intptr_t count);
intptr_t windows_receive(int32_t descriptor, uint8_t *bytes, intptr_t count);
void windows_close_socket(int32_t descriptor);
/// Why a connection that was begun has failed, or 0.
int32_t windows_socket_error(int32_t descriptor);
/// What can be done with each socket: `events` asks for reading (1) and writing (2), and has 4 where it has failed.
int32_t windows_wait_sockets(const int32_t *descriptors, int32_t *events, int32_t count, int32_t milliseconds);
/// Begins to look for the addresses of `host`; a number for `windows_addresses`.
int32_t windows_look_up(const char *host);
/// The addresses that were found within `milliseconds`, with a blank behind each; null where none were.
char *windows_addresses(int32_t lookup, int32_t milliseconds);

// MARK: The registry and the passwords

/// Which part of the registry is read.
enum {
    /// HKEY_CURRENT_USER.
    windows_registry_user,
    /// HKEY_LOCAL_MACHINE.
    windows_registry_machine,
};
/// The value `name` of `key` as text, a number as its decimal digits; null where there is none.
char *windows_registry_value(int32_t part, const char *key, const char *name);
/// The bytes of the value `name` of `key`; null where it is of another type, or there is none.
char *windows_registry_bytes(int32_t part, const char *key, const char *name, intptr_t *length);
/// All values of `key` that are texts or numbers, as `NAME=VALUE` with a NUL behind each.
char *windows_registry_values(int32_t part, const char *key, intptr_t *length);
/// Puts a password into the Credential Manager.
int32_t windows_keep_password(const char *target, const char *user, const uint8_t *bytes, intptr_t count);
/// The password that was put there, of `length` bytes.
char *windows_password(const char *target, intptr_t *length);
