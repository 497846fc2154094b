import Testing

@testable import ProxyEnvCore

/// What the versions of Nushell take.
@Suite struct NushellVersionTests {
    @Test(arguments: [
        ("0.91.0", false, false, false), ("0.107.0", false, false, false),
        ("0.108.0", true, false, false), ("0.110.0", true, false, false),
        ("0.111.0", true, true, false), ("0.112.2", true, true, false),
        ("0.113.0", true, true, true), ("0.115.1", true, true, true), ("1.0", true, true, true),
    ])
    func `it is told by its number`(
        _ version: String, takesCompleters: Bool, foldsNames: Bool, passesWords: Bool
    ) {
        let nushell = NushellVersion(Environment("NU_VERSION=\(version)"))
        #expect(nushell.takesCompleters == takesCompleters)
        #expect(nushell.foldsNames == foldsNames)
        #expect(nushell.passesWords == passesWords)
    }

    @Test func `where no Nushell tells, the file is for the newest, and names have two spellings`()
    {
        for environment in [Environment(), Environment("NU_VERSION="), Environment("NU_VERSION=x")]
        {
            let nushell = NushellVersion(environment)
            #expect(nushell.takesCompleters)
            #expect(nushell.passesWords)
            #expect(!nushell.foldsNames)
        }
    }
}
