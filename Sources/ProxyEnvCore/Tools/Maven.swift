extension Tool {
    /// mvn, which hands MAVEN_OPTS to java.
    static let mvn = javaProgram(
        "mvn", .javaProperties(variable: "MAVEN_OPTS", isPublic: false), hosts: [mavenCentral],
        settings: .proxyKeys([.mavenJVM, .mavenConfig, .mavenSettings], .apart),
        source: "Maven 3.8.7 with OpenJDK 17, tried; host: its documents")

    /// A short file in the repository from which both mvn and gradle fetch.
    static let mavenCentral =
        "https://repo.maven.apache.org/maven2/org/apache/maven/maven/maven-metadata.xml"
}
