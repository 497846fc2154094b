extension Tool {
    /// conda, which uses requests.
    static let conda = pythonProgram(
        "conda", "conda's settings reference",
        hosts: ["https://repo.anaconda.com/", "https://conda.anaconda.org/"],
        settings: .proxyKeys([.condarc], .last))
}
