extension Shell {
    /// GNU Bash.
    static var bash: Shell {
        var shell = posix("bash")
        shell.startUpFiles = ["/.bash_profile", "/.bashrc"]
        shell.hookFiles = { hookFiles(ofBash: $0) }
        // The first is what most terminals start on Linux, the second what they start on macOS, and ssh everywhere.
        shell.trial = .posix([["-i"], ["-l", "-i"]])
        return shell
    }

    /// An interactive bash reads `.bashrc` alone, and one for a login the first of three others alone, which mostly reads it
    /// (bash 5.2's manual, "Bash Startup Files").
    private static func hookFiles(ofBash folders: StartUpFolders) -> [HookFile] {
        let own = HookFile(folders.inHome(".bashrc"))
        let profile = folders.inHome(".profile")
        let others = [folders.inHome(".bash_profile"), folders.inHome(".bash_login"), profile]
        var login = HookFile(folders.present(others))
        let reads = folders.mentions("bashrc", in: login.path)
        let readsProfile =
            login.path != profile && folders.mentions(".profile", in: login.path)
            && folders.mentions("bashrc", in: profile)
        if reads || readsProfile { return [own] }
        if login.path == profile { login.condition = "[ -n \"${BASH_VERSION-}\" ] && " }
        return [own, login]
    }
}
