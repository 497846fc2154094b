import ProxyEnvCore

/// Asks the machine what it is set to: each system by its own program or file.
struct SystemSettingsReader {
    /// The environment of the programs that are asked.
    let environment: Environment
    /// The user's home folder.
    let home: [UInt8]?
    /// The most milliseconds that a program may take.
    var limit = 1000

    /// The most bytes of a file that are read.
    private static let longest = 1 << 20

    /// The settings of the first of the systems that is there.
    ///
    /// - Throws: What was looked for, where nothing is found.
    func read() throws(Failure) -> SystemSettings {
        for keeper in Platform.settingsKeepers(in: environment) {
            if let settings = try settings(of: keeper) { return settings }
        }
        let file = kdeFile.map { ", nor KDE's \(ConfigurationFiles.displayed($0, home: home))" }
        throw Failure(
            "the system's settings are not found: there is no `gsettings` that knows GNOME's\(file ?? "")",
            hint: "Use a profile with a URL, or `auto`.")
    }

    private func settings(of keeper: SettingsKeeper) throws(Failure) -> SystemSettings? {
        switch keeper {
        case .macOS: output(MacSettings.command).flatMap { MacSettings.read($0) }
        case .windows: try windows()
        case .told(let settings): settings
        case .gnome: output(GNOMESettings.command).flatMap { GNOMESettings.read($0) }
        case .kde: try kde()
        }
    }

    /// The settings of the Windows in which this Linux is; nil where its program is not to be found.
    ///
    /// - Throws: That the program is there and does not say what it should: no desktop of Linux answers for Windows.
    private func windows() throws(Failure) -> SystemSettings? {
        for program in ["reg.exe", "/mnt/c/Windows/System32/reg.exe"] {
            guard let outcome = outcome([program] + WindowsSettings.arguments) else { continue }
            if outcome.status == 0, !outcome.wasStopped,
                let settings = WindowsSettings.read(outcome.output)
            {
                return settings
            }
            throw Failure(
                "Windows' settings cannot be read: `\(program) query` \(outcome.wasStopped ? "takes too long" : "does not print them")",
                hint: "Use a profile with a URL, or `auto`.")
        }
        return nil
    }

    private var kdeFile: [UInt8]? {
        StandardFolders(environment).settings.map { PathText.path("kioslaverc", in: $0) }
    }

    private func kde() throws(Failure) -> SystemSettings? {
        guard let path = kdeFile else { return nil }
        return try ReadableFile.load(path, limit: Self.longest, home: home, mayBeAbsent: true)
            .flatMap { KDESettings.read($0.content) }
    }

    private func output(_ words: [String]) -> [UInt8]? {
        guard let outcome = outcome(words), outcome.status == 0, !outcome.wasStopped else {
            return nil
        }
        return outcome.output
    }

    /// What became of the program, or nil if there is none.
    private func outcome(_ words: [String]) -> ChildProcess.Outcome? {
        try? ChildProcess.run(
            words.map { Array($0.utf8) }, ShimFolder.inquiry(in: environment), quietly: true,
            limit: limit)
    }
}

extension SystemSettings {
    /// That no proxy is named, and what to do instead.
    var unusable: Failure {
        switch mode {
        case .automatic(let script) where script.isEmpty:
            Failure(
                "\(system) is set to find its proxy by itself (WPAD)",
                hint: "Add the proxy by its URL: `proxyenv add NAME URL`.")
        case .automatic(let script):
            Failure(
                "\(system) is set to the PAC file \(DisplayText.shortened(script, to: 200)), which is never run",
                hint: "See which proxies it names: `proxyenv import system --dry-run`.")
        case .environment:
            Failure(
                "\(system) is set to take the variables of the environment",
                hint: "Import those: `proxyenv import env`.")
        case .direct, .manual: Failure("\(system) is set to use no proxy")
        }
    }
}
