extension ConfigDocument {
    /// Whether the profile `id` is so plain that nothing can be wrong with it: a URL of host and port, and a description.
    ///
    /// Most are, and with ten thousand of them it takes longer to read each than to read the file. What is not plain is read.
    func isPlainProfile(_ id: NodeID) -> Bool {
        guard nodes[id].isTable, ProfileName.isValid(source[nodes[id].keyRange]) else {
            return false
        }
        var hasURL = false
        var next = nodes[id].firstChild
        while next >= 0 {
            let node = nodes[Int(next)]
            guard node.kind == .string, !node.keyIsEscaped else { return false }
            let key = source[node.keyRange]
            if key == Self.urlKey {
                guard isPlainURL(node.valueRange) else { return false }
                hasURL = true
            } else if key == Self.descriptionKey {
                // An escape might stand for a NUL.
                guard !source.contains(UInt8(ascii: "\\"), in: node.valueRange) else {
                    return false
                }
            } else {
                return false
            }
            next = node.nextSibling
        }
        return hasURL && !nodes[id].keyIsEscaped
    }

    private static let urlKey = Array("url".utf8)[...]
    private static let descriptionKey = Array("description".utf8)[...]
    private static let plainScheme = Array("http://".utf8)[...]

    /// Whether the string at `range`, quotes included, is `http://`, a host of letters, digits, `.` and `-`, and a port.
    private func isPlainURL(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound + 1 + Self.plainScheme.count
        let end = range.upperBound - 1
        guard index < end, source[range.lowerBound + 1..<index] == Self.plainScheme else {
            return false
        }
        let host = index
        while index < end, source[index] != UInt8(ascii: ":") {
            let byte = source[index]
            guard byte.isLetter || byte.isDigit || byte == 0x2E || byte == 0x2D else {
                return false
            }
            index += 1
        }
        guard (1...253).contains(index - host), (2...6).contains(end - index) else { return false }
        var port = 0
        for byte in source[(index + 1)..<end] {
            guard byte.isDigit else { return false }
            port = port * 10 + Int(byte - 0x30)
        }
        return (1...65_535).contains(port)
    }
}
