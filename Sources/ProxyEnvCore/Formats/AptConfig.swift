extension Format {
    /// A file for `/etc/apt/apt.conf.d`.
    static let apt = Format(name: "apt", isForOtherSystems: true, write: text)

    /// `Acquire::http::Proxy` and its like, `DIRECT` where there is none, and `DIRECT` for each plain host of NO_PROXY: apt
    /// knows no domains and no networks there (apt-transport-http(1)).
    private static func text(for patch: EnvironmentPatch) throws(Unrepresentable) -> [UInt8] {
        try patch.requireText()
        try patch.refuse([(0x22, "a double quote"), (0x0A, "a newline")])
        var text: [UInt8] = []
        let hosts = (patch[ProxyVariables.none.lower]?.value ?? []).split(separator: 0x2C)
        for (scheme, variable) in [("http", ProxyVariables.http), ("https", ProxyVariables.https)] {
            guard let proxy = patch[variable.lower]?.value else {
                text += "Acquire::\(scheme)::Proxy \"DIRECT\";\n"
                continue
            }
            text += "Acquire::\(scheme)::Proxy \""
            text += proxy
            text += "\";\n"
            for host in hosts where host.first != 0x2E && host.allSatisfy(isHost) {
                text += "Acquire::\(scheme)::Proxy::"
                text += host
                text += " \"DIRECT\";\n"
            }
        }
        return text
    }

    private static func isHost(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }
}
