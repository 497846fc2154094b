import ProxyEnvCore

/// A text with words in it that stand for something else.
struct HookTemplate {
    /// The text before, between and behind the tokens: one more than there are tokens.
    private var texts: [ArraySlice<UInt8>] = []
    /// The number of each token in turn.
    private var numbers: [Int] = []

    /// The template `text`, in which each of `tokens` stands for something where it is a whole word.
    init(_ text: [UInt8], tokens: [String]) {
        let words = tokens.map { Array($0.utf8) }
        var begins = Array(repeating: false, count: 256)
        for first in words.compactMap({ $0.first }) { begins[Int(first)] = true }
        var start = 0
        var index = 0
        while index < text.count {
            guard begins[Int(text[index])],
                let number = words.firstIndex(where: { Self.isWhole($0, at: index, in: text) })
            else {
                index += 1
                continue
            }
            texts.append(text[start..<index])
            numbers.append(number)
            index += words[number].count
            start = index
        }
        texts.append(text[start...])
    }

    /// The text with each token replaced by its value; what is put in is not looked at again.
    func filled(_ values: [[UInt8]]) -> [UInt8] {
        var result: [UInt8] = []
        for (text, number) in zip(texts, numbers) {
            result += text
            result += values[number]
        }
        return result + (texts.last ?? [])
    }

    /// Whether `token` stands at `index`, and is no part of a longer name.
    private static func isWhole(_ token: [UInt8], at index: Int, in text: [UInt8]) -> Bool {
        guard text[index...].starts(with: token) else { return false }
        func isName(_ position: Int) -> Bool {
            guard text.indices.contains(position) else { return false }
            return text[position].isLetter || text[position].isDigit
                || text[position] == UInt8(ascii: "_")
        }
        let end = index + token.count
        return !(isName(index) && isName(index - 1)) && !(isName(end - 1) && isName(end))
    }
}
