extension Tool {
    /// java, which reads properties instead of variables.
    static let java = javaProgram(
        "java", .javaProperties(variable: "JAVA_TOOL_OPTIONS", isPublic: true))
}
