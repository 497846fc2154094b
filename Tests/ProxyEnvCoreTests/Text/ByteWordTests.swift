import TestSupport
import Testing

@testable import ProxyEnvCore

@Suite struct ByteWordTests {
    /// Eight bytes of which about one in three is special, so that borrows between neighbours happen.
    private func word(_ random: inout SplitMix64) -> [UInt8] {
        let special: [UInt8] = [0, 1, 0x1F, 0x20, 0x22, 0x23, 0x5C, 0x5D, 0x7F, 0x80, 0xFF]
        return (0..<8).map { _ in
            Bool.random(using: &random)
                ? special.randomElement(using: &random) ?? 0
                : UInt8.random(in: 0...255, using: &random)
        }
    }

    @Test func `a word says what a look at each of its bytes says`() {
        var random = SplitMix64(for: "byte word")
        for _ in 0..<2_000 {
            let bytes = word(&random)
            let word = ByteWord(bytes, at: 0)
            let quote: UInt8 = Bool.random(using: &random) ? 0x22 : 0x27
            #expect(word.isASCII == bytes.allSatisfy { $0 < 0x80 })
            #expect(word.count(before: quote) == bytes.prefix { $0 != quote }.count)
            #expect(
                word.countOfPlain(before: quote, 0x5C)
                    == bytes.prefix { $0 != quote && $0 != 0x5C && !$0.isControl }.count)
        }
    }

    @Test func `a byte is found in a range of any length, and not beside it`() {
        var random = SplitMix64(for: "byte in a range")
        for _ in 0..<2_000 {
            let bytes = (0..<40).map { _ in UInt8.random(in: 0...20, using: &random) }
            let start = Int.random(in: 0...40, using: &random)
            let end = Int.random(in: start...40, using: &random)
            #expect(bytes.contains(7, in: start..<end) == bytes[start..<end].contains(7))
        }
    }
}
