import Testing

/// Programs in the place of those that proxyenv starts, which write down with what arguments and environment they are started.
struct Recorder {
    private let sandbox: Sandbox

    /// One start of a program.
    struct Start {
        /// The program's name.
        let program: String
        /// Its arguments, a line each.
        let arguments: String
        /// Its environment, a line each.
        let environment: String
    }

    /// Puts a recorder in front of each of `programs`, which then do what they do, or nothing where they are not installed.
    init(_ programs: [String], in sandbox: Sandbox) throws {
        self.sandbox = sandbox
        Files.makeFolder("\(sandbox.home)/starts")
        for name in programs {
            let rest = Binary.find(name).map { "exec \($0) \"$@\"" } ?? "echo 9.9.9"
            try sandbox.install(
                name,
                """
                #!/bin/sh
                record=$(mktemp "\(sandbox.home)/starts/\(name).XXXXXX")
                printf '%s\\n' "$@" > "$record.arguments"
                /usr/bin/env > "$record.environment"
                \(rest)

                """)
        }
    }

    /// All starts so far.
    func starts() throws -> [Start] {
        let outcome = try Runner(
            arguments: [Array("/bin/ls".utf8), Array("\(sandbox.home)/starts".utf8)],
            environment: []
        ).run()
        func text(_ name: String) -> String {
            String(decoding: sandbox.read("starts/\(name)") ?? [], as: UTF8.self)
        }
        return outcome.text.split(separator: "\n").filter { $0.hasSuffix(".arguments") }.map {
            let base = String($0.dropLast(".arguments".count))
            return Start(
                program: String(base.split(separator: ".")[0]),
                arguments: text("\(base).arguments"),
                environment: text("\(base).environment"))
        }
    }
}
