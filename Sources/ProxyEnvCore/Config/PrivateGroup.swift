/// Tells the group that a user has for themselves alone, to which a umask of 002 lets files belong.
///
/// The lists of users and groups are read here, as a static program has nothing of the C library's name services. What
/// they do not say counts as shared: a user or a group of a directory service, for one.
public enum PrivateGroup {
    /// Whether nobody but the user has the group.
    ///
    /// As Debian's OpenSSH has it: the group is the user's primary one, no other user's, and has no other members.
    /// Besides, it has the user's name or number, and is not root's group, which many programs in containers have.
    ///
    /// - Parameters:
    ///   - group: The group's number.
    ///   - user: The user's number.
    ///   - users: What `/etc/passwd` holds.
    ///   - groups: What `/etc/group` holds.
    /// - Returns: Whether it is known to be so.
    public static func isPrivate(
        _ group: UInt32, of user: UInt32, users: [UInt8], groups: [UInt8]
    ) -> Bool {
        guard group != 0, let names = names(of: user, alone: group, in: users) else { return false }
        var isFound = false
        for line in lines(of: groups) {
            // From here on others are listed elsewhere (`nsswitch.conf`'s `compat`).
            if line.first == UInt8(ascii: "+") { return false }
            let fields = line.split(
                separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
            guard fields.count > 3, number(fields[2]) == group else { continue }
            let members = fields[3].split(separator: UInt8(ascii: ","))
            guard members.allSatisfy({ names.contains($0) }),
                names.contains(fields[0]) || group == user
            else { return false }
            isFound = true
        }
        return isFound
    }

    /// The names of the user, if `group` is their primary group and nobody else's; nil if not.
    private static func names(
        of user: UInt32, alone group: UInt32, in users: [UInt8]
    ) -> [ArraySlice<UInt8>]? {
        var names: [ArraySlice<UInt8>] = []
        for line in lines(of: users) {
            if line.first == UInt8(ascii: "+") { return nil }
            let fields = line.split(
                separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
            guard fields.count > 3, number(fields[3]) == group else { continue }
            guard number(fields[2]) == user else { return nil }
            // More names than a user ever has are no list to search again and again.
            if names.count == 16 { return nil }
            names.append(fields[0])
        }
        return names.isEmpty ? nil : names
    }

    private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
        text.split(separator: 0x0A).filter { $0.first != UInt8(ascii: "#") }
    }

    private static func number(_ text: ArraySlice<UInt8>) -> UInt32? {
        UInt32(String(decoding: text, as: UTF8.self), radix: 10)
    }
}
