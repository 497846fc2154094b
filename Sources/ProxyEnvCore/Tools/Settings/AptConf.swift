extension SettingsFile {
    /// apt's files, which apt-config reads.
    static let aptConf = SettingsFile("aptConf", program: .apt, isReadAtStart: true)
}
