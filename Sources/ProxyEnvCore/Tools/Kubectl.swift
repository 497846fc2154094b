extension Tool {
    /// kubectl, which is written in Go; its host is the cluster's.
    static let kubectl: Tool = {
        var tool = goProgram("kubectl", "kubectl 1.32, tried in part")
        tool.settings = .proxyKeys([.kubeconfig], .apart)
        tool.replacingOptions = ["--kubeconfig", "--context", "--cluster", "--server", "-s"]
        return tool
    }()
}
