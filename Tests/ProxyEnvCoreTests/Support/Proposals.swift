@testable import ProxyEnvCore

extension ProxyKinds {
    /// The URLs for http, https and all, `-` where there is none.
    var shown: String {
        [http, https, all].map { $0.map { $0.text.text } ?? "-" }.joined(separator: " ")
    }
}

extension Proposal {
    /// The suffix of the name, the URLs, and the hosts.
    var shown: String {
        ([suffix, kinds.shown] + noProxy.map { $0.text }).filter { !$0.isEmpty }
            .joined(separator: " ")
    }
}

extension ImportFindings {
    /// The proposals, each on a line.
    var shown: [String] { proposals.map { $0.shown } }
}

extension SystemSettings {
    /// The way, the URLs and the hosts.
    var shown: String {
        let way =
            switch mode {
            case .direct: "direct"
            case .manual: kinds.shown
            case .automatic(let script): "script \(script.text)"
            case .environment: "environment"
            }
        return ([way] + noProxy.map { $0.text }).joined(separator: " ")
    }
}
