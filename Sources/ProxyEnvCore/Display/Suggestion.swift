/// The nearest of the known words to one that is unknown.
public enum Suggestion {
    /// The word of `known` that is nearest to `word`: at most two letters away, and less than half of them.
    ///
    /// Never the word itself: to type it again would not help.
    public static func nearest(to word: some Collection<UInt8>, in known: [String]) -> String? {
        guard (2...64).contains(word.count) else { return nil }
        let typed = word
        let word = word.map { $0.lowercased }
        var best: (name: String, distance: Int)?
        for name in known where !typed.equals(name) {
            let candidate = name.utf8.map { $0.lowercased }
            guard abs(candidate.count - word.count) <= 2 else { continue }
            let distance = distance(word, candidate)
            let isNear = distance <= 2 && distance * 2 < max(word.count, candidate.count)
            if isNear, best.map({ distance < $0.distance }) ?? true { best = (name, distance) }
        }
        return best?.name
    }

    /// The count of letters to add, drop, change or swap with their neighbour (optimal string alignment).
    static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var beforePrevious: [Int] = []
        var previous = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                var cost = min(
                    previous[column] + (letter == other ? 0 : 1), previous[column + 1] + 1,
                    current[column] + 1)
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    cost = min(cost, beforePrevious[column - 1] + 1)
                }
                current.append(cost)
            }
            beforePrevious = previous
            previous = current
        }
        return previous[right.count]
    }
}
