extension Tool {
    /// pipx, which starts pip.
    static let pipx = pythonProgram("pipx", "pip's rules")
}
