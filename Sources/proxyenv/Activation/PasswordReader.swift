import ProxyEnvCore

/// Gets a profile's password from where the profile says it is.
struct PasswordReader {
    /// The environment from before the first `use`: a program asked for a password must not need one itself.
    let baseline: Environment
    /// The home folder, for paths that begin with `~/`.
    let home: [UInt8]?
    /// The profile's name, for messages.
    let profile: String

    /// The most milliseconds that a program may take.
    static let limit = 10_000

    /// The password, which may be of any bytes but NUL and those that end a line.
    ///
    /// - Throws: Why there is none; nothing of it is in the reason.
    func read(_ source: PasswordSource) throws(Failure) -> [UInt8] {
        let password: [UInt8]
        let place: String
        switch source {
        case .literal(let bytes): (password, place) = (bytes, "`password`")
        case .variable(let name):
            (password, place) = (try readVariable(name), "the variable `\(name)`")
        case .file(let path): (password, place) = (try readFile(path), "`password-file`")
        case .command(let words):
            if let profile = StoredPassword.profile(askedBy: words) {
                (password, place) = (try stored(profile), "`password-command`")
            } else {
                (password, place) = (try run(words), "`password-command`")
            }
        }
        if password.isEmpty { throw failure("\(place) gives an empty password") }
        if password.contains(where: { $0 == 0 || $0 == 0x0A || $0 == 0x0D }) {
            throw failure(
                "\(place) gives more than one line",
                hint: "Let it give the password alone.")
        }
        return password
    }

    /// Looks whether there may be one, without asking a program that may ask somebody.
    ///
    /// - Throws: Why there is none; nothing of it is in the reason.
    func check(_ source: PasswordSource) throws(Failure) {
        guard case .command(let words) = source else {
            _ = try read(source)
            return
        }
        if let profile = StoredPassword.profile(askedBy: words) {
            _ = try stored(profile)
            return
        }
        let program = words.first ?? []
        let environment = ShimFolder.left(out: baseline)
        if ProgramSearch(environment).path(of: program) == nil {
            throw failure(
                "there is no program `\(DisplayText.shortened(program))` for the password")
        }
    }

    private func readVariable(_ name: String) throws(Failure) -> [UInt8] {
        guard let value = baseline[name] else {
            throw failure(
                "the variable `\(name)` is not set",
                hint: "Set it, or keep the password with `proxyenv password \(profile)`.")
        }
        return value
    }

    private func stored(_ profile: String) throws(Failure) -> [UInt8] {
        if let password = SystemPasswords.password(of: profile) { return password }
        throw failure(
            "\(SystemPasswords.name ?? "this system") has no password of \(profile)",
            hint: "Keep it with `proxyenv password \(profile)`.")
    }

    private func readFile(_ path: [UInt8]) throws(Failure) -> [UInt8] {
        let path = UserPath.expanded(path, home: home)
        let name = ConfigurationFiles.displayed(path, home: home)
        let status: FileSystem.Status
        let content: [UInt8]?
        do throws(SystemError) {
            (status, content) = try FileSystem.load(path, limit: 65_536)
        } catch {
            throw failure("cannot read the password from \(name): \(error.message)")
        }
        guard let content else { throw failure("\(name) is not a file with a password") }
        if status.isOpenToOthers {
            throw failure(
                "others can read the password in \(name)",
                hint: "Run `\(Ownership.hiding(path, name))`.")
        }
        return Self.withoutLineEnd(content)
    }

    private func run(_ words: [[UInt8]]) throws(Failure) -> [UInt8] {
        let patch = EnvironmentPatch([.set(name: "PROXYENV_BYPASS", value: [UInt8(ascii: "1")])])
        let program = DisplayText.shortened(words.first ?? [])
        let outcome: ChildProcess.Outcome
        do throws(SystemError) {
            outcome = try ChildProcess.run(
                words, ShimFolder.left(out: patch.applied(to: baseline)), limit: Self.limit)
        } catch {
            throw failure("cannot start `\(program)` for the password: \(error.message)")
        }
        if outcome.wasStopped {
            throw failure("`\(program)` gave no password within \(Self.limit / 1000) s")
        }
        if outcome.status != 0 {
            throw failure("`\(program)` gave no password: it ended with status \(outcome.status)")
        }
        return Self.withoutLineEnd(outcome.output)
    }

    private func failure(_ message: String, hint: String? = nil) -> Failure {
        Failure(
            "profile \(profile): \(message)",
            hint: hint ?? "Mend that, or keep the password with `proxyenv password \(profile)`.")
    }

    private static func withoutLineEnd(_ text: [UInt8]) -> [UInt8] {
        var text = text
        if text.last == 0x0A { text.removeLast() }
        if text.last == 0x0D { text.removeLast() }
        return text
    }
}

/// Paths in the file, which may begin with `~/`.
enum UserPath {
    /// `path` with the home folder for a leading `~`.
    static func expanded(_ path: [UInt8], home: [UInt8]?) -> [UInt8] {
        guard let home, path.count > 1, path[0] == UInt8(ascii: "~"), PathText.isSeparator(path[1])
        else { return path }
        return home + path.dropFirst()
    }
}
