extension [String] {
    /// Whether `name` is one of these names, which are in the order of their bytes.
    ///
    /// Found by halving, as the lists that it is asked of are long and each name of a file is looked for in them.
    func containsSorted(_ name: some Collection<UInt8>) -> Bool {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].utf8.lexicographicallyPrecedes(name) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < count && name.equals(self[low])
    }
}
