import Testing

@testable import ProxyEnvCore

/// The rules for names: of profiles, hosts, variables and commands.
@Suite struct NameRuleTests {
    private static let long = String(repeating: "a", count: 64)

    @Test func `a profile's name needs no quotes, is no option and no port`() {
        for name in ["a", "A.b-c_1", "7a", "_", ".", "..", "1.5", Self.long] {
            #expect(ProfileName.isValid([UInt8](name)), "\(name)")
        }
        for name in [
            "", "-", "-a", "7890", "a b", "a/b", "a:b", "é", "a\n", "$a", "a'", "a%",
            Self.long + "a",
        ] {
            #expect(!ProfileName.isValid([UInt8](name)), "\(name)")
        }
    }

    @Test func `a variable's name is a name in every shell`() {
        for name in ["A", "_", "a_1", "http_proxy"] { #expect(VariableName.isValid([UInt8](name))) }
        for name in ["", "1A", "A=B", "A-B", "A B", "A\n", "é", "$A", "A;", "A'"] {
            #expect(!VariableName.isValid([UInt8](name)), "\(name)")
        }
    }

    @Test func `a command's name is a file's name that can be a function`() {
        for name in ["npm", "7z", "g++", "pip3.11", "x@y", "a-b", "_x", Self.long] {
            #expect(CommandName.isValid([UInt8](name)), "\(name)")
        }
        for name in [
            "", "-a", ".a", "+a", "a/b", "a b", "a\n", "é", "a$", Self.long + "a", "cd", "proxyenv",
            "_",
        ] {
            #expect(!CommandName.isValid([UInt8](name)), "\(name)")
        }
    }

    @Test func `each reserved word is found, which needs their order`() {
        let words = CommandName.reserved
        #expect(
            zip(words, words.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        #expect(words.allSatisfy { CommandName.isReserved([UInt8]($0)) })
    }

    @Test func `another word is not reserved`() {
        #expect(!CommandName.isReserved([UInt8]("codex")) && !CommandName.isReserved([]))
        #expect(!CommandName.isReserved([UInt8]("zzz")))
    }

    @Test func `placeholders are known by their exact text`() {
        #expect(HostPlaceholder([UInt8]("{wsl-host}")) == .wslHost)
        #expect(HostPlaceholder([UInt8]("{docker-host}")) == .dockerHost)
        #expect(HostPlaceholder([UInt8]("{WSL-host}")) == nil)
    }

    @Test func `percent-encoding leaves the unreserved alone`() {
        #expect(PercentEncoding.encode([UInt8]("aZ9-._~ %/é")).text == "aZ9-._~%20%25%2F%C3%A9")
    }

    @Test func `percent-encoding is undone exactly`() {
        let all = Array(UInt8.min...UInt8.max)
        #expect(PercentEncoding.decode(PercentEncoding.encode(all)) == all)
        #expect(PercentEncoding.decode([UInt8]("a%2fb%2Fc"))?.text == "a/b/c")
    }

    @Test(arguments: ["%", "%4", "%4g", "%g4", "a%", "%%41"])
    func `a percent sign without two digits is no text`(broken: String) {
        #expect(PercentEncoding.decode([UInt8](broken)) == nil)
    }
}
