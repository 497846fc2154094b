/// What `use` and `off` do to a shell's environment.
///
/// Every change starts from the baseline: the environment as it was before the first `use`, save for what the user
/// has changed since. So nothing of one profile outlives it, and `off` after any number of `use` puts back the start.
public struct ShellSwitch: Sendable, Equatable {
    /// How far the state that the environment carries can be relied on.
    public enum Trust: Sendable, Equatable {
        /// There is none: proxyenv has not acted on this shell.
        case absent
        /// It was read.
        case read
        /// It is there, but no proxyenv wrote it like that.
        case broken
    }

    /// The environment as it is.
    public let environment: Environment
    /// The state that it carries.
    public let state: SavedState?
    /// How far that state can be relied on.
    public let trust: Trust
    /// The change that brings back the baseline; it removes proxyenv's own two variables.
    public let undo: EnvironmentPatch
    /// Variables of the active profile that the user has changed since: they are left alone.
    public let changedSince: [String]
    /// Whether `http_proxy` and `HTTP_PROXY` are one variable to the shell.
    private let foldsNames: Bool

    /// The baseline: the environment from before the first `use`.
    public var baseline: Environment { undo.applied(to: environment) }

    /// The profile that is active, if one is.
    public var active: String? {
        environment.nonEmpty(SavedState.Variable.active).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The variable in which the shell's function hands over the profile that was active before `off`, which leaves nothing.
    public static let handedOverVariable = "PROXYENV_PREVIOUS"

    /// The profile that was active before the present one, or before `off`.
    public var previous: String? {
        active != nil && trust == .read ? state?.previous : handedOver
    }

    private var handedOver: String? {
        environment.nonEmpty(Self.handedOverVariable).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Reads the state that `environment` carries; `foldsNames` says that to its shell names have no case.
    public init(_ environment: Environment, foldsNames: Bool = false) {
        let foldsNames = foldsNames || environment.foldsNames
        self.environment = environment
        let text = environment[SavedState.Variable.state]
        state = text.flatMap { SavedState($0) }
        trust = text == nil ? .absent : state == nil ? .broken : .read

        let records = state?.records ?? []
        let spellings = foldsNames ? Self.spellings(in: environment, records) : nil
        var changes: [EnvironmentPatch.Change] = []
        var changedSince: [String] = []
        let value = environment.lookup(of: records.count)
        for record in records {
            let name = spellings?[record.name] ?? record.name
            let current = value(name)
            if current.map({ Digest64(of: $0) }) == record.given {
                changes.append(.setting(name, to: record.before))
            } else {
                changedSince.append(name)
            }
        }
        if foldsNames {
            // Another shell may have kept two spellings: the one that had a value is put back.
            changes = changes.filter { $0.value == nil } + changes.filter { $0.value != nil }
            changedSince = EnvironmentPatch(changedSince.map { .unset(name: $0) }).changes
                .map { $0.name }
        }
        self.foldsNames = foldsNames
        if trust == .broken { changes += Self.unsettingProxies(in: environment) }
        changes += Self.unsettingOwn(in: environment)
        undo = EnvironmentPatch(changes)
        self.changedSince = changedSince
    }

    /// The change of `off`.
    ///
    /// Without a state that can be read it unsets the proxy variables, so that nobody is ever stuck.
    public var off: EnvironmentPatch {
        trust == .absent ? undo.followed(by: Self.unsettingProxies(in: environment)) : undo
    }

    /// The change that makes `name` the active profile.
    ///
    /// - Parameters:
    ///   - name: The profile's name, or its URL.
    ///   - profile: What the profile sets and unsets, made for `baseline`.
    /// - Returns: The change, or nil if its state would be longer than a variable may be.
    public func use(_ name: String, _ profile: EnvironmentPatch) -> EnvironmentPatch? {
        let profile = spelled(profile)
        let before = baseline.lookup(of: profile.changes.count)
        let records = profile.changes.map {
            SavedState.Record(name: $0.name, given: $0.value, before: before($0.name))
        }
        let text = SavedState(previous: previous(whenUsing: name), records: records).text
        guard text.count <= SavedState.longest else { return nil }
        return undo.followed(
            by: profile.changes + [
                .set(name: SavedState.Variable.active, value: Array(name.utf8)),
                .set(name: SavedState.Variable.state, value: text),
            ])
    }

    /// `profile` with one spelling of each name, where the shell knows no second one: its own, else the one in lower case.
    public func spelled(_ profile: EnvironmentPatch) -> EnvironmentPatch {
        guard foldsNames else { return profile }
        let spellings = Self.spellings(in: environment, state?.records ?? [])
        // Names are sorted, so that lower case comes last, and its value holds; what is set is not unset.
        let lower = Spellings(profile.changes.reversed().map { $0.name.utf8 })
        let changes =
            profile.changes.filter { $0.value == nil } + profile.changes.filter { $0.value != nil }
        return EnvironmentPatch(
            changes.map { .setting(spellings[lower[$0.name]], to: $0.value) })
    }

    private static func spellings(
        in environment: Environment, _ records: [SavedState.Record]
    ) -> Spellings {
        Spellings(
            environment.entries.map { $0.prefix { $0 != UInt8(ascii: "=") } }
                + records.map { Array($0.name.utf8)[...] })
    }

    /// The change that a single command started with the profile `name` gets: no state, as it has nothing to undo.
    public func run(_ name: String, _ profile: EnvironmentPatch) -> EnvironmentPatch {
        undo.followed(
            by: profile.changes + [
                .set(name: SavedState.Variable.active, value: Array(name.utf8))
            ])
    }

    /// A profile that is used again stays where it is in the history, so that `use -` does not lead to itself.
    private func previous(whenUsing name: String) -> String? {
        guard let active, trust == .read else {
            return handedOver == name ? nil : handedOver
        }
        return active == name ? state?.previous : active
    }

    private static func unsettingProxies(in environment: Environment) -> [EnvironmentPatch.Change] {
        ProxyVariables.present(in: environment).map { .unset(name: $0) }
    }

    private static func unsettingOwn(in environment: Environment) -> [EnvironmentPatch.Change] {
        [SavedState.Variable.active, SavedState.Variable.state]
            .filter { environment[$0] != nil }.map { .unset(name: $0) }
    }
}
