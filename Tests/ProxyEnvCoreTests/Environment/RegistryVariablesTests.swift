import Testing

@testable import ProxyEnvCore

/// The variables of Windows' registry beside those of a window.
@Suite struct RegistryVariablesTests {
    private static func bytes(_ entries: [String]) -> [[UInt8]] { entries.map { [UInt8]($0.utf8) } }

    private static let registry = RegistryVariables(
        user: bytes(["Path=x", "HTTPS_PROXY=http://u:hush@new:1", "no_proxy=a"]),
        machine: bytes(["https_proxy=http://old:1", "HTTP_PROXY=http://m:1", "ALL_PROXY="]))

    private static func here(_ entries: String...) -> Environment {
        Environment(entries: bytes(entries), foldsNames: true)
    }

    @Test func `the user's count before the machine's`() {
        #expect(
            Self.registry.environment["https_proxy"] == [UInt8]("http://u:hush@new:1".utf8))
    }

    @Test func `what differs is told once, with its key, and without a password`() {
        let differences = Self.registry.differences(from: Self.here("No_Proxy=a", "http_proxy=b"))
        #expect(differences.count == 2)
        #expect(
            differences.contains {
                $0.hasSuffix(
                    "is http://m:1 in HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment, and b here"
                )
            })
        #expect(
            differences.contains { $0.hasSuffix("in HKCU\\Environment, and not set here") })
        #expect(!differences.contains { $0.contains("hush") })
        #expect(RegistryVariables(user: [], machine: []).differences(from: Self.here()) == [])
    }

    @Test func `each key has its own command`() {
        let removal = Self.registry.removal.map { $0.lowercased() }
        #expect(
            removal.sorted() == [
                #"reg delete "hklm\system\currentcontrolset\control\session manager\environment" /f /v http_proxy"#,
                #"reg delete "hklm\system\currentcontrolset\control\session manager\environment" /f /v https_proxy"#,
                #"reg delete hkcu\environment /f /v https_proxy"#,
                #"reg delete hkcu\environment /f /v no_proxy"#,
            ])
    }
}
