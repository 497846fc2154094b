import ProxyEnvCore

/// PowerShell's execution policy, where it keeps a start-up file from loading (Microsoft, about_Execution_Policies).
enum ScriptPolicy {
    /// The policy that does so in the PowerShell which has started this process, and who has set it, for people; nil where none
    /// does, or no PowerShell has.
    ///
    /// PowerShell 7 keeps what `Set-ExecutionPolicy` sets in a file, which is not read.
    static func refusal(in environment: Environment) -> String? {
        let names = ProcessTree.ancestors(limit: 8).map { PathText.name(of: $0.program) }
        guard
            let shell = names.first(where: {
                $0.equalsIgnoringCase("powershell.exe") || $0.equalsIgnoringCase("pwsh.exe")
            })
        else { return nil }
        let isOlder = shell.equalsIgnoringCase("powershell.exe")
        guard let (policy, source) = policy(isOlder, environment) else { return nil }
        let isRefusing = ["Restricted", "AllSigned"].contains { policy.equalsIgnoringCase($0) }
        return isRefusing ? "\(DisplayText.shortened(policy)), \(source)" : nil
    }

    /// The one that counts, in the order in which PowerShell asks: that of an administrator, the process's, the user's.
    private static func policy(
        _ isOlder: Bool, _ environment: Environment
    ) -> ([UInt8], source: String)? {
        let forced =
            "Software\\Policies\\Microsoft\\" + (isOlder ? "Windows\\PowerShell" : "PowerShellCore")
        for part in [Registry.Part.machine, .user] {
            guard let isOn = Registry.value("EnableScripts", of: forced, in: part) else { continue }
            let policy =
                isOn.elementsEqual("0".utf8)
                ? Array("Restricted".utf8)
                : Registry.value("ExecutionPolicy", of: forced, in: part)
            if let policy { return (policy, "set by an administrator") }
        }
        if let policy = environment.nonEmpty("PSExecutionPolicyPreference") {
            return (policy, "set for this window")
        }
        guard isOlder else { return nil }
        let own = "Software\\Microsoft\\PowerShell\\1\\ShellIds\\Microsoft.PowerShell"
        for part in [Registry.Part.user, .machine] {
            if let policy = Registry.value("ExecutionPolicy", of: own, in: part) {
                return (policy, "`Set-ExecutionPolicy -Scope CurrentUser RemoteSigned` changes it")
            }
        }
        // What Windows for workstations has where nobody has set one; that for servers has RemoteSigned.
        return (
            Array("Restricted".utf8),
            "as Windows has it: `Set-ExecutionPolicy -Scope CurrentUser RemoteSigned` changes it"
        )
    }
}
