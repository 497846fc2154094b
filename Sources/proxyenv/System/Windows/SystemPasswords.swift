import CWindows

/// The system's own store of passwords: the Credential Manager, in which each user has their own.
enum SystemPasswords {
    /// What it is called.
    static var name: String? { "the Credential Manager" }

    /// The name under which the password of `profile` stands there, for people to see.
    private static func target(_ profile: String) -> [UInt8] { Array("proxyenv:\(profile)".utf8) }

    /// Puts `password` into it as that of `profile`, in the place of the one before.
    ///
    /// The corresponding function of Windows is `CredWriteW`.
    ///
    /// - Returns: Whether it was taken; 2,560 bytes are the most.
    static func keep(_ password: [UInt8], of profile: String) -> Bool {
        withCString(target(profile)) { target in
            withCString(Array(profile.utf8)) { user in
                password.withUnsafeBufferPointer {
                    windows_keep_password(target, user, $0.baseAddress, $0.count) == 0
                }
            }
        }
    }

    /// The password of `profile`, or nil where none is kept.
    ///
    /// The corresponding function of Windows is `CredReadW`.
    static func password(of profile: String) -> [UInt8]? {
        withCString(target(profile)) { target in CText.bytes { windows_password(target, $0) } }
    }
}
