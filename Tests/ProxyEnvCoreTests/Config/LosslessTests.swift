import TestSupport
import Testing

@testable import ProxyEnvCore

/// The tokens are all of the document, so that an edit can leave every other byte as it is.
@Suite struct LosslessTests {
    /// Whether the tokens of `document` cover its first bytes without gap or overlap, and how far.
    private static func coverage(of document: ConfigDocument) -> Int? {
        var end = 0
        for token in document.tokens {
            guard token.start == end, token.end > token.start else { return nil }
            end = token.end
        }
        return end
    }

    @Test func `each token of a small document is what it should be`() {
        let source = "\u{FEFF}a.\"b\" = [1, 't'] # x\r\n[c]\nd={e=\"\"\"\n\"\"\"}"
        let document = ConfigDocument(parsing: [UInt8](source), keeping: .tokens)
        #expect(
            document.tokens.map { $0.kind } == [
                .blank, .bareKey, .dot, .basicString, .blank, .equals, .blank, .leftBracket,
                .scalar,
                .comma, .blank, .literalString, .rightBracket, .blank, .comment, .newline,
                .leftBracket, .bareKey, .rightBracket, .newline, .bareKey, .equals, .leftBrace,
                .bareKey, .equals, .multilineBasicString, .rightBrace,
            ])
        #expect(Self.coverage(of: document) == source.utf8.count)
    }

    @Test func `no token is kept unless it is asked for`() {
        #expect(ConfigDocument(parsing: [UInt8]("a = 1")).tokens == [])
    }

    @Test func `the tokens of a document that is right are every byte of it, in order`() {
        var generator = DocumentGenerator(random: SplitMix64(for: "lossless"))
        for _ in 0..<1000 {
            let source = generator.document()
            let document = ConfigDocument(parsing: source, keeping: .tokens)
            #expect(document.diagnostics == [], "\(source.shown)")
            #expect(document.source == source)
            #expect(Self.coverage(of: document) == source.count, "\(source.shown)")
        }
    }

    @Test func `up to an error, the tokens are every byte too`() throws {
        var generator = DocumentGenerator(random: SplitMix64(for: "lossless with errors"))
        for _ in 0..<2000 {
            let source = generator.random.mutated(
                generator.document(), [[0x22], [0x5B], [0x0A], [0x3D]])
            let document = ConfigDocument(parsing: source, keeping: .tokens)
            let end = try #require(Self.coverage(of: document), "\(source.shown)")
            #expect(document.diagnostics.isEmpty ? end == source.count : end <= source.count)
        }
    }
}
