import Glibc
import Testing

/// The programs that the tests start.
enum Binary {
    /// The folder that PROXYENV_TESTED names, as `Tests/run` does to have the release tested; else the folder of the test
    /// bundle, where the debug build lies too.
    static let folder: String = {
        if let folder = getenv("PROXYENV_TESTED").map({ String(cString: $0) }) { return folder }
        let name = CommandLine.arguments[0]
        let absolute = name.hasPrefix("/") ? name : workingDirectory + "/" + name
        for path in [absolute, link(at: "/proc/self/exe")] {
            let folder = path.split(separator: "/").dropLast()
            let candidate = "/" + folder.joined(separator: "/")
            if isExecutable(candidate + "/proxyenv") { return candidate }
        }
        return workingDirectory + "/.build/debug"
    }()

    /// Whether the program that is tested is the one for Windows: it lies alone in its folder, and is started by wine.
    static let isForWindows =
        !isExecutable(folder + "/proxyenv") && isExecutable(folder + "/proxyenv.exe")

    /// The program that is tested.
    static let path = folder + (isForWindows ? "/proxyenv.exe" : "/proxyenv")

    /// What `--version` has to print: the version stands in one place of the sources.
    static let versionLine: String = {
        // This file lies three folders below the repository's own.
        let folders = #filePath.split(separator: "/").dropLast(4)
        let path = "/" + folders.joined(separator: "/") + "/Sources/proxyenv/Context/Release.swift"
        let source = String(decoding: Sandbox.content(of: path) ?? [], as: UTF8.self)
        let version = source.split(separator: "\"").dropFirst().first ?? "that Release.swift has"
        return "proxyenv \(version)\n"
    }()

    /// The PATH of the tests' own environment, the one thing that is taken from it.
    static let searchPath = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"

    /// The xonsh that `Tests/run` gets, which is newer than the system's.
    static let newerXonsh: String = {
        // This file lies three folders below the repository's own.
        let folders = #filePath.split(separator: "/").dropLast(4)
        return "/" + folders.joined(separator: "/") + "/.build/xonsh/bin/xonsh"
    }()

    /// Where `name` is in PATH, or nil; a path is where it says.
    static func find(_ name: String) -> String? {
        if name.hasPrefix("/") { return isExecutable(name) ? name : nil }
        return searchPath.split(separator: ":").map { "\($0)/\(name)" }.first { isExecutable($0) }
    }

    /// Where `name` is in PATH.
    ///
    /// Without it the test is skipped, and the report says why; with CI=true it fails, but for those that no package of
    /// Debian brings.
    static func require(
        _ name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
        if let path = find(name) { return path }
        let comment: Comment = "\(name) is not installed"
        let isPackaged = !["nu", "pwsh"].contains(name)
        if isPackaged, getenv("CI").map({ String(cString: $0) }) == "true" {
            Issue.record(comment, sourceLocation: sourceLocation)
        }
        try Test.cancel(comment, sourceLocation: sourceLocation)
    }

    private static var workingDirectory: String {
        guard let path = getcwd(nil, 0) else { return "/" }
        defer { free(path) }
        return String(cString: path)
    }

    private static func isExecutable(_ path: String) -> Bool { access(path, X_OK) == 0 }

    private static func link(at path: String) -> String {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink(path, &buffer, buffer.count)
        let bytes = buffer.prefix(max(count, 0)).map { UInt8(bitPattern: $0) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
