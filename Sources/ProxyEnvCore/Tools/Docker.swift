extension Tool {
    /// The docker command; the daemon, which fetches images, has an environment of its own.
    static let docker = goProgram(
        "docker", "the docker command; the daemon has an environment of its own")
}
