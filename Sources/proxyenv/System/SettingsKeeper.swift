/// What keeps the settings that people see, and may name a proxy.
enum SettingsKeeper {
    /// macOS.
    case macOS
    /// Windows.
    case windows
    /// GNOME, whose programs other desktops have too.
    case gnome
    /// KDE.
    case kde
}
