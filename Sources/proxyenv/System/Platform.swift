import ProxyEnvCore

/// The system that this runs on.
enum Platform {
    /// Whether it is Linux inside Windows.
    static var isWSL: Bool {
        #if os(Linux)
            let path = Array("/proc/sys/kernel/osrelease".utf8)
            guard let text = try? FileSystem.loadVirtual(path, limit: 256) else { return false }
            return KernelRelease.isWSL(text)
        #else
            return false
        #endif
    }

    /// The command that sets the clock.
    static var clockSetting: String {
        #if canImport(Darwin)
            return "sudo sntp -sS time.apple.com"
        #else
            return "sudo timedatectl set-ntp true"
        #endif
    }
}
