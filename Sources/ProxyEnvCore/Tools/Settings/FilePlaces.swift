/// Where the files of tools may be, for a tool that has an environment.
public struct FilePlaces: Sendable {
    /// The environment that the tool has.
    let environment: Environment
    /// The home folder, or nil where there is none.
    let home: [UInt8]?
    /// The working directory, or nil where it can't be told.
    let workingDirectory: [UInt8]?
    /// Whether there is something at a path.
    let isThere: @Sendable ([UInt8]) -> Bool
    /// The names in a folder, in no order; none where it can't be read.
    let names: @Sendable ([UInt8]) -> [[UInt8]]
    /// The file, links followed, to which PATH leads for a program's name.
    public let program: @Sendable (String) -> [UInt8]?
    /// What a short file at a path holds, or nil where it can't be read.
    let content: @Sendable ([UInt8]) -> [UInt8]?

    /// The settings files that the command line names besides.
    public var given: [[UInt8]] = []

    /// Places of these parts.
    public init(
        environment: Environment, home: [UInt8]?, workingDirectory: [UInt8]?,
        isThere: @escaping @Sendable ([UInt8]) -> Bool,
        names: @escaping @Sendable ([UInt8]) -> [[UInt8]] = { _ in [] },
        program: @escaping @Sendable (String) -> [UInt8]?,
        content: @escaping @Sendable ([UInt8]) -> [UInt8]? = { _ in nil }
    ) {
        self.environment = environment
        self.home = home
        self.workingDirectory = workingDirectory
        self.isThere = isThere
        self.names = names
        self.program = program
        self.content = content
    }

    /// The path that the variable `name` holds.
    func named(_ name: String) -> [[UInt8]]? { environment.nonEmpty(name).map { [$0] } }

    /// The folder above that of the program `name` in PATH, its links followed.
    func prefix(of name: String) -> [[UInt8]] {
        guard let program = program(name) else { return [] }
        let parts = program.split(separator: 0x2F, omittingEmptySubsequences: false)
        guard parts.count > 3 else { return [] }
        let prefix = Array(parts.dropLast(2).joined(separator: [0x2F]))
        let isLauncher = parts.dropLast().last?.equals("shims") == true
        return isLauncher ? PyenvVersion(self).prefix(in: prefix) ?? [] : [prefix]
    }

    /// git's own files of the user's, and that of the repository here (git-config(1), "FILES").
    public var ofGit: [[UInt8]] {
        inUserConfig("/git/config") + inOwnHome("/.gitconfig") + nearest(["/.git/config"])
    }

    /// `path` in the home folder, on Windows that of the profile, which is what most programs ask for there.
    func inHome(_ path: String) -> [[UInt8]] {
        (isWindows ? folder("USERPROFILE") ?? home : home).map { [$0 + Array(path.utf8)] } ?? []
    }

    /// `path` in the home folder of a program from another system, to which HOME counts first on Windows too.
    func inOwnHome(_ path: String) -> [[UInt8]] {
        home.map { [$0 + Array(path.utf8)] } ?? []
    }

    /// `path` in the folder that the variable `name` holds, or in `folder` of the home folder.
    func inFolder(_ name: String, else folder: String, _ path: String) -> [[UInt8]] {
        named(name).map { $0.map { $0 + Array(path.utf8) } } ?? inHome(folder + path)
    }

    /// `path` in the user's folder for settings (XDG Base Directory Specification).
    func inUserConfig(_ path: String) -> [[UInt8]] {
        inFolder("XDG_CONFIG_HOME", else: "/.config", path)
    }

    /// The machine's folders for settings, or those in `standard` where no variable names any.
    func machineConfig(else standard: String) -> [[UInt8]] {
        (environment.nonEmpty("XDG_CONFIG_DIRS") ?? Array(standard.utf8))
            .split(separator: 0x3A).map { Array($0) }
    }

    /// `path` in the working directory.
    func here(_ path: String) -> [[UInt8]] {
        [(workingDirectory ?? [0x2E]) + Array(path.utf8)]
    }

    /// `path` in the working directory and all folders above it, the outermost first.
    func upwards(_ path: String) -> [[UInt8]] {
        folders.reversed().map { $0 + Array(path.utf8) }
    }

    /// The first of `paths` that is there in the working directory, or in the nearest folder above that has one; where `counts` says
    /// that it counts for nothing, the next one too.
    func nearest(
        _ paths: [String], until counts: ([UInt8]) -> Bool = { _ in true }
    ) -> [[UInt8]] {
        var found: [[UInt8]] = []
        for folder in folders {
            guard let path = paths.map({ folder + Array($0.utf8) }).first(where: isThere) else {
                continue
            }
            found.append(path)
            if counts(path) { break }
        }
        return found
    }

    /// The first of `paths` that is there.
    func first(of paths: [[UInt8]]) -> [[UInt8]] {
        paths.first(where: isThere).map { [$0] } ?? []
    }

    /// The working directory and the folders above it, the nearest first; the root is empty.
    public var folders: [[UInt8]] {
        var folder = workingDirectory ?? []
        var folders: [[UInt8]] = []
        while let slash = folder.lastIndex(of: UInt8(ascii: "/")) {
            // The root's own slash is in the paths already.
            folders.append(folder.count == 1 ? [] : folder)
            folder = Array(folder[..<slash])
        }
        // A drive's root.
        if isWindows, !folder.isEmpty { return folders + [folder] }
        return folders + (folders.last?.isEmpty == true ? [] : [[]])
    }
}

/// Windows, whose folders variables name; `/` stands between the names of all paths.
extension FilePlaces {
    /// Whether the tool runs on Windows: on no other system names of variables have no case.
    var isWindows: Bool { environment.foldsNames }

    /// The folder that the variable `name` holds, or nil.
    private func folder(_ name: String) -> [UInt8]? {
        environment.nonEmpty(name).map { $0.map { $0 == UInt8(ascii: "\\") ? 0x2F : $0 } }
    }

    /// `path` in the user's folder for settings that follow them to other machines: `%APPDATA%`.
    func inRoaming(_ path: String) -> [[UInt8]] {
        folder("APPDATA").map { [$0 + Array(path.utf8)] } ?? inHome("/AppData/Roaming" + path)
    }

    /// `path` in the user's folder for what stays on this machine: `%LOCALAPPDATA%`.
    func inLocal(_ path: String) -> [[UInt8]] {
        folder("LOCALAPPDATA").map { [$0 + Array(path.utf8)] } ?? inHome("/AppData/Local" + path)
    }

    /// `path` in the machine's folder for settings: `%PROGRAMDATA%`.
    func inProgramData(_ path: String) -> [[UInt8]] {
        [(folder("PROGRAMDATA") ?? Array("C:/ProgramData".utf8)) + Array(path.utf8)]
    }
}
