/// The tools that are known.
///
/// A new one is a file of its own, or a few lines in the file of its library, and a word here.
public enum Tools {
    /// All of them.
    public static let all: [Tool] = [
        .codex, .claude, .gemini, .qwen, .aider, .cursorAgent, .opencode, .npm, .pnpm, .yarn,
        .yarnClassic, .nodeFetch,
        .nodeHTTP, .bun, .deno, .pip, .pipx, .uv, .poetry, .conda, .python, .requests, .httpx,
        .urllib, .aiohttp, .curl, .wget, .git, .gh, .go, .cargo, .rustup, .brew, .apt, .docker,
        .ollama,
        .java, .mvn, .gradle, .gem, .bundle, .composer, .terraform, .kubectl, .ssh,
    ]

    /// The tool that is called `name`, or is started by it; nil if none is known.
    public static func named(_ name: [UInt8]) -> Tool? {
        all.first { name.equals($0.name) }
            ?? all.first { tool in
                tool.commands.contains { name.equals($0) }
            }
    }

    /// The tool that the command at `path` starts, whatever folder and version are in its name; nil if none is known.
    ///
    /// `pip3.11` is pip, and `npm.cmd`, as it is called from WSL, is npm.
    public static func started(by path: [UInt8]) -> Tool? {
        if let tool = named(FileName.last(of: path)) { return tool }
        var name = FileName.stem(of: path)
        while let last = name.last, last.isDigit || last == UInt8(ascii: ".") { name.removeLast() }
        return named(Array(name))
    }

    /// The tool that the command at `path` starts with `arguments`: `python -m pip` is pip.
    public static func started(by path: [UInt8], _ arguments: ArraySlice<[UInt8]>) -> Tool? {
        let tool = started(by: path)
        guard tool?.name == Tool.python.name, let option = arguments.first, option.equals("-m"),
            let module = arguments.dropFirst().first
        else { return tool }
        return module.equals("pip") ? .pip : tool
    }

    /// Their names.
    public static let names = all.map { $0.name }
}
