@_spi(_Unicode) import Swift

/// Prints a hash of what the standard library's Unicode tables say of all code points: two programs that print the same
/// have the same tables, and read them alike.
@main enum UnicodeHash {
    /// FNV-1a, over numbers in the place of bytes.
    private struct Hash {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325

        mutating func add(_ number: some BinaryInteger) {
            value = (value ^ UInt64(truncatingIfNeeded: number)) &* 0x100_0000_01B3
        }

        mutating func add(_ text: String) {
            for scalar in text._nfd { add(scalar.value) }
            for scalar in text._nfc { add(scalar.value) }
            for character in text { add(character.unicodeScalars.count) }
        }
    }

    static func main() {
        // Beside a letter, a mark, a joiner, an emoji, a flag's half and an Indic consonant with its virama.
        let neighbours = ["e", "\u{301}", "\u{200D}", "\u{1F600}", "\u{1F1E6}", "\u{915}\u{94D}"]
        var hash = Hash()
        for value in 0...UInt32(0x10_FFFF) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = String(scalar)
            hash.add(text)
            // The other planes have ideographs, if anything: they join with nothing.
            guard [0, 1, 14].contains(value >> 16) else { continue }
            for neighbour in neighbours {
                hash.add((text + neighbour).count)
                hash.add((neighbour + text).count)
            }
        }
        print(hash.value)
    }
}
