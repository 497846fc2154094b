import Glibc

/// A user of this machine who has a group alone, and one whose group others have too.
struct Users {
    /// A user and a group, by their numbers.
    typealias Identity = (user: uid_t, group: gid_t)

    /// Whether the tests run as root, who alone can give files away and become another user.
    static let isRoot = geteuid() == 0

    var alone: Identity?
    var sharing: Identity?

    init() {
        let lines = String(decoding: Sandbox.content(of: "/etc/passwd") ?? [], as: UTF8.self)
            .split(separator: "\n")
            .map { $0.split(separator: ":", omittingEmptySubsequences: false) }
            .filter { $0.count > 3 }
        let groups = String(decoding: Sandbox.content(of: "/etc/group") ?? [], as: UTF8.self)
            .split(separator: "\n")
        for fields in lines {
            guard let user = uid_t(fields[2]), let group = gid_t(fields[3]), user > 0 else {
                continue
            }
            let isAlone = lines.count { $0[3] == fields[3] } == 1 && group > 0
            if isAlone, groups.contains("\(fields[0]):x:\(group):") { alone = (user, group) }
            if !isAlone, group > 0 { sharing = (user, group) }
        }
    }
}
