import Testing

@testable import ProxyEnvCore

/// What is said of a file that is TOML, but not what proxyenv can follow.
@Suite struct ConfigReaderTests {
    private static func expect(_ problem: Problem) {
        #expect(Configuration(problem.text.bytes).findings == [Finding(problem)])
    }

    /// `text` behind the header and the URL of a profile.
    private static func profile(
        _ text: String, _ message: String, _ hint: String? = nil
    ) -> Problem {
        Problem("[profiles.a]\nurl = 'http://h:1'\n\(text)\n", message, hint)
    }

    private static let stringHint = #"Write it in quotes: `"…"`."#
    private static let arrayHint = #"Write `["one", "two"]`."#
    private static let booleanHint = "Write it without quotes."
    private static let nameHint =
        "Use letters, digits, `_`, `.` and `-`; not `-` first, not digits alone."
    private static let variableHint = "Use letters, digits and `_`, and no digit first."
    private static let routeHint = "Add `url = \"http://127.0.0.1:7890\"`, with your proxy's port."

    @Test(arguments: [
        Problem(
            "1️⃣defualt2️⃣ = 'clash'", "unknown key `defualt` in the file",
            "Did you mean `default`?"),
        Problem("1️⃣x2️⃣ = 1", "unknown key `x` in the file"),
        Problem(
            "[1️⃣profile2️⃣.a]", "unknown key `profile` in the file", "Did you mean `profiles`?"),
        Problem(
            "\"1️⃣no_proxy2️⃣\" = []", "unknown key `no_proxy` in the file",
            "Did you mean `no-proxy`?"),
        Problem("\"1️⃣\\u001b2️⃣\" = 1", "unknown key `\\u{1b}` in the file"),
        profile(
            "1️⃣user-name2️⃣ = 'x'", "unknown key `user-name` in profile `a`",
            "Did you mean `username`?"),
        profile("1️⃣proxy2️⃣ = 'x'", "unknown key `proxy` in profile `a`"),
        Problem(
            "[commands]\nnpm = { 1️⃣profil2️⃣ = 'direct' }",
            "unknown key `profil` in the rule for `npm`", "Did you mean `profile`?"),
    ])
    func `a key that is unknown names the nearest that is known`(problem: Problem) {
        Self.expect(problem)
    }

    @Test(arguments: [
        Problem("default = 1️⃣12️⃣", "`default` is a string, found an integer", stringHint),
        Problem(
            "no-proxy = 1️⃣'x'2️⃣", "`no-proxy` is an array of strings, found a string",
            arrayHint),
        Problem("no-proxy = [1️⃣1.52️⃣]", "`no-proxy` is a string, found a float", stringHint),
        Problem(
            "no-proxy-inherit = 1️⃣'true'2️⃣",
            "`no-proxy-inherit` is `true` or `false`, found a string", booleanHint),
        Problem("profiles = 1️⃣[]2️⃣", "`profiles` is a table, found an array"),
        Problem("1️⃣[[commands]]2️⃣", "`commands` is a table, found an array of tables"),
        Problem("[profiles]\na = 1️⃣'http://h:1'2️⃣", "`a` is a table, found a string"),
        Problem(
            "[profiles.a]\nurl = 1️⃣2020-01-012️⃣",
            "`url` is a string, found a date or time", stringHint),
        profile(
            "description = 1️⃣true2️⃣", "`description` is a string, found a Boolean", stringHint),
        profile("env = 1️⃣'A=1'2️⃣", "`env` is a table of strings, found a string"),
        profile("env = { A = 1️⃣12️⃣ }", "`A` is a string, found an integer", stringHint),
        profile(
            "first-reachable = 1️⃣{}2️⃣",
            "`first-reachable` is an array of strings, found a table", arrayHint),
        Problem(
            "[commands]\nnpm = 1️⃣[]2️⃣",
            "`npm` is `true`, a profile's name or a table, found an array"),
        Problem(
            "[commands]\nnpm = { profile = 1️⃣true2️⃣ }",
            "`profile` is a string, found a Boolean", stringHint),
    ])
    func `a value of the wrong type says what is wanted and what is there`(problem: Problem) {
        Self.expect(problem)
    }

    @Test(arguments: [
        Problem("default = 1️⃣''2️⃣", "`default` is empty"),
        profile("username = 1️⃣''2️⃣", "`username` is empty"),
        profile("ca-file = 1️⃣\"\"2️⃣", "`ca-file` is empty"),
        profile(
            "username = 'x'\npassword-command = 1️⃣[]2️⃣", "`password-command` is empty"),
        profile(
            "username = 'x'\npassword-command = 1️⃣['']2️⃣", "`password-command` is empty"),
        Problem("[profiles.a]\nfirst-reachable = 1️⃣[]2️⃣", "`first-reachable` is empty"),
        profile(
            "env = { A = 1️⃣\"\\u0000\"2️⃣ }", "`A` holds a NUL, which no variable can"),
        profile(
            "username = 1️⃣\"x\\u0000\"2️⃣", "`username` holds a NUL, which no variable can"),
    ])
    func `text that can be nothing is refused where it would do harm`(problem: Problem) {
        Self.expect(problem)
    }

    @Test(arguments: [
        Problem(
            "[profiles.1️⃣a2️⃣]", "profile `a` says nowhere where its proxy is", routeHint),
        Problem(
            "[profiles.1️⃣a2️⃣]\nall = 'http://h:1'",
            "profile `a` says nowhere where its proxy is", routeHint),
        Problem(
            "[profiles.1️⃣a2️⃣]\nhttp = 'http://h:1'",
            "profile `a` says nowhere where its proxy is", routeHint),
        profile(
            "1️⃣first-reachable2️⃣ = ['direct']",
            "`first-reachable` and `url` cannot both be given", "Keep one of the two."),
        Problem(
            "[profiles.a]\nall = 'http://h:1'\n1️⃣first-reachable2️⃣ = ['direct']",
            "`first-reachable` and `all` cannot both be given", "Keep one of the two."),
        profile(
            "ca-file = 'x'\n1️⃣ca-bundle2️⃣ = 'y'",
            "`ca-bundle` and `ca-file` cannot both be given", "Keep one of the two."),
        profile(
            "username = 'x'\npassword = 'y'\n1️⃣password-env2️⃣ = 'Z'",
            "`password-env` and `password` cannot both be given", "Keep one of the two."),
        Problem(
            "[profiles.a]\nurl = 'http://u@h:1'\n1️⃣username2️⃣ = 'u'",
            "`username` and a user name in `url` cannot both be given", "Keep one of the two."),
        profile(
            "1️⃣password2️⃣ = 'x'", "a password without a `username`",
            "Add `username = \"…\"` to the profile."),
    ])
    func `a profile says where its proxy is, once`(problem: Problem) { Self.expect(problem) }

    @Test(arguments: [
        Problem("[profiles.\"1️⃣a b2️⃣\"]", "`a b` cannot be a profile's name", nameHint),
        Problem("[profiles.1️⃣78902️⃣]", "`7890` cannot be a profile's name", nameHint),
        Problem("[profiles.1️⃣-a2️⃣]", "`-a` cannot be a profile's name", nameHint),
        Problem("[profiles.'1️⃣$(x)2️⃣']", "`$(x)` cannot be a profile's name", nameHint),
        Problem(
            "default = 1️⃣'a/b'2️⃣", "`a/b` cannot be a profile",
            "Give a profile's name, a proxy's URL such as `http://127.0.0.1:7890`, or a port."),
        Problem(
            "[profiles.a]\nfirst-reachable = ['direct', 1️⃣\"x\\n\"2️⃣]",
            "`x\\u{a}` cannot be a profile's name", nameHint),
        profile("env = { '1️⃣A=B2️⃣' = 'x' }", "`A=B` cannot be a variable's name", variableHint),
        profile("env.1️⃣1A2️⃣ = 'x'", "`1A` cannot be a variable's name", variableHint),
        profile(
            "username = 'x'\npassword-env = 1️⃣'A B'2️⃣", "`***` cannot be a variable's name",
            variableHint),
        profile(
            "env.1️⃣PROXYENV_STATE2️⃣ = 'x'", "`PROXYENV_STATE` is one of proxyenv's own variables",
            "Leave it out; proxyenv sets it."),
    ])
    func `names of profiles and variables are safe everywhere`(problem: Problem) {
        Self.expect(problem)
    }
}
