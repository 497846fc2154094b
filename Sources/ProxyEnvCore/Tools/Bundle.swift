extension Tool {
    /// bundle, by way of Ruby's own library.
    static let bundle = rubyProgram("bundle")
}
