import ProxyEnvCore

/// Whether Node starts at all, which the value of a proxy variable can keep it from.
enum NodeStart {
    /// Notes that the programs in Node end at their start in `environment`; a Node that reads no variable starts.
    static func look(
        _ environment: Environment, in shell: Shell, _ diagnosis: inout Diagnosis
    ) {
        guard let variable = NodeSwitch.fatalVariable(in: environment) else { return }
        var node = CommandCheck(Array("node".utf8), Tools.named(Array("node".utf8)), environment)
        let version = node.version()
        if let version, !NodeSwitch.isKnown(to: version) { return }
        diagnosis.add(.nodeEnds(by: variable, in: environment, isSure: version != nil, in: shell))
    }
}
