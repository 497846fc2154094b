import Glibc

/// A generator of random numbers that gives the same ones for the same seed (Steele, Lea, Flood, 2014).
public struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    /// A generator that begins at `seed`.
    public init(seed: UInt64) { state = seed }

    /// A generator of `PROXYENV_SEED`, or of a seed of the day, which is printed so that a failure can be had again.
    public init(for test: String) {
        let given = getenv("PROXYENV_SEED").flatMap { UInt64(String(cString: $0)) }
        let seed = given ?? UInt64.random(in: 0..<1 << 32)
        print("\(test): PROXYENV_SEED=\(seed)")
        self.init(seed: seed)
    }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }

    /// One of `choices`.
    public mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[Int.random(in: 0..<choices.count, using: &self)]
    }

    /// Up to `longest` random bytes, most of them from `letters`.
    public mutating func bytes(upTo longest: Int, from letters: [UInt8]) -> [UInt8] {
        (0..<Int.random(in: 0...longest, using: &self)).map { _ in
            Int.random(in: 0..<8, using: &self) == 0
                ? UInt8.random(in: 0...255, using: &self) : pick(letters)
        }
    }

    /// `text` with one to four bytes changed, taken out, put in or taken from elsewhere in it.
    public mutating func mutated(_ text: [UInt8], _ pieces: [[UInt8]] = [[]]) -> [UInt8] {
        var text = text
        for _ in 0..<Int.random(in: 1...4, using: &self) {
            let place = Int.random(in: 0...text.count, using: &self)
            switch Int.random(in: 0..<5, using: &self) {
            case 0 where place < text.count: text[place] = UInt8.random(in: 0...255, using: &self)
            case 1 where place < text.count: text.remove(at: place)
            case 2 where place < text.count: text.removeSubrange(place...)
            case 3 where place < text.count:
                let end = min(text.count, place + Int.random(in: 1...20, using: &self))
                text.insert(
                    contentsOf: text[place..<end], at: Int.random(in: 0...place, using: &self))
            default: text.insert(contentsOf: pick(pieces), at: place)
            }
        }
        return text
    }
}
