import ProxyEnvCore

/// What `shim add` and `shim remove` do in the folder.
struct ShimEdits {
    /// The folder.
    let folder: ShimFolder
    /// The context.
    let context: Context

    /// Makes a shim of each of `names`, or of none if one can't have any.
    ///
    /// - Throws: Why it can't.
    func add(_ names: [[UInt8]]) throws(Failure) {
        for name in names {
            try check(name)
            if folder.entry(name) == .other { throw notOurs(name) }
        }
        let program = try ProgramPath.current(context)
        do throws(SystemError) {
            try FileSystem.makeDirectory(folder.path)
            // An update has left all of them behind at once.
            for name in (names + folder.names.filter { folder.isOutdated($0) }).map({
                folder.file($0)
            })
            where !ProgramLink.isCurrent(at: name, to: program) {
                try ProgramLink.make(to: program, at: name)
            }
        } catch {
            throw Failure("cannot make a shim in \(shown(folder.path)): \(error.message)")
        }
        let list = names.map { DisplayText.shortened($0) }.joined(separator: ", ")
        context.noteOnTerminal("\(shown(folder.path)): \(list)")
        try noteRules(names)
        notePath(names)
    }

    /// Takes the shims of `names` away, or none if one is none.
    ///
    /// - Throws: That there is none.
    func remove(_ names: [[UInt8]]) throws(Failure) {
        for name in names {
            switch folder.entry(name) {
            case .shim: continue
            // A name with a slash would lead out of the folder; it is no name of a shim.
            case .other where !PathText.hasFolder(name): throw notOurs(name)
            case .absent, .other:
                let known = folder.names.map { String(decoding: $0, as: UTF8.self) }
                throw .unknown("shim of", name, in: known)
            }
        }
        for name in names { ProgramLink.remove(folder.file(name)) }
        let list = names.map { DisplayText.shortened($0) }.joined(separator: ", ")
        context.noteOnTerminal("\(list): no shim any more")
    }

    private func check(_ name: [UInt8]) throws(Failure) {
        let shown = DisplayText.shortened(name)
        if ShimFolder.isProgram(name) {
            throw .usage("`\(shown)` is proxyenv itself, and can have no shim")
        }
        guard CommandName.isValid(name) else {
            throw .usage(
                "`\(shown)` is not the name of a command that can have a shim",
                hint:
                    "Letters, digits, `_`, `.`, `+`, `@` and `-` can be in one, and no word that a shell needs for itself."
            )
        }
    }

    private func notOurs(_ name: [UInt8]) -> Failure {
        Failure(
            "\(shown(folder.file(name))) is not a link to proxyenv, so it is left alone",
            hint: "Move it away.")
    }

    /// A shim without a rule changes nothing.
    private func noteRules(_ names: [[UInt8]]) throws(Failure) {
        var reader = ConfigReader(try ConfigurationFiles.load(in: context))
        let missing = names.filter { reader.readRule($0) == nil }.map { DisplayText.shortened($0) }
        if missing.isEmpty { return }
        let list = missing.joined(separator: " ")
        context.note("without a rule a shim starts the plain command: `proxyenv wrap \(list)`")
    }

    /// Says of each of `names` whose shim PATH does not lead to that it is never started.
    ///
    /// - Returns: Whether there is one.
    @discardableResult
    func notePath(_ names: [[UInt8]]) -> Bool {
        var said: [String] = []
        for name in names {
            let place = ShimPlace(of: name, in: folder, context.environment)
            guard let problem = place.problem(folder, home: context.home), !said.contains(problem)
            else { continue }
            said.append(problem)
            context.note(
                place == .notInPath
                    ? "\(problem): see `proxyenv help shim`"
                    : "\(problem): put \(shown(folder.path)) in front")
        }
        return !said.isEmpty
    }

    private func shown(_ path: [UInt8]) -> String {
        ConfigurationFiles.displayed(path, home: context.home)
    }
}
