import TestSupport
import Testing

@testable import ProxyEnvCore

/// The lines that `setup` puts into a start-up file.
@Suite struct StartUpBlockTests {
    private static let block = StartUpBlock("eval it")
    private static let lines = "# >>> proxyenv >>>\neval it\n# <<< proxyenv <<<"

    @Test(
        arguments: [
            ("", "BLOCK\n"), ("a\n", "a\nBLOCK\n"), ("\n\n", "\n\nBLOCK\n"),
            ("a\r\n", "a\r\nBLOCK\n"),
        ])
    func `it stands at the end, in lines of its own`(
        _ before: String, _ after: String
    ) {
        let text = Self.block.inserted(into: Array(before.utf8))
        #expect(text.text == after.replacing("BLOCK", with: Self.lines))
        #expect(StartUpBlock.removed(from: text)?.text == before)
        #expect(StartUpBlock.lines(in: text)?.text == "eval it")
    }

    @Test(
        arguments: [
            ("a\r\n", "a\r\nBLOCK\r\n"), ("a\n", "a\nBLOCK\n"),
        ]
    )
    func `where the shell takes them its line ends are the file's`(
        _ before: String, _ after: String
    ) {
        let block = StartUpBlock("eval it", takesCarriageReturns: true)
        let lines =
            before.utf8.contains(0x0D) ? Self.lines.replacing("\n", with: "\r\n") : Self.lines
        let text = block.inserted(into: Array(before.utf8))
        #expect(text.text == after.replacing("BLOCK", with: lines))
        #expect(StartUpBlock.removed(from: text)?.text == before)
    }

    @Test(arguments: ["a", "a\r\nb"])
    func `a last line without an end gets one, and loses it again`(_ before: String) {
        let block = StartUpBlock("eval it", takesCarriageReturns: true)
        let text = block.inserted(into: Array(before.utf8))
        #expect(text.last == 0x0A)
        #expect(StartUpBlock.lines(in: text)?.text == "eval it")
        #expect(StartUpBlock.removed(from: text)?.text == before)
    }

    @Test func `what a person has written behind it stays, on lines of its own`() {
        let text = Self.block.inserted(into: Array("a".utf8)) + Array("b\n".utf8)
        #expect(StartUpBlock.removed(from: text)?.text == "a\nb\n")
    }

    @Test func `a comment that is opened and never closed is no block`() {
        let open = Array("# >>> proxyenv >>>\na\n".utf8)
        #expect(StartUpBlock.removed(from: open) == nil)
        #expect(StartUpBlock.lines(in: open) == nil)
        let text = Self.block.inserted(into: open)
        #expect(StartUpBlock.removed(from: text) == open)
    }

    @Test func `whatever the file holds, it has the same bytes when the block is out again`() {
        var generator = SplitMix64(for: "StartUpBlockTests")
        let pieces = [
            "\n", "\r", "\r\n", StartUpBlock.openingBehindOpenLine, "# >>> proxyenv >>>",
            "# <<< proxyenv <<<", "eval it", "\\", " ",
            "#", "\u{FEFF}",
        ].map { Array($0.utf8) }
        for _ in 0..<20_000 {
            var text: [UInt8] = []
            for _ in 0..<Int.random(in: 0...8, using: &generator) {
                text += generator.pick(pieces)
            }
            text = Bool.random(using: &generator) ? generator.mutated(text, pieces) : text
            if StartUpBlock.lines(in: text) != nil { continue }
            let block = StartUpBlock(
                "one\ntwo", isAtStart: Bool.random(using: &generator),
                takesCarriageReturns: Bool.random(using: &generator))
            let changed = block.inserted(into: text)
            #expect(StartUpBlock.lines(in: changed)?.text == "one\ntwo", "\(text)")
            #expect(StartUpBlock.removed(from: changed) == text, "\(text)")
        }
    }
}
