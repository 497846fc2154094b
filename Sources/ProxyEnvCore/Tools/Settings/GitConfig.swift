extension SettingsFile {
    /// git's files, which git alone knows: includes, conditions and all.
    static let gitconfig = SettingsFile("gitconfig", program: .git)
}
