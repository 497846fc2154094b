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

    /// Where a hash begins: elsewhere in each process, so that no file can be written whose names all have the same.
    private static let start = UInt32.random(in: .min ... .max)

    /// A hash of `bytes` (FNV-1a, but for its start).
    static func hash(_ bytes: some Sequence<UInt8>) -> UInt32 {
        var value = start
        for byte in bytes { value = (value ^ UInt32(byte)) &* 0x0100_0193 }
        return value
    }

    /// `hash` together with `number`, mixed so that the low bits, which choose the slot, depend on all others.
    static func mixed(_ hash: UInt32, _ number: Int = 0) -> UInt32 {
        var value = hash ^ UInt32(truncatingIfNeeded: number) &* 0x9E37_79B1
        value ^= value >> 15
        value &*= 0x2C1B_3C6D
        return value ^ value >> 13
    }
}
