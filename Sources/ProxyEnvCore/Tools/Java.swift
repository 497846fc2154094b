extension Tool {
    /// java, which reads properties instead of variables.
    static let java = javaProgram(
        "java", .javaProperties(variable: "JAVA_TOOL_OPTIONS", isPublic: true),
        source:
            "OpenJDK 17, tried: it reads no proxy variable, but http.proxyHost in JAVA_TOOL_OPTIONS"
    )
}
