import ProxyEnvCore

/// A question for the addresses of a host, which the machine's own program answers.
///
/// Not `getaddrinfo`: in a static program it would load libraries of the running system, and it can block for a minute.
struct AddressLookup {
    private let program: ChildProcess

    /// Begins to look for `host`, by a program that gets `environment`.
    ///
    /// - Throws: Why it did not start.
    init(of host: String, in environment: Environment) throws(SystemError) {
        #if canImport(Darwin)
            let words = ["/usr/bin/dscacheutil", "-q", "host", "-a", "name", host]
        #else
            let words = ["getent", "ahosts", host]
        #endif
        program = try ChildProcess(starting: words.map { Array($0.utf8) }, environment)
    }

    /// Waits for the answer, at most until `deadline`, a time of `Clock`.
    ///
    /// - Returns: A text whose words are the addresses, and others.
    consuming func answer(by deadline: Int) -> [UInt8] { program.finish(by: deadline).output }
}
