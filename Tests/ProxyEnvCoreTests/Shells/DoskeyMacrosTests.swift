import Testing

@testable import ProxyEnvCore

/// The macros for cmd, held against texts: wine has no doskey.
@Suite struct DoskeyMacrosTests {
    private static func text(
        _ program: String, config: String? = nil, _ commands: [String]
    ) throws(Unrepresentable) -> String {
        String(
            decoding: try DoskeyMacros.text(
                program: [UInt8](program.utf8), config: config.map { [UInt8]($0.utf8) },
                commands: commands), as: UTF8.self)
    }

    @Test func `a line for each command, with all that is typed behind it`() throws {
        #expect(
            try Self.text(#"C:\p\proxyenv.exe"#, ["codex", "npm"])
                == "codex=\"C:\\p\\proxyenv.exe\" wrapped codex $*\r\n"
                + "npm=\"C:\\p\\proxyenv.exe\" wrapped npm $*\r\n")
        #expect(try Self.text("p", []) == "")
    }

    @Test func `a path with blanks and cmd's own characters stays one word`() throws {
        #expect(
            try Self.text(#"C:\a & b\(x)^<|>!\p.exe"#, config: #"D:\my $1 file.toml"#, ["g++"])
                == "g++=\"C:\\a & b\\(x)^<|>!\\p.exe\" --config \"D:\\my $$1 file.toml\" wrapped g++ $*\r\n"
        )
    }

    @Test(
        arguments: [
            ("%PATH%", "a percent sign"), ("a\"b", "a double quote"), ("a\nb", "a newline"),
            ("a\rb", "a carriage return"),
        ])
    func `what no macro can hold is an error`(_ path: String, _ reason: String) {
        #expect { try Self.text(path, ["codex"]) } throws: { error in
            (error as? Unrepresentable)?.reason == reason
        }
        #expect { try Self.text("p", config: path, ["codex"]) } throws: { error in
            (error as? Unrepresentable)?.reason == reason
        }
    }

    @Test func `names have no case, and cmd's own commands are left alone`() throws {
        let text = try Self.text("p", ["GET", "get", "Dir", "pushd", "start", "curl"])
        #expect(text == "curl=\"p\" wrapped curl $*\r\n")
    }
}
