/// What can be wrong with files: those of the tool `name`, and proxyenv's own.
extension Finding {
    /// That the tool cannot read its file at `place`, and does nothing; `fix` helps to mend it.
    public static func broken(_ place: String, _ name: String, fix: [String]) -> Finding {
        Finding(.fileBroken, "\(name) cannot read \(place) and does nothing", fix: fix)
    }

    /// That `place` of a tool's file beats `loser`, so that the command takes another route than `meant`.
    public static func overridden(
        _ place: String, beats loser: String, _ name: String, goes route: String, meant: String,
        fix: [String]
    ) -> Finding {
        Finding(
            .fileOverrides, "\(place) beats \(loser): \(name) goes \(route)",
            evidence: ["without it: \(meant)"], fix: fix)
    }

    /// That `place` of a project's file puts the user's variables into the URL `url` of a proxy.
    public static func project(_ place: String, _ name: String, to url: String) -> Finding {
        Finding(
            .fileProject,
            "\(place) puts your variables into the proxy's URL: nothing is sent there",
            evidence: ["\(name) sends them to \(url)"],
            fix: [
                "If you trust this folder: proxyenv doctor \(name) --trust-project",
                "Else take the line out.",
            ])
    }

    /// That the tool does not read `file`, for `reason`.
    public static func unreadFile(
        _ file: String, _ name: String, _ reason: String, fix: [String]
    ) -> Finding {
        Finding(.fileUnread, "\(name) does not read \(file): \(reason)", fix: fix)
    }

    /// That git does not read the key `key` of the section `https`, for `reason`; one that nothing in `http` stands against takes
    /// its place.
    public static func unreadKey(_ key: ToolSetting, _ reason: String, isAlone: Bool) -> Finding {
        let file = "git config --file \(FileRemedy.word(key.path))"
        let isPlain = key.key.utf8.elementsEqual("https.proxy".utf8)
        let remedy =
            isAlone && isPlain
            ? "--rename-section https http" : "--unset-all \(FileRemedy.word(key.key))"
        return .unreadFile(
            key.source.text, "git", reason, fix: key.path.isEmpty ? [] : ["\(file) \(remedy)"])
    }

    /// That the tool does not know the key `written` of `file`, which is called `meant`.
    public static func unknownKey(
        _ written: String, of file: String, _ name: String, meant: String
    ) -> Finding {
        Finding(
            .fileUnknownKey,
            "\(file) says `\(written)`, which \(name) does not know: the feature is called `\(meant)`",
            fix: ["sed -i.bak 's/\(written)/\(meant)/' \(FileRemedy.word(file))"])
    }

    /// That proxyenv's own file is wrong, by what `diagnostic` says of the line `line`.
    public static func config(_ diagnostic: Diagnostic, _ line: String) -> Finding {
        guard let distrust = diagnostic.distrust else { return invalid(line) }
        return Finding(.configUntrusted, line, fix: [distrust.command ?? distrust.cure])
    }

    /// That proxyenv's own file cannot be read, as `message` says.
    public static func unreadable(_ message: String) -> Finding {
        Finding(.configInvalid, message, fix: ["proxyenv validate"])
    }

    /// That proxyenv's own file is wrong.
    public static func invalid(_ message: String) -> Finding {
        Finding(
            .configInvalid, "proxyenv's own file is wrong: \(message)",
            fix: ["proxyenv validate", "proxyenv edit"])
    }

    /// That a profile, or a file that it names, is not there.
    public static func profile(_ message: String, fix: [String]) -> Finding {
        Finding(.configProfile, message, fix: fix)
    }

    /// That others can read the file `file`, which holds a password; `fix` keeps them from it.
    public static func readable(_ file: String, fix: String) -> Finding {
        Finding(
            .configReadable, "\(file) holds a password or a token, and others can read it",
            fix: [fix])
    }
}
