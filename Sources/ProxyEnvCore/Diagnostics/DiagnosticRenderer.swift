/// Shows diagnostics as people read them: what and where, the line, a caret, a hint.
public struct DiagnosticRenderer: Sendable {
    /// How serious a diagnostic is taken.
    public enum Severity: String, Sendable {
        case error
        case warning
    }

    private let style: TextStyle
    /// The most columns of a line that are shown.
    private static let widest = 100

    /// A renderer that writes in `style`.
    public init(style: TextStyle) { self.style = style }

    /// The text for `diagnostic`, which is about `file`, with a newline at its end.
    public func render(
        _ diagnostic: Diagnostic, in file: SourceFile, as severity: Severity = .error
    ) -> String {
        let position = file.position(of: diagnostic.range.lowerBound)
        let number = String(position.line)
        let margin = String(repeating: " ", count: number.count)
        let excerpt = excerpt(of: diagnostic.range, in: file)
        let heading = severity == .error ? style.red("error") : style.yellow("warning")
        var text = heading + style.bold(": \(diagnostic.message)") + "\n"
        text += "\(margin)\(style.blue("-->")) \(file.path):\(position.line):\(position.column)\n"
        text += style.blue("\(margin) |") + "\n"
        text += style.blue("\(number) |") + (excerpt.line.isEmpty ? "" : " \(excerpt.line)") + "\n"
        text += style.blue("\(margin) |") + " \(excerpt.indent)\(style.red(excerpt.carets))\n"
        if case .syntax(.redefined(_, let first)) = diagnostic.kind {
            let line = file.line(of: first.lowerBound)
            text += style.blue("\(margin) =") + " note: it stands first on line \(line)\n"
        }
        if let hint = diagnostic.hint {
            text += style.blue("\(margin) =") + " hint: \(hint)\n"
        }
        return text
    }

    /// One line for `diagnostic`: `path:line:column: message`.
    public static func line(_ diagnostic: Diagnostic, in file: SourceFile) -> String {
        let position = file.position(of: diagnostic.range.lowerBound)
        return "\(file.path):\(position.line):\(position.column): \(diagnostic.message)"
    }

    /// The part of the line around `range` that fits, its password hidden; blanks; and the carets.
    private func excerpt(
        of range: Range<Int>, in file: SourceFile
    ) -> (line: String, indent: String, carets: String) {
        let line = file.lineRange(around: range.lowerBound)
        let secret = Masking.secret(in: file.bytes, line: line)
        var start = line.lowerBound
        if range.lowerBound - start > Self.widest * 3 / 4 {
            start = Self.scalarStart(at: range.lowerBound - Self.widest / 2, in: file.bytes)
        }
        var text = start > line.lowerBound ? "…" : ""
        var column = start > line.lowerBound ? 1 : 0
        var caretStart = column
        var caretEnd = column
        var index = start
        while index < line.upperBound, column < Self.widest {
            let isSecret = secret.contains(index)
            let length = UTF8Reader.scalar(in: file.bytes, at: index)?.length ?? 1
            let end = isSecret ? secret.upperBound : index + length
            let shown = isSecret ? (text: "***", columns: 3) : Self.shown(file.bytes[index..<end])
            if index <= range.lowerBound { caretStart = column }
            text += shown.text
            column += shown.columns
            if index < range.upperBound { caretEnd = column }
            index = end
        }
        if range.lowerBound >= index { (caretStart, caretEnd) = (column, column + 1) }
        if index < line.upperBound { text += "…" }
        return (
            text, String(repeating: " ", count: caretStart),
            String(repeating: "^", count: max(1, caretEnd - caretStart))
        )
    }

    private static func shown(_ bytes: ArraySlice<UInt8>) -> (text: String, columns: Int) {
        if bytes.first == 0x09 { return ("    ", 4) }
        let text = DisplayText.plain(bytes)
        return (text, text.unicodeScalars.reduce(0) { $0 + DisplayWidth.columns(of: $1) })
    }

    private static func scalarStart(at offset: Int, in bytes: [UInt8]) -> Int {
        var offset = offset
        while offset > 0, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
    }
}
