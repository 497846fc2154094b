extension Tool {
    /// pipx, which starts a pip of its own.
    ///
    /// That reads pip's variables and files. Where uv is there, newer ones start that (pipx 1.18, tried with both).
    static let pipx: Tool = {
        var tool = pythonProgram(
            "pipx", "pipx's documents, by which it starts pip", hosts: packageIndex,
            serverVariables: [ServerVariable("PIP_INDEX_URL")], registry: .pip,
            settings: .proxyKeys(SettingsFile.pipConfsOfPipx, .apart))
        tool.ownVariables = Tool.pip.ownVariables
        tool.mindsCaseOfOwn = true
        return tool
    }()
}
