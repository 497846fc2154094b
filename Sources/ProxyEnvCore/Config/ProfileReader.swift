extension ConfigReader {
    /// What the files say of one profile, as far as they have been read.
    private struct Draft {
        var url: Located<ProxyURL>?
        var http: Located<ProxyURL>?
        var https: Located<ProxyURL>?
        var all: Located<ProxyURL>?
        var firstReachable: Located<[String]>?
        var description: [UInt8]?
        var username: Located<[UInt8]>?
        var password: Located<PasswordSource>?
        var certificates: Located<Profile.Certificates>?
        var noProxy: [[UInt8]] = []
        var inheritsNoProxy: Bool?
        var variables: [Profile.Variable] = []
        /// Whether a key of the route was there, even if it was wrong: then none is reported as missing.
        var hasRoute = false
    }

    /// Reads the profile `name` of the files, or nil if none of them has it.
    ///
    /// If something is wrong with it, that is in `diagnostics` and the result is nil too.
    public mutating func readProfile(_ name: String) -> Profile? {
        let before = diagnostics.count
        var draft = Draft()
        var last: Place?
        for (number, layer) in configuration.layers.enumerated() {
            guard let profiles = layer.document.table("profiles"),
                let node = layer.document.child(of: profiles, named: name)
            else { continue }
            let place = Place(layer: number, node: node)
            last = place
            guard layer.document[node].isTable else {
                reportType("a table", place, key: name)
                draft.hasRoute = true
                continue
            }
            readKeys(of: place, name, into: &draft)
        }
        guard let last else { return nil }
        let profile = makeProfile(name, draft, at: last)
        return diagnostics.count == before ? profile : nil
    }

    /// Whether one of the files has the profile `name`.
    public func hasProfile(_ name: String) -> Bool {
        configuration.layers.contains { layer in
            layer.document.table("profiles")
                .map { layer.document.child(of: $0, named: name) != nil } ?? false
        }
    }

    private mutating func readKeys(of table: Place, _ name: String, into draft: inout Draft) {
        var seen: [ProfileKey] = []
        for id in document(table).children(of: table.node) {
            let place = Place(layer: table.layer, node: id)
            guard let key = profileKey(of: place) else {
                reportUnknownKey(place, in: "profile `\(name)`", known: ProfileKey.names)
                continue
            }
            if let other = seen.first(where: { $0.excludes(key) }) {
                reportKey(.conflict(key: key.rawValue, with: other.rawValue), place)
            }
            seen.append(key)
            read(key, at: place, into: &draft)
        }
    }

    private func profileKey(of place: Place) -> ProfileKey? {
        let document = document(place)
        for (index, name) in ProfileKey.names.enumerated() where document.isKey(of: place.node, name) {
            return ProfileKey.allCases[index]
        }
        return nil
    }

    private mutating func read(_ key: ProfileKey, at place: Place, into draft: inout Draft) {
        func located<Value>(_ value: Value?) -> Located<Value>? {
            value.map { Located(value: $0, place: place) }
        }
        if key.isRoute { draft.hasRoute = true }
        switch key {
        case .url: draft.url = located(readURL(place, key: key.rawValue))
        case .http: draft.http = located(readURL(place, key: key.rawValue))
        case .https: draft.https = located(readURL(place, key: key.rawValue))
        case .all: draft.all = located(readURL(place, key: key.rawValue))
        case .firstReachable: draft.firstReachable = located(readCandidates(place))
        case .description: draft.description = readString(place, key: key.rawValue)
        case .username: draft.username = located(readText(place, key: key.rawValue))
        case .password, .passwordCommand, .passwordEnv, .passwordFile:
            draft.password = located(readPassword(key, place))
        case .caFile: draft.certificates = located(readText(place, key: key.rawValue)).map(Self.added)
        case .caBundle:
            draft.certificates = located(readText(place, key: key.rawValue)).map(Self.replaced)
        case .noProxy: draft.noProxy = readNoProxy(place) ?? []
        case .noProxyInherit: draft.inheritsNoProxy = readBoolean(place, key: key.rawValue)
        case .env:
            for variable in readVariables(place) ?? [] {
                draft.variables.removeAll { $0.name == variable.name }
                draft.variables.append(variable)
            }
        }
    }

    private static func added(_ path: Located<[UInt8]>) -> Located<Profile.Certificates> {
        Located(value: .added(path.value), place: path.place)
    }

    private static func replaced(_ path: Located<[UInt8]>) -> Located<Profile.Certificates> {
        Located(value: .replaced(path.value), place: path.place)
    }

    private mutating func readPassword(_ key: ProfileKey, _ place: Place) -> PasswordSource? {
        guard isTrusted(place, key: key.rawValue) else { return nil }
        switch key {
        case .passwordCommand:
            guard let words = readStrings(place, key: key.rawValue) else { return nil }
            guard let program = words.first?.value, !program.isEmpty else {
                reportValue(.empty(key: key.rawValue), place)
                return nil
            }
            return .command(words.map { $0.value })
        case .passwordEnv:
            guard let name = readText(place, key: key.rawValue) else { return nil }
            guard VariableName.isValid(name) else {
                reportValue(.variableName(DisplayText.shortened(name)), place)
                return nil
            }
            return .variable(String(decoding: name, as: UTF8.self))
        case .passwordFile: return readText(place, key: key.rawValue).map { .file($0) }
        default: return readText(place, key: key.rawValue).map { .literal($0) }
        }
    }

    /// Reads the names in `first-reachable`; whether they exist is another question.
    private mutating func readCandidates(_ place: Place) -> [String]? {
        guard let strings = readStrings(place, key: "first-reachable") else { return nil }
        if strings.isEmpty {
            reportValue(.empty(key: "first-reachable"), place)
            return nil
        }
        var names: [String] = []
        for string in strings {
            if ProfileName.isValid(string.value) {
                names.append(String(decoding: string.value, as: UTF8.self))
            } else {
                reportValue(.profileName(DisplayText.shortened(string.value)), string.place)
            }
        }
        return names
    }

    private mutating func makeProfile(_ name: String, _ draft: Draft, at place: Place) -> Profile? {
        guard let route = makeRoute(name, draft, at: place) else { return nil }
        var profile = Profile(name: name, route: route)
        profile.description = draft.description
        profile.username = draft.username?.value
        profile.password = draft.password?.value
        profile.certificates = draft.certificates?.value
        profile.noProxy = draft.noProxy
        profile.inheritsNoProxy = draft.inheritsNoProxy ?? inheritsNoProxy
        profile.variables = draft.variables
        if let password = draft.password, draft.username == nil {
            reportKey(.passwordWithoutUsername, password.place)
        }
        if let username = draft.username, let url = draft.url, url.value.credentials != nil {
            reportKey(.usernameTwice, username.place)
        }
        return profile
    }

    private mutating func makeRoute(
        _ name: String, _ draft: Draft, at place: Place
    ) -> Profile.Route? {
        if let candidates = draft.firstReachable {
            // A local file may replace the other kind of route, so the one that stands last holds.
            let layer = candidates.place.layer
            let urls: [(key: ProfileKey, layer: Int?)] = [
                (.url, draft.url?.place.layer), (.http, draft.http?.place.layer),
                (.https, draft.https?.place.layer), (.all, draft.all?.place.layer),
            ]
            if let url = urls.first(where: { $0.layer == layer }) {
                let problem = ConfigProblem.conflict(key: "first-reachable", with: url.key.rawValue)
                reportKey(problem, candidates.place)
            }
            if !urls.contains(where: { $0.layer.map { $0 > layer } ?? false }) {
                return .firstReachable(candidates.value)
            }
        }
        guard let http = draft.http ?? draft.url, let https = draft.https ?? draft.url else {
            if draft.all != nil || draft.http != nil || draft.https != nil || !draft.hasRoute {
                reportKey(.missingRoute(profile: name), place)
            }
            return nil
        }
        let all = draft.all ?? draft.url
        return .proxies(
            Profile.Proxies(http: http.value, https: https.value, all: all?.value))
    }
}

extension ProfileKey {
    /// Whether the key says how traffic gets out.
    var isRoute: Bool {
        switch self {
        case .url, .http, .https, .all, .firstReachable: true
        default: false
        }
    }

    /// Whether the two keys say the same thing in different ways, so that only one may stand.
    fileprivate func excludes(_ other: ProfileKey) -> Bool {
        func isPassword(_ key: ProfileKey) -> Bool {
            switch key {
            case .password, .passwordCommand, .passwordEnv, .passwordFile: true
            default: false
            }
        }
        func isCertificates(_ key: ProfileKey) -> Bool { key == .caFile || key == .caBundle }
        return isPassword(self) && isPassword(other) || isCertificates(self) && isCertificates(other)
    }
}
