import ProxyEnvCore

/// The files of certificates that somebody has added to the system's own authorities.
enum LocalAuthorities {
    /// The most files that are looked at.
    private static let most = 100

    /// Those that hold a certificate, also one folder further down.
    static var files: [[UInt8]] {
        var files: [[UInt8]] = []
        for folder in Platform.addedCertificates {
            for path in entries(of: folder) {
                let isFolder = (try? FileSystem.status(of: path))?.isDirectory == true
                files += isFolder ? entries(of: path) : [path]
            }
        }
        return files.prefix(most).filter { path in
            let content = (try? FileSystem.load(path, limit: 1 << 20))?.content
            return content.map { PEM.holdsCertificate($0) } ?? false
        }
    }

    /// The one of `files` that is about `issuer`, as curl writes it (`O = Corp, CN = Corp CA`); nil if that can't be told.
    static func file(of issuer: String, among files: [[UInt8]]) -> [UInt8]? {
        let text = Array(issuer.utf8)
        guard let place = text.firstOccurrence(of: Array("CN = ".utf8)) else { return nil }
        let name = Array(text[(place + 5)...].prefix { $0 != UInt8(ascii: ",") })
        if name.isEmpty { return nil }
        let found = files.filter { file in
            let content = (try? FileSystem.load(file, limit: 1 << 20))?.content
            return PEM.certificates(in: content ?? []).contains { PEM.holds(name, in: $0) }
        }
        return found.count == 1 ? found.first : nil
    }

    private static func entries(of folder: [UInt8]) -> [[UInt8]] {
        FileSystem.names(in: folder, withPrefix: []).filter { $0.first != UInt8(ascii: ".") }
            .sorted { $0.lexicographicallyPrecedes($1) }.map { folder + [PathText.separator] + $0 }
    }
}
