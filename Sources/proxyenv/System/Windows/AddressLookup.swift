import CWindows
import ProxyEnvCore

/// A question for the addresses of a host, which the system answers to a thread of its own: it can take a minute.
struct AddressLookup {
    private let number: Int32

    /// Begins to look for `host`; no program with an environment is asked on this system.
    ///
    /// The corresponding function of Windows is `GetAddrInfoW`.
    ///
    /// - Throws: The system's answer.
    init(of host: String, in environment: Environment) throws(SystemError) {
        number = try withCString(Array(host.utf8)) { host throws(SystemError) in
            try SystemError.checked(windows_look_up(host))
        }
    }

    /// Waits for the answer, at most until `deadline`, a time of `Clock`.
    ///
    /// - Returns: A text whose words are the addresses.
    consuming func answer(by deadline: Int) -> [UInt8] {
        let limit = Int32(clamping: max(0, deadline - Clock.milliseconds))
        return CText.taken(windows_addresses(number, limit)) ?? []
    }
}
