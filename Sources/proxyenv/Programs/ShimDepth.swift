import ProxyEnvCore

/// How deep shims stand in shims: what ends a loop through a tool that calls back by name.
///
/// PROXYENV_SHIM_DEPTH holds `SAME.ALL.DIGEST`: how often in a row the same command was started with the same arguments in
/// the same folder, how many shims there are above in all, and what tells that it is the same. `make` that starts `make` in a
/// subfolder is no loop; one that comes back to itself is the same each time, or goes on for ever.
struct ShimDepth {
    /// The variable.
    static let variable = "PROXYENV_SHIM_DEPTH"
    /// The start of the same at which it is a loop.
    static let mostSame = 4
    /// The start of any at which it is one.
    static let mostAll = 64

    private let same: Int
    private let all: Int
    private let digest: [UInt8]

    /// The depth of the command with these words, started in `folder` with `environment`.
    init(_ words: [[UInt8]], in folder: [UInt8], _ environment: Environment) {
        var text = folder
        for word in words { text += [0] + word }
        digest = Digest64(of: text).hexadecimal
        let parts = (environment[Self.variable] ?? []).split(separator: UInt8(ascii: "."))
        let count = parts.first.flatMap { Self.number($0) } ?? 0
        let total = parts.count > 1 ? Self.number(parts[1]) ?? 0 : count
        // A number alone counts as the same.
        let isSame = parts.count < 3 || parts[2].elementsEqual(digest)
        same = isSame ? count + 1 : 1
        all = total + 1
    }

    /// Whether this start is one too many.
    var isLoop: Bool { same >= Self.mostSame || all >= Self.mostAll }

    /// What the command gets.
    var change: EnvironmentPatch {
        let text = Array("\(same).\(all).".utf8) + digest
        return EnvironmentPatch([.set(name: Self.variable, value: text)])
    }

    /// A number of at most three digits, as nothing longer was written by proxyenv.
    private static func number(_ text: ArraySlice<UInt8>) -> Int? {
        guard (1...3).contains(text.count), text.allSatisfy({ $0.isDigit }) else { return nil }
        return text.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
}
