import ProxyEnvCore

/// The route through one proxy, or without one, as `test` found it.
struct TestedRoute {
    /// What the proxy was found to be, or nil for the route without one.
    let report: EndpointReport?
    /// What the target answered.
    let origin: EndpointReport.Origin
    /// How long each step took.
    let milliseconds: EndpointReport.Milliseconds
    /// The steps.
    let steps: [ProbeStep]
    /// What to do.
    let hints: [String]

    /// Whether no fault was found.
    var isGood: Bool { !steps.contains { $0.outcome == .bad } }
}
