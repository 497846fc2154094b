/// Reads what the files say, and collects what is wrong with it.
///
/// `read…` returns a construct, or nil where it is missing or wrong; what is wrong is then in `diagnostics`.
public struct ConfigReader {
    /// The files.
    public let configuration: Configuration
    /// What has been found to be wrong so far.
    public internal(set) var diagnostics: [Diagnostic] = []
    /// Whether the hosts that were in `NO_PROXY` before stay in it, where a profile says nothing of it.
    var inheritsNoProxy = true
    /// Whether there is a file in which others have a say.
    let hasDistrust: Bool
    /// The profiles that were searched for a password, so that none is searched twice.
    var soughtForPassword = Set<String>()
    /// How many profiles were looked at for a password, each time anew.
    var lookedForPassword = 0

    /// A reader of `configuration`, which has no errors of syntax.
    public init(_ configuration: Configuration) {
        self.configuration = configuration
        hasDistrust = configuration.layers.contains { $0.distrust != nil }
        inheritsNoProxy = place(ofTop: "no-proxy-inherit").flatMap { boolean($0) } ?? true
    }

    /// A value of a file and where it stands.
    struct Located<Value> {
        var value: Value
        var place: Place
    }

    /// A node of one of the files.
    struct Place {
        var layer: Int
        var node: ConfigDocument.NodeID
    }

    /// Everything that is wrong with the files, in their order.
    public static func check(_ configuration: Configuration) -> [Diagnostic] {
        let syntaxErrors = configuration.syntaxErrors
        guard syntaxErrors.isEmpty else { return syntaxErrors }
        var reader = ConfigReader(configuration)
        reader.readTop()
        reader.checkReferences(reader.checkProfiles())
        reader.checkFiles()
        return reader.diagnostics.sorted {
            ($0.layer, $0.range.lowerBound) < ($1.layer, $1.range.lowerBound)
        }
    }

    /// What is wrong with the rules under `[commands]`.
    public static func checkRules(_ configuration: Configuration) -> [Diagnostic] {
        var reader = ConfigReader(configuration)
        for number in configuration.layers.indices { reader.readRules(number) }
        return reader.diagnostics
    }

    // MARK: Reporting

    mutating func report(_ problem: ConfigProblem, at range: Range<Int>, layer: Int) {
        diagnostics.append(.meaning(problem, range, layer: layer))
    }

    mutating func reportValue(_ problem: ConfigProblem, _ place: Place) {
        report(problem, at: node(place).valueRange, layer: place.layer)
    }

    mutating func reportKey(_ problem: ConfigProblem, _ place: Place) {
        report(problem, at: node(place).keyRange, layer: place.layer)
    }

    // MARK: Values

    func node(_ place: Place) -> ConfigNode {
        configuration.layers[place.layer].document[place.node]
    }

    func key(_ place: Place) -> [UInt8] {
        configuration.layers[place.layer].document.key(of: place.node)
    }

    func isKey(_ place: Place, _ name: [UInt8]) -> Bool {
        configuration.layers[place.layer].document.isKey(of: place.node, name)
    }

    func string(_ place: Place) -> [UInt8]? {
        configuration.layers[place.layer].document.string(place.node)
    }

    func boolean(_ place: Place) -> Bool? {
        configuration.layers[place.layer].document.boolean(place.node)
    }

    /// The member of the table at `place` that is called `name`, or nil.
    func member(of place: Place, named name: String) -> Place? {
        configuration.layers[place.layer].document.child(of: place.node, named: name)
            .map { Place(layer: place.layer, node: $0) }
    }

    /// The members of the table, or the elements of the array, at `place`.
    func members(of place: Place) -> [Place] {
        configuration.layers[place.layer].document.children(of: place.node)
            .map { Place(layer: place.layer, node: $0) }
    }

    func keyText(_ place: Place) -> String { DisplayText.shortened(key(place)) }

    /// Reads a string that holds no NUL.
    mutating func readString(_ place: Place, key: String) -> [UInt8]? {
        guard let text = string(place) else {
            reportType(.string, place, key: key)
            return nil
        }
        if text.contains(0) {
            reportValue(.containsNUL(key: key), place)
            return nil
        }
        return text
    }

    /// Reads a string that is not empty.
    mutating func readText(_ place: Place, key: String) -> [UInt8]? {
        guard let text = readString(place, key: key) else { return nil }
        if text.isEmpty {
            reportValue(.empty(key: key), place)
            return nil
        }
        return text
    }

    mutating func readBoolean(_ place: Place, key: String) -> Bool? {
        guard let value = boolean(place) else {
            reportType(.boolean, place, key: key)
            return nil
        }
        return value
    }

    /// Reads an array of strings, each with its place.
    mutating func readStrings(_ place: Place, key: String) -> [Located<[UInt8]>]? {
        guard node(place).kind == .array else {
            reportType(.strings, place, key: key)
            return nil
        }
        var strings: [Located<[UInt8]>] = []
        for element in members(of: place) {
            guard let text = readString(element, key: key) else { return nil }
            strings.append(Located(value: text, place: element))
        }
        return strings
    }

    mutating func readURL(_ place: Place, key: String) -> ProxyURL? {
        guard let text = readString(place, key: key) else { return nil }
        do {
            return try ProxyURLParser.parse(text)
        } catch {
            let value = node(place).valueRange
            // The offsets are those of the text; they are the file's where the string is written without escapes.
            let isVerbatim = value.count == text.count + 2
            let start = value.lowerBound + 1
            let range =
                start + error.range.lowerBound..<start
                + max(error.range.upperBound, error.range.lowerBound + 1)
            report(.url(error.kind), at: isVerbatim ? range : value, layer: place.layer)
            return nil
        }
    }

    /// Reads variables to set, from a file that can be trusted: nearly any could make some program start others.
    mutating func readVariables(_ place: Place) -> [Profile.Variable]? {
        guard node(place).isTable else {
            reportType(.tableOfStrings, place, key: "env")
            return nil
        }
        guard isTrusted(place, key: "env") else { return nil }
        var variables: [Profile.Variable] = []
        for entry in members(of: place) {
            let name = key(entry)
            guard VariableName.isValid(name) else {
                reportKey(.variableName(DisplayText.shortened(name)), entry)
                continue
            }
            let text = String(decoding: name, as: UTF8.self)
            if name.hasPrefix("PROXYENV_") {
                reportKey(.ownVariable(text), entry)
            } else if ShellVariables.contains(name) {
                reportKey(.shellVariable(text), entry)
            } else if let value = readString(entry, key: text) {
                variables.append(Profile.Variable(name: text, value: value))
            }
        }
        return variables
    }

    /// Reads hosts that are reached without the proxy; those that are wrong are left out and reported.
    mutating func readNoProxy(_ place: Place) -> [[UInt8]]? {
        guard let strings = readStrings(place, key: "no-proxy") else { return nil }
        var entries: [[UInt8]] = []
        for string in strings {
            do {
                _ = try NoProxyList.forms(of: string.value)
                entries.append(string.value)
            } catch {
                reportValue(.noProxy(error), string.place)
            }
        }
        return entries
    }

    mutating func reportType(_ expected: ExpectedType, _ place: Place, key: String) {
        let found = Self.describe(node(place).kind)
        let range = node(place).valueRange
        report(
            .wrongType(key: key, expected: expected, found: found), at: range, layer: place.layer)
    }

    mutating func reportUnknownKey(_ place: Place, in table: String, known: [String]) {
        let key = key(place)
        let suggestion = Suggestion.nearest(to: key, in: known)
        reportKey(
            .unknownKey(DisplayText.shortened(key), in: table, suggestion: suggestion), place)
    }

    private static func describe(_ kind: ConfigNode.Kind) -> String {
        switch kind {
        case .implicitTable, .headerTable, .dottedTable, .inlineTable: "a table"
        case .arrayOfTables: "an array of tables"
        case .array: "an array"
        case .string: "a string"
        case .integer: "an integer"
        case .float: "a float"
        case .boolean: "a Boolean"
        case .dateTime: "a date or time"
        }
    }
}
