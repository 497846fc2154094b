/// Processes and who has started them.
public enum ProcessPairs {
    /// The processes that `id` has started, and those have, the nearest first.
    ///
    /// - Parameters:
    ///   - id: The number of a process.
    ///   - pairs: Each process with the number of its parent; what runs in a circle is found once.
    /// - Returns: Their numbers.
    public static func descendants(
        of id: Int32, in pairs: [(process: Int32, parent: Int32)]
    ) -> [Int32] {
        let sorted = pairs.sorted { ($0.parent, $0.process) < ($1.parent, $1.process) }
        var isTaken = sorted.map { $0.process == id }
        var found = [id]
        var next = 0
        while next < found.count {
            var index = first(found[next], in: sorted)
            while index < sorted.count, sorted[index].parent == found[next] {
                if !isTaken[index] { found.append(sorted[index].process) }
                isTaken[index] = true
                index += 1
            }
            next += 1
        }
        return Array(found.dropFirst())
    }

    /// The index of the first pair with this parent.
    private static func first(
        _ parent: Int32, in pairs: [(process: Int32, parent: Int32)]
    ) -> Int {
        var (low, high) = (0, pairs.count)
        while low < high {
            let middle = (low + high) / 2
            if pairs[middle].parent < parent { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
