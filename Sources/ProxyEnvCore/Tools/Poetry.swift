extension Tool {
    /// poetry, which uses requests.
    static let poetry = pythonProgram(
        "poetry", "Poetry 2.5.1, tried", hosts: packageIndex)
}
