import Testing

/// A wrapped command that is typed, held against the same command under a name that is not wrapped.
@Suite struct TypedCommandTests {
    /// What is typed, in which NAME is the command.
    struct Line: CustomTestStringConvertible {
        /// What it is about.
        let testDescription: String
        /// The words.
        let text: String
        /// The shells that know them; nil for all.
        var shells: [TypingShell]?
    }

    private static let started =
        "rm -f ~/pid; NAME wait & until test -s ~/pid; do sleep 0.02; done"
    private static let gone = "kill -0 $(cat ~/pid) 2>/dev/null || echo gone"

    static let lines = [
        Line(
            testDescription: "$! and kill",
            text:
                "\(started); test $! = $(cat ~/pid) && echo itself; kill $!; wait $!; echo ended $?; \(gone)"
        ),
        Line(testDescription: "kill %1", text: "\(started); kill %1; wait $!; \(gone)"),
        Line(testDescription: "wait", text: "NAME end 7 & wait $!; echo ended $?"),
        Line(testDescription: "jobs", text: "\(started); jobs; kill $!; wait"),
        Line(
            testDescription: "( ) &",
            text: started.replacing("NAME wait &", with: "( NAME wait ) &")
                + "; kill $!; wait $!; echo ended $?; \(gone)"),
        Line(
            testDescription: "disown", text: "\(started); disown; jobs; kill $(cat ~/pid); echo on",
            shells: [.bash, .zsh]),
        Line(
            testDescription: "coproc",
            text: "coproc NAME read; echo in >&${COPROC[1]}; read -u ${COPROC[0]} x; echo got $x; "
                + "p=$COPROC_PID; test $p = $(cat ~/pid) && echo itself; disown $p; kill $p; "
                // bash warns of a second one while the first is there.
                + "while kill -0 $p; do sleep 0.05; done 2>/dev/null",
            shells: [.bash]),
        Line(
            testDescription: "coproc of zsh",
            text: "coproc NAME read; print -p in; read -p x; echo got $x; kill $!; wait",
            shells: [.zsh]),
        // Elsewhere it is a program.
        Line(
            testDescription: "time", text: "time NAME end 3",
            shells: [.bash, .zsh, .ksh93, .mksh]),
        Line(testDescription: "noglob", text: "noglob NAME tell *", shells: [.zsh]),
        Line(
            testDescription: "command, exec, \\",
            text: "command NAME tell a; \\NAME tell b; (exec NAME tell c)"),
        Line(
            testDescription: "nohup, xargs",
            text: "echo a | xargs NAME tell; nohup NAME tell b </dev/null"),
        Line(
            testDescription: "a pipe",
            text:
                "echo in | NAME read | cat; NAME end 4 | true; echo $?; true | NAME end 5; echo $?"
        ),
        Line(testDescription: "an assignment", text: "A=1 NAME tell a; echo \"[${A-}]\""),
        Line(
            testDescription: "conditions",
            text: "if NAME end 0; then echo then; fi; while NAME end 3; do :; done; "
                + "NAME end 3 || echo or; NAME end 0 && echo and; ! NAME end 3; echo $?"),
        Line(
            testDescription: "groups",
            text: "{ NAME tell g; }; (NAME tell s); echo $(NAME tell c)"),
        Line(testDescription: "set -e", text: "(set -e; NAME end 3; echo on); echo ended $?"),
        Line(
            testDescription: "a trap",
            text: "(trap 'echo bye' EXIT; NAME end 3; echo $?); (trap 'echo bye' EXIT; NAME end 3)"
        ),
        Line(
            testDescription: "a function of the user's",
            text: "own() { NAME tell in own; NAME end 6; }; own; echo $?"),
    ]

    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(HookTests.config)
        for name in ["teller", "plain"] {
            // It ends by itself, should a shell lose sight of it.
            try sandbox.install(
                name,
                """
                #!/bin/sh
                echo $$ > ~/pid
                case $1 in
                    end) exit "$2" ;;
                    read) exec cat ;;
                    tell) echo "$*" ;;
                    wait)
                        trap 'exit 9' TERM
                        for round in 1 2 3 4 5 6 7 8 9 10; do
                            for step in 1 2 3 4 5 6 7 8 9 10; do sleep 0.05; done
                        done
                        ;;
                esac

                """)
        }
    }

    @Test(arguments: TypingShell.allCases)
    func `a wrapped command that is typed does what the plain one does`(
        _ shell: TypingShell
    ) throws {
        let terminal = try sandbox.terminal(shell)
        for line in Self.lines where line.shells?.contains(shell) ?? true {
            let shown = try ["plain", "teller"].map { name in
                let text = line.text.replacing("NAME", with: name)
                try terminal.run("{ \(text); } > ~/out 2>&1")
                let out = String(decoding: sandbox.read("out") ?? [], as: UTF8.self)
                return Self.plain(out, name, sandbox.program)
            }
            #expect(shown[0] == shown[1], "\(line.testDescription)")
            #expect(!shown[0].isEmpty, "\(line.testDescription)")
        }
    }

    /// `text` without what differs from one time to the next, and with NAME for `name`, as `jobs` and `time` show it.
    private static func plain(_ text: String, _ name: String, _ program: String) -> String {
        text.replacing("\(program) wrapped ", with: "").replacing(name, with: "NAME")
            .replacing(/\[[0-9]\][ \t][0-9]+\n/, with: "").replacing("\\NAME", with: "NAME")
            // A signal for the whole job ends what the command itself has started, if it has.
            .replacing("Terminated\n", with: "").replacing(/[0-9]*\.[0-9]+|[0-9]+%/, with: "N")
            .replacing(/[ ]+/, with: " ")
    }
}
