import Testing

@testable import ProxyEnvCore

@Suite struct ProcessTextTests {
    @Test(arguments: [
        (["/x/node", "--max-old-space-size=9", "/s/bootstrap-fork", "--type=extensionHost"], true),
        (["node", "/s/extensionHostProcess.js"], true),
        (["/usr/share/code/code", "--utility-sub-type=node.mojom.NodeService"], true),
        (["/x/code-insiders", "--utility-sub-type=node.mojom.NodeService"], true),
        (["C:\\x\\Code.exe", "--utility-sub-type=node.mojom.NodeService"], true),
        (["C:\\x\\Code - Insiders.exe", "--utility-sub-type=node.mojom.NodeService"], true),
        (["/x/codec", "--utility-sub-type=node.mojom.NodeService"], false),
        (["/x/slack", "--utility-sub-type=node.mojom.NodeService"], false),
        (["/usr/share/code/code", "--type=renderer"], false), (["--type=extensionHosts"], false),
        ([""], false), ([], false),
    ])
    func `an extension host is told by its words`(_ words: [String], _ isHost: Bool) {
        #expect(EditorProcess.isExtensionHost(words.map { bytes($0) }) == isHost)
    }

    @Test(arguments: [
        ("A=b", "A=b"), ("A=$'b*'", "A=b*"), ("A=$'it\\'s \\\\'", "A=it's \\"), ("A=$'", "A=$'"),
        ("A=$''", "A="), ("A='b'", "A='b'"), ("A", "A"), ("", ""), ("A=$'b", "A=$'b"),
    ])
    func `what systemctl quotes is read`(_ line: String, _ entry: String) {
        #expect(SystemdText.unquoted(bytes(line)[...]) == bytes(entry))
    }

    @Test(
        arguments: [
            (
                "A=1\nhttp_proxy=g\n", "", "A=1 http_proxy=g",
                ["tmux set-environment -gu http_proxy"]
            ),
            (
                "http_proxy=g\n", "http_proxy=s\nB=\n", "http_proxy=s B=",
                [
                    "tmux set-environment -gu http_proxy", "tmux set-environment -u http_proxy",
                ]
            ),
            ("http_proxy=g\nA=1", "-http_proxy\n", "A=1", ["tmux set-environment -gu http_proxy"]),
            ("-A\n", "http_proxy=s=1", "-A http_proxy=s=1", ["tmux set-environment -u http_proxy"]),
            ("", "", "", []),
        ] as [(String, String, String, [String])])
    func `a window of tmux has the session's variables before the global ones`(
        _ global: String, _ session: String, _ window: String, _ removal: [String]
    ) {
        let text = TmuxText(global: [UInt8](global), session: [UInt8](session))
        let entries = text.environment.entries.map { String(decoding: $0, as: UTF8.self) }
        #expect(entries.joined(separator: " ") == window)
        #expect(text.removal(of: "http_proxy") == removal)
    }
}
