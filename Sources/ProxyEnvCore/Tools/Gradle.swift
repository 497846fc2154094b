extension Tool {
    /// gradle, which hands GRADLE_OPTS to java.
    static let gradle = javaProgram(
        "gradle", .javaProperties(variable: "GRADLE_OPTS", isPublic: false),
        hosts: ["https://plugins.gradle.org/m2/", mavenCentral],
        settings: .proxyKeys([.gradleProperties]),
        source: "Gradle 4.4.1 with OpenJDK 17, tried; hosts: its user manual")
}
