#if defined(_WIN32)

#include "Internal.h"

#include <aclapi.h>

/// A security identifier, of at most 68 bytes.
typedef union {
    SID sid;
    BYTE bytes[SECURITY_MAX_SID_SIZE];
} identifier;

/// The user of `token`, in `user`; whether it is known.
static int user_of(HANDLE token, identifier *user) {
    union {
        TOKEN_USER user;
        BYTE bytes[sizeof(TOKEN_USER) + SECURITY_MAX_SID_SIZE];
    } info;
    DWORD size;
    return GetTokenInformation(token, TokenUser, &info, sizeof info, &size)
        && CopySid(sizeof *user, user, info.user.User.Sid);
}

/// The user of this process.
static identifier *current_user(void) {
    static identifier user;
    static int is_known;
    HANDLE token;
    if (!is_known && OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token)) {
        is_known = user_of(token, &user);
        CloseHandle(token);
    }
    return is_known ? &user : NULL;
}

int windows_is_users(HANDLE process) {
    HANDLE token;
    identifier user;
    if (!OpenProcessToken(process, TOKEN_QUERY, &token)) return 0;
    const int is_users = current_user() && user_of(token, &user) && EqualSid(&user, current_user());
    CloseHandle(token);
    return is_users;
}

/// Whether the identifier is the machine's: SYSTEM, the administrators, TrustedInstaller.
static int is_machine(PSID sid) {
    static const DWORD installer[] = {80, 956008885, 3418522649, 1831038044, 1853292631, 2271478464};
    static const SID_IDENTIFIER_AUTHORITY authority = SECURITY_NT_AUTHORITY;
    if (IsWellKnownSid(sid, WinLocalSystemSid) || IsWellKnownSid(sid, WinBuiltinAdministratorsSid)) return 1;
    if (*GetSidSubAuthorityCount(sid) != 6) return 0;
    if (memcmp(GetSidIdentifierAuthority(sid), &authority, sizeof authority)) return 0;
    for (DWORD i = 0; i < 6; i++) {
        if (*GetSidSubAuthority(sid, i) != installer[i]) return 0;
    }
    return 1;
}

/// Whether what the identifier may do is no other's affair: it is the user, the machine, or stands for the owner.
static int is_trusted(PSID sid) {
    return is_machine(sid) || (current_user() && EqualSid(sid, current_user()))
        || IsWellKnownSid(sid, WinCreatorOwnerSid) || IsWellKnownSid(sid, WinCreatorOwnerRightsSid);
}

static uint32_t last_part(PSID sid) {
    const UCHAR count = *GetSidSubAuthorityCount(sid);
    return count ? *GetSidSubAuthority(sid, count - 1u) : 0;
}

uint32_t windows_user(void) { return current_user() ? last_part(current_user()) : UINT32_MAX; }

static int64_t number_of(PSID sid) {
    if (is_machine(sid)) return 0;
    const uint32_t part = last_part(sid);
    if (current_user() && EqualSid(sid, current_user())) return part;
    // Of another machine or domain, though its last part is the same.
    return part == windows_user() || part == 0 ? part ^ 0x80000000u : part;
}

/// What an entry of an access list lets others do.
static int64_t others_of(PSID sid, ACCESS_MASK mask, int is_folder) {
    const DWORD control = WRITE_DAC | WRITE_OWNER | DELETE | GENERIC_WRITE | GENERIC_ALL;
    int64_t others = 0;
    if (mask & (FILE_READ_DATA | GENERIC_READ | GENERIC_ALL)) others |= windows_others_read;
    if (mask & (FILE_WRITE_DATA | FILE_APPEND_DATA | control)) others |= windows_others_write;
    if (is_folder && mask & (FILE_DELETE_CHILD | control)) others |= windows_others_replace;
    if (others & windows_others_write
        && (IsWellKnownSid(sid, WinWorldSid) || IsWellKnownSid(sid, WinAuthenticatedUserSid)
            || IsWellKnownSid(sid, WinBuiltinUsersSid) || IsWellKnownSid(sid, WinBuiltinGuestsSid)
            || IsWellKnownSid(sid, WinInteractiveSid) || IsWellKnownSid(sid, WinAnonymousSid))) {
        others |= windows_others_everybody;
    }
    return others;
}

/// The owner and the access list of what is open; NULL if they cannot be read. Free it.
///
/// This is asked for each folder above a file that `use` reads, and so by what is loaded already: GetSecurityInfo would load
/// advapi32.dll and what that needs.
static PSECURITY_DESCRIPTOR descriptor_of(HANDLE handle) {
    const SECURITY_INFORMATION wanted = OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION;
    DWORD size = 512;
    for (int tries = 0; tries < 3; tries++) {
        PSECURITY_DESCRIPTOR descriptor = windows_room(size);
        if (GetKernelObjectSecurity(handle, wanted, descriptor, size, &size)) return descriptor;
        const DWORD error = GetLastError();
        free(descriptor);
        if (error != ERROR_INSUFFICIENT_BUFFER) return NULL;
    }
    return NULL;
}

void windows_read_access(HANDLE handle, int is_folder, int64_t *status) {
    PSID owner = NULL;
    PACL list = NULL;
    BOOL has_list = FALSE, is_default;
    const int64_t all = windows_others_read | windows_others_write | windows_others_replace | windows_others_everybody;
    PSECURITY_DESCRIPTOR descriptor = descriptor_of(handle);
    if (!descriptor || !GetSecurityDescriptorOwner(descriptor, &owner, &is_default)
        || !GetSecurityDescriptorDacl(descriptor, &has_list, &list, &is_default)) {
        free(descriptor);
        // Who can't be told may be anybody.
        status[windows_status_owner] = -1;
        status[windows_status_others] = all;
        return;
    }
    status[windows_status_owner] = owner ? number_of(owner) : -1;
    // Without a list everybody may do everything.
    if (!has_list) list = NULL;
    if (!list) status[windows_status_others] = all;
    for (DWORD i = 0; list && i < list->AceCount; i++) {
        void *entry;
        if (!GetAce(list, i, &entry)) continue;
        const ACE_HEADER *header = entry;
        // What is denied takes nothing from the picture: it may be denied to others than those who are allowed.
        if (header->AceType != ACCESS_ALLOWED_ACE_TYPE || header->AceFlags & INHERIT_ONLY_ACE) continue;
        ACCESS_ALLOWED_ACE *allowed = entry;
        PSID sid = &allowed->SidStart;
        if (!is_trusted(sid)) status[windows_status_others] |= others_of(sid, allowed->Mask, is_folder);
    }
    free(descriptor);
}

SECURITY_DESCRIPTOR *windows_private(int is_folder) {
    identifier system, administrators;
    DWORD size = sizeof system;
    if (!current_user() || !CreateWellKnownSid(WinLocalSystemSid, NULL, &system, &size)) return NULL;
    size = sizeof administrators;
    if (!CreateWellKnownSid(WinBuiltinAdministratorsSid, NULL, &administrators, &size)) return NULL;
    const DWORD room = sizeof(ACL) + 3 * (sizeof(ACCESS_ALLOWED_ACE) + SECURITY_MAX_SID_SIZE);
    SECURITY_DESCRIPTOR *descriptor = windows_room(sizeof *descriptor + room);
    ACL *list = (ACL *)(descriptor + 1);
    const DWORD flags = is_folder ? OBJECT_INHERIT_ACE | CONTAINER_INHERIT_ACE : 0;
    if (InitializeSecurityDescriptor(descriptor, SECURITY_DESCRIPTOR_REVISION)
        && InitializeAcl(list, room, ACL_REVISION)
        && AddAccessAllowedAceEx(list, ACL_REVISION, flags, FILE_ALL_ACCESS, current_user())
        && AddAccessAllowedAceEx(list, ACL_REVISION, flags, FILE_ALL_ACCESS, &system)
        && AddAccessAllowedAceEx(list, ACL_REVISION, flags, FILE_ALL_ACCESS, &administrators)
        && SetSecurityDescriptorDacl(descriptor, TRUE, list, FALSE)
        && SetSecurityDescriptorControl(descriptor, SE_DACL_PROTECTED, SE_DACL_PROTECTED)) {
        return descriptor;
    }
    free(descriptor);
    return NULL;
}

int32_t windows_make_private(const char *path) {
    wchar_t *name = windows_wide_path(path);
    HANDLE handle = CreateFileW(name, READ_CONTROL | WRITE_DAC, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
        NULL, OPEN_EXISTING, FILE_FLAG_OPEN_REPARSE_POINT, NULL);
    const DWORD error = GetLastError();
    free(name);
    if (handle == INVALID_HANDLE_VALUE) return windows_failed(windows_code(error));
    SECURITY_DESCRIPTOR *descriptor = windows_private(0);
    const SECURITY_INFORMATION what = DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION;
    const DWORD result = !descriptor ? ERROR_ACCESS_DENIED
        : SetSecurityInfo(handle, SE_FILE_OBJECT, what, NULL, NULL, (ACL *)(descriptor + 1), NULL);
    free(descriptor);
    CloseHandle(handle);
    return result ? windows_failed(windows_code(result)) : 0;
}

int32_t windows_copy_access(const char *path, int32_t descriptor) {
    wchar_t *name = windows_wide_path(path);
    HANDLE model = CreateFileW(name, READ_CONTROL | FILE_READ_ATTRIBUTES,
        FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL, OPEN_EXISTING, FILE_FLAG_OPEN_REPARSE_POINT, NULL);
    DWORD error = GetLastError();
    free(name);
    if (model == INVALID_HANDLE_VALUE) return windows_failed(windows_code(error));
    PACL list = NULL;
    PSECURITY_DESCRIPTOR found = NULL;
    SECURITY_DESCRIPTOR_CONTROL control = 0;
    DWORD revision;
    error = GetSecurityInfo(model, SE_FILE_OBJECT, DACL_SECURITY_INFORMATION, NULL, NULL, &list, NULL, &found);
    if (!error && GetSecurityDescriptorControl(found, &control, &revision)) {
        // What the old file had from its folder the new one gets from there too.
        const SECURITY_INFORMATION inherits = control & SE_DACL_PROTECTED ? PROTECTED_DACL_SECURITY_INFORMATION
                                                                          : UNPROTECTED_DACL_SECURITY_INFORMATION;
        error = SetSecurityInfo(windows_handle(descriptor), SE_FILE_OBJECT, DACL_SECURITY_INFORMATION | inherits, NULL,
            NULL, list, NULL);
    }
    if (found) LocalFree(found);
    const DWORD marks = FILE_ATTRIBUTE_HIDDEN | FILE_ATTRIBUTE_SYSTEM | FILE_ATTRIBUTE_NOT_CONTENT_INDEXED;
    FILE_BASIC_INFO basic;
    if (!error && GetFileInformationByHandleEx(model, FileBasicInfo, &basic, sizeof basic)
        && basic.FileAttributes & marks) {
        // Times that are 0 stay as they are.
        FILE_BASIC_INFO new = {.FileAttributes = FILE_ATTRIBUTE_ARCHIVE | (basic.FileAttributes & marks)};
        SetFileInformationByHandle(windows_handle(descriptor), FileBasicInfo, &new, sizeof new);
    }
    CloseHandle(model);
    return error ? windows_failed(windows_code(error)) : 0;
}

#endif
