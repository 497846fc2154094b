extension ConfigReader {
    /// Reads the profile `name` of the files, or nil if none of them has it.
    ///
    /// If something is wrong with it, that is in `diagnostics` and the result is nil too.
    public mutating func readProfile(_ name: String) -> Profile? {
        let before = diagnostics.count
        guard let draft = readDraft(name) else { return nil }
        check(draft)
        soughtForPassword = []
        checkTrust(of: draft, name)
        guard diagnostics.count == before, let route = draft.route else { return nil }
        var profile = Profile(name: name, route: route)
        profile.description = draft.description
        profile.username = draft.username?.value
        profile.password = draft.password?.value
        profile.certificates = draft.certificates?.value
        profile.noProxy = draft.noProxy
        profile.inheritsNoProxy = draft.inheritsNoProxy ?? inheritsNoProxy
        profile.takesSSH = draft.takesSSH ?? false
        profile.variables = Self.lastOfEachName(draft.variables)
        return profile
    }

    /// Of equal names the last, which is the highest file's.
    private static func lastOfEachName(_ variables: [Profile.Variable]) -> [Profile.Variable] {
        var seen = Set<String>()
        return variables.reversed().filter { seen.insert($0.name).inserted }.reversed()
    }

    /// Whether one of the files has the profile `name`.
    public func hasProfile(_ name: String) -> Bool {
        let name = Array(name.utf8)[...]
        return configuration.layers.indices.contains { place(ofProfile: name, in: $0) != nil }
    }

    /// Checks every profile of the files, each once.
    ///
    /// - Returns: The profiles that choose among others.
    mutating func checkProfiles() -> [Choice] {
        var choices: [Choice] = []
        for number in configuration.layers.indices {
            guard let profiles = configuration.layers[number].document.table("profiles") else {
                continue
            }
            let isOnlyFile = configuration.layers.count == 1
            for place in members(of: Place(layer: number, node: profiles)) {
                if isOnlyFile, configuration.layers[number].document.isPlainProfile(place.node) {
                    continue
                }
                let name = key(place)
                if !ProfileName.isValid(name) {
                    reportKey(.profileName(DisplayText.shortened(name)), place)
                    continue
                }
                let isKnown = (0..<number).contains {
                    self.place(ofProfile: name[...], in: $0) != nil
                }
                guard !isKnown, let draft = readDraft(name[...], from: number) else { continue }
                check(draft)
                let text = String(decoding: name, as: UTF8.self)
                checkTrust(of: draft, text)
                if let list = draft.firstReachable {
                    choices.append(
                        Choice(name: text, candidates: draft.candidates ?? [], list: list.place))
                }
            }
        }
        return choices
    }

    /// The key of the profile `name` that has to be changed to change `proxy`, one of its `proxies`, whatever credentials it has.
    public func key(
        of proxy: ProxyURL, in proxies: Profile.Proxies, ofProfile name: String
    ) -> ProfileKey {
        func isSame(_ other: ProxyURL?) -> Bool {
            other.map { $0.scheme == proxy.scheme && $0.endpoint == proxy.endpoint } ?? false
        }
        let key: ProfileKey =
            isSame(proxies.https) ? .https : isSame(proxies.http) ? .http : .all
        let name = Array(name.utf8)[...]
        let isOwn = configuration.layers.indices.contains { layer in
            guard let table = place(ofProfile: name, in: layer), node(table).isTable else {
                return false
            }
            return member(of: table, named: key.rawValue) != nil
        }
        return isOwn ? key : .url
    }

    private func place(ofProfile name: ArraySlice<UInt8>, in layer: Int) -> Place? {
        guard let profiles = configuration.layers[layer].document.table("profiles"),
            let node = configuration.layers[layer].document.find(name, in: profiles)
        else { return nil }
        return Place(layer: layer, node: node)
    }

    /// Reads what the files say of the profile `name`, or nil if they say nothing.
    mutating func readDraft(_ name: String) -> ProfileDraft? {
        readDraft(Array(name.utf8)[...], from: 0)
    }

    /// Reads what the files from number `layer` on say of the profile `name`, or nil if they say nothing.
    private mutating func readDraft(_ name: ArraySlice<UInt8>, from layer: Int) -> ProfileDraft? {
        let places = (layer..<max(layer, configuration.layers.count))
            .compactMap { place(ofProfile: name, in: $0) }
        guard let first = places.first else { return nil }
        var draft = ProfileDraft(at: first)
        for place in places {
            draft.place = place
            if node(place).isTable {
                readKeys(of: place, into: &draft)
            } else {
                reportType(.table, place, key: keyText(place))
                draft.hasRoute = true
            }
        }
        return draft
    }

    private mutating func readKeys(of table: Place, into draft: inout ProfileDraft) {
        var seen: [ProfileKey] = []
        for place in members(of: table) {
            guard let key = profileKey(of: place) else {
                reportUnknownKey(place, in: "profile `\(keyText(table))`", known: ProfileKey.names)
                continue
            }
            if key.hasRivals {
                if let other = seen.first(where: { $0.excludes(key) }) {
                    reportKey(.conflict(key: key.rawValue, with: other.rawValue), place)
                }
                seen.append(key)
            }
            read(key, at: place, into: &draft)
        }
    }

    private func profileKey(of place: Place) -> ProfileKey? {
        for (index, name) in ProfileKey.spelled.enumerated() where isKey(place, name) {
            return ProfileKey.inOrder[index]
        }
        return nil
    }

    private mutating func read(_ key: ProfileKey, at place: Place, into draft: inout ProfileDraft) {
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
        case .caFile:
            draft.certificates = located(readCertificates(key, place)).map(Self.added)
        case .caBundle:
            draft.certificates = located(readCertificates(key, place)).map(Self.replaced)
        case .noProxy: draft.noProxy = readNoProxy(place) ?? []
        case .noProxyInherit: draft.inheritsNoProxy = readBoolean(place, key: key.rawValue)
        case .ssh: draft.takesSSH = readBoolean(place, key: key.rawValue)
        case .env:
            draft.variables += readVariables(place) ?? []
        }
    }

    private static func added(_ path: Located<[UInt8]>) -> Located<Profile.Certificates> {
        Located(value: .added(path.value), place: path.place)
    }

    private static func replaced(_ path: Located<[UInt8]>) -> Located<Profile.Certificates> {
        Located(value: .replaced(path.value), place: path.place)
    }

    private mutating func readCertificates(_ key: ProfileKey, _ place: Place) -> [UInt8]? {
        isTrusted(place, key: key.rawValue) ? readText(place, key: key.rawValue) : nil
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
                // Perhaps the password itself.
                reportValue(.variableName("***"), place)
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

    /// Reports what is wrong with the keys of a profile taken together.
    private mutating func check(_ draft: ProfileDraft) {
        if let list = draft.firstReachable, let key = draft.urlBesidesCandidates {
            reportKey(.conflict(key: "first-reachable", with: key.rawValue), list.place)
        }
        if !draft.isComplete, draft.hasURL || !draft.hasRoute {
            reportKey(.missingRoute(profile: keyText(draft.place)), draft.place)
        }
        if let password = draft.password, draft.username == nil, !draft.hasURLWithUsername {
            reportKey(.passwordWithoutUsername, password.place)
        }
        if let username = draft.username, draft.url?.value.credentials != nil {
            reportKey(.usernameTwice, username.place)
        }
    }
}

extension ProfileKey {
    /// Whether the key says how traffic gets out.
    fileprivate var isRoute: Bool {
        switch self {
        case .url, .http, .https, .all, .firstReachable: true
        default: false
        }
    }

    /// Whether there are other keys that say the same thing in another way, of which only one may stand.
    fileprivate var hasRivals: Bool { isPassword || isCertificates }

    /// Whether the two keys say the same thing in different ways.
    fileprivate func excludes(_ other: ProfileKey) -> Bool {
        isPassword && other.isPassword || isCertificates && other.isCertificates
    }

    private var isPassword: Bool {
        switch self {
        case .password, .passwordCommand, .passwordEnv, .passwordFile: true
        default: false
        }
    }

    private var isCertificates: Bool { self == .caFile || self == .caBundle }
}
