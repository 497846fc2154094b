extension Tool {
    /// conda, which uses requests.
    static let conda = pythonProgram("conda", "conda's settings reference")
}
