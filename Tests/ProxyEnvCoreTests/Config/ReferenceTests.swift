import Testing

@testable import ProxyEnvCore

/// Names of profiles that exist, rules for commands, and whom a file may belong to.
@Suite struct ReferenceTests {
    private static func expect(_ problem: Problem) {
        #expect(Configuration(problem.text.bytes).findings == [Finding(problem)])
    }

    private static let listHint = "See the profiles with `proxyenv list`."

    @Test(arguments: [
        Problem("default = 1️⃣'clahs'2️⃣", "there is no profile `clahs`", "Did you mean `clash`?"),
        Problem("default = 1️⃣'nowhere'2️⃣", "there is no profile `nowhere`", listHint),
        Problem(
            "[profiles.office]\nurl = 'http://h:1'\n[commands]\nnpm = 1️⃣'ofice'2️⃣",
            "there is no profile `ofice`", "Did you mean `office`?"),
        Problem(
            "[commands]\nnpm = { profile = 1️⃣'dirct'2️⃣ }", "there is no profile `dirct`",
            "Did you mean `direct`?"),
        Problem(
            "[profiles.a]\nfirst-reachable = ['auto', 1️⃣'xyz'2️⃣]",
            "there is no profile `xyz`", listHint),
    ])
    func `a profile that is named exists`(problem: Problem) { Self.expect(problem) }

    private static let cycleHint = "Take one of them out."
    private static let cycleMessage = "`first-reachable` leads back to itself: "

    @Test(arguments: [
        Problem("[profiles.a]\n1️⃣first-reachable2️⃣ = ['a']", cycleMessage + "a → a", cycleHint),
        Problem(
            "[profiles.clash]\n1️⃣first-reachable2️⃣ = ['direct', 'auto']",
            cycleMessage + "clash → auto → clash", cycleHint),
        Problem(
            "[profiles.a]\nfirst-reachable = ['b']\n[profiles.b]\n1️⃣first-reachable2️⃣ = ['b']",
            cycleMessage + "b → b", cycleHint),
    ])
    func `first-reachable does not lead back to itself`(problem: Problem) { Self.expect(problem) }

    @Test func `a cycle is told once, with its whole way round`() {
        let text = ["a", "b", "c"].map {
            "[profiles.\($0)]\nfirst-reachable = ['direct', 'NEXT']\n"
        }
        let next = zip(text, ["b", "c", "a"]).map {
            $0.split(separator: "NEXT").joined(separator: $1)
        }
        let findings = Configuration(next.joined()).findings
        #expect(findings.map { $0.message } == [Self.cycleMessage + "a → b → c → a"])
    }

    @Test func `profiles that share their candidates are no cycle`() {
        let text = """
            [profiles]
            a.first-reachable = ["b", "c"]
            b.first-reachable = ["d"]
            c.first-reachable = ["d", "auto"]
            d.first-reachable = ["direct"]
            """
        #expect(Configuration(text).findings == [])
    }

    private static let commandHint =
        "Use letters, digits, `_`, `.`, `+`, `@` and `-`, at most 64 of them."
    private static let reservedHint = "Wrap programs only, such as `codex` or `npm`."

    @Test(arguments: [
        Problem(
            "[commands]\n1️⃣-x2️⃣ = true", "`-x` cannot be a wrapped command's name", commandHint),
        Problem(
            "[commands]\n'1️⃣a b2️⃣' = 1", "`a b` cannot be a wrapped command's name", commandHint),
        Problem(
            "[commands]\n\"1️⃣a\\n2️⃣\" = 1", "`a\\u{a}` cannot be a wrapped command's name",
            commandHint),
        Problem(
            "[commands]\n'1️⃣a;b2️⃣' = true", "`a;b` cannot be a wrapped command's name", commandHint
        ),
        Problem("[commands]\n1️⃣cd2️⃣ = true", "`cd` is a word of a shell's own", reservedHint),
        Problem("[commands]\n1️⃣if2️⃣ = 'direct'", "`if` is a word of a shell's own", reservedHint),
        Problem(
            "[commands]\n1️⃣proxyenv2️⃣ = true", "`proxyenv` is a word of a shell's own",
            reservedHint),
        Problem(
            "[commands]\n1️⃣set_color2️⃣ = true", "`set_color` is a word of a shell's own",
            reservedHint),
    ])
    func `a command's name can be a function in every shell`(problem: Problem) {
        Self.expect(problem)
    }

    private static let privileged = [
        ("1️⃣password2️⃣ = 'x'", "`password` is refused, as others can write it"),
        ("1️⃣password-env2️⃣ = 'X'", "`password-env` is refused, as others can write it"),
        ("1️⃣password-file2️⃣ = 'x'", "`password-file` is refused, as others can write it"),
        ("1️⃣password-command2️⃣ = ['x']", "`password-command` is refused, as others can write it"),
        ("1️⃣env2️⃣ = { A = 'x' }", "`env` is refused, as others can write it"),
        ("1️⃣env2️⃣.A = 'x'", "`env` is refused, as others can write it"),
        ("1️⃣ca-file2️⃣ = 'x'", "`ca-file` is refused, as others can write it"),
        ("1️⃣ca-bundle2️⃣ = 'x'", "`ca-bundle` is refused, as others can write it"),
    ]

    private static func privileged(_ text: String, _ message: String) -> Problem {
        Problem("[profiles.a]\nurl = 'http://h:1'\nusername = 'u'\n\(text)", message, "Do so.")
    }

    @Test(arguments: privileged)
    func `a file that others can write gives no password, no variable and no certificate`(
        text: String, message: String
    ) {
        let problem = Self.privileged(text, message)
        let untrusted = Configuration(
            problem.text.bytes, distrust: Distrust(reason: "others can write it", cure: "Do so."))
        #expect(untrusted.findings == [Finding(problem)])
        #expect(untrusted.profile("a") == nil)
    }

    @Test(arguments: privileged)
    func `a file of the user's own gives them`(text: String, message: String) {
        let trusted = Configuration(Self.privileged(text, message).text.bytes)
        #expect(trusted.findings == [])
        #expect(trusted.profile("a") != nil)
    }

    @Test func `a rule's variables are checked like a profile's`() {
        let text = MarkedText("[commands]\nnpm = { 1️⃣env2️⃣ = { A = 'x' } }")
        let distrust = Distrust(reason: "it is root's", cure: "Do so.")
        let findings = Configuration(text.bytes, distrust: distrust).findings
        #expect(findings.map { $0.message } == ["`env` is refused, as it is root's"])
        #expect(findings.map { $0.range } == [text.range])
    }
}
