extension Tool {
    /// gradle, which hands GRADLE_OPTS to java.
    static let gradle = javaProgram(
        "gradle", .javaProperties(variable: "GRADLE_OPTS", isPublic: false),
        hosts: ["https://plugins.gradle.org/m2/", mavenCentral],
        source: "OpenJDK 17, tried; GRADLE_OPTS and hosts: Gradle's user manual")
}
