#if defined(_WIN32)

#include "Internal.h"

char *windows_console_text(const char *text) {
    UINT page = GetConsoleOutputCP();
    // Without a console, and in UTF-8 and GB 18030, which hold every character, Windows takes no word for one that is missing.
    if (page == 0) page = GetOEMCP();
    BOOL tells = page != CP_UTF8 && page != 54936, lacks = FALSE;
    DWORD flags = tells ? WC_NO_BEST_FIT_CHARS : WC_ERR_INVALID_CHARS;
    wchar_t *wide = windows_wide(text);
    int size = WideCharToMultiByte(page, flags, wide, -1, NULL, 0, NULL, tells ? &lacks : NULL);
    char *result = NULL;
    if (size > 0 && !lacks) {
        result = windows_room((size_t)size);
        if (WideCharToMultiByte(page, flags, wide, -1, result, size, NULL, NULL) != size) {
            free(result);
            result = NULL;
        }
    }
    free(wide);
    return result;
}

#endif
