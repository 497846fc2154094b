import Testing

extension Sandbox {
    /// What $PROFILE has to load the hook.
    static let powerShellLine =
        "if (Get-Command proxyenv -ErrorAction Ignore) { Invoke-Expression ((& proxyenv hook powershell) -join \"`n\") }"

    /// Runs `script` in PowerShell behind `line`, which loads the hook; a start takes half a second, so that it holds many cases.
    func powerShell(
        _ script: String, line: String = Sandbox.powerShellLine,
        with changes: [String: String?] = [:], limit: Double = 60,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Outcome {
        let pwsh = try Binary.require("pwsh", sourceLocation: sourceLocation)
        try write("\(line)\n\(script)\n", to: "script.ps1")
        let words = [pwsh, "-NoProfile", "-NonInteractive", "-File", "\(home)/script.ps1"]
        let own: [String: String?] = ["NO_COLOR": "1", "POWERSHELL_UPDATECHECK": "Off"]
        return try Runner(
            arguments: words.map { Array($0.utf8) },
            environment: entries(own.merging(changes) { $1 }), limit: limit
        ).run()
    }

    /// Puts a program called `name` into PATH that prints its arguments, each in `<…>`, and its profile.
    func installEcho(_ name: String) throws {
        try install(name, "#!/bin/sh\nprintf '<%s>' \"$@\"\necho \" $PROXYENV_ACTIVE\"\n")
    }

    /// Puts a program called `name` into PATH that ends with the status of its first argument.
    func installFailing(_ name: String) throws {
        try install(name, "#!/bin/sh\nexit ${1-0}\n")
    }
}
