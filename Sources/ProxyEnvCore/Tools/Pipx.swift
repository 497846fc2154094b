extension Tool {
    /// pipx, which starts pip.
    static let pipx = pythonProgram(
        "pipx", "pipx's documents, by which it starts pip", hosts: packageIndex,
        serverVariables: [ServerVariable("PIP_INDEX_URL")], registry: .pip)
}
