extension Tool {
    /// poetry, which uses requests.
    static let poetry = pythonProgram("poetry", "requests' rules")
}
