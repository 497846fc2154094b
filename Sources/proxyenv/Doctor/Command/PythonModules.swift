import ProxyEnvCore

/// Which modules the Python has that runs a program.
struct PythonModules {
    /// The Python and its options.
    private let python: [[UInt8]]
    private let environment: Environment

    /// Those of the script `path`, which will have `environment`; nil where no Python runs it.
    init?(of path: [UInt8], _ environment: Environment) {
        guard let text = (try? FileSystem.load(path, limit: 1 << 16))?.content,
            var words = ScriptLine.interpreter(of: text), let first = words.first,
            ["python", "pypy"].contains(where: { FileName.last(of: first).hasPrefix($0) }),
            let program = ProgramSearch(environment).path(of: first)
        else { return nil }
        words[0] = program
        python = words
        self.environment = environment
    }

    /// The Python, for people.
    var name: String { DisplayText.shortened(python.first ?? [], to: 200) }

    /// Whether it has the module `module`; nil where it does not tell within three seconds.
    func has(_ module: String) -> Bool? {
        let text = "import importlib.util as u; print(int(u.find_spec('\(module)') is not None))"
        let asked = try? ChildProcess(
            starting: python + ["-c", text].map { Array($0.utf8) }, environment.withoutSecrets,
            quietly: true)
        guard let answer = asked?.finish(by: Clock.milliseconds + 3000), answer.status == 0 else {
            return nil
        }
        switch answer.output.first {
        case UInt8(ascii: "0"): return false
        case UInt8(ascii: "1"): return true
        default: return nil
        }
    }
}
