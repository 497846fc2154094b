extension Tool {
    /// bundle, by way of Ruby's own library.
    static let bundle = rubyProgram(
        "bundle", hosts: ["https://index.rubygems.org/info/rake", "https://rubygems.org/"])
}
