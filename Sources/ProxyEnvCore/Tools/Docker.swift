extension Tool {
    /// The docker command; the daemon, which fetches images, has an environment of its own, so it needs no host itself.
    static let docker: Tool = {
        var tool = goProgram(
            "docker", "Docker's documents on its daemon")
        tool.service = .dockerd
        tool.settings = .variables(.ofService)
        return tool
    }()
}

extension ToolService {
    /// Docker's daemon, rootless where DOCKER_HOST says so (Docker's documents, "Daemon proxy configuration", "Rootless mode").
    static let dockerd = ToolService(
        name: "dockerd", argument: nil, work: "fetches and pushes the images",
        commands: ["pull", "push", "run", "create", "build", "search", "login", "compose"],
        groups: ["image", "container", "buildx"],
        valueOptions: ["-H", "--host", "-c", "--context", "--config", "-l", "--log-level"],
        files: [
            .systemd("docker.service") { isRootless($0) },
            .dockerDaemon,
        ],
        question: ["docker", "info", "--format", "{{json .}}"],
        answer: { DockerInfo.settings(in: $0) },
        address: "DOCKER_HOST", unit: "docker.service", isOfUser: { isRootless($0) },
        // Docker's documents, "Configure the Docker client".
        containerFolder: ToolFolder(variable: "DOCKER_CONFIG", standard: "/.docker"),
        isStartedInShells: false, substitute: "podman",
        // Docker's documents, "Settings", "Proxies".
        ownRemedy: "Set the proxy in Docker Desktop (Settings, Resources, Proxies).")

    /// Whether the daemon is the user's own.
    fileprivate static func isRootless(_ environment: Environment) -> Bool {
        environment["DOCKER_HOST"]?.hasPrefix("unix:///run/user/") == true
    }
}

extension SettingsFile {
    /// `proxies` in the daemon's own file, which go before its variables (Docker's documents, "Daemon proxy configuration").
    static let dockerDaemon = SettingsFile(
        "dockerDaemon",
        paths: { places in
            if ToolService.isRootless(places.environment) {
                return places.inUserConfig("/docker/daemon.json")
            }
            return places.isWindows
                ? places.inProgramData("/docker/config/daemon.json")
                : [Array("/etc/docker/daemon.json".utf8)]
        },
        fault: { text, _ in
            !text.trimmingBlanks.isEmpty && JSONReader.strings(in: text) == nil
                ? SettingsFault("is not JSON: dockerd does not start with it", .file) : nil
        },
        read: { text, path, _ in
            let file = SourceFile(path: path, bytes: text)
            let names = [
                ("http-proxy", "HTTP_PROXY"), ("https-proxy", "HTTPS_PROXY"),
                ("no-proxy", "NO_PROXY"),
            ]
            return (JSONReader.strings(in: text) ?? []).compactMap { leaf in
                guard leaf.path.count == 2, leaf.path[0].equals("proxies"),
                    let name = names.first(where: { leaf.path[1].equals($0.0) })
                else { return nil }
                return ToolSetting(
                    name: name.1, value: leaf.text, path: path, line: file.line(of: leaf.offset),
                    key: "proxies.\(name.0)")
            }
        })

    /// What stands for the variables that a service has, wherever they are from.
    static let ofService = SettingsFile("ofService")
}

/// What `docker info` says of the daemon's proxies.
enum DockerInfo {
    /// They, a password hidden as `xxxxx:xxxxx`; nil where the daemon has not answered.
    static func settings(in text: [UInt8]) -> [ToolSetting]? {
        guard let leaves = JSONReader.strings(in: text) else { return nil }
        func value(_ key: String) -> [UInt8]? {
            leaves.first { $0.path.count == 1 && $0.path[0].equals(key) }?.text
        }
        guard value("ServerVersion")?.isEmpty == false else { return nil }
        let names = [
            ("HttpProxy", "HTTP_PROXY"), ("HttpsProxy", "HTTPS_PROXY"), ("NoProxy", "NO_PROXY"),
        ]
        return names.compactMap { key, name in
            guard let value = value(key), !value.isEmpty else { return nil }
            return ToolSetting(
                name: name, value: value, path: "docker info", line: 0, key: key)
        }
    }
}
