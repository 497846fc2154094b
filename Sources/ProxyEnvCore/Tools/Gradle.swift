extension Tool {
    /// gradle, which hands GRADLE_OPTS to java.
    static let gradle = javaProgram(
        "gradle", .javaProperties(variable: "GRADLE_OPTS", isPublic: false))
}
