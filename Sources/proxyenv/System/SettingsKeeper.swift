import ProxyEnvCore

/// What keeps the settings that people see, and may name a proxy.
enum SettingsKeeper {
    /// macOS.
    case macOS
    /// The Windows in which this Linux is.
    case windows
    /// The system itself, which has told already.
    case told(SystemSettings)
    /// GNOME, whose programs other desktops have too.
    case gnome
    /// KDE.
    case kde
}
