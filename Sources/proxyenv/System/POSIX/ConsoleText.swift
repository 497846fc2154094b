/// Text for what reads files as the terminal shows them.
enum ConsoleText {
    /// `text` as it is: a terminal shows UTF-8 here.
    static func bytes(of text: [UInt8]) -> [UInt8]? { text }
}
