extension Tool {
    /// deno, which fetches from two registries.
    static let deno = nodeProgram(
        "deno", "Deno's manual", hosts: ["https://jsr.io/", "https://registry.npmjs.org/"],
        faults: [
            VersionFault(
                from: [1, 45, 3], before: [1, 45, 4],
                "fails behind a proxy with `invalid HTTP version parsed`",
                source: "denoland/deno issue 24719; its release notes of 1.45.4"),
            VersionFault(
                from: [1, 45, 3], before: [1, 46, 2], concerning: .encodedPasswords,
                "does not decode the name and the password in a proxy's URL",
                source: "denoland/deno issue 24691; its release notes of 1.45.3 and 1.46.2"),
        ])
}
