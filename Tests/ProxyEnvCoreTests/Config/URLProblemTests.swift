import Testing

@testable import ProxyEnvCore

/// What is wrong with a proxy's URL or an entry of `no-proxy`, and which bytes of the file show it.
@Suite struct URLProblemTests {
    private static let credentialsHint =
        "Give them as `username` and `password-command`: proxyenv encodes them."
    private static let hostHint =
        "Use ASCII letters, digits, `.`, `-` and `_`, no `-` first; other scripts as `xn--…`."
    private static let portHint = "Add it, as `:7890`: without one curl takes 1080, and Python 80."
    private static let schemeHint =
        "Use one of `http`, `https`, `socks5`, `socks5h`, `socks4`, `socks4a`."
    private static let example = "Write it like `http://127.0.0.1:7890`."
    private static let ipv6Hint = "Write it like `http://[::1]:7890`."

    @Test(arguments: [
        Problem("'1️⃣'2️⃣", "the proxy's URL is empty", example),
        Problem(
            "'1️⃣127.0.0.1:78902️⃣'", "this proxy's URL has no scheme",
            "Put `http://` in front, or `socks5h://` if the port speaks only SOCKS."),
        Problem(
            "'1️⃣socks2️⃣://h:1'", "`socks` could be any of SOCKS 4, 4a, 5 and 5h",
            "Write `socks5h://`, or `http://` if the port speaks both, which more tools understand."
        ),
        Problem("'1️⃣ftp2️⃣://h:1'", "`ftp` is not a protocol for a proxy", schemeHint),
        Problem("'http://1️⃣:12️⃣'", "this proxy's URL has no host", example),
        Problem("'http://u@1️⃣'2️⃣", "this proxy's URL has no host", example),
        Problem("'http://1️⃣é2️⃣:1'", "`é` cannot be a host", hostHint),
        Problem("'http://1️⃣{wsl}2️⃣:1'", "`{wsl}` cannot be a host", hostHint),
        Problem("'http://1️⃣::1:78902️⃣'", "this is not an IPv6 address in brackets", ipv6Hint),
        Problem("'http://1️⃣[::g]:12️⃣'", "this is not an IPv6 address in brackets", ipv6Hint),
        Problem("'http://1️⃣[::12️⃣'", "this is not an IPv6 address in brackets", ipv6Hint),
        Problem("'http://h1️⃣'2️⃣", "this proxy's URL has no port", portHint),
        Problem("'http://h1️⃣/2️⃣'", "this proxy's URL has no port", portHint),
        Problem("'http://h1️⃣:2️⃣'", "this proxy's URL has no port", portHint),
        Problem("'http://h:1️⃣02️⃣'", "`0` is not a port, expected 1 to 65535"),
        Problem("'http://h:1️⃣999992️⃣'", "`99999` is not a port, expected 1 to 65535"),
        Problem("'http://h:1️⃣8x2️⃣'", "what follows the host is not a port, expected 1 to 65535"),
        Problem(
            "'http://h:11️⃣/x2️⃣'", "a proxy's URL ends after the port",
            "Delete what follows the port."),
        Problem("'http://h:11️⃣ 2️⃣'", "blank in a proxy's URL", "Delete it."),
        Problem(
            "'http://h1️⃣\t2️⃣:1'", "control character `\\u{9}` in a proxy's URL", "Delete it."),
        Problem(
            "1️⃣\"http://h\\r:1\"2️⃣", "control character `\\u{d}` in a proxy's URL", "Delete it."),
        Problem("'http://u:p1️⃣@2️⃣q@h:1'", "raw `@` in a user name or password", credentialsHint),
        Problem("'http://u:p1️⃣/2️⃣q@h:1'", "raw `/` in a user name or password", credentialsHint),
        Problem("'http://u:p1️⃣#2️⃣q@h:1'", "raw `#` in a user name or password", credentialsHint),
        Problem("'http://u:p1️⃣?2️⃣q@h:1'", "raw `?` in a user name or password", credentialsHint),
        Problem(
            "'http://u:1️⃣5%2️⃣@h:1'", "`%` that is not followed by two hexadecimal digits",
            credentialsHint),
        Problem("'http://1️⃣%002️⃣@h:1'", "a NUL in a user name or password", "Delete it."),
    ])
    func `a URL that tools would disagree on is refused, with what to write`(problem: Problem) {
        for key in ["url", "all"] {
            let other = key == "url" ? "" : "url = 'http://h:1'\n"
            let head = [UInt8]("[profiles.a]\n\(other)\(key) = ")
            let found = Configuration(head + problem.text.bytes).findings
            let range = problem.text.range
            #expect(found.map { $0.message } == [problem.message])
            #expect(found.map { $0.hint } == [problem.hint])
            #expect(
                found.map { $0.range }
                    == [range.lowerBound + head.count..<range.upperBound + head.count])
        }
    }

    @Test func `a URL written with escapes is marked whole`() {
        let text = MarkedText("[profiles.a]\nurl = 1️⃣\"http://\\u0068:0\"2️⃣")
        #expect(Configuration(text.bytes).findings.map { $0.range } == [text.range])
    }

    private static let invalidHint =
        "Write it like `.corp.example`, `10.0.0.0/8` or `git.corp.example:8443`."

    @Test(arguments: [
        Problem("1️⃣''2️⃣", "empty entry in `no-proxy`", "Delete it."),
        Problem(
            "'a', 1️⃣'*'2️⃣", "`*` in `no-proxy` would switch the proxy off",
            "To go without a proxy, use the profile `direct`."),
        Problem(
            "1️⃣'a,b'2️⃣", "more than one host in an entry of `no-proxy`",
            "Write one string for each: `[\"a.example\", \"b.example\"]`."),
        Problem(
            "1️⃣'10.0.0.0/33'2️⃣", "`10.0.0.0/33` is not a host, an address or a network", invalidHint),
        Problem(
            "'a', 1️⃣'http://x'2️⃣, 'b'", "`http://x` is not a host, an address or a network",
            invalidHint),
        Problem("1️⃣\"a\\n\"2️⃣", "`a\\u{a}` is not a host, an address or a network", invalidHint),
    ])
    func `an entry of no-proxy is one host, address or network`(problem: Problem) {
        for head in ["no-proxy = [", "[profiles.a]\nurl = 'http://h:1'\nno-proxy = ["] {
            let found = Configuration([UInt8](head) + problem.text.bytes + [UInt8]("]")).findings
            let start = head.utf8.count
            let range = problem.text.range
            #expect(found.map { $0.message } == [problem.message])
            #expect(found.map { $0.hint } == [problem.hint])
            #expect(found.map { $0.range } == [range.lowerBound + start..<range.upperBound + start])
        }
    }
}
