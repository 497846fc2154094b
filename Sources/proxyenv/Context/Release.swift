/// What this program is called in the list of its changes.
enum Release {
    /// The version, as `--version` prints it.
    static let version = "0.1.0"
}
