import ProxyEnvCore

extension Sandbox {
    /// Puts the profiles of `auto` on `ports`, in the order in which they are wanted, and all others where nothing listens,
    /// so that no program of the machine's own is asked.
    func configureAuto(_ ports: [UInt16], _ more: String = "") throws {
        var text = ""
        for (number, proxy) in BuiltInProfiles.localProxies.enumerated() {
            let port = number < ports.count ? ports[number] : 1
            text += "[profiles.\(proxy.name)]\nurl = 'http://127.0.0.1:\(port)'\n"
        }
        try write(text + more, to: ".config/proxyenv/config.toml")
    }
}

extension Sandbox {
    /// The files in which choices are remembered, below the home folder.
    func choices(in folder: String = ".cache/proxyenv") throws -> [String] {
        let outcome = try Runner(
            arguments: ["/bin/ls", "-A", "\(home)/\(folder)"].map { Array($0.utf8) },
            environment: []
        ).run()
        return outcome.lines.filter { $0.hasPrefix("choice-") }.map { "\(folder)/\($0)" }
    }
}
