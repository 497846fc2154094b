import ProxyEnvCore

/// `shim add|remove|list|path`: the links that give a command its profile where no shell function reaches.
struct ShimCommand: Command {
    let name = "shim"
    var description: CommandDescription {
        CommandDescription(
            operands: "add|remove|list|path [COMMAND…]",
            summary: "give commands their profile where no shell starts them too",
            details: """
                A shim is a link to proxyenv under the command's name, in a folder that stands first in PATH: xargs, env,
                cron and an IDE find it there, which see no function of a shell. It runs the real command as `run` does if
                there is a rule for it (`proxyenv wrap`), and else as it is; PROXYENV_BYPASS=1 too.

                The folder goes in front of PATH in the start-up file of the login shell, below whatever else changes PATH:

                  export PATH="$(proxyenv shim path):$PATH"       ~/.zprofile (zsh), ~/.bash_profile or ~/.profile (bash)
                  set -gx PATH (proxyenv shim path) $PATH         ~/.config/fish/config.fish

                  proxyenv shim add codex npm
                  proxyenv shim remove npm
                """,
            group: .command, operandCount: 1...Int.max,
            operandKinds: [.verb(["add", "remove", "list", "path"]), .program])
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        guard let folder = ShimFolder(context.environment) else {
            throw Failure(
                "there is no place for shims, as \(StandardFolders.dataVariable) is not set",
                hint: "Set \(StandardFolders.dataVariable), or XDG_DATA_HOME to a folder.")
        }
        let action = invocation.operands[0]
        let names = Array(invocation.operands.dropFirst())
        let known = ["add", "remove", "list", "path"]
        guard known.contains(where: { action.equals($0) }) else {
            throw Failure.unknown(
                "command", Array("proxyenv shim ".utf8) + action,
                in: known.map { "proxyenv shim \($0)" },
                listsKnown: true
            ).asUsage
        }
        let takesNames = action.equals("add") || action.equals("remove")
        if takesNames == names.isEmpty {
            throw .usage(
                takesNames
                    ? "`shim \(DisplayText.escaped(action))` needs the name of a command"
                    : "`shim \(DisplayText.escaped(action))` takes no names",
                hint:
                    "Write `proxyenv shim \(DisplayText.escaped(action))\(takesNames ? " COMMAND…" : "")`."
            )
        }
        if action.equals("path") {
            try context.write(folder.path + [0x0A])
        } else if action.equals("list") {
            try list(folder, context)
        } else if action.equals("add") {
            try ShimEdits(folder: folder, context: context).add(names)
        } else {
            try ShimEdits(folder: folder, context: context).remove(names)
        }
        return 0
    }

    private func list(_ folder: ShimFolder, _ context: Context) throws(Failure) {
        for name in folder.names {
            try context.write(name + [0x0A])
            let shown = DisplayText.shortened(name)
            guard !FileSystem.isExecutable(folder.file(name)) else {
                guard folder.isOutdated(name) else { continue }
                context.note(
                    "\(shown) is proxyenv from before an update: `proxyenv shim add \(shown)` makes it anew"
                )
                continue
            }
            context.note("\(shown) leads nowhere: `proxyenv shim add \(shown)` makes it again")
        }
        guard ShimEdits(folder: folder, context: context).notePath(folder.names) else { return }
        let line = ShimPlace.cure(in: ShellChoice.parent)[0]
        context.note(
            "type this line here, and put it at the end of your start-up file (after mise or nvm): \(line)"
        )
    }
}
