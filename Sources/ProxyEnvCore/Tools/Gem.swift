extension Tool {
    /// gem, by way of Ruby's own library.
    static let gem = rubyProgram(
        "gem", hosts: ["https://rubygems.org/", "https://index.rubygems.org/info/rake"])
}
