import ProxyEnvCore

/// PowerShell's execution policy, which there is on Windows alone.
enum ScriptPolicy {
    /// The policy that keeps a start-up file from loading: none on this system.
    static func refusal(in environment: Environment) -> String? { nil }
}
