import ProxyEnvCore

/// What is being looked at, on a terminal, while somebody waits.
struct Progress {
    private let isSeen: Bool
    private let longest: Int

    /// One that is seen where standard error is a terminal, and nobody has asked for quiet.
    init(_ context: Context) {
        // A line that can't be taken back is none.
        let isDumb = context.environment["TERM"].map { $0.equals("dumb") } ?? true
        isSeen = !context.options.isQuiet && StandardStream.error.isTerminal && !isDumb
        // One that is longer than the terminal is wide would leave a part of it.
        let columns = isSeen ? StandardStream.error.columns : nil
        longest = max(10, (columns ?? 73) - 3)
    }

    /// Shows `text` in place of what was shown before.
    func show(_ text: String) {
        guard isSeen else { return }
        let line = DisplayText.shortened(Array(text.utf8), to: longest)
        let isCut = Array(line.utf8).hasSuffix("…")
        Context.writeError("\r\u{1B}[K\(line)\(isCut ? "" : " …")")
    }

    /// Takes away what was shown.
    func clear() {
        if isSeen { Context.writeError("\r\u{1B}[K") }
    }
}
