/// The system's own store of passwords, where it is asked without a program: none on this system.
enum SystemPasswords {
    /// What it is called, or nil where there is none.
    static var name: String? { nil }

    /// Puts `password` into it as that of `profile`.
    ///
    /// - Returns: Whether it was taken.
    static func keep(_ password: [UInt8], of profile: String) -> Bool { false }

    /// The password of `profile`, or nil where none is kept.
    static func password(of profile: String) -> [UInt8]? { nil }
}
