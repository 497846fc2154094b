/// The tools that are known.
///
/// A new one is a file of its own, or a few lines in the file of its library, and a line here.
public enum Tools {
    /// All of them.
    public static let all: [Tool] =
        [
            .codex, .claude, .curl, .wget, .git, .npm, .pip, .aider, .requests, .httpx, .urllib,
            .aiohttp, .cargo, .apt, .nodeFetch, .nodeHTTP,
        ] + documented

    /// The tool that is called `name`, or is started by it; nil if none is known.
    public static func named(_ name: [UInt8]) -> Tool? {
        all.first { name.equals($0.name) }
            ?? all.first { tool in
                tool.commands.contains { name.equals($0) }
            }
    }

    /// Their names.
    public static let names = all.map { $0.name }
}
