/// A start-up script, before it is written in a language: the command, and how it gets its variables.
public struct StartScript: Sendable, Equatable {
    /// How the command gets its variables.
    public enum Method: Sendable, Equatable {
        /// The script makes this change itself, so that it works where there is no proxyenv.
        case variables(EnvironmentPatch)
        /// The script starts these words in front of the command: proxyenv, which looks the profile up then.
        case proxyenv([[UInt8]])
    }

    /// The command: a name, or a path.
    public let command: [UInt8]
    /// What the profile is called in the text.
    public let profile: String
    /// The version of proxyenv that makes it.
    public let version: String
    /// The words of the command line that makes it anew.
    public let remaking: [[UInt8]]
    /// How the command gets its variables.
    public let method: Method

    /// A script of these parts.
    public init(
        command: [UInt8], profile: String, version: String, remaking: [[UInt8]], method: Method
    ) {
        self.command = command
        self.profile = profile
        self.version = version
        self.remaking = remaking
        self.method = method
    }

    /// What is set and unset by the script itself.
    var patch: EnvironmentPatch {
        if case .variables(let patch) = method { patch } else { EnvironmentPatch() }
    }

    /// The words to start: what stands before the command, and the command.
    var words: [[UInt8]] {
        if case .proxyenv(let words) = method { words + [command] } else { [command] }
    }

    /// What the text says of itself, line by line; no date, so that the same call makes the same bytes.
    var header: [[UInt8]] {
        let name = Array(DisplayText.escaped(command).utf8)
        return [
            Array("Starts ".utf8) + name + Array(", with the profile \(profile).".utf8),
            Array("Made by proxyenv \(version). To make it again:".utf8),
            Array("  ".utf8) + remakingLine,
        ]
    }

    /// The command line that makes it anew, as a POSIX shell reads it.
    var remakingLine: [UInt8] {
        Array(remaking.map { PosixQuoting.word($0) }.joined(separator: [0x20]))
    }

    /// Checks that no word to start holds one of `bytes`, each of which `reason` names.
    ///
    /// A line's end has no place in a name, and a header could not hold it.
    ///
    /// - Throws: The first thing that can't be.
    func refuseInWords(
        _ bytes: [(byte: UInt8, reason: String)] = []
    ) throws(Unrepresentable) {
        for word in words + remaking {
            if word.contains(where: { $0.isControl }) {
                throw Unrepresentable(reason: "a control character")
            }
        }
        for word in words {
            for (byte, reason) in bytes where word.contains(byte) {
                throw Unrepresentable(reason: reason)
            }
        }
    }

    /// Checks that the words to start are text.
    ///
    /// - Throws: That one is not UTF-8.
    func requireTextInWords() throws(Unrepresentable) {
        for word in words where UTF8Reader.firstInvalidOffset(in: word) != nil {
            throw Unrepresentable(reason: "bytes that are not UTF-8")
        }
    }
}
