extension Tool {
    /// The ollama command, for which its server, `ollama serve`, fetches the models.
    static let ollama: Tool = {
        var tool = goProgram(
            "ollama", "ollama's documents on proxies")
        tool.service = .ollama
        tool.settings = .variables(.ofService)
        return tool
    }()
}

extension ToolService {
    /// ollama's server, which its installer makes a service of systemd's (ollama's documents, "FAQ", "Linux").
    static let ollama = ToolService(
        name: "ollama", argument: "serve", work: "fetches the models",
        commands: ["pull", "push", "run", "create"],
        files: [.systemd("ollama.service")], question: nil, answer: { _ in nil },
        address: "OLLAMA_HOST", unit: "ollama.service", isOfUser: { _ in false },
        isStartedInShells: true)
}
