import ProxyEnvCore

/// The system's root certificates and one file more, in one file, for the tools that take one file in place of all.
struct CertificateBundle {
    /// The environment from before the first `use`.
    let baseline: Environment
    /// The profile's name, for messages.
    let profile: String
    /// The profile's key that names the file, for messages.
    var key = ProfileKey.caFile

    private var home: [UInt8]? { StandardFolders(baseline).home }

    /// The longest file of certificates, in bytes.
    private static let longest = 16 << 20

    /// The path of `path` made absolute, after a look that it holds certificates.
    ///
    /// - Throws: That it can't be read, or is no PEM.
    func checked(_ path: [UInt8]) throws(Failure) -> [UInt8] {
        let path = absolute(path)
        _ = try load(path)
        return path
    }

    /// The path of a file with the system's roots and those of `path`; it has new content when either has changed.
    ///
    /// - Throws: That a file can't be read or written, or is no PEM.
    func bundle(with path: [UInt8]) throws(Failure) -> [UInt8] {
        let path = absolute(path)
        let own = try load(path)
        let system = try loadRoots()
        return try store(
            system.content + [0x0A] + own, Array("ca".utf8), madeOf: [system.path, path])
    }

    /// The path of a file with the system's roots, but for those in `files`, and those of `path`; it has new content when one
    /// has changed.
    ///
    /// - Throws: That a file can't be read or written.
    func publicRoots(
        without files: [[UInt8]], with path: [UInt8]?
    ) throws(Failure) -> [UInt8] {
        let system = try loadRoots()
        var added: [[UInt8]] = []
        for file in files {
            guard let local = try? load(file) else { continue }
            added += PEM.certificates(in: local)
        }
        let roots = PEM.certificates(in: system.content).filter { !added.contains($0) }
        if roots.isEmpty { throw failure("the system has no root certificates of its own") }
        var content = PEM.text(of: roots)
        var parts = [system.path] + files
        if let path {
            let path = absolute(path)
            content += try load(path)
            parts.append(path)
        }
        return try store(content, Array("public".utf8), madeOf: parts)
    }

    private func loadRoots() throws(Failure) -> (path: [UInt8], content: [UInt8]) {
        guard let roots = rootsPath else {
            throw failure("the system's root certificates are nowhere to be found")
        }
        return (path: roots, content: try load(roots))
    }

    /// The path of a file with `content` in the cache, named by the paths of the files that it is made of: a shell that has been
    /// given it gets what is in them today, and none is left over.
    private func store(
        _ content: [UInt8], _ name: [UInt8], madeOf paths: [[UInt8]]
    ) throws(Failure) -> [UInt8] {
        guard let folder = CacheFolder.lasting(in: baseline) else {
            throw failure(
                "there is no folder for the certificates, as \(StandardFolders.dataVariable) is not set"
            )
        }
        let digest = Digest64(of: Array(paths.joined(separator: [0x00])))
        let file = name + [0x2D] + digest.hexadecimal + Array(".pem".utf8)
        let bundle = folder.path + [PathText.separator] + file
        // The whole of it is compared, as all that it is made of is read already: no digest could be forged or be wrong.
        if folder.load(file, limit: content.count)?.isIdentical(to: content) == true {
            return bundle
        }
        do throws(PrivatePlace.Flaw) {
            try folder.store(content, as: file)
        } catch {
            throw unsafe(folder.path, bundle, error)
        }
        return bundle
    }

    /// Why there is no bundle where only root and the user can change it.
    private func unsafe(
        _ folder: [UInt8], _ bundle: [UInt8], _ flaw: PrivatePlace.Flaw
    ) -> Failure {
        let name = shown(folder)
        var failure: Failure
        var cure = "Name a folder of your own in XDG_CACHE_HOME."
        switch flaw {
        case .system(let error):
            failure = self.failure("cannot write \(DisplayText.escaped(bundle)): \(error.message)")
        case .foreign(let path, let owner):
            failure = self.failure(
                "\(shown(path)) belongs to user \(owner), not you: certificates in \(name) cannot be trusted"
            )
            if path == folder {
                cure =
                    "Name a folder of your own in XDG_CACHE_HOME, or look into this one and remove it: `sudo rm -r \(FileRemedy.word(name))`."
            }
        case .open(let path):
            failure = self.failure(
                "others can write \(shown(path)): certificates in \(name) cannot be trusted")
            cure =
                "Run `\(Ownership.closing(path, shown(path)))`, or name a folder of your own in XDG_CACHE_HOME."
        }
        failure.hints = [cure]
        return failure
    }

    private func shown(_ path: [UInt8]) -> String {
        path.isEmpty ? "/" : ConfigurationFiles.displayed(path, home: home)
    }

    /// The user's own choice of roots, else the system's.
    private var rootsPath: [UInt8]? {
        let choices = [baseline.nonEmpty("SSL_CERT_FILE") ?? []] + Platform.rootCertificates
        return choices.first { (try? FileSystem.status(of: $0))?.isRegular == true }
    }

    private func absolute(_ path: [UInt8]) -> [UInt8] {
        let path = UserPath.expanded(path, home: home)
        return PathText.absolute(path) ?? path
    }

    private func load(_ path: [UInt8]) throws(Failure) -> [UInt8] {
        let name = shown(path)
        let content: [UInt8]?
        do throws(SystemError) {
            content = try FileSystem.load(path, limit: Self.longest).content
        } catch {
            throw misnamed("cannot read the certificates in \(name): \(error.message)")
        }
        guard let content, PEM.holdsCertificate(content) else {
            throw misnamed("\(name) holds no certificate in PEM form")
        }
        return content
    }

    private func misnamed(_ message: String) -> Failure {
        var failure = failure(message)
        failure.hints = [
            "Put the file there, or take it out of the profile: `proxyenv unset \(profile) \(key.rawValue)`."
        ]
        return failure
    }

    private func failure(_ message: String) -> Failure { Failure("profile \(profile): \(message)") }
}
