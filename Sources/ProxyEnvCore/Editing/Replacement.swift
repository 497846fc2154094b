/// Bytes of a document, and what is to stand in their place.
struct Replacement {
    /// The offsets of the bytes; empty where something is only put in.
    let range: Range<Int>
    /// What stands there afterwards.
    let text: [UInt8]

    /// `source` with all of `replacements`, which do not overlap; of those at one place the first comes first.
    static func apply(_ replacements: [Replacement], to source: [UInt8]) -> [UInt8] {
        let order = replacements.indices.sorted {
            let (left, right) = (replacements[$0].range, replacements[$1].range)
            return (left.lowerBound, left.upperBound, $0) < (right.lowerBound, right.upperBound, $1)
        }
        var result: [UInt8] = []
        result.reserveCapacity(source.count + 256)
        var position = 0
        for index in order {
            let replacement = replacements[index]
            result += source[position..<max(position, replacement.range.lowerBound)]
            result += replacement.text
            position = max(position, replacement.range.upperBound)
        }
        result += source[position...]
        return result
    }
}
