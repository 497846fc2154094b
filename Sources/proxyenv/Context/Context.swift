import ProxyEnvCore

/// Everything that a command needs from the system.
struct Context {
    /// The command line: the program's name first, which for a shim is that of its command.
    let arguments: [[UInt8]]
    /// The environment as the process found it.
    let environment: Environment
    /// What the command line says besides the operands.
    var options: Options
    /// Where `write` writes.
    var output = StandardStream.output

    /// The user's home folder, or nil where nobody has said which it is.
    var home: [UInt8]? { StandardFolders(environment).home }

    /// Writes what a program reads, to standard output where nothing else is said.
    ///
    /// A terminal is no program: it gets nothing that it would obey, and no secret.
    ///
    /// - Throws: That it could not be written.
    func write(_ bytes: [UInt8]) throws(Failure) {
        try put(output.isTerminal ? DisplayText.lines(bytes) : bytes)
    }

    private func put(_ bytes: [UInt8]) throws(Failure) {
        do throws(SystemError) {
            try output.put(bytes)
        } catch {
            var failure = Failure("cannot write to standard output: \(error.message)")
            if error == .brokenPipe { failure.kind = .brokenPipe }
            throw failure
        }
    }

    /// Writes text of proxyenv's own to standard output, which may have colours in it.
    ///
    /// - Throws: That it could not be written.
    func write(_ text: String) throws(Failure) { try put(Array(text.utf8)) }

    /// Writes a JSON document to standard output.
    ///
    /// - Throws: That it could not be written.
    func write(_ value: JSONValue) throws(Failure) { try put(value.serialized() + [0x0A]) }

    /// Writes what a person has asked for, without what is secret in it.
    ///
    /// - Throws: That it could not be written.
    func report(_ text: String) throws(Failure) {
        try put(Secrets.hiddenInProse(Array(text.utf8)))
    }

    /// Writes the same for a program, without what is secret in it.
    ///
    /// - Throws: That it could not be written.
    func report(_ value: JSONValue) throws(Failure) { try write(value.withoutSecrets) }

    /// Tells a person something on standard error, unless they want quiet.
    func note(_ text: String) {
        if !options.isQuiet { Self.writeError("proxyenv: \(text)\n") }
    }

    /// Tells a person how `word`, a proxy's URL with full-width letters, is taken; nothing where it has none.
    func noteNarrowed(_ word: [UInt8]?) {
        guard let word, MeantURL.narrowed(word) != nil else { return }
        let url = ProxyURLParser.completed(word)
        note("full-width characters are taken as `\(DisplayText.shortened(url, to: 200))`")
    }

    /// Tells a person something that they asked for, if they are there: standard error is a terminal.
    func noteOnTerminal(_ text: @autoclosure () -> String) {
        if !options.isQuiet, StandardStream.error.isTerminal { Self.writeError("\(text())\n") }
    }

    /// Tells a person that a change was made, where it was.
    func noteChange(_ text: String) {
        if !options.isDryRun { noteOnTerminal(text) }
    }

    /// Writes `text` to standard error; where that can't be, there is nobody left to tell.
    ///
    /// A pipe that nobody reads must not end the process here: what was asked for happens all the same.
    static func writeError(_ text: String) {
        let shown = Secrets.hiddenInProse(Array(text.utf8))
        SystemExit.withoutBrokenPipeSignal { try? StandardStream.error.put(shown) }
    }

    /// Colours for `stream`, or none.
    ///
    /// `--color` decides, then NO_COLOR (no-color.org) and CLICOLOR_FORCE (bixense.com/clicolors), then the terminal.
    func style(for stream: StandardStream) -> TextStyle {
        switch options.color {
        case .always: return TextStyle(isColored: true)
        case .never: return TextStyle(isColored: false)
        case .auto: break
        }
        if environment.nonEmpty("NO_COLOR") != nil { return TextStyle(isColored: false) }
        if let force = environment.nonEmpty("CLICOLOR_FORCE"), !force.equals("0") {
            return TextStyle(isColored: true)
        }
        let isDumb = environment["TERM"]?.equals("dumb") ?? false
        return TextStyle(isColored: stream.isTerminal && !isDumb)
    }
}
