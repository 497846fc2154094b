import CWindows

/// Text for cmd, which reads a batch file in the code page of its console.
enum ConsoleText {
    /// `text`, which is UTF-8, in the console's code page; nil where that lacks a character of it.
    ///
    /// The corresponding functions of Windows are `GetConsoleOutputCP` and `WideCharToMultiByte`.
    static func bytes(of text: [UInt8]) -> [UInt8]? {
        if text.allSatisfy({ $0 < 0x80 }) { return text }
        return withCString(text) { CText.taken(windows_console_text($0)) }
    }
}
