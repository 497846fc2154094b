/// Keeps passwords, variables and certificates of a profile from being led by files that others have a say in.
///
/// What counts is the profile as it comes out of all files: a URL in one of them takes the password of another along.
extension ConfigReader {
    /// Whether the file of `place` may say so; if not, that is reported.
    mutating func isTrusted(_ place: Place, key: String) -> Bool {
        guard let distrust = configuration.layers[place.layer].distrust else { return true }
        reportKey(.untrusted(key: key, distrust), place)
        return false
    }

    /// Reports each key of `draft`, called `name`, that would lead a password where others want it.
    mutating func checkTrust(of draft: ProfileDraft, _ name: String) {
        guard hasDistrust else { return }
        if draft.holdsPassword {
            for (key, place) in draft.routes {
                reportWay(key.rawValue, place, holder: name)
            }
        } else if let list = draft.firstReachable, let candidates = draft.candidates,
            configuration.layers[list.place.layer].distrust != nil,
            let holder = passwordHolder(among: candidates)
        {
            reportWay(ProfileKey.firstReachable.rawValue, list.place, holder: holder)
        }
    }

    /// Whether the file of `place`, which chooses `reference` for others, may do so; if not, that is reported.
    mutating func mayChoose(_ reference: ProfileReference, at place: Place) -> Bool {
        guard hasDistrust, configuration.layers[place.layer].distrust != nil,
            case .name(let name) = reference, let holder = passwordHolder(among: [name])
        else { return true }
        reportWay(keyText(place), place, holder: holder)
        return false
    }

    /// Reports each file in which others have a say, unless something of it has been refused already.
    mutating func checkFiles() {
        guard hasDistrust else { return }
        var isReported = configuration.layers.map { _ in false }
        for diagnostic in diagnostics {
            guard case .meaning(let problem) = diagnostic.kind else { continue }
            switch problem {
            case .untrusted, .untrustedRoute: isReported[diagnostic.layer] = true
            default: break
            }
        }
        for (number, layer) in configuration.layers.enumerated() where !isReported[number] {
            guard let distrust = layer.distrust else { continue }
            report(.untrustedFile(distrust), at: 0..<0, layer: number)
        }
    }

    private mutating func reportWay(_ key: String, _ place: Place, holder: String) {
        guard let distrust = configuration.layers[place.layer].distrust else { return }
        reportKey(.untrustedRoute(key: key, holder: holder, distrust), place)
    }

    /// Goes on counting where `copy` has come to.
    public mutating func keepCount(of copy: ConfigReader) {
        lookedForPassword = copy.lookedForPassword
    }

    /// The most profiles that are looked at in all; what leads on further is taken for one with a password, so that a file which
    /// others write costs no time.
    private static var mostLooked: Int { 10_000 }

    /// The first profile with a password to which `names` lead, among those that were not looked at before.
    private mutating func passwordHolder(among names: [String]) -> String? {
        // What is wrong with them is told where they are read.
        var scout = self
        (scout.diagnostics, scout.soughtForPassword) = ([], [])
        var open = Array(names.reversed())
        while let name = open.popLast() {
            if lookedForPassword >= Self.mostLooked { return name }
            lookedForPassword += 1
            guard soughtForPassword.insert(name).inserted, let draft = scout.readDraft(name) else {
                continue
            }
            if draft.holdsPassword { return name }
            open += (draft.candidates ?? []).reversed()
        }
        return nil
    }
}

extension ProfileDraft {
    /// Whether a password, or a token in the place of a user's name, is given, in whatever way.
    fileprivate var holdsPassword: Bool {
        password != nil
            || username.map { !UserName.isLogin($0.value[...], hasPassword: false) } == true
            || urls.contains { $0.url.value.credentials?.isSecret == true }
    }

    /// The keys that say where the profile leads, and where they stand.
    fileprivate var routes: [(key: ProfileKey, place: ConfigReader.Place)] {
        urls.map { ($0.key, $0.url.place) }
            + (firstReachable.map { [(.firstReachable, $0.place)] } ?? [])
    }
}
