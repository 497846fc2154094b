#if defined(_WIN32)

#include "Internal.h"

#include <wincred.h>

static HKEY part_of(int32_t part) {
    return part == windows_registry_machine ? HKEY_LOCAL_MACHINE : HKEY_CURRENT_USER;
}

/// `number` in decimal digits; free it. Not by snprintf, which brings 50 KB of the C library.
static char *decimal(DWORD number) {
    char *digits = windows_room(16), *end = digits + 15;
    *end = 0;
    do {
        *--end = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    memmove(digits, end, strlen(end) + 1);
    return digits;
}

/// The value as text, of `size` bytes; null where it is neither text nor a number.
static char *text_of(DWORD type, const BYTE *bytes, DWORD size) {
    if (type == REG_SZ || type == REG_EXPAND_SZ) {
        const wchar_t *text = (const wchar_t *)(const void *)bytes;
        return windows_narrow(text, wcsnlen(text, size / sizeof(wchar_t)));
    }
    if (type == REG_DWORD && size == sizeof(DWORD)) {
        DWORD number;
        memcpy(&number, bytes, sizeof number);
        return decimal(number);
    }
    return NULL;
}

char *windows_registry_value(int32_t part, const char *key, const char *name) {
    wchar_t *path = windows_wide_path(key), *value = windows_wide(name);
    DWORD type, size = 0;
    char *result = NULL;
    // Variables in it are left as they stand.
    const DWORD flags = RRF_RT_REG_SZ | RRF_RT_REG_EXPAND_SZ | RRF_RT_REG_DWORD | RRF_NOEXPAND;
    LSTATUS status = RegGetValueW(part_of(part), path, value, flags, &type, NULL, &size);
    if (status == ERROR_SUCCESS) {
        BYTE *bytes = windows_room(size + sizeof(wchar_t));
        status = RegGetValueW(part_of(part), path, value, flags, &type, bytes, &size);
        if (status == ERROR_SUCCESS) result = text_of(type, bytes, size);
        free(bytes);
    }
    if (!result) windows_failed(windows_code((DWORD)status));
    free(path);
    free(value);
    return result;
}

char *windows_registry_bytes(int32_t part, const char *key, const char *name, intptr_t *length) {
    *length = 0;
    wchar_t *path = windows_wide_path(key), *value = windows_wide(name);
    DWORD size = 0;
    char *bytes = NULL;
    LSTATUS status = RegGetValueW(part_of(part), path, value, RRF_RT_REG_BINARY, NULL, NULL, &size);
    if (status == ERROR_SUCCESS) {
        bytes = windows_room((size_t)size + 1);
        status = RegGetValueW(part_of(part), path, value, RRF_RT_REG_BINARY, NULL, bytes, &size);
    }
    free(path);
    free(value);
    if (status != ERROR_SUCCESS) {
        free(bytes);
        windows_failed(windows_code((DWORD)status));
        return NULL;
    }
    *length = (intptr_t)size;
    return bytes;
}

char *windows_registry_values(int32_t part, const char *key, intptr_t *length) {
    *length = 0;
    wchar_t *path = windows_wide_path(key);
    HKEY opened;
    const LSTATUS status = RegOpenKeyExW(part_of(part), path, 0, KEY_QUERY_VALUE, &opened);
    free(path);
    if (status != ERROR_SUCCESS) {
        windows_failed(windows_code((DWORD)status));
        return NULL;
    }
    DWORD count = 0, longest_name = 0, longest = 0;
    RegQueryInfoKeyW(opened, NULL, NULL, NULL, NULL, NULL, NULL, &count, &longest_name, &longest, NULL, NULL);
    wchar_t *name = windows_room((longest_name + 1) * sizeof *name);
    BYTE *bytes = windows_room(longest + sizeof(wchar_t));
    struct windows_bytes values = {0};
    for (DWORD i = 0; i < count; i++) {
        DWORD name_count = longest_name + 1, size = longest, type;
        if (RegEnumValueW(opened, i, name, &name_count, NULL, &type, bytes, &size) != ERROR_SUCCESS) continue;
        char *value = text_of(type, bytes, size), *label = windows_narrow(name, name_count);
        if (value) {
            windows_add_entry(&values, label);
            values.bytes[values.count - 1] = '=';
            windows_add_entry(&values, value);
        }
        free(value);
        free(label);
    }
    RegCloseKey(opened);
    free(name);
    free(bytes);
    *length = (intptr_t)values.count;
    return values.bytes;
}

// MARK: Passwords

int32_t windows_keep_password(const char *target, const char *user, const uint8_t *bytes, intptr_t count) {
    if (count > CRED_MAX_CREDENTIAL_BLOB_SIZE) return windows_failed(windows_too_big);
    wchar_t *name = windows_wide(target), *owner = windows_wide(user);
    CREDENTIALW credential = {
        .Type = CRED_TYPE_GENERIC,
        .TargetName = name,
        .CredentialBlobSize = (DWORD)count,
        .CredentialBlob = (LPBYTE)(uintptr_t)bytes,
        // Not on the other machines of the user.
        .Persist = CRED_PERSIST_LOCAL_MACHINE,
        .UserName = owner,
    };
    const BOOL done = CredWriteW(&credential, 0);
    const DWORD error = GetLastError();
    free(name);
    free(owner);
    return done ? 0 : windows_failed(windows_code(error));
}

char *windows_password(const char *target, intptr_t *length) {
    *length = 0;
    wchar_t *name = windows_wide(target);
    CREDENTIALW *credential;
    const BOOL done = CredReadW(name, CRED_TYPE_GENERIC, 0, &credential);
    if (!done) windows_failed_last();
    free(name);
    if (!done) return NULL;
    char *password = windows_room(credential->CredentialBlobSize + 1);
    memcpy(password, credential->CredentialBlob, credential->CredentialBlobSize);
    password[credential->CredentialBlobSize] = 0;
    *length = (intptr_t)credential->CredentialBlobSize;
    SecureZeroMemory(credential->CredentialBlob, credential->CredentialBlobSize);
    CredFree(credential);
    return password;
}

#endif
