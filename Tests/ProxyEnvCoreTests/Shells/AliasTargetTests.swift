import ProxyEnvCore
import Testing

/// Where an alias leads, by what the shells print of it.
@Suite struct AliasTargetTests {
    @Test(arguments: [
        "codex='codex -m x'", "alias codex='A=1 B=\"x y\" codex'", "codex='noglob codex'",
        "codex=codex", "alias -- codex='\\codex -x'", "codex='time codex'",
        "codex='cd /x && codex'", "codex=$'cd /x\\ncodex'", "codex='\"codex\" x'",
    ])
    func `an alias goes through the wrapper where the word that is started is its own name`(
        line: String
    ) {
        #expect(
            AliasTarget(ofAlias: "codex", in: Array(line.utf8), execFindsFunctions: false)
                == .wrapper)
    }

    @Test(arguments: [
        "codex='command codex -x'", "codex='env A=1 codex'", "codex='nice codex'", "codex=cx",
        "codex='exec codex'", "codex=", "codex=''", "codex='A=1'", "codex='echo codex'",
        "codex='sudo codex'", "", "codex='cd x; echo codex'", "codex='", "codex=\\",
    ])
    func `one that names another word leads past it`(line: String) {
        #expect(
            AliasTarget(ofAlias: "codex", in: Array(line.utf8), execFindsFunctions: false) == .other
        )
    }

    @Test(arguments: [
        "codex=/opt/codex", "codex='$HOME/.local/bin/codex -x'", "codex='A=1 ~/bin/codex'",
        "codex='./codex'", "codex='\"$HOME/my dir/codex\" x'",
    ])
    func `one that names a path leads to it`(line: String) {
        #expect(
            AliasTarget(ofAlias: "codex", in: Array(line.utf8), execFindsFunctions: true) == .path)
    }

    @Test(arguments: [
        "codex='/x/proxyenv --config /y wrapped codex'", "codex='proxyenv run /opt/codex'",
        "codex='proxyenv exec clash -- codex'", "codex='env A=1 /x/proxyenv run codex'",
    ])
    func `one that calls proxyenv is no detour`(line: String) {
        #expect(
            AliasTarget(ofAlias: "codex", in: Array(line.utf8), execFindsFunctions: true)
                == .proxyenv)
    }

    @Test func `exec leads to the wrapper where it finds functions`() {
        let line = Array("codex='exec codex'".utf8)
        #expect(AliasTarget(ofAlias: "codex", in: line, execFindsFunctions: true) == .wrapper)
        #expect(AliasTarget(ofAlias: "codex", in: line, execFindsFunctions: false) == .other)
    }
}
