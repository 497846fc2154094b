extension Tool {
    /// poetry, which uses requests.
    static let poetry = pythonProgram("poetry", "Poetry's documents", hosts: packageIndex)
}
