/// What can be wrong with the command `name` itself, and with the tool that it is.
extension Finding {
    /// What is found in the place of a program.
    public enum Missing {
        /// Nothing, in PATH.
        case command
        /// Nothing, at the path that was typed.
        case path
        /// Something of the shell's own, such as `a function`.
        case shells(kind: String)
    }

    /// That there is no such program.
    public static func missing(_ name: String, _ what: Missing) -> Finding {
        switch what {
        case .command:
            Finding(
                .commandMissing, "there is no command `\(name)` in PATH",
                fix: ["Install it, or put its folder into PATH."])
        case .path:
            Finding(
                .commandMissing, "there is no program `\(name)`",
                fix: ["Check the path, and whether the file may be executed."])
        case .shells(let kind):
            Finding(
                .commandMissing, "\(name) is \(kind) of this shell's own, and no program in PATH",
                fix: ["Ask about the program that it starts: proxyenv doctor /path/to/\(name)"],
                severity: .warning)
        }
    }

    /// That the version of the command has `fault`.
    public static func version(
        _ name: String, _ version: Version, _ fault: VersionFault, fix: String
    ) -> Finding {
        Finding(
            .commandVersion, "\(name) \(version.text) \(fault.text)",
            evidence: ["fixed in \(fault.mended) (\(fault.source))"], fix: [fix],
            severity: fault.leavesRouteOpen ? .warning : .problem)
    }

    /// Why the command does not speak to its proxy.
    public enum SchemeFault {
        /// It refuses the value of a place.
        case refuses(String)
        /// It does not speak to this URL.
        case cannotSpeak(to: String)
    }

    /// That the command does not speak to its proxy; `transport` is given for a tool that has several.
    public static func scheme(
        _ name: String, _ fault: SchemeFault, transport: String?, isWebsocket: Bool,
        evidence: [String]
    ) -> Finding {
        let by = transport.map { " by \($0)" } ?? ""
        let title =
            switch fault {
            case .refuses(let place): "\(name) refuses the value of \(place)\(by)"
            case .cannotSpeak(let url): "\(name) cannot speak to \(url)\(by)"
            }
        return Finding(
            isWebsocket ? .toolWebsocket : .toolScheme, title, evidence: evidence,
            fix: ["Use a profile with an `http://` URL; `proxyenv detect` shows what answers."])
    }

    /// That the command is not started with the profile, for `reason`.
    public static func refused(_ reason: String, fix: [String]) -> Finding {
        Finding(.toolScheme, reason, fix: fix)
    }

    /// That Node reads no proxy variable, as nothing tells it to; `unfit` is the variable with which it would not start.
    public static func noSwitch(
        _ name: String, _ version: Version, unfit: String?, in shell: Shell
    ) -> Finding {
        let what =
            unfit.map { "and then does not start, as it cannot use the value of \($0)" }
            ?? "which a profile sets"
        return Finding(
            .toolSwitch,
            "\(name) \(version.text) reads proxy variables only with \(ProxyVariables.node)=1, \(what)",
            fix: [
                unfit == nil
                    ? shell.setting(ProxyVariables.node, to: "1")
                    : "Use the HTTP port of the proxy program, or its mixed one, with an http:// URL; `proxyenv detect` shows what answers."
            ])
    }

    /// That sudo, or what is like it, drops the caller's variables.
    public static func sudo(_ name: String, profile: String) -> Finding {
        Finding(
            .toolSudo, "\(name) drops the caller's variables",
            fix: ["\(name) proxyenv exec \(profile) -- …"])
    }

    /// That the repository here is reached over ssh.
    public static func ssh(profile: String) -> Finding {
        Finding(
            .toolSSH, "this repository is reached over ssh, which reads no proxy variable",
            fix: ["proxyenv set \(profile) ssh true"])
    }

    /// That the tool reads no variable, which `advice` says.
    public static func unread(_ advice: String) -> Finding {
        Finding(.toolUnread, advice, fix: ["proxyenv help exec"])
    }

    /// That the command does not check certificates, because of `place`.
    public static func unchecked(_ name: String, by place: String) -> Finding {
        Finding(
            .toolUnchecked,
            "\(name) accepts every certificate, by \(place): anybody in between can read and change what it gets",
            fix: [
                "Take that out, and give your proxy's own authority to the profile: proxyenv set NAME ca-file FILE"
            ])
    }
}
