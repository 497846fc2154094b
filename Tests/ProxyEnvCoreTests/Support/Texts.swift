@testable import ProxyEnvCore

extension [UInt8] {
    /// The UTF-8 of `text`.
    init(_ text: String) { self = Array(text.utf8) }

    /// These bytes as text, for failures that people can read.
    var shown: String { DisplayText.escaped(self) }

    /// These bytes as text, as they are.
    var text: String { String(decoding: self, as: UTF8.self) }
}

extension Environment {
    /// An environment of `NAME=VALUE` entries.
    init(_ entries: String...) { self.init(entries: entries.map { [UInt8]($0) }) }

    /// The entries as text.
    var shown: [String] { entries.map { $0.shown } }
}

extension EnvironmentPatch {
    /// The changes as people read them: `NAME=value`, and `-NAME` for one that is unset.
    var shown: [String] {
        changes.map { change in
            change.value.map { "\(change.name)=\($0.shown)" } ?? "-\(change.name)"
        }
    }
}
