/// What a date or time of TOML 1.0 is, and how RFC 3339 writes it.
struct DateTimeLiteral {
    /// The four kinds, by the names that toml-test has for them.
    enum Kind: String {
        case offsetDateTime = "datetime"
        case localDateTime = "datetime-local"
        case localDate = "date-local"
        case localTime = "time-local"
    }

    /// Which of the four it is.
    let kind: Kind
    /// Its text, with `T` between date and time and `Z` for no offset.
    let text: [UInt8]

    /// The literal `source`.
    ///
    /// - Precondition: `Scalar` took it for a date or time.
    init(_ source: ArraySlice<UInt8>) {
        var text = Array(source)
        if text.count < 10 || text[4] != UInt8(ascii: "-") {
            kind = .localTime
        } else if text.count == 10 {
            kind = .localDate
        } else {
            text[10] = UInt8(ascii: "T")
            let last = text.count - 1
            if text[last] | 0x20 == UInt8(ascii: "z") {
                text[last] = UInt8(ascii: "Z")
                kind = .offsetDateTime
            } else {
                let hasOffset = text[11...].contains { $0 == 0x2B || $0 == 0x2D }
                kind = hasOffset ? .offsetDateTime : .localDateTime
            }
        }
        self.text = text
    }
}
