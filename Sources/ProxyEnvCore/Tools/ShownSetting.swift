extension ToolSetting {
    /// `proxy`, which the value stands for, for people: what variables were put into is shown as the file has it, but for a
    /// proxy that is one variable's whole value, whose user's name is not shown.
    func shown(_ proxy: String) -> String {
        guard let written else { return proxy }
        let isBraced =
            written.hasPrefix("${")
            && written.firstIndex(of: UInt8(ascii: "}")) == written.count - 1
        let isOne =
            isBraced
            || written.first == UInt8(ascii: "$")
                && written.dropFirst().allSatisfy { $0.isLetter || $0.isDigit }
        // In a file of the user's own a host or a port that is a variable helps to see what is meant.
        let user = written.prefix(written.lastIndex(of: UInt8(ascii: "@")) ?? 0)
        if !isOne, origin == .own, !user.contains(UInt8(ascii: "$")) { return proxy }
        guard isOne else { return DisplayText.shortened(written, to: 200) }
        let text = Array(proxy.utf8)
        guard let at = text.lastIndex(of: UInt8(ascii: "@")),
            let slashes = text.firstOccurrence(of: Array("://".utf8))
        else { return proxy }
        return String(
            decoding: text[..<(slashes + 3)] + Array("***".utf8) + text[at...], as: UTF8.self)
    }
}
