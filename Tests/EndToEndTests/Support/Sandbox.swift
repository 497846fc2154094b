import Glibc
import Testing

/// A home folder of its own, with a file of profiles, programs, and an environment that inherits nothing but PATH.
final class Sandbox: Sendable {
    /// Where the home folders lie: the folder that PROXYENV_SANDBOXES names, as Windows' programs take /tmp for one in which
    /// others can replace files, else /tmp.
    static let folder = getenv("PROXYENV_SANDBOXES").map { String(cString: $0) } ?? "/tmp"

    /// The home folder.
    let home: String

    /// A sandbox in which `config` is the user's file, if it is given.
    init(_ config: String? = nil) throws {
        var template = Array("\(Self.folder)/proxyenv-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Spawn.Failure(call: "mkdtemp", code: errno) }
        home = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        for folder in ["bin", "tmp", ".config", ".config/proxyenv"] {
            Files.makeFolder("\(home)/\(folder)")
        }
        Files.link(program, to: Binary.path)
        if Binary.isForWindows { Files.link(program + ".exe", to: Binary.path) }
        if let config { try write(config, to: ".config/proxyenv/config.toml") }
    }

    deinit {
        _ = try? Runner(
            arguments: ["/bin/rm", "-rf", home].map { Array($0.utf8) }, environment: []
        ).run()
    }

    /// The path under which the shells find the program: a link, which the hook does not follow.
    var program: String { home + "/bin/proxyenv" }

    /// The user's file.
    var config: String { home + "/.config/proxyenv/config.toml" }

    /// The environment, in which nothing is asked of the network.
    var environment: [String: String] {
        [
            "HOME": home, "PATH": "\(home)/bin:\(Binary.searchPath)", "TMPDIR": home + "/tmp",
            "LC_ALL": "C.UTF-8", "TERM": "dumb", "PROXYENV_PROBE": "0",
        ]
    }

    /// Writes `text` to the file `name` in the home folder.
    func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

    /// Writes `bytes` to the file `name` in the home folder.
    func write(_ bytes: [UInt8], to name: String, mode: mode_t = 0o600) throws {
        let path = "\(home)/\(name)"
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw Spawn.Failure(call: "open", code: errno) }
        defer { close(descriptor) }
        var left = bytes[...]
        while !left.isEmpty {
            let count = left.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw Spawn.Failure(call: "write", code: errno) }
            left = left.dropFirst(count)
        }
        fchmod(descriptor, mode)
    }

    /// Puts a program called `name` into PATH.
    ///
    /// Where the program for Windows is tested, one that does more than `echo` ends the test.
    func install(_ name: String, _ script: String) throws {
        if Binary.isForWindows {
            guard let batch = WindowsProgram.batch(of: script) else {
                try Test.cancel(
                    "\(name) is a script of a shell that a program for Windows cannot start")
            }
            return try write(Array(batch.utf8), to: "bin/\(name).cmd", mode: 0o755)
        }
        try write(Array(script.utf8), to: "bin/\(name)", mode: 0o755)
    }

    /// Puts a program called `name` into PATH that tells on one line what it was given.
    func installTeller(_ name: String) throws {
        if Binary.isForWindows {
            return Files.link(
                "\(home)/bin/\(name).exe", to: WindowsProgram.programs + "/teller.exe")
        }
        try install(
            name,
            """
            #!/bin/sh
            printf '%s' "\(name) ${PROXYENV_ACTIVE-plain} ${https_proxy-none}"
            for word in "$@"; do printf ' <%s>' "$word"; done
            echo

            """)
    }

    /// Puts a program called `name` into PATH that says so when it waits, and when it may go on.
    ///
    /// It starts nothing then: dash waits for what it starts in a way that Ctrl-Z does not stop. It waits until the terminal
    /// is its own, as ksh93 gives that to a command which may run already; a key would be for the shell until then.
    func installWaiter(_ name: String) throws {
        Files.makePipe("\(home)/gate")
        try install(
            name,
            """
            #!/bin/sh
            exec 3<> ~/gate
            while
                read -r pid name state parent group session terminal front rest < /proc/$$/stat
                [ "$group" != "$front" ]
            do sleep 0.01; done
            echo waiting for it
            read line <&3
            echo "resumed $PROXYENV_ACTIVE"

            """)
    }

    /// Lets the waiter go on.
    ///
    /// - Returns: Whether there is one.
    @discardableResult
    func openGate() -> Bool {
        let descriptor = open("\(home)/gate", O_WRONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return Glibc.write(descriptor, "\n", 1) == 1
    }

    /// What the file `name` in the home folder holds, or nil if it is not there.
    func read(_ name: String) -> [UInt8]? { Self.content(of: "\(home)/\(name)") }

    /// The text of the file `name` in the home folder; empty if it is not there.
    func text(of name: String) -> String { String(decoding: read(name) ?? [], as: UTF8.self) }

    /// What the file at `path` holds, or nil if it is not there.
    static func content(of path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var content: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count <= 0 { return content }
            content += buffer.prefix(count)
        }
    }

    /// Whether there is a file `name` in the home folder.
    func has(_ name: String) -> Bool { access("\(home)/\(name)", F_OK) == 0 }

    /// The entries of the environment with `changes`, in which nil removes a variable.
    func entries(_ changes: [String: String?] = [:]) -> [[UInt8]] {
        var all = environment
        for (name, value) in changes { all[name] = value }
        return all.sorted { $0.key < $1.key }.map { Array("\($0.key)=\($0.value)".utf8) }
    }

    /// Runs the program that is tested.
    func proxyenv(
        _ words: String..., with changes: [String: String?] = [:], input: String = "",
        to target: OutputTarget = .captured
    ) throws -> Outcome {
        try Runner(
            arguments: [Array(program.utf8)] + words.map { Array($0.utf8) },
            environment: entries(changes), input: Array(input.utf8), target: target
        ).run()
    }
}
