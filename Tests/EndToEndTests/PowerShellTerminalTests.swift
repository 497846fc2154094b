import Testing

/// Somebody types in PowerShell, whose editor is PSReadLine.
@Suite struct PowerShellTerminalTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(HookTests.config)
        for name in ["teller", "fixed", "plain"] { try sandbox.installTeller(name) }
    }

    /// Starts PowerShell with the hook in its profile, and waits until it listens.
    private func start() throws -> Pseudoterminal {
        let pwsh = try Binary.require("pwsh")
        Files.makeFolder("\(sandbox.home)/.config/powershell")
        let profile = "\(Sandbox.powerShellLine)\nfunction prompt { 'ready> ' }\n"
        try sandbox.write(profile, to: ".config/powershell/Microsoft.PowerShell_profile.ps1")
        let terminal = try Pseudoterminal(
            [pwsh, "-NoLogo"],
            environment: sandbox.entries([
                "TERM": "xterm", "NO_COLOR": "1", "POWERSHELL_UPDATECHECK": "Off",
            ]))
        try terminal.wait(for: "ready> ", limit: 30)
        return terminal
    }

    /// Types `line`, and waits until `text` is shown, which is no part of it.
    private func type(_ line: String, _ terminal: Pseudoterminal, until text: String) throws {
        terminal.send(line + "\r")
        try terminal.wait(for: text, limit: 30)
        try terminal.wait(for: "ready> ", limit: 30)
    }

    @Test func `Tab completes the verb, the profile and the command that is wrapped`() throws {
        let terminal = try start()
        try type("proxyenv us\t ho\t; \"[$env:PROXYENV_ACTIVE]\"", terminal, until: "[home]")
        try type("proxyenv run tell\t x", terminal, until: "teller home http://127.0.0.1:12 <x>")
        try type("telle\t y", terminal, until: "teller home http://127.0.0.1:12 <y>")
    }

    @Test func `Ctrl-C ends what is wrapped, and not the shell`() throws {
        try sandbox.install("fixed", "#!/bin/sh\necho waiting for it\nexec sleep 60\n")
        let terminal = try start()
        for line in ["fixed", "proxyenv run fixed"] {
            terminal.send(line + "\r")
            try terminal.wait(for: "waiting for it", limit: 30)
            terminal.send("\u{3}")
            try terminal.wait(for: "ready> ", limit: 30)
        }
        try type("'a'+'b'", terminal, until: "ab")
    }

    @Test func `what is wrapped has the terminal, also behind run`() throws {
        try sandbox.install(
            "fixed", "#!/bin/sh\n[ -t 0 ] && [ -t 1 ] && [ -t 2 ] && stty size\n")
        let terminal = try start()
        for line in ["fixed", "proxyenv run fixed", "proxyenv exec home fixed"] {
            try type(line, terminal, until: "50 250")
        }
    }

    @Test func `vim runs in a wrapper`() throws {
        let vim = try Binary.require("vim")
        try sandbox.install("fixed", "#!/bin/sh\nexec \(vim) -u NONE -N \"$@\"\n")
        let terminal = try start()
        terminal.send("fixed ~/text\r")
        try terminal.wait(for: "[New", limit: 30)
        terminal.send("ihello\u{1B}:wq\r")
        try terminal.wait(for: "ready> ", limit: 30)
        #expect(sandbox.text(of: "text") == "hello\n")
    }
}
