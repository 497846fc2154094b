import ProxyEnvCore

/// Whose certificates a command takes.
struct CertificateTrust {
    /// The file of certificates that it takes for those of authorities, or nil for the system's.
    private(set) var file: [UInt8]?
    /// What keeps it from looking at certificates, for people; nil where it does look.
    private(set) var unchecked: String?
    /// What is wrong with that.
    private(set) var finding: Finding?
    /// Whether the file comes besides the folder of the system's certificates.
    let keepsFolder: Bool
    /// The files of authorities that somebody has added to the system's, and which it does not take.
    private(set) var left: [[UInt8]] = []
    /// The variable by which it is told of a file of certificates.
    private(set) var variable: String?

    /// The variables by which curl itself trusts others than the system does.
    static let ofCurl = Tool.curl.certificateVariables + ["SSL_CERT_DIR"]

    /// That of `tool`, called `name`, whose settings are in `files` and which asks for `url`.
    init(_ tool: Tool, called name: String, for url: [UInt8], _ files: inout ToolFiles) {
        let environment = files.environment
        keepsFolder = tool.trust.keepsFolder
        var sources = TrustSources(tool: tool, url: url, files: files)
        defer { files = sources.files }
        unchecked = sources.place(of: tool.trust.switches)
        if let unchecked {
            finding = .unchecked(name, by: unchecked)
            return
        }
        // What was added to the system's counts for nothing where a tool brings its own along.
        if tool.trust.bringsOwnRoots, sources.place(of: tool.trust.systemSwitches) == nil {
            left = LocalAuthorities.files
        }
        sources.asksStore = environment.foldsNames && sources.takesStore()
        variable = sources.asksStore ? nil : tool.certificateVariables.last
        // The variables of others count for nothing here.
        let own = environment.entries.filter { entry in
            ["HOME=", "XDG_CACHE_HOME="].contains { entry.hasPrefix($0) }
        }
        let bundle = CertificateBundle(baseline: Environment(entries: own), profile: name)
        guard let named = sources.file() else {
            if !left.isEmpty { file = try? bundle.publicRoots(without: left, with: nil) }
            return
        }
        let path = UserPath.expanded(named.path, home: environment.home)
        let content = (try? FileSystem.load(path, limit: 16 << 20))?.content
        let isAdded = named.variable == CertificateVariables.adding
        guard let content, PEM.holdsCertificate(content) else {
            let shown = ConfigurationFiles.displayed(path, home: environment.home)
            finding = .certificates(
                named.place, isVariable: named.isVariable, names: shown, isThere: content != nil,
                name, isAdded: isAdded, in: ShellChoice.typed(in: files.context))
            return
        }
        // What Node is given comes besides the roots that it has.
        if !isAdded {
            file = path
            left = []
        } else if left.isEmpty {
            file = try? bundle.bundle(with: path)
        } else {
            file = try? bundle.publicRoots(without: left, with: path)
        }
    }
}

extension CertificateTrust {
    /// Where a proxy that looks inside keeps its authority, by its name.
    private static let authorities = [("mitmproxy", "/.mitmproxy/mitmproxy-ca-cert.pem")]

    /// The file of the authority `issuer`, for people, where it is known and there.
    ///
    /// - Parameters:
    ///   - issuer: The authority as curl writes it.
    ///   - home: The home folder, in which a proxy may keep its authority.
    /// - Returns: The file, or nil.
    func authority(_ issuer: String?, home: [UInt8]?) -> String? {
        guard let issuer else { return nil }
        if let file = LocalAuthorities.file(of: issuer, among: left) {
            return ConfigurationFiles.displayed(file, home: home)
        }
        guard let home else { return nil }
        let known = Self.authorities.first { name, path in
            Array(issuer.utf8).firstOccurrence(of: Array(name.utf8)) != nil
                && (try? FileSystem.status(of: home + Array(path.utf8))) != nil
        }
        return known.map { "~\($0.1)" }
    }
}

/// What says whose certificates a command takes: variables, and the tool's own files.
private struct TrustSources {
    /// A file of certificates that is named.
    struct File {
        let path: [UInt8]
        /// Where it is named, for people.
        let place: String
        /// The variable that names it, in the environment or in a file of the tool's.
        var variable: String?
        /// Whether that is one of the environment.
        var isVariable = false
    }

    let tool: Tool
    let url: [UInt8]
    var files: ToolFiles
    /// Whether variables count for nothing, as the system's own store is asked.
    var asksStore = false
    private var environment: Environment { files.environment }

    /// Whether the tool takes the certificates of the system's own store.
    mutating func takesStore() -> Bool {
        switch tool.trust.store {
        case nil: return false
        case .programOfWindows:
            let program = FilePlaces(environment, home: nil).program(tool.name) ?? []
            let folder = Array("/system32/".utf8)
            return program.map { $0.lowercased }.firstOccurrence(of: folder) != nil
        case .key(let key, let value, let other):
            guard let (text, _) = self.value(of: key), text.equalsIgnoringCase(value) else {
                return false
            }
            return self.value(of: other)?.text.equalsIgnoringCase("true") != true
        }
    }

    /// The file of certificates that counts, or nil where none is named.
    mutating func file() -> File? {
        let known = tool.certificateVariables
        let names = known.isEmpty ? ["SSL_CERT_FILE"] : known
        if let own = variable(names.filter { !CertificateVariables.isShared($0) }) { return own }
        // git takes its own file as little as a variable then, which stands for it.
        for key in tool.trust.keys where !asksStore || tool.trust.store == .programOfWindows {
            if let (text, place) = value(of: key), !text.isEmpty {
                return File(path: text, place: place)
            }
        }
        return variable(names.filter { CertificateVariables.isShared($0) })
    }

    private mutating func variable(_ names: [String]) -> File? {
        for name in names where !asksStore {
            guard let path = environment.nonEmpty(name) else { continue }
            let place = files.place(of: name, for: tool)
            return File(
                path: path, place: place ?? name, variable: name, isVariable: place == nil)
        }
        return nil
    }

    /// Where the first of `switches` stands that is set, for people, or nil where none is.
    mutating func place(of switches: [TrustSettings.Switch]) -> String? {
        for one in switches {
            switch one {
            case .variable(let name, let value):
                guard let found = environment.nonEmpty(name) else { continue }
                if value.map({ found.equals($0) }) ?? true { return name }
            case .option(let name, let word):
                let words = (environment[name] ?? []).pieces { $0 == 0x20 }
                if words.contains(where: { $0.equals(word) }) { return name }
            case .key(let key, let value):
                guard let (text, place) = self.value(of: key) else { continue }
                if value.map({ text.equalsIgnoringCase($0) }) ?? true { return place }
            }
        }
        return nil
    }

    /// What the tool's own files have for `key`, and where, for people.
    private mutating func value(of key: String) -> (text: [UInt8], place: String)? {
        guard let file = tool.trust.file else { return nil }
        if file.asksGit {
            guard let target = Target(url) else { return nil }
            return files.gitValue(of: key, for: target).map { ($0, "git's \(key)") }
        }
        return files.value(of: key, in: file).map { ($0.text, "\($0.place) (\(key))") }
    }
}
