// Connect.exe HOST:PORT: stands for npm, where no Node is at hand. Asks the proxy in HTTPS_PROXY, http://HOST:PORT, for a tunnel
// there, sends a request through it, and prints the first line of both answers.

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <winsock2.h>
#include <ws2tcpip.h>

// Sends a text and prints the first line of what comes back.
static void ask(SOCKET connection, const char *text) {
    char answer[4096];
    int count = 0, more;
    send(connection, text, (int)strlen(text), 0);
    do {
        more = recv(connection, answer + count, (int)sizeof answer - 1 - count, 0);
        if (more > 0) count += more;
        answer[count] = 0;
    } while (more > 0 && !strstr(answer, "\r\n\r\n"));
    answer[strcspn(answer, "\r\n")] = 0;
    puts(answer);
}

int main(int count, char **words) {
    const char *proxy = getenv("HTTPS_PROXY");
    char host[256], port[16], text[512];
    WSADATA data;
    struct addrinfo *found, hints = {.ai_socktype = SOCK_STREAM};
    if (count < 2 || !proxy || sscanf(proxy, "http://%255[^:]:%15[0-9]", host, port) != 2) {
        puts("no proxy is set");
        return 1;
    }
    WSAStartup(MAKEWORD(2, 2), &data);
    if (getaddrinfo(host, port, &hints, &found)) return 2;
    SOCKET connection = socket(found->ai_family, SOCK_STREAM, 0);
    if (connect(connection, found->ai_addr, (int)found->ai_addrlen)) {
        puts("the proxy does not answer");
        return 3;
    }
    snprintf(text, sizeof text, "CONNECT %s HTTP/1.1\r\nHost: %s\r\n\r\n", words[1], words[1]);
    ask(connection, text);
    snprintf(text, sizeof text, "GET / HTTP/1.0\r\nHost: %s\r\n\r\n", words[1]);
    ask(connection, text);
    closesocket(connection);
    return 0;
}
