import Testing

@testable import ProxyEnvCore

/// Where the files of tools are on Windows.
@Suite struct WindowsPlacesTests {
    private static let variables = [
        #"USERPROFILE=C:\Users\me"#, #"AppData=C:\Users\me\AppData\Roaming"#,
        #"LOCALAPPDATA=C:\Users\me\AppData\Local"#, #"ProgramData=C:\ProgramData"#,
    ]

    private static func places(
        _ variables: String..., home: String = "C:/Users/me", in folder: String = "C:/code/app",
        there: @escaping @Sendable (String) -> Bool = { _ in true }
    ) -> FilePlaces {
        FilePlaces(
            environment: Environment(
                entries: (Self.variables + variables).map { [UInt8]($0.utf8) }, foldsNames: true),
            home: [UInt8](home.utf8), workingDirectory: [UInt8](folder.utf8),
            isThere: { there(String(decoding: $0, as: UTF8.self)) },
            program: { $0 == "pip" ? [UInt8]("C:/Python312/Scripts/pip.exe".utf8) : nil })
    }

    private static func paths(_ file: SettingsFile, _ places: FilePlaces) -> [String] {
        file.paths(places).map { String(decoding: $0, as: UTF8.self) }
    }

    private static let roaming = "C:/Users/me/AppData/Roaming"

    @Test func `npm's files, the machine's in APPDATA`() {
        #expect(
            Self.paths(.npmrc, Self.places()) == [
                "\(Self.roaming)/npm/etc/npmrc", "C:/Users/me/.npmrc", "C:/code/app/.npmrc",
            ])
    }

    @Test func `pip's files have an ending of their own`() {
        #expect(
            Self.paths(.pipConf, Self.places(there: { _ in false })) == [
                "C:/ProgramData/pip/pip.ini", "C:/Users/me/pip/pip.ini",
                "\(Self.roaming)/pip/pip.ini", "C:/Python312/pip.ini",
            ])
        #expect(Self.paths(.pipConf, Self.places("PIP_CONFIG_FILE=nul")) == [])
    }

    @Test(
        arguments: [
            ("C:/Users/me/.curlrc", "C:/Users/me/.curlrc"),
            ("C:/Users/me/_curlrc", "C:/Users/me/_curlrc"),
            ("C:/Users/me/AppData/Roaming/_curlrc", "C:/Users/me/AppData/Roaming/_curlrc"),
            ("D:/home/.curlrc", "D:/home/.curlrc"),
        ])
    func `curl's file in each of its places`(_ there: String, _ found: String) {
        let places = Self.places(home: "D:/home", there: { $0 == there })
        #expect(Self.paths(.curlrc, places) == [found])
    }

    @Test func `HOME is for programs of other systems, the profile for the others`() {
        let places = Self.places(home: "D:/home")
        #expect(Self.paths(.wgetrc, places) == ["D:/home/.wgetrc"])
        #expect(Self.paths(.codexEnvironment, places) == ["C:/Users/me/.codex/.env"])
        #expect(
            ToolFolder.codex.path(in: places.environment)
                == [UInt8](#"C:\Users\me/.codex"#.utf8))
    }

    @Test func `uv's, claude's, pnpm's and conda's files`() {
        let places = Self.places(there: { !$0.contains("ProgramData/Claude") })
        #expect(
            Self.paths(.uvTOML, places) == [
                "C:/ProgramData/uv/uv.toml", "\(Self.roaming)/uv/uv.toml", "C:/code/app/uv.toml",
            ])
        #expect(
            Self.paths(.claudeSettings, places).last
                == "C:/Program Files/ClaudeCode/managed-settings.json")
        #expect(
            Self.paths(.pnpmYAML, places).first
                == "C:/Users/me/AppData/Local/pnpm/config/config.yaml")
        #expect(Self.paths(.condarc, places).first == "C:/ProgramData/conda/.condarc")
    }

    @Test func `folders up to the root of the drive`() {
        #expect(
            Self.paths(.yarnrc, Self.places()) == [
                "C:/Users/me/.yarnrc", "C:/.yarnrc", "C:/code/.yarnrc", "C:/code/app/.yarnrc",
            ])
    }

    @Test func `the files of local proxy programs`() {
        let files = (ClashConfig.files(Self.places()) + V2RayNConfig.files(Self.places()))
            .map { String(decoding: $0, as: UTF8.self) }
        #expect(
            files == [
                "C:/Users/me/.config/mihomo/config.yaml", "C:/Users/me/.config/clash/config.yaml",
                "\(Self.roaming)/io.github.clash-verge-rev.clash-verge-rev/clash-verge.yaml",
                "C:/Users/me/AppData/Local/v2rayN/guiConfigs/guiNConfig.json",
            ])
        let command = [#"C:\Program Files\Clash Verge\verge-mihomo.exe"#, "-f", #"C:\x.yaml"#]
        #expect(
            ClashConfig.path(of: command.map { [UInt8]($0.utf8) }) == [UInt8](#"C:\x.yaml"#.utf8))
    }

    @Test(
        arguments: [
            (#"{"Inbound":[{"LocalPort":10900,"Protocol":"socks"}]}"#, [10900]),
            (#"{"inbound":[{"localPort":1},{"localPort":"2"},{}]}"#, [1, 2]),
            (#"{"inbound":[{"localPort":99999}]}"#, []), ("{", []), ("[]", []),
        ])
    func `v2rayN's ports`(_ text: String, _ ports: [UInt16]) {
        #expect(V2RayNConfig.ports(in: [UInt8](text.utf8)) == ports)
    }
}
