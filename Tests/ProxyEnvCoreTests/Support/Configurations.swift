@testable import ProxyEnvCore

extension Configuration {
    /// A configuration of files with these contents, the lowest first.
    init(_ texts: [UInt8]..., distrust: Distrust? = nil) {
        self.init(
            layers: texts.enumerated().map { number, text in
                Layer(
                    path: "\(number).toml", document: ConfigDocument(parsing: text),
                    distrust: distrust)
            })
    }

    /// A configuration of files with these contents, the lowest first.
    init(_ texts: String...) {
        self.init(
            layers: texts.enumerated().map { number, text in
                Layer(
                    path: "\(number).toml", document: ConfigDocument(parsing: [UInt8](text)),
                    distrust: nil)
            })
    }

    /// What is said of the files.
    var findings: [Finding] { ConfigReader.check(self).map { Finding($0) } }

    /// The profile `name` of the files, or nil if it is missing or wrong.
    func profile(_ name: String) -> Profile? {
        var reader = ConfigReader(self)
        return reader.readProfile(name)
    }
}
