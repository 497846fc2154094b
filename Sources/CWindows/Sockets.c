#if defined(_WIN32)

#include "Internal.h"

static SOCKET socket_of(int32_t descriptor) { return (SOCKET)(intptr_t)descriptor; }

static int32_t failed_socket(void) { return windows_failed(windows_code((DWORD)WSAGetLastError())); }

/// Starts Windows Sockets, once; whether they are there.
static int has_sockets(void) {
    static int is_started;
    WSADATA data;
    if (!is_started) is_started = WSAStartup(MAKEWORD(2, 2), &data) ? -1 : 1;
    return is_started > 0;
}

int32_t windows_socket(int32_t is_ipv6) {
    if (!has_sockets()) return windows_failed(windows_own_error + WSANOTINITIALISED);
    // WSA_FLAG_NO_HANDLE_INHERIT is 0x80.
    const SOCKET made = WSASocketW(is_ipv6 ? AF_INET6 : AF_INET, SOCK_STREAM, 0, NULL, 0, WSA_FLAG_OVERLAPPED | 0x80);
    if (made == INVALID_SOCKET) return failed_socket();
    u_long on = 1;
    ioctlsocket(made, FIONBIO, &on);
    return (int32_t)made;
}

/// An address and its length.
struct place {
    union {
        struct sockaddr any;
        struct sockaddr_in four;
        struct sockaddr_in6 six;
    } address;
    int length;
};

static struct place place_of(const uint8_t *bytes, int32_t length, int32_t port) {
    struct place place;
    memset(&place, 0, sizeof place);
    if (length == 4) {
        place.address.four.sin_family = AF_INET;
        place.address.four.sin_port = htons((u_short)port);
        memcpy(&place.address.four.sin_addr, bytes, 4);
        place.length = sizeof place.address.four;
    } else {
        place.address.six.sin6_family = AF_INET6;
        place.address.six.sin6_port = htons((u_short)port);
        memcpy(&place.address.six.sin6_addr, bytes, 16);
        place.length = sizeof place.address.six;
    }
    return place;
}

/// Has a refusal by this machine itself told at once: Windows asks twice more, half a second apart.
static void fail_fast(SOCKET socket, const uint8_t *bytes, int32_t length) {
    static const uint8_t own[16] = {[15] = 1};
    if (length == 4 ? bytes[0] != 127 : memcmp(bytes, own, 16) != 0) return;
    // SIO_TCP_INITIAL_RTO, whose structure is the time, here any, and the number of further questions, here none.
    struct {
        USHORT time;
        UCHAR questions;
    } parameters = {0xFFFF, 0xFE};
    DWORD size;
    WSAIoctl(socket, _WSAIOW(IOC_VENDOR, 17), &parameters, sizeof parameters, NULL, 0, &size, NULL, NULL);
}

int32_t windows_connect(int32_t descriptor, const uint8_t *bytes, int32_t length, int32_t port) {
    const struct place place = place_of(bytes, length, port);
    fail_fast(socket_of(descriptor), bytes, length);
    if (connect(socket_of(descriptor), &place.address.any, place.length) == 0) return 0;
    return WSAGetLastError() == WSAEWOULDBLOCK ? 1 : failed_socket();
}

int32_t windows_is_own_address(const uint8_t *bytes, int32_t length) {
    const int32_t descriptor = windows_socket(length == 16);
    if (descriptor < 0) return 0;
    const struct place place = place_of(bytes, length, 0);
    const int is_own = bind(socket_of(descriptor), &place.address.any, place.length) == 0;
    closesocket(socket_of(descriptor));
    return is_own;
}

intptr_t windows_send(int32_t descriptor, const uint8_t *bytes, intptr_t count) {
    const int done = send(socket_of(descriptor), (const char *)bytes, (int)(count > 1 << 30 ? 1 << 30 : count), 0);
    return done < 0 ? failed_socket() : done;
}

intptr_t windows_receive(int32_t descriptor, uint8_t *bytes, intptr_t count) {
    const int done = recv(socket_of(descriptor), (char *)bytes, (int)(count > 1 << 30 ? 1 << 30 : count), 0);
    return done < 0 ? failed_socket() : done;
}

void windows_close_socket(int32_t descriptor) { closesocket(socket_of(descriptor)); }

int32_t windows_socket_error(int32_t descriptor) {
    int error = 0, length = sizeof error;
    if (getsockopt(socket_of(descriptor), SOL_SOCKET, SO_ERROR, (char *)&error, &length) != 0) error = WSAGetLastError();
    return error ? windows_code((DWORD)error) : 0;
}

int32_t windows_wait_sockets(const int32_t *descriptors, int32_t *events, int32_t count, int32_t milliseconds) {
    // Not WSAPoll, which before Windows 10 2004 never tells of a connection that failed.
    static fd_set reads, writes, failures;
    if (count <= 0) {
        windows_sleep(milliseconds);
        return 0;
    }
    FD_ZERO(&reads);
    FD_ZERO(&writes);
    FD_ZERO(&failures);
    for (int32_t i = 0; i < count && i < FD_SETSIZE; i++) {
        const SOCKET socket = socket_of(descriptors[i]);
        if (events[i] & 1) FD_SET(socket, &reads);
        if (events[i] & 2) FD_SET(socket, &writes);
        FD_SET(socket, &failures);
    }
    struct timeval time = {milliseconds / 1000, milliseconds % 1000 * 1000};
    const int ready = select(0, &reads, &writes, &failures, milliseconds < 0 ? NULL : &time);
    for (int32_t i = 0; i < count; i++) {
        const SOCKET socket = socket_of(descriptors[i]);
        events[i] = 0;
        if (ready <= 0) continue;
        if (FD_ISSET(socket, &reads)) events[i] |= 1;
        if (FD_ISSET(socket, &writes)) events[i] |= 2;
        if (FD_ISSET(socket, &failures)) events[i] |= 4;
    }
    return ready;
}

// MARK: Names of hosts

/// A name that is looked for by a thread of its own, as the system may take a minute.
struct lookup {
    wchar_t *host;
    char *addresses;
    HANDLE thread;
};

static DWORD WINAPI look_up(void *data) {
    struct lookup *lookup = data;
    ADDRINFOW wanted = {.ai_socktype = SOCK_STREAM}, *found = NULL;
    struct windows_bytes text = {0};
    if (GetAddrInfoW(lookup->host, NULL, &wanted, &found) == 0) {
        for (const ADDRINFOW *next = found; next; next = next->ai_next) {
            char name[64];
            if (getnameinfo(next->ai_addr, (socklen_t)next->ai_addrlen, name, sizeof name, NULL, 0, NI_NUMERICHOST)) continue;
            // Without the name of an interface.
            name[strcspn(name, "%")] = 0;
            strcat(name, " ");
            windows_add_entry(&text, name);
            text.count--;
        }
        FreeAddrInfoW(found);
    }
    lookup->addresses = text.bytes;
    return 0;
}

static struct lookup **lookups;
static int32_t lookup_count;

int32_t windows_look_up(const char *host) {
    if (!has_sockets()) return windows_failed(windows_own_error + WSANOTINITIALISED);
    struct lookup *lookup = windows_room(sizeof *lookup);
    *lookup = (struct lookup){windows_wide(host), NULL, NULL};
    lookups = realloc(lookups, (size_t)(lookup_count + 1) * sizeof *lookups);
    if (!lookups) abort();
    lookups[lookup_count] = lookup;
    lookup->thread = CreateThread(NULL, 0, look_up, lookup, 0, NULL);
    return lookup->thread ? lookup_count++ : windows_failed_last();
}

char *windows_addresses(int32_t number, int32_t milliseconds) {
    struct lookup *lookup = lookups[number];
    // What takes longer keeps its memory: its thread may still end.
    if (WaitForSingleObject(lookup->thread, milliseconds < 0 ? 0 : (DWORD)milliseconds) != WAIT_OBJECT_0) return NULL;
    char *addresses = lookup->addresses;
    lookup->addresses = NULL;
    return addresses;
}

#endif
