/// A hash table from bytes that somebody else keeps to their numbers.
///
/// It holds numbers alone and asks its caller what they stand for, so that ten thousand names cost no copy and no
/// `Dictionary`, whose first use takes longer than everything else that `use` does.
struct ByteIndex {
    private var slots: [Slot] = []
    private var count = 0

    private struct Slot {
        var hash: UInt32
        /// The number kept here, or -1.
        var number: Int32
    }

    /// The number found under `hash` for which `matches` holds.
    func find(_ hash: UInt32, where matches: (Int) -> Bool) -> Int? {
        guard !slots.isEmpty else { return nil }
        let mask = slots.count - 1
        var position = Int(hash) & mask
        while slots[position].number >= 0 {
            if slots[position].hash == hash, matches(Int(slots[position].number)) {
                return Int(slots[position].number)
            }
            position = (position + 1) & mask
        }
        return nil
    }

    /// Keeps `number` under `hash`; it is not looked whether it is there already.
    mutating func insert(_ number: Int, hash: UInt32) {
        if (count + 1) * 2 > slots.count { grow() }
        place(Slot(hash: hash, number: Int32(truncatingIfNeeded: number)))
        count += 1
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(hash: 0, number: -1), count: max(64, old.count * 2))
        for slot in old where slot.number >= 0 { place(slot) }
    }

    private mutating func place(_ slot: Slot) {
        let mask = slots.count - 1
        var position = Int(slot.hash) & mask
        while slots[position].number >= 0 { position = (position + 1) & mask }
        slots[position] = slot
    }

    /// A hash of `bytes` that begins with `seed`.
    ///
    /// The multiplication at the end spreads FNV-1a's weak low bits, which choose the slot.
    static func hash(_ bytes: some Sequence<UInt8>, seed: UInt32 = 0) -> UInt32 {
        var value = (0x811C_9DC5 ^ seed) &* 0x9E37_79B1
        for byte in bytes { value = (value ^ UInt32(byte)) &* 0x0100_0193 }
        value ^= value >> 15
        value &*= 0x2C1B_3C6D
        return value ^ value >> 13
    }
}
