import ProxyEnvCore

/// Where the files of tools are, for a tool that has an environment.
struct ToolFilePlaces {
    /// The environment that the tool has.
    let environment: Environment
    /// The home folder, or nil where there is none.
    let home: [UInt8]?

    /// The paths of the files of the kind `file`, the one that counts last; not all of them need be there.
    func paths(of file: Tool.SettingsFile) -> [[UInt8]] {
        switch file {
        case .curlrc: return curl
        case .wgetrc:
            return [Array("/etc/wgetrc".utf8)] + (named("WGETRC") ?? inHome("/.wgetrc"))
        case .npmrc:
            let machine =
                npm("globalconfig")
                ?? (npm("prefix") ?? nodePrefix).map { $0 + Array("/etc/npmrc".utf8) }
            return machine + (npm("userconfig") ?? inHome("/.npmrc")) + here("/.npmrc")
        case .pnpmrc:
            return inFolder("XDG_CONFIG_HOME", else: "/.config", "/pnpm/rc") + paths(of: .npmrc)
        case .pnpmYAML:
            return inFolder("XDG_CONFIG_HOME", else: "/.config", "/pnpm/config.yaml")
                + nearest(["/pnpm-workspace.yaml"])
        case .yarnrc: return inHome("/.yarnrc") + upwards("/.yarnrc")
        case .yarnrcYAML: return inHome("/.yarnrc.yml") + upwards("/.yarnrc.yml")
        case .pipConf:
            let named = named("PIP_CONFIG_FILE") ?? []
            // What is there besides counts too, but not if it names no file on purpose (pip 23.2, tried).
            if named.first?.equals("/dev/null") == true { return [] }
            let machine = (environment.nonEmpty("XDG_CONFIG_DIRS") ?? Array("/etc/xdg".utf8))
                .split(separator: 0x3A).map { Array($0) + Array("/pip/pip.conf".utf8) }
            return machine + [Array("/etc/pip.conf".utf8)] + inHome("/.pip/pip.conf")
                + inFolder("XDG_CONFIG_HOME", else: "/.config", "/pip/pip.conf") + named
        case .uvTOML: return uv
        case .condarc: return conda
        case .cargoConfig:
            return (inFolder("CARGO_HOME", else: "/.cargo", "") + upwards("/.cargo")).compactMap {
                folder in
                // The name without an ending goes before the other (cargo 1.95, tried).
                ["/config", "/config.toml"].map { folder + Array($0.utf8) }.first(where: isThere)
            }
        case .codexEnvironment: return inFolder("CODEX_HOME", else: "/.codex", "/.env")
        case .claudeSettings:
            return inHome("/.claude/settings.json") + here("/.claude/settings.json")
        case .gradleProperties:
            return nearest(["/gradle.properties"])
                + inFolder("GRADLE_USER_HOME", else: "/.gradle", "/gradle.properties")
        case .mavenSettings: return inHome("/.m2/settings.xml")
        case .gitconfig, .aptConf: return []
        }
    }

    /// One file of the machine's, the user's, and the project's, in which uv.toml goes before pyproject.toml (uv 0.13).
    private var uv: [[UInt8]] {
        if environment.nonEmpty("UV_NO_CONFIG") != nil { return [] }
        if let path = named("UV_CONFIG_FILE") { return path }
        let machine =
            (environment.nonEmpty("XDG_CONFIG_DIRS") ?? []).split(separator: 0x3A)
            .map { Array($0) } + [Array("/etc".utf8)]
        let name = Array("/uv/uv.toml".utf8)
        return (machine.map { $0 + name }.first(where: isThere).map { [$0] } ?? [])
            + inFolder("XDG_CONFIG_HOME", else: "/.config", "/uv/uv.toml")
            + nearest(["/uv.toml", "/pyproject.toml"])
    }

    /// The first that is there (curl 7.88, tried).
    private var curl: [[UInt8]] {
        let folders = ["CURL_HOME", "XDG_CONFIG_HOME"].flatMap { named($0) ?? [] }
        let xdg = named("XDG_CONFIG_HOME") == nil ? inHome("/.config/curlrc") : []
        let places = folders.map { $0 + Array("/.curlrc".utf8) } + inHome("/.curlrc") + xdg
        return places.first(where: isThere).map { [$0] } ?? []
    }

    /// What npm's own variable for `key` holds, in any case.
    private func npm(_ key: String) -> [[UInt8]]? {
        let wanted = "npm_config_\(key)"
        for entry in environment.entries {
            let name = entry.prefix { $0 != UInt8(ascii: "=") }
            guard name.equalsIgnoringCase(wanted), entry.count > name.count + 1 else {
                continue
            }
            return [Array(entry.dropFirst(name.count + 1))]
        }
        return nil
    }

    /// The folder above that of the node in PATH, which is npm's own prefix (npm's documents: folders).
    private var nodePrefix: [[UInt8]] {
        for folder in (environment["PATH"] ?? []).split(separator: 0x3A) {
            let file = Array(folder) + Array("/node".utf8)
            guard FileSystem.isExecutable(file), let real = FileSystem.realPath(of: file) else {
                continue
            }
            let parts = real.split(separator: 0x2F, omittingEmptySubsequences: false).dropLast(2)
            return parts.count > 1 ? [Array(parts.joined(separator: [0x2F]))] : []
        }
        return []
    }

    /// What conda's documents list under "Searching for .condarc".
    private var conda: [[UInt8]] {
        let machine = ["/etc/conda/.condarc", "/etc/conda/condarc"].map { Array($0.utf8) }
        let user =
            inFolder("XDG_CONFIG_HOME", else: "/.config", "/conda/.condarc")
            + inHome("/.conda/.condarc") + inHome("/.condarc")
        let prefix = environment.nonEmpty("CONDA_PREFIX").map { $0 + Array("/.condarc".utf8) }
        return machine + user + [prefix].compactMap { $0 } + (named("CONDARC") ?? [])
    }

    // MARK: Folders

    /// The path that the variable `name` holds.
    private func named(_ name: String) -> [[UInt8]]? { environment.nonEmpty(name).map { [$0] } }

    private func inHome(_ path: String) -> [[UInt8]] {
        home.map { [$0 + Array(path.utf8)] } ?? []
    }

    /// `path` in the folder that the variable `name` holds, or in `folder` of the home folder.
    private func inFolder(_ name: String, else folder: String, _ path: String) -> [[UInt8]] {
        named(name).map { $0.map { $0 + Array(path.utf8) } } ?? inHome(folder + path)
    }

    private func here(_ path: String) -> [[UInt8]] {
        [(FileSystem.workingDirectory ?? [0x2E]) + Array(path.utf8)]
    }

    /// `path` in the working directory and all folders above it, the outermost first.
    private func upwards(_ path: String) -> [[UInt8]] {
        folders.reversed().map { $0 + Array(path.utf8) }
    }

    /// The first of `paths` that is there in the working directory, or in the nearest folder above that has one.
    private func nearest(_ paths: [String]) -> [[UInt8]] {
        for folder in folders {
            if let found = paths.map({ folder + Array($0.utf8) }).first(where: isThere) {
                return [found]
            }
        }
        return []
    }

    /// The working directory and the folders above it, the nearest first; the root is empty.
    private var folders: [[UInt8]] {
        var folder = FileSystem.workingDirectory ?? []
        var folders: [[UInt8]] = []
        while let slash = folder.lastIndex(of: UInt8(ascii: "/")) {
            // The root's own slash is in the paths already.
            folders.append(folder.count == 1 ? [] : folder)
            folder = Array(folder[..<slash])
        }
        return folders + (folders.last?.isEmpty == true ? [] : [[]])
    }

    /// Whether the file at `path` belongs to the folder in which the command is, or to one above it, and not to the user.
    ///
    /// A project may have come from anybody; the user's own files are in the home folder, or where a variable says.
    func isOfProject(_ path: [UInt8]) -> Bool {
        let slash = UInt8(ascii: "/")
        var folder = path[..<(path.lastIndex(of: slash) ?? 0)]
        // Some are in a folder of their own there, as `.claude`.
        let name = folder[(folder.lastIndex(of: slash).map { $0 + 1 } ?? 0)...]
        if name.first == UInt8(ascii: "."), let end = folder.lastIndex(of: slash) {
            folder = folder[..<end]
        }
        let own = [home, home.flatMap { FileSystem.realPath(of: $0) }]
        if own.contains(where: { $0?.elementsEqual(folder) == true }) { return false }
        return folders.contains { $0.elementsEqual(folder) }
    }

    private func isThere(_ path: [UInt8]) -> Bool {
        (try? FileSystem.status(of: path)) != nil
    }
}
