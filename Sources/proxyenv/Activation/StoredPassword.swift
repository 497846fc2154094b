import ProxyEnvCore

/// A password that proxyenv itself keeps in the system's store, as a profile's `password-command` names it.
enum StoredPassword {
    /// The words of the `password-command` for `profile`.
    static func words(for profile: String) -> [[UInt8]] {
        prefix + [Array(profile.utf8)]
    }

    private static let prefix = ["proxyenv", "stored-password"].map { Array($0.utf8) }

    /// The profile that `words` ask for, or nil where they are another command.
    ///
    /// Such words start no program: this process has the answer itself, wherever PATH leads.
    static func profile(askedBy words: [[UInt8]]) -> String? {
        guard words.count == 3, words.starts(with: prefix) else { return nil }
        return String(decoding: words[2], as: UTF8.self)
    }
}
