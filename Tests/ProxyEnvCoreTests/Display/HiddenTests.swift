import Testing

@testable import ProxyEnvCore

@Suite struct HiddenTests {
    @Test(arguments: [
        "password = \"\"\"\nhunter2\\x\"\"\"\n", "password = '''\nhunter2\u{1}'''\n",
        "[profiles.a]\nurl = \"http://alice:hunter2\"\n",
        "[profiles.a]\nenv = { A = \"http://a:hunter2@h:1\", B = \"http://b:hunter2@h:1\", PROXYENV_X = \"\" }\n",
        "default = \"http://a:hunter2@h:1\"\n", "commands.npm = \"a:hunter2@h:1\"\n",
    ])
    func `what may be a password is hidden where its line gives no other sign of it`(text: String) {
        let configuration = Configuration(text)
        let diagnostics = ConfigReader.check(configuration)
        #expect(!diagnostics.isEmpty)
        for diagnostic in diagnostics {
            let shown = DiagnosticRenderer(style: TextStyle(isColored: false))
                .render(diagnostic, in: configuration.file(of: diagnostic))
            #expect(!shown.contains("hunter2"), "\(shown)")
        }
    }
}
