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

    /// What may keep the settings here, what people see of it first.
    ///
    /// gsettings is also where KDE's desktop is, and WSL has Linux's programs.
    static func settingsKeepers(in environment: Environment) -> [SettingsKeeper] {
        var keepers: [SettingsKeeper] = []
        #if canImport(Darwin)
            keepers.append(.macOS)
        #endif
        if environment.nonEmpty("WSL_DISTRO_NAME") != nil { keepers.append(.windows) }
        let desktops = environment["XDG_CURRENT_DESKTOP"] ?? []
        let isKDE = desktops.pieces { $0 == UInt8(ascii: ":") }.contains { $0.equals("KDE") }
        return keepers + (isKDE ? [.kde, .gnome] : [.gnome, .kde])
    }

    /// The files in which systems have their root certificates: Debian, Fedora, openSUSE, Alpine, macOS.
    static let rootCertificates = [
        "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
        "/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem",
    ].map { Array($0.utf8) }

    /// The folders in which systems have the authorities that were added to them: Debian, Fedora and its kin, Arch, openSUSE.
    static let addedCertificates = [
        "/usr/local/share/ca-certificates", "/etc/pki/ca-trust/source/anchors",
        "/etc/ca-certificates/trust-source/anchors", "/etc/pki/trust/anchors",
    ].map { Array($0.utf8) }

    /// Why no variable can have `value`; nil where one can, as a program's start tells of its limits on this system.
    static func refusal(of value: [UInt8]) -> String? { nil }

    /// The shell where none is known.
    static var shell: Shell { .sh }

    /// Whether services are started by systemd here, as on nearly all of Linux.
    static var hasSystemd: Bool {
        #if os(Linux)
            return true
        #else
            return false
        #endif
    }

    /// The editor of who has named none.
    static let editor = "vi"

    /// The command that sets the clock.
    static var clockSetting: String {
        #if canImport(Darwin)
            return "sudo sntp -sS time.apple.com"
        #else
            return "sudo timedatectl set-ntp true"
        #endif
    }
}
