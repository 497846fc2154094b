import TestSupport
import Testing

@testable import ProxyEnvCore

/// A reader, and a text that is made of pieces of which one is repeated.
struct LinearCase: Sendable {
    let name: String
    var head = ""
    let piece: @Sendable (Int) -> String
    var tail = ""
    let read: @Sendable ([UInt8]) -> Void

    /// The text of about `size` bytes.
    func text(_ size: Int) -> [UInt8] {
        var text = Array(head.utf8)
        text.reserveCapacity(size + 256)
        var index = 0
        while text.count < size {
            text += piece(index).utf8
            index += 1
        }
        return text + Array(tail.utf8)
    }
}

extension LinearCase {
    /// Expects that sixteen times as much input takes about sixteen times the work.
    func check(_ sizes: Work.Sizes = .worst) {
        let ratio = Work.ratio(sizes, of: text, read)
        #expect(ratio <= Work.mostRatio, "\(name): \(ratio)")
    }

    /// Shapes that are bad for one reader or another; each is given to each.
    static let shapes: [(name: String, head: String, piece: @Sendable (Int) -> String)] = [
        ("one letter", "", { _ in "a" }), ("blanks", "x", { _ in " " }),
        ("lines", "", { _ in "\n" }),
        ("references", "https-proxy=", { _ in "${" }), ("quotes", "", { _ in "\"" }),
        ("backslashes", "k=\"", { _ in "\\" }), ("brackets", "", { _ in "[" }),
        ("braces", "", { _ in "{" }), ("braces with names", "", { _ in "{\"a\":" }),
        ("comments", "", { _ in "/*" }), ("tags", "", { _ in "<a>" }),
        ("tag ends", "", { _ in "<" }),
        ("comment tags", "", { _ in "<!--" }), ("equals", "", { _ in "=" }),
        ("colons", "", { _ in ":" }),
        ("keys", "", { "key\($0)=value\n" }), ("same keys", "", { _ in "proxy=http://h:1\n" }),
        ("settings", "[global]\n", { _ in "proxy=http://h:1\nnoproxy=\nproxy=null\n" }),
        ("continued", "[global]\nproxy=x\n", { _ in " a\n" }),
        ("deeper", "", { String(repeating: " ", count: $0 % 900) + "k:\n" }),
        ("YAML keys", "", { "k\($0): \"v\"\n" }), ("list", "noproxy:\n", { "  - h\($0)\n" }),
        ("at signs", "http://", { _ in "@" }), ("schemes", "", { _ in "://a" }),
        ("commas", "", { "h\($0)," }), ("wild", "", { "*.h\($0)," }),
        ("bad UTF-8", "", { _ in "\u{FFFD}\u{301}" }),
    ]
}
