import Testing

@testable import ProxyEnvCore

/// Into which start-up files the line of a hook goes.
@Suite struct HookFileTests {
    private func files(
        _ name: String, _ contents: [String: String] = [:], with variables: [String] = [],
        documents: String? = nil, program: String? = nil
    ) throws -> [HookFile] {
        let shell = try #require(Shells.named(Array(name.utf8)))
        let folders = StartUpFolders(
            environment: Environment(entries: variables.map { Array($0.utf8) }),
            home: Array("/h".utf8), settings: Array("/h/.config".utf8),
            documents: documents.map { Array($0.utf8) }, program: Array((program ?? name).utf8),
            content: { contents[String(decoding: $0, as: UTF8.self)].map { Array($0.utf8) } })
        return shell.hookFiles(folders)
    }

    private func paths(
        _ name: String, _ contents: [String: String] = [:], with variables: [String] = [],
        documents: String? = nil, program: String? = nil
    ) throws -> String {
        try files(
            name, contents, with: variables, documents: documents, program: program
        ).map { String(decoding: $0.path, as: UTF8.self) }.joined(separator: " ")
    }

    @Test func `zsh has its file in ZDOTDIR, fish one of its own`() throws {
        #expect(try paths("zsh") == "/h/.zshrc")
        #expect(try paths("zsh", with: ["ZDOTDIR=/z"]) == "/z/.zshrc")
        #expect(try paths("fish") == "/h/.config/fish/conf.d/proxyenv.fish")
    }

    @Test(
        arguments: [
            ([:], ".bashrc .bash_profile"),
            ([".bash_profile": ". ~/.bashrc\n"], ".bashrc"),
            ([".bash_profile": "# . ~/.bashrc\n"], ".bashrc .bash_profile"),
            ([".bash_login": "x\n", ".profile": ". ~/.bashrc"], ".bashrc .bash_login"),
            ([".profile": "  . \"$HOME/.bashrc\"\n"], ".bashrc"),
            ([".profile": "PATH=x\n"], ".bashrc .profile"),
            ([".bash_profile": ". ~/.profile\n", ".profile": ". ~/.bashrc\n"], ".bashrc"),
            ([".bash_profile": ". ~/.profile\n", ".profile": "x\n"], ".bashrc .bash_profile"),
        ] as [([String: String], String)])
    func `bash has one, and for a login the first of three others that does not read it`(
        _ contents: [String: String], _ names: String
    ) throws {
        var all: [String: String] = [:]
        for (name, text) in contents { all["/h/\(name)"] = text }
        let expected = names.split(separator: " ").map { "/h/\($0)" }.joined(separator: " ")
        #expect(try paths("bash", all) == expected)
    }

    @Test func `in the file that other shells read too bash alone takes the line`() throws {
        let file = try #require(try files("bash", ["/h/.profile": ""]).last)
        let block = StartUpBlock(for: file, parts: ["eval it"])
        #expect(block.lines == "[ -n \"${BASH_VERSION-}\" ] && eval it")
    }

    @Test func `the others have theirs where they look`() throws {
        #expect(try paths("tcsh") == "/h/.tcshrc")
        #expect(try paths("tcsh", ["/h/.cshrc": ""]) == "/h/.cshrc")
        #expect(try paths("tcsh", ["/h/.cshrc": "", "/h/.tcshrc": ""]) == "/h/.tcshrc")
        #expect(try paths("sh") == "")
        #expect(try paths("sh", with: ["ENV=/h/.shinit"]) == "/h/.shinit")
        #expect(try paths("sh", with: ["ENV=$HOME/.shinit"]) == "")
        #expect(try paths("ksh") == "/h/.kshrc")
        #expect(try paths("ksh", program: "/bin/mksh") == "/h/.mkshrc")
        #expect(try paths("elvish") == "/h/.config/elvish/rc.elv")
        #expect(try paths("xonsh") == "/h/.xonshrc")
        #expect(try paths("cmd") == "")
        #expect(
            try paths("nushell") == "/h/.config/nushell/env.nu /h/.config/nushell/config.nu")
        #expect(try files("nushell").map { $0.isAtStart } == [false, true])
    }

    @Test func `PowerShell's is below the documents on Windows, for each edition another`() throws {
        let name = "Microsoft.PowerShell_profile.ps1"
        #expect(try paths("powershell") == "/h/.config/powershell/\(name)")
        #expect(
            try paths("powershell", documents: "C:\\D", program: "C:\\x\\pwsh.exe")
                == "C:\\D/PowerShell/\(name)")
        #expect(
            try paths("powershell", documents: "C:\\D", program: "powershell.exe")
                == "C:\\D/WindowsPowerShell/\(name)")
    }

    @Test(
        arguments: [
            ("command -v proxyenv >/dev/null && eval \"$(proxyenv hook zsh)\"", "zsh"),
            ("eval \"$(/opt/proxyenv hook bash)\"\r", "bash"),
            ("proxyenv hook fish | source", "fish"),
            ("  # eval \"$(proxyenv hook zsh)\"", nil), ("proxyenv use clash", nil),
            ("execx($(proxyenv hook xonsh))", "xonsh"),
        ])
    func `a line that loads a hook is known, and a comment loads none`(
        _ line: String, _ shell: String?
    ) {
        #expect(HookCall.shell(in: Array(line.utf8)[...])?.name == shell)
    }
}
