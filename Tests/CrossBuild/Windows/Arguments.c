// Prints its arguments, each on a line as a colon and the four hexadecimal digits of its UTF-16 units. Ends with the number in the
// variable STATUS, 0 where there is none.

#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

int wmain(int count, wchar_t **arguments) {
    for (int index = 1; index < count; index++) {
        printf(":");
        for (const wchar_t *unit = arguments[index]; *unit; unit++) printf("%04x", *unit);
        printf("\n");
    }
    const wchar_t *status = _wgetenv(L"STATUS");
    return status ? _wtoi(status) : 0;
}
