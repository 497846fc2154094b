/// Colours for a terminal, or none.
public struct TextStyle: Sendable, Equatable {
    /// Whether colours are wanted.
    public let isColored: Bool

    /// A style with colours or without.
    public init(isColored: Bool) { self.isColored = isColored }

    /// `text` as an error's heading.
    public func red(_ text: String) -> String { paint(text, "1;31") }

    /// `text` as a warning's heading.
    public func yellow(_ text: String) -> String { paint(text, "1;33") }

    /// `text` as something that is well.
    public func green(_ text: String) -> String { paint(text, "32") }

    /// `text` as a margin.
    public func blue(_ text: String) -> String { paint(text, "1;34") }

    /// `text` with weight.
    public func bold(_ text: String) -> String { paint(text, "1") }

    /// `text` with less weight.
    public func dim(_ text: String) -> String { paint(text, "2") }

    private func paint(_ text: String, _ code: String) -> String {
        isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
