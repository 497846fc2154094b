extension Tool {
    /// mvn, which hands MAVEN_OPTS to java.
    static let mvn = javaProgram(
        "mvn", .javaProperties(variable: "MAVEN_OPTS", isPublic: false))
}
