import Testing

/// The manual pages in `docs/man`, which `.ci/man` makes from what the program says of itself.
@Suite struct ManPagesTests {
    private let sandbox: Sandbox

    /// This file lies two folders below the repository's own.
    private let repository =
        "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

    init() throws { sandbox = try Sandbox() }

    @Test func `the pages are those that the program's help makes`() throws {
        let python = try Binary.require("python3")
        let made = try Runner(
            arguments: [python, "\(repository)/.ci/man", sandbox.program, "\(sandbox.home)/man"]
                .map { Array($0.utf8) }, environment: sandbox.entries()
        ).run()
        #expect(made.status == 0, "\(made.errorText)")
        let compared = try Runner(
            arguments: ["/usr/bin/diff", "-r", "\(repository)/docs/man", "\(sandbox.home)/man"]
                .map { Array($0.utf8) }, environment: sandbox.entries()
        ).run()
        #expect(
            compared.status == 0,
            "make them anew: .ci/man .build/release/proxyenv docs/man\n\(compared.text)")
        for page in ["proxyenv.1", "proxyenv-doctor.1", "proxyenv-config.5"] {
            #expect(Files.exists("\(sandbox.home)/man/\(page)"), "\(page)")
        }
    }
}
