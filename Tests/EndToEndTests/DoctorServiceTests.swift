import Testing

/// Tools whose work a server does: the variables of a shell say nothing of its way.
@Suite(.serialized) struct DoctorServiceTests {
    private let stage: DoctorStage
    private var sandbox: Sandbox { stage.sandbox }
    private var url: String { "http://127.0.0.1:\(stage.world.http)" }

    /// Variables by which docker's daemon is the user's own, so that its files are in the home folder.
    private static let rootless = ["DOCKER_HOST": "unix:///run/user/7/docker.sock"]

    init() throws {
        stage = try DoctorStage()
        try stage.configure(rule: false)
        try installDocker(nil)
        try stage.sandbox.install("ollama", "#!/bin/sh\nsleep 60\n")
    }

    /// Puts a docker into PATH whose daemon tells of `members` of its own; one that tells nothing without.
    private func installDocker(_ members: String?) throws {
        let answer = members.map { "echo '{\"ServerVersion\": \"29.1\"\($0)}'" } ?? "exit 1"
        try sandbox.install("docker", "#!/bin/sh\n[ \"$1\" = info ] || exit 2\n\(answer)\n")
    }

    /// Writes files below the home folder.
    private func write(_ text: String, to path: String) throws {
        var folder = sandbox.home
        for part in path.split(separator: "/").dropLast() {
            folder += "/\(part)"
            Files.makeFolder(folder)
        }
        try sandbox.write(text, to: path)
    }

    private func explain(_ tool: String, _ variables: [String: String?] = [:]) throws -> String {
        let outcome = try sandbox.proxyenv(
            "explain", tool, "https://example.com/", with: variables)
        #expect(outcome.status == 0, "\(outcome.errorText)")
        return outcome.text
    }

    @Test func `the shell's proxy does not reach dockerd, and the fix is for its unit`() throws {
        try installDocker(", \"HttpProxy\": \"\", \"HttpsProxy\": \"\"")
        let answer = try stage.doctor(["docker", "--timeout", "1"], stage.exported(url))
        #expect(answer.cause == "route.direct", "\(answer.text)")
        #expect(
            answer.text.contains(
                "dockerd fetches and pushes the images, with variables of its own"),
            "\(answer.text)")
        #expect(
            answer.text.contains("| sudo tee /etc/systemd/system/docker.service.d/proxy.conf"),
            "\(answer.text)")
        #expect(!answer.text.contains("assumed"), "\(answer.text)")
        #expect(!answer.text.contains("proxyenv use"), "\(answer.text)")
        let containers = "`proxies` in ~/.docker/config.json are for what runs in containers"
        #expect(!answer.text.contains(containers), "\(answer.text)")
        try write(
            "{\"proxies\": {\"default\": {\"httpsProxy\": \"\(url)\"}}}", to: ".docker/config.json")
        let told = try stage.doctor(["docker", "--timeout", "1"])
        #expect(told.text.contains(containers), "\(told.text)")
    }

    @Test func `what docker info says of the daemon's proxy is the route`() throws {
        try installDocker(", \"HttpsProxy\": \"\(url)\", \"NoProxy\": \"localhost\"")
        let text = try explain("docker", ["HTTPS_PROXY": "http://127.0.0.1:1"])
        #expect(text.contains("\(url)\n    decided by docker info (HttpsProxy)"), "\(text)")
        #expect(!text.contains("127.0.0.1:1\n"), "\(text)")
        #expect(!text.contains("assumed"), "\(text)")
    }

    @Test func `what a daemon on another machine tells is not mended on this one`() throws {
        try installDocker(", \"HttpsProxy\": \"http://127.0.0.1:1\"")
        let answer = try stage.doctor(
            ["docker"], stage.exported(url, ["DOCKER_HOST": "tcp://far.example:2376"]))
        #expect(answer.cause == nil, "\(answer.text)")
        #expect(answer.text.contains("assumed: its proxy answers on the machine"), "\(answer.text)")
        #expect(!answer.text.contains("systemctl"), "\(answer.text)")
    }

    @Test func `where no proxy answers, none is proposed for the daemon`() throws {
        try installDocker(", \"HttpProxy\": \"\"")
        try stage.configure(url: "http://127.0.0.1:1")
        let answer = try stage.doctor(["docker", "--timeout", "1"])
        #expect(answer.cause == "route.direct", "\(answer.text)")
        #expect(!answer.text.contains("systemctl"), "\(answer.text)")
    }

    @Test func `the daemon's files count where it does not answer, which is called a guess`() throws
    {
        try write(
            "{\n  \"proxies\": {\n    \"https-proxy\": \"\(url)\"\n  }\n}\n",
            to: ".config/docker/daemon.json")
        try write(
            "[Service]\nEnvironment=\"HTTPS_PROXY=http://127.0.0.1:1\" SSL_CERT_FILE=\(stage.world.authority)\n",
            to: ".config/systemd/user/docker.service.d/proxy.conf")
        let text = try explain("docker", Self.rootless)
        #expect(
            text.contains("decided by ~/.config/docker/daemon.json:3 (proxies.https-proxy)"),
            "\(text)")
        #expect(text.contains("assumed: dockerd was started with these files"), "\(text)")
        let answer = try stage.doctor(["docker"], Self.rootless)
        #expect(answer.cause == nil, "\(answer.text)")
        #expect(answer.text.contains("docker gets through"), "\(answer.text)")
        #expect(
            answer.text.contains("; assumed: dockerd was started with these files"),
            "\(answer.text)")
    }

    @Test func `a wrong proxy in a drop-in is mended there`() throws {
        try write(
            "[Service]\nEnvironment=HTTPS_PROXY=http://127.0.0.1:1\n",
            to: ".config/systemd/user/docker.service.d/proxy.conf")
        let answer = try stage.doctor(
            ["docker"], stage.exported(url).merging(Self.rootless) { $1 })
        #expect(answer.cause == "proxy.refused", "\(answer.text)")
        #expect(
            answer.text.contains("systemctl --user restart docker.service"), "\(answer.text)")
    }

    @Test func `nothing is known of a daemon that does not answer, and that is said`() throws {
        let text = try explain(
            "docker", stage.exported(url).merging(["DOCKER_HOST": "tcp://far.example:2376"]) { $1 })
        #expect(text.contains("  direct\n    decided by no variable and no file"), "\(text)")
        #expect(text.contains("assumed: dockerd on another machine has no proxy"), "\(text)")
    }

    @Test func `a docker that is podman has the shell's variables`() throws {
        try sandbox.install("docker", "#!/bin/sh\n# podman\nexit 1\n")
        let text = try explain("docker", stage.exported(url))
        #expect(text.contains("\(url)\n    decided by HTTPS_PROXY"), "\(text)")
        #expect(!text.contains("dockerd"), "\(text)")
        let pull = try sandbox.proxyenv("exec", "clash", "--", "docker", "pull", "x")
        #expect(!pull.errorText.contains("dockerd"), "\(pull.errorText)")
    }

    @Test func `a file of variables that the unit names is no secret`() throws {
        try write(
            "[Service]\nEnvironmentFile=-/etc/default/docker\n",
            to: ".config/systemd/user/docker.service.d/proxy.conf")
        let text = try explain("docker", Self.rootless)
        #expect(
            text.contains(
                "assumed: dockerd, which has not answered, has no proxy, and /etc/default/docker sets none"
            ), "\(text)")
    }

    @Test func `Docker Desktop's own settings decide, and nobody guesses them`() throws {
        try installDocker(", \"HttpsProxy\": \"http.docker.internal:3128\"")
        let answer = try stage.doctor(["docker"], stage.exported(url))
        #expect(answer.cause == nil, "\(answer.text)")
        #expect(answer.text.contains("no server was asked; assumed: Docker Desktop"))
    }

    @Test func `exec says once that the daemon fetches the images`() throws {
        let pull = try sandbox.proxyenv("exec", "clash", "--", "docker", "pull", "x")
        #expect(
            pull.errorText.contains(
                "dockerd fetches and pushes the images, and profile clash does not reach it"),
            "\(pull.errorText)")
        for words in [
            ["--context", "pull", "ps"], ["image", "ls"], ["-H", "push", "image", "pull"],
        ] {
            let outcome = try Runner(
                arguments: ([sandbox.program, "exec", "clash", "--", "docker"] + words)
                    .map { Array($0.utf8) }, environment: sandbox.entries()
            ).run()
            #expect(outcome.errorText.contains("dockerd") == (words.count == 4), "\(words)")
        }
        let list = try sandbox.proxyenv("exec", "clash", "--", "docker", "ps")
        #expect(!list.errorText.contains("dockerd"), "\(list.errorText)")
    }

    @Test func `ollama's server has the variables with which it was started`() throws {
        let alone = try explain("ollama", ["HTTPS_PROXY": url])
        #expect(alone.contains("assumed: ollama serve is started in this shell"), "\(alone)")
        #expect(alone.contains("\(url)\n    decided by HTTPS_PROXY"), "\(alone)")
        let answer = try stage.doctor(["ollama"], stage.exported(url))
        #expect(answer.cause == nil, "\(answer.text)")
        #expect(answer.text.contains("; assumed: ollama serve is started in this shell"))
        // A server that another machine has.
        let far = try explain("ollama", ["HTTPS_PROXY": url, "OLLAMA_HOST": "far.example:1"])
        #expect(far.contains("assumed: ollama serve on another machine"), "\(far)")
        let server = try ServedProcess(
            [
                "/usr/bin/env", "HTTPS_PROXY=http://127.0.0.1:9", "/bin/sh",
                "\(sandbox.home)/bin/ollama", "serve",
            ], in: sandbox)
        ServedProcess.await(server.id, givenWord: "serve")
        pause(0.2)
        let running = try explain("ollama", ["HTTPS_PROXY": url])
        #expect(running.contains("http://127.0.0.1:9\n    decided by process "), "\(running)")
        #expect(!running.contains("assumed"), "\(running)")
        let dead = try stage.doctor(["ollama"], stage.exported(url))
        #expect(dead.text.contains("-- ollama serve"), "\(dead.text)")
        #expect(!dead.text.contains("systemctl"), "\(dead.text)")
        withExtendedLifetime(server) {}
    }
}
