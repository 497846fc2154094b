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

    /// Whether this is a container: of Docker, Podman, systemd-nspawn, LXC or Kubernetes.
    static var isContainer: Bool {
        #if os(Linux)
            let signs = ["/.dockerenv", "/run/.containerenv", "/run/systemd/container"]
            if signs.contains(where: { (try? FileSystem.status(of: Array($0.utf8))) != nil }) {
                return true
            }
            let groups = try? FileSystem.loadVirtual(Array("/proc/self/cgroup".utf8), limit: 65_536)
            return groups.map { ControlGroups.isContainer($0) } ?? false
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
