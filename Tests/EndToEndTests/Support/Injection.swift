import Testing

extension Sandbox {
    /// Where strace is, which can change what the system answers a program.
    ///
    /// Where it is not there, or may not do so, the test is skipped, and the report says why.
    func requireInjection(sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
        let strace = try Binary.require("strace", sourceLocation: sourceLocation)
        let words = [
            strace, "-o", "/dev/null", "-e", "inject=getpid:error=EPERM", "/bin/sh", "-c", ":",
        ]
        let outcome = try Runner(
            arguments: words.map { Array($0.utf8) }, environment: entries()
        ).run()
        if outcome.status != 0 {
            try Test.cancel(
                "strace may not change system calls here: \(outcome.errorText)",
                sourceLocation: sourceLocation)
        }
        return strace
    }
}
