extension Tool {
    /// The docker command; the daemon, which fetches images, has an environment of its own, so it needs no host itself.
    static let docker = goProgram(
        "docker", "the documents of the docker command, not of the daemon")
}
