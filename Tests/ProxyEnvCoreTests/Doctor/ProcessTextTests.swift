import Testing

@testable import ProxyEnvCore

@Suite struct ProcessTextTests {
    @Test(arguments: [
        (["/x/node", "--max-old-space-size=9", "/s/bootstrap-fork", "--type=extensionHost"], true),
        (["node", "/s/extensionHostProcess.js"], true),
        (["/usr/share/code/code", "--utility-sub-type=node.mojom.NodeService"], true),
        (["/x/code-insiders", "--utility-sub-type=node.mojom.NodeService"], true),
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
}
