/// How names are spelled in a shell to which `http_proxy` and `HTTP_PROXY` are one variable.
///
/// Such a variable keeps the spelling of its first setting, so that another one would be a second variable to the programs
/// that the shell starts, or be lost.
struct Spellings: Sendable {
    private let index: EnvironmentIndex

    /// The spellings in `names`, of which the first one of a name counts.
    init(_ names: [some Collection<UInt8>]) {
        index = EnvironmentIndex(
            Environment(
                entries: names.map { name in
                    name.map { $0.lowercased } + [UInt8(ascii: "=")] + name
                }))
    }

    /// The spelling of `name`, which is its own where there is no other.
    subscript(_ name: String) -> String {
        index[name.utf8.map { $0.lowercased }].map { String(decoding: $0, as: UTF8.self) } ?? name
    }
}
