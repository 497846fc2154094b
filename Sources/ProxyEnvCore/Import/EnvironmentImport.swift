/// What the variables of an environment, or of a file that holds variables, say of proxies.
public enum EnvironmentImport {
    /// A variable, and where it stands.
    struct Variable {
        /// Its value.
        let value: [UInt8]
        /// Where it stands, for people.
        let origin: String
    }

    /// What `environment` says; lower case goes before upper, as curl, git and Python have it.
    public static func findings(in environment: Environment) -> ImportFindings {
        var findings = findings(description: "from the environment", isUpperFirst: false) { name in
            environment.nonEmpty(name).map { Variable(value: $0, origin: name) }
        }
        for pair in [ProxyVariables.http, ProxyVariables.https, ProxyVariables.all]
        where environment[pair.lower]?.isEmpty == true && environment.nonEmpty(pair.upper) != nil {
            findings.remarks.append(
                "\(pair.lower) is empty, and hides \(pair.upper) from git and Python: \(pair.upper) is used"
            )
        }
        return findings
    }

    /// What the variables in codex's file say; upper case goes before lower, as codex has it.
    public static func findings(
        in settings: [ToolSetting], description: String
    ) -> ImportFindings {
        var remarks: [String] = []
        var findings = findings(description: description, isUpperFirst: true) { name in
            guard let setting = settings.last(where: { $0.name == name && !$0.value.isEmpty })
            else { return nil }
            let origin = "\(setting.path):\(setting.line) (\(name))"
            guard let value = VariableReference.literalDotEnv(setting.value) else {
                remarks.append("\(origin) is passed over: only codex can fill in its `$…`")
                return nil
            }
            return Variable(value: value, origin: origin)
        }
        findings.remarks = remarks + findings.remarks
        return findings
    }

    private static func findings(
        description: String, isUpperFirst: Bool, _ find: (String) -> Variable?
    ) -> ImportFindings {
        var findings = ImportFindings()
        var origins: [String] = []
        func read(_ pair: ProxyVariables.Pair) -> ProxyURL? {
            let names = isUpperFirst ? pair.names.reversed() : pair.names
            var taken: (url: ProxyURL, name: String)?
            for name in names {
                guard let variable = find(name),
                    let url = findings.proxy(variable.value, from: variable.origin)
                else { continue }
                if let taken {
                    if taken.url != url {
                        findings.remarks.append(
                            "\(taken.name) and \(name) differ: \(taken.name) is used")
                    }
                } else {
                    taken = (url, name)
                    origins.append(variable.origin)
                }
            }
            return taken?.url
        }
        let kinds = ProxyKinds(
            http: read(ProxyVariables.http), https: read(ProxyVariables.https),
            all: read(ProxyVariables.all))
        if kinds.isEmpty { return findings }
        var noProxy: [[UInt8]] = []
        for name in ProxyVariables.none.names {
            guard let variable = find(name) else { continue }
            findings.addNoProxy(variable.value, from: variable.origin, to: &noProxy)
        }
        findings.proposals = [
            Proposal(
                kinds: kinds, noProxy: noProxy, description: description,
                origin: origins.joined(separator: ", "))
        ]
        return findings
    }
}
