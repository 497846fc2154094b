import Glibc
import Testing

/// What the tests of the shells found, for the table in docs/shells.md: lines in the folder that PROXYENV_REPORT names.
enum Report {
    /// Adds what was found of `interpreter`; does nothing where nobody asked for a report.
    static func add(
        _ kind: String, _ interpreter: Interpreter, in sandbox: Sandbox, _ found: String...
    ) throws {
        guard getenv("PROXYENV_REPORT") != nil else { return }
        let version = interpreter.version.isEmpty ? "-" : try version(of: interpreter, in: sandbox)
        try add(
            kind, interpreter.name, ([interpreter.name, version] + found).joined(separator: "\t"))
    }

    /// Adds a line to what was found of the shell `name`.
    static func add(_ kind: String, _ name: String, _ found: String) throws {
        guard let folder = getenv("PROXYENV_REPORT").map({ String(cString: $0) }) else { return }
        let line = found + "\n"
        let path = "\(folder)/\(kind).\(name.filter { $0 != " " })"
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Spawn.Failure(call: "open", code: errno) }
        defer { close(descriptor) }
        _ = line.withCString { write(descriptor, $0, strlen($0)) }
    }

    /// The first word with a digit that it prints about itself.
    private static func version(of interpreter: Interpreter, in sandbox: Sandbox) throws -> String {
        let path = try Binary.require(interpreter.words[0])
        let outcome = try Runner(
            arguments: ([path] + interpreter.version).map { Array($0.utf8) },
            environment: sandbox.entries()
        ).run()
        let words = (outcome.text + outcome.errorText).split { " \n,".contains($0) }
        return words.first { $0.contains { $0.isNumber } }.map { String($0) } ?? ""
    }
}
