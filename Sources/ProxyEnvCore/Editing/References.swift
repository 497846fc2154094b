/// A place of a document that names a profile.
public struct ProfileMention: Sendable {
    /// What kind of place it is.
    public enum Kind: Sendable, Equatable {
        /// The key `default`.
        case `default`
        /// The rule for a command.
        case rule(command: [UInt8])
        /// An element of the `first-reachable` of a profile.
        case candidate(profile: [UInt8])
    }

    /// What kind of place it is.
    public let kind: Kind
    /// The string that names the profile.
    public let node: ConfigDocument.NodeID
}

extension ConfigDocument {
    /// The places that name the profile `name`, in no particular order.
    public func mentions(of name: String) -> [ProfileMention] {
        let name = Array(name.utf8)
        var mentions: [ProfileMention] = []
        if let node = child(of: Self.root, named: "default"), string(node) == name {
            mentions.append(ProfileMention(kind: .default, node: node))
        }
        if let rules = table("commands") {
            for rule in children(of: rules) {
                let node = self[rule].isTable ? child(of: rule, named: "profile") : rule
                if let node, string(node) == name {
                    mentions.append(ProfileMention(kind: .rule(command: key(of: rule)), node: node))
                }
            }
        }
        if let profiles = table("profiles") {
            for profile in children(of: profiles) where self[profile].isTable {
                guard let list = child(of: profile, named: "first-reachable") else { continue }
                for candidate in children(of: list) where string(candidate) == name {
                    mentions.append(
                        ProfileMention(kind: .candidate(profile: key(of: profile)), node: candidate)
                    )
                }
            }
        }
        return mentions
    }
}
