import Testing

@testable import ProxyEnvCore

/// Where the servers that do a tool's work get their variables.
@Suite struct ServiceFilesTests {
    private static func shown(_ file: SettingsFile, _ text: String) -> [String] {
        shown(file.settings(in: [UInt8](text.utf8), path: "f"))
    }

    private static func shown(_ settings: [ToolSetting]) -> [String] {
        ToolSetting.merged(settings).map {
            "\($0.line) \($0.name)=\(String(decoding: $0.value, as: UTF8.self))"
        }
    }

    @Test(
        arguments: [
            ("[Service]\nEnvironment=HTTPS_PROXY=http://h:1\n", ["2 HTTPS_PROXY=http://h:1"]),
            (
                "[Service]\nEnvironment=\"HTTP_PROXY=http://h:1\" 'NO_PROXY=a, b' X=%%\n",
                ["2 HTTP_PROXY=http://h:1", "2 NO_PROXY=a, b", "2 X=%"]
            ),
            (
                "[Service]\n# no\nEnvironment=A=1 \\\n; neither\n  B=2\nEnvironment=C=3\n",
                ["3 A=1", "3 B=2", "6 C=3"]
            ),
            ("[Service]\nEnvironment=A=1\nEnvironment=\nEnvironment=B=2\n", ["4 B=2"]),
            ("[Unit]\nEnvironment=A=1\n[Install]\nEnvironment=B=2\n", []),
            ("Environment=A=1\n[Service]\nEnvironmentFile=/x\nUnsetEnvironment=A\n", []),
            ("[Service]\nUnsetEnvironment=A C\nEnvironment=A=1 B=2 C=3\n", ["3 B=2"]),
            (
                "[Service]\nEnvironment=\"A=a\\\"b\\\\\" \"unclosed=1",
                ["2 A=a\"b\\", "2 unclosed=1"]
            ),
            ("[Service]\r\nEnvironment=A=1\r\n", ["2 A=1"]),
            ("[Service]\nEnvironment=A=1 \\", ["2 A=1"]),
        ] as [(String, [String])])
    func `Environment= of a unit`(_ text: String, _ expected: [String]) {
        #expect(Self.shown(.systemd("x.service"), text) == expected)
    }

    @Test func `an empty Environment= takes back what stands in the files before it`() {
        let file = SettingsFile.systemd("x.service")
        let texts = ["Environment=A=1", "Environment=\nEnvironment=B=2", "EnvironmentFile=-/x y"]
        let settings = texts.flatMap {
            file.settings(in: [UInt8]("[Service]\n\($0)\n".utf8), path: "f")
        }
        #expect(Self.shown(settings) == ["3 B=2"])
        #expect(settings.last?.effect == .names && settings.last?.value == [UInt8]("/x y".utf8))
    }

    @Test func `a docker that is podman needs no daemon`() {
        for (path, text, isReplaced) in [
            ("/usr/bin/docker", "#!/bin/sh\nexec /usr/bin/podman \"$@\"\n", true),
            ("/usr/bin/podman", nil, true), ("/usr/bin/docker", nil, false),
            ("/usr/bin/docker", "#!/bin/sh\nexec /opt/docker \"$@\"\n", false),
            ("/usr/bin/docker", "\u{7F}ELF podman", false),
        ] as [(String, String?, Bool)] {
            let places = FilePlaces(
                environment: Environment(entries: []), home: nil, workingDirectory: nil,
                isThere: { _ in false }, program: { _ in [UInt8](path.utf8) },
                content: { _ in text.map { [UInt8]($0.utf8) } })
            #expect(ToolService.dockerd.isReplaced(for: .docker, in: places) == isReplaced)
            #expect(!ToolService.ollama.isReplaced(for: .ollama, in: places))
        }
    }

    @Test func `without systemd no unit is proposed`() {
        let none = Environment(entries: [])
        for service in [ToolService.dockerd, .ollama] {
            let lines = service.remedy(profile: "p", in: none, isUnit: false)
            #expect(!lines.isEmpty && !lines.contains { $0.contains("systemctl") })
            #expect(
                service.remedy(profile: "p", in: none, isUnit: true).last?
                    .contains("systemctl restart \(service.unit)") == true)
        }
    }

    @Test func `drop-ins come by their names, and one in /etc hides its namesake`() {
        let there = [
            "/etc/systemd/system/x.service.d": ["20.conf", "a.txt"],
            "/run/systemd/system/x.service.d": ["10.conf"],
            "/usr/lib/systemd/system/x.service.d": ["20.conf", "30.conf"],
        ]
        let places = FilePlaces(
            environment: Environment(entries: []), home: nil, workingDirectory: nil,
            isThere: { $0.equals("/usr/lib/systemd/system/x.service") },
            names: { folder in
                (there[String(decoding: folder, as: UTF8.self)] ?? []).map { [UInt8]($0.utf8) }
            },
            program: { _ in nil })
        let paths = SettingsFile.systemd("x.service").paths(places)
            .map { String(decoding: $0, as: UTF8.self) }
        #expect(
            paths == [
                "/usr/lib/systemd/system/x.service", "/run/systemd/system/x.service.d/10.conf",
                "/etc/systemd/system/x.service.d/20.conf",
                "/usr/lib/systemd/system/x.service.d/30.conf",
            ])
    }

    @Test func `the proxies of dockerd's own file`() {
        let text = """
            {"proxies": {
              "http-proxy": "http://h:1", "https-proxy": "http://h:2",
              "no-proxy": "a", "else": "b"}, "http-proxy": "c"}
            """
        #expect(
            Self.shown(.dockerDaemon, text) == [
                "2 HTTP_PROXY=http://h:1", "2 HTTPS_PROXY=http://h:2", "3 NO_PROXY=a",
            ])
        #expect(SettingsFile.dockerDaemon.fault([UInt8]("{".utf8), "f") != nil)
    }

    @Test func `docker info tells of the daemon, or of nothing where none answers`() {
        let answer =
            #"{"ServerVersion":"29","HttpProxy":"http://h:1","NoProxy":"","x":{"NoProxy":"a"}}"#
        let found = DockerInfo.settings(in: [UInt8](answer.utf8))
        #expect(
            found?.map { "\($0.name) \($0.source.text)" } == ["HTTP_PROXY docker info (HttpProxy)"])
        #expect(DockerInfo.settings(in: [UInt8](#"{"ServerVersion":""}"#.utf8)) == nil)
        #expect(DockerInfo.settings(in: [UInt8]("no".utf8)) == nil)
    }

    @Test(arguments: [
        ("", false), ("tcp://10.0.0.1:2375", true), ("ssh://me@host", true),
        ("unix:///var/run/docker.sock", false), ("tcp://127.0.0.1:2375", false),
    ])
    func `where DOCKER_HOST leads`(_ value: String, _ isElsewhere: Bool) {
        let environment = Environment(entries: [[UInt8]("DOCKER_HOST=\(value)".utf8)])
        #expect(ToolService.dockerd.isElsewhere(in: environment) == isElsewhere)
    }

    @Test(arguments: [
        ("0.0.0.0", false), ("127.0.0.1:11434", false), (":11434", false), ("::1", false),
        ("[::]:11434", false), ("http://localhost:11434", false), ("gpu.example:11434", true),
        ("https://gpu.example", true),
    ])
    func `where OLLAMA_HOST leads`(_ value: String, _ isElsewhere: Bool) {
        let environment = Environment(entries: [[UInt8]("OLLAMA_HOST=\(value)".utf8)])
        #expect(ToolService.ollama.isElsewhere(in: environment) == isElsewhere)
    }

    @Test(
        arguments: [
            (["/usr/bin/dockerd", "-H", "fd://"], "dockerd"), (["ollama", "serve"], "ollama"),
            (["/bin/sh", "/x/ollama", "serve"], "ollama"), (["ollama", "run", "serve"], nil),
            (["grep", "dockerd"], nil), (["ollama"], nil), ([], nil),
        ] as [([String], String?)])
    func `a server is known by its process`(_ words: [String], _ name: String?) {
        let words = words.map { [UInt8]($0.utf8) }
        let found = [ToolService.dockerd, .ollama].first { $0.isProcess(words) }
        #expect(found?.name == name)
    }

    @Test func `what a tool leaves to its server`() {
        for (words, isUsed) in [
            (["pull", "x"], true), (["--debug", "run"], true), (["ps"], false), ([], false),
        ] {
            let words = words.map { [UInt8]($0.utf8) }
            #expect(ToolService.dockerd.isUsed(with: words[...]) == isUsed)
        }
    }
}
