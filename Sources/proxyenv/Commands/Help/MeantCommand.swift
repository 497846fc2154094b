import ProxyEnvCore

/// What is meant by a word that stands where a command of proxyenv's should: a profile, or a program.
enum MeantCommand {
    /// What to type instead of `word`, or nil where it is neither.
    static func hint(for word: [UInt8], _ context: Context) -> String? {
        let configuration = try? ConfigurationFiles.load(in: context)
        let text = DisplayText.shortened(word)
        if isProfile(word, configuration) {
            return "Did you mean `proxyenv use \(text)`, or `proxyenv exec \(text) -- COMMAND`?"
        }
        let isRule = configuration?.commandNames.contains { word.equals($0) } ?? false
        guard isRule || Tools.named(word) != nil else { return nil }
        return "Did you mean `proxyenv run \(text)`, or `proxyenv wrap \(text)`?"
    }

    private static func isProfile(_ word: [UInt8], _ configuration: Configuration?) -> Bool {
        switch try? ProfileReference(word: word) {
        case .url?: true
        case .name(let name)?:
            BuiltInProfiles.named(name) != nil
                || configuration.map { ConfigReader($0).hasProfile(name) } ?? false
        case nil: false
        }
    }
}
