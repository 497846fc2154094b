import ProxyEnvCore

extension DisplayText {
    /// A word of the command line for a message, without what may be a password.
    static func word(_ word: some Collection<UInt8>) -> String { shortened(Array(word)) }
}
