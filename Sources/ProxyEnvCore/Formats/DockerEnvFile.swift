extension Format {
    /// A file for `docker run --env-file`: `NAME=value`, everything as it stands.
    ///
    /// In a container 127.0.0.1 is the container itself: a proxy of this machine is `host.docker.internal` there.
    static let docker = Format(name: "docker", isForOtherSystems: true, note: hint, write: text)

    /// A line for each variable; what is to be unset is left out, as a container begins without it.
    private static func text(for patch: EnvironmentPatch) throws(Unrepresentable) -> [UInt8] {
        try patch.requireText()
        try patch.refuse([(0x0A, "a newline"), (0x0D, "a carriage return")])
        var text: [UInt8] = []
        for change in patch.changes {
            guard let value = change.value else { continue }
            text += "\(change.name)="
            text += fromWithin(change.name, value) ?? value
            text += "\n"
        }
        return text
    }

    private static func hint(on patch: EnvironmentPatch) -> String? {
        let isMoved = patch.changes.contains {
            fromWithin($0.name, $0.value ?? []) != nil
        }
        guard isMoved else { return nil }
        return "127.0.0.1 is the container itself in there: written as host.docker.internal"
            + " (on Linux: docker run --add-host=host.docker.internal:host-gateway; the proxy must listen there too)"
    }

    /// `value` with another host, if it is the URL of a proxy on this machine.
    private static func fromWithin(_ name: String, _ value: [UInt8]) -> [UInt8]? {
        let names =
            ProxyVariables.http.names + ProxyVariables.https.names + ProxyVariables.all.names
        guard names.contains(name), var url = try? ProxyURLParser.parse(value), url.isLoopback
        else { return nil }
        url.host = "host.docker.internal"
        return url.text
    }
}
