import Testing

/// GNOME's settings in a sandbox's own home folder, kept in a file by GLib itself.
struct Desktop {
    private let sandbox: Sandbox
    private let gsettings: String

    /// The variables by which gsettings finds them.
    static let variables: [String: String?] = ["GSETTINGS_BACKEND": "keyfile"]

    /// The settings of a new user.
    init(in sandbox: Sandbox) throws {
        self.sandbox = sandbox
        gsettings = try Binary.require("gsettings")
        let known = try run(["list-keys", "org.gnome.system.proxy"])
        if known.status != 0 { _ = try Binary.require("gsettings-desktop-schemas") }
    }

    /// Changes a setting of `org.gnome.system.proxy`.
    func set(_ key: String, _ value: String) throws {
        try set(schema: "org.gnome.system.proxy", key, value)
    }

    /// Changes a setting of a part of `org.gnome.system.proxy`.
    func set(_ part: String, _ key: String, _ value: String) throws {
        try set(schema: "org.gnome.system.proxy.\(part)", key, value)
    }

    private func set(schema: String, _ key: String, _ value: String) throws {
        let outcome = try run(["set", schema, key, value])
        #expect(outcome.status == 0, "\(outcome.errorText)")
    }

    private func run(_ words: [String]) throws -> Outcome {
        try Runner(
            arguments: ([gsettings] + words).map { Array($0.utf8) },
            environment: sandbox.entries(Self.variables)
        ).run()
    }
}
