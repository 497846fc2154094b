/// How many columns of a terminal a character takes.
enum DisplayWidth {
    /// The columns that `scalar` takes: 0 for a combining mark, 2 for East Asian wide characters and emoji, else 1.
    ///
    /// The ranges are the blocks of UAX #11 that are wide throughout; a caret under a rarer character may be off.
    static func columns(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x0300...0x036F, 0x200B...0x200D, 0x20D0...0x20FF, 0xFE00...0xFE0F: 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
            0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            2
        default: 1
        }
    }
}
