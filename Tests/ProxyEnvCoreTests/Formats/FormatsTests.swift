import Testing

@testable import ProxyEnvCore

/// What each document looks like, and what it can't hold.
@Suite struct FormatsTests {
    private let patch = EnvironmentPatch([
        .set(name: "A", value: [UInt8]("http://u:p%40@h:1")),
        .set(name: "B", value: [UInt8]("a b")), .unset(name: "C"),
    ])

    @Test(arguments: [
        ("prefix", "env -u C A='http://u:p%40@h:1' B='a b'\n"),
        ("json", "{\n  \"A\": \"http://u:p%40@h:1\",\n  \"B\": \"a b\",\n  \"C\": null\n}\n"),
        ("dotenv", "A=http://u:p%40@h:1\nB='a b'\n"),
        ("bat", "set \"A=http://u:p%%40@h:1\"\r\nset \"B=a b\"\r\nset \"C=\"\r\n"),
        ("docker", "A=http://u:p%40@h:1\nB=a b\n"),
        (
            "systemd",
            "[Service]\nEnvironment=\"A=http://u:p%%40@h:1\"\nEnvironment=\"B=a b\"\n"
                + "UnsetEnvironment=C\n"
        ),
        (
            "launchd",
            "launchctl setenv A 'http://u:p%40@h:1'\nlaunchctl setenv B 'a b'\n"
                + "launchctl unsetenv C\n"
        ),
        (
            "tmux",
            "set-environment -g A 'http://u:p%40@h:1'\nset-environment -g B 'a b'\n"
                + "set-environment -gr C\n"
        ),
        ("apt", "Acquire::http::Proxy \"DIRECT\";\nAcquire::https::Proxy \"DIRECT\";\n"),
    ])
    func `each document`(name: String, text: String) throws {
        let format = try #require(Formats.named([UInt8](name)))
        #expect(try format.script(for: patch).text == text)
    }

    @Test(arguments: [
        ("prefix", "a\0", "a NUL"), ("json", "\u{0}", "a NUL"),
        ("dotenv", "it's", "a single quote"),
        ("dotenv", "a\\b", "a backslash"), ("dotenv", "a\nb", "a newline"),
        ("bat", "a\"b", "a double quote"), ("docker", "a\nb", "a newline"),
        ("docker", "a\rb", "a carriage return"), ("tmux", "a\n#b", "a newline"),
        ("apt", "a\"b", "a double quote"), ("vscode", "${env:X}", "`${`"),
    ])
    func `what a document can't hold`(name: String, value: String, reason: String) throws {
        let format = try #require(Formats.named([UInt8](name)))
        #expect(throws: Unrepresentable(form: name, variable: "V", reason: reason)) {
            try format.script(for: EnvironmentPatch([.set(name: "V", value: [UInt8](value))]))
        }
    }

    @Test(
        arguments: Formats.documents.map { $0.name }
    )
    func `documents of text refuse bytes that are none`(name: String) throws {
        let format = try #require(Formats.named([UInt8](name)))
        let patch = EnvironmentPatch([.set(name: "V", value: [0xFF])])
        if ["prefix", "launchd"].contains(name) {
            #expect(try format.script(for: patch).contains(0xFF))
        } else {
            #expect(
                throws: Unrepresentable(
                    form: name, variable: "V", reason: "bytes that are not UTF-8")
            ) { try format.script(for: patch) }
        }
    }

    @Test func `GitHub's delimiter is never in the value`() throws {
        let first = try #require(Formats.named([UInt8]("github")))
        func script(_ value: [UInt8]) throws -> [Substring] {
            let patch = EnvironmentPatch([.set(name: "V", value: value)])
            return try first.script(for: patch).text.split(
                separator: "\n", omittingEmptySubsequences: false)
        }
        var value = [UInt8]("a\nb")
        for _ in 0..<5 {
            let lines = try script(value)
            let delimiter = try #require(lines.first).dropFirst(3)
            #expect(lines.dropFirst(1).dropLast(2).joined(separator: "\n") == value.text)
            #expect(lines.suffix(2) == [delimiter, ""])
            #expect(!value.text.contains(delimiter))
            value += [UInt8]("\n" + delimiter)
        }
    }

    @Test func `systemd's escapes`() throws {
        let patch = EnvironmentPatch([.set(name: "V", value: [UInt8]("a\"\\%h\n\u{1}é"))])
        #expect(
            try Format.systemd.script(for: patch).text
                == "[Service]\nEnvironment=\"V=a\\\"\\\\%%h\\x0a\\x01é\"\n")
    }

    @Test func `a form is known by its name in any case, and every shell is one`() {
        #expect(Formats.named([UInt8]("JSON"))?.name == "json")
        #expect(Formats.named([UInt8](".env"))?.name == "dotenv")
        #expect(Formats.named([UInt8]("/bin/fish"))?.name == "fish")
        #expect(Formats.named([UInt8]("jsno")) == nil)
        let words =
            Formats.documents.flatMap { [$0.name] + $0.aliases }
            + Shells.all.flatMap { [$0.name] + $0.aliases }
        #expect(Set(words).count == words.count)
    }

    @Test func `the batch file that switches a cmd shows nothing, and doubles each percent sign`()
        throws
    {
        let patch = EnvironmentPatch([
            .set(name: "HTTPS_PROXY", value: Array("http://h:1/50%!^&".utf8)),
            .unset(name: "NO_PROXY"), .unset(name: "no_proxy"),
        ])
        let lines = try SwitchText.lines(for: patch)
        #expect(
            String(decoding: lines, as: UTF8.self)
                == "@set \"HTTPS_PROXY=http://h:1/50%%!^&\"\r\n@set \"NO_PROXY=\"\r\n")
    }

    @Test(arguments: ["a\"b", "a\nb", "a\rb"])
    func `it holds nothing that could end a line or a quoted word`(_ value: String) {
        let patch = EnvironmentPatch([.set(name: "A", value: Array(value.utf8))])
        #expect(throws: Unrepresentable.self) { try SwitchText.lines(for: patch) }
    }
}
