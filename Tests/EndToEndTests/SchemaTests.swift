import Testing

/// What `--json` prints is what `docs/schema` says.
@Suite struct SchemaTests {
    /// A reader of as much of JSON Schema as the documents use; an unknown word in one is an error.
    private static let validator = """
        import json, sys
        schema = json.load(open(sys.argv[1]))
        types = {"string": str, "boolean": bool, "object": dict, "array": list, "null": type(None)}
        def is_type(value, name):
            if name == "integer": return isinstance(value, int) and not isinstance(value, bool)
            return isinstance(value, types[name])
        def check(value, schema, path):
            known = {"$schema", "title", "description", "type", "properties", "required",
                     "additionalProperties", "items", "enum", "minimum"}
            assert set(schema) <= known, (path, set(schema) - known)
            names = schema.get("type", [])
            names = [names] if isinstance(names, str) else names
            assert not names or any(is_type(value, name) for name in names), (path, value, names)
            assert "enum" not in schema or value in schema["enum"], (path, value)
            if "minimum" in schema and isinstance(value, int): assert value >= schema["minimum"], (path, value)
            if isinstance(value, dict):
                rest = schema.get("additionalProperties", True)
                assert set(schema.get("required", [])) <= set(value), (path, list(value))
                for key, member in value.items():
                    if key in schema.get("properties", {}):
                        check(member, schema["properties"][key], path + [key])
                    else:
                        assert rest is not False, (path, key)
                        check(member, rest if isinstance(rest, dict) else {}, path + [key])
            if isinstance(value, list):
                for number, item in enumerate(value):
                    check(item, schema.get("items", {}), path + [number])
        document = json.load(sys.stdin)
        check(document, schema, [])
        print(json.dumps(document, sort_keys=True))

        """

    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(
            """
            default = "office"
            no-proxy = ["x"]
            [profiles.office]
            url = "http://127.0.0.1:11"
            description = "é"
            env = { A = "1" }
            [commands]
            teller = true
            other = "clash"

            """)
        try sandbox.write(
            "[profiles.office]\nusername = 'bob'\nenv.B = '2'\n",
            to: ".config/proxyenv/config.local.toml")
    }

    /// The document that a command prints, read and held against the schema of its name.
    private func document(
        _ words: [String], status: Int32 = 0, with changes: [String: String?] = [:]
    ) throws -> String {
        let python = try Binary.require("python3")
        let outcome = try Runner(
            arguments: ([sandbox.program] + words + ["--json"]).map { Array($0.utf8) },
            environment: sandbox.entries(["PROXYENV_ACTIVE": "office"].merging(changes) { $1 })
        ).run()
        #expect(outcome.status == status)
        // This file lies two folders below the repository's own.
        let repository = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let schema = "/\(repository)/docs/schema/\(words[0]).json"
        let read = try Runner(
            arguments: [python, "-c", Self.validator, schema].map { Array($0.utf8) },
            environment: sandbox.entries(), input: outcome.output
        ).run()
        #expect(read.status == 0, "\(read.errorText)")
        return read.text
    }

    @Test(
        arguments: [
            ["list"], ["show", "office"], ["show", "auto"], ["show", "direct"], ["show", "7890"],
            ["status"], ["validate"],
        ])
    func `a report has the members of its schema and no others`(_ words: [String]) throws {
        #expect(try document(words).hasPrefix("{"))
    }

    @Test(arguments: [["help"], ["help", "doctor"]])
    func `help tells programs what there is`(_ words: [String]) throws {
        let text = try document(words)
        #expect(text.contains("\"name\": \"doctor\""))
        #expect(text.contains("\"names\": [\"--trust-project\"]"))
        #expect(text.contains("\"name\": \"use\"") == (words.count == 1))
        #expect(!text.contains("\"complete\""))
    }

    @Test(arguments: [["import", "env"], ["import", "env", "--dry-run"]])
    func `what was imported has the members of its schema`(_ words: [String]) throws {
        let text = try document(
            words,
            with: [
                "https_proxy": "http://u:hush@h:1", "http_proxy": "http://h:2", "NO_PROXY": "a,*",
            ])
        #expect(text.contains("\"name\": \"env\""))
        #expect(!text.contains("hush"))
    }

    @Test func `a file with mistakes is reported by the schema too`() throws {
        try sandbox.write("[profiles.a]\nurl = 5\nx = 1\n", to: ".config/proxyenv/bad.toml")
        let text = try document(
            ["validate", sandbox.home + "/.config/proxyenv/bad.toml"], status: 1)
        #expect(text.contains("\"valid\": false"))
        #expect(text.contains("\"files\": [\"~/.config/proxyenv/bad.toml\"]"))
    }

    @Test(arguments: [true, false])
    func `what explain prints is what its schema says`(_ isWrapped: Bool) throws {
        if isWrapped {
            try sandbox.write("[commands]\ncurl = '7890'\n", to: ".config/proxyenv/config.toml")
        }
        let text = try document(["explain", "curl", "https://x.example"])
        #expect(text.contains("\"wrapper\": null") != isWrapped, "\(text)")
    }

    @Test(
        .notForWindows("it asks by curl, which wine has not"),
        arguments: [
            (["doctor", "curl"], nil, "\"cause\": \"proxy.refused\""),
            (["doctor"], "office", "\"command\": null"),
        ] as [([String], String?, String)])
    func `what doctor prints is what its schema says`(
        _ words: [String], _ active: String?, _ part: String
    ) throws {
        let dead = try ServedProcess.freePort()
        try sandbox.write(
            "[profiles.p]\nurl = 'http://127.0.0.1:\(dead)'\n[commands]\ncurl = 'p'\n",
            to: ".config/proxyenv/config.toml")
        let text = try document(words, status: 1, with: ["PROXYENV_ACTIVE": active])
        #expect(text.contains(part), "\(text)")
    }

    @Test(.notForWindows("it asks by curl, which wine has not"))
    func `what test prints is what its schema says`() throws {
        let faults = try FaultServer(in: sandbox)
        let proxy = try RealProxy(.tinyproxy, in: sandbox)
        for (words, status) in [
            (["test", "\(proxy.port)", faults.url()], 1), (["test", "direct", faults.url()], 1),
            (["test", "\(faults.port(.ntlm))"], 1), (["test", "\(faults.port(.forbids))"], 1),
            (["test", "http://no-such-host.invalid:1", "--timeout", "2"], 1),
            (["test", "\(proxy.port)", "http://127.0.0.1:\(faults.port(.api))"], 0),
        ] as [([String], Int32)] {
            #expect(try document(words, status: status).hasPrefix("{"))
        }
    }

    @Test func `what detect prints is what its schema says`() throws {
        let proxy = try RealProxy(.tinyproxy, in: sandbox)
        _ = try Runner(
            arguments: ["/bin/mkdir", "-p", "\(sandbox.home)/.config/clash"].map { Array($0.utf8) },
            environment: []
        ).run()
        try sandbox.write("port: \(proxy.port)\n", to: ".config/clash/config.yaml")
        #expect(try document(["detect"]).contains("\"url\": \"http://127.0.0.1:\(proxy.port)\""))
    }

    @Test func `show and status say which file and line each value comes from`() throws {
        let place = "\"file\": \"~/.config/proxyenv/config"
        for words in [["show", "office"], ["status"]] {
            let text = try document(words)
            for source in [
                "{\(place).toml\", \"key\": \"profiles.office.url\", \"line\": 4}",
                "{\(place).toml\", \"key\": \"profiles.office.env.A\", \"line\": 6}",
                "{\(place).local.toml\", \"key\": \"profiles.office.username\", \"line\": 2}",
                "{\(place).local.toml\", \"key\": \"profiles.office.env.B\", \"line\": 3}",
            ] { #expect(text.contains(source), "\(source) \(text)") }
        }
    }

    @Test func `status says which file and line a rule comes from`() throws {
        let place = "\"file\": \"~/.config/proxyenv/config"
        #expect(
            try document(["status"]).contains(
                "\"source\": {\(place).toml\", \"key\": \"commands.teller\", \"line\": 8}"))
    }

    @Test func `show says in words which file and line each value comes from`() throws {
        let shown = try sandbox.proxyenv("show", "office")
        #expect(
            shown.text.hasSuffix(
                """
                  from ~/.config/proxyenv/config.toml:4  profiles.office.url
                  from ~/.config/proxyenv/config.toml:5  profiles.office.description
                  from ~/.config/proxyenv/config.toml:6  profiles.office.env.A
                  from ~/.config/proxyenv/config.local.toml:2  profiles.office.username
                  from ~/.config/proxyenv/config.local.toml:3  profiles.office.env.B
                  from ~/.config/proxyenv/config.toml:2  no-proxy

                """), "\(shown.text)")
    }
}
