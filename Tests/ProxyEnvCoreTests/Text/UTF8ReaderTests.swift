import TestSupport
import Testing

@testable import ProxyEnvCore

@Suite struct UTF8ReaderTests {
    @Test(arguments: [
        ("a", 1), ("\u{80}", 2), ("\u{7FF}", 2), ("\u{800}", 3), ("\u{D7FF}", 3),
        ("\u{E000}", 3), ("\u{FFFF}", 3), ("\u{10000}", 4), ("\u{10FFFF}", 4),
    ])
    func `a scalar is read with the count of its bytes`(text: String, length: Int) throws {
        let read = try #require(UTF8Reader.scalar(in: [UInt8](text), at: 0))
        #expect(String(read.scalar) == text)
        #expect(read.length == length)
    }

    @Test(
        arguments: [
            ([0x61, 0x80], 1), ([0xC0, 0xAF], 0), ([0xC1, 0xBF], 0), ([0xE0, 0x80, 0xAF], 0),
            ([0xED, 0xA0, 0x80], 0), ([0xF0, 0x80, 0x80, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0),
            ([0xF5, 0x80, 0x80, 0x80], 0), ([0xFF], 0), ([0x61, 0xC3], 1), ([0xE2, 0x82], 0),
            ([0xC3, 0xA9, 0xC3, 0x61], 2),
        ] as [([UInt8], Int)])
    func `what is not UTF-8 is found where it begins`(bytes: [UInt8], offset: Int) {
        #expect(UTF8Reader.firstInvalidOffset(in: bytes) == offset)
        #expect(UTF8Reader.scalar(in: bytes, at: offset) == nil)
    }

    @Test func `no scalar begins past the end`() {
        #expect(UTF8Reader.scalar(in: [], at: 0) == nil)
        #expect(UTF8Reader.firstInvalidOffset(in: []) == nil)
    }

    @Test func `random bytes are valid exactly when the standard library says so`() {
        var random = SplitMix64(for: "utf8")
        let letters: [UInt8] = [
            0x61, 0x80, 0xBF, 0xC2, 0xE0, 0xA0, 0xED, 0x9F, 0xF0, 0x90, 0xF4, 0x8F,
        ]
        for _ in 0..<10_000 {
            let bytes = random.bytes(upTo: 6, from: letters)
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            #expect((UTF8Reader.firstInvalidOffset(in: bytes) == nil) == isValid, "\(bytes)")
        }
    }
}
