extension Shell {
    /// zsh.
    static var zsh: Shell {
        var shell = posix("zsh")
        shell.startUpFiles = ["/.zshenv", "/.zprofile", "/.zshrc"]
        shell.execFindsFunctions = true
        shell.hookFiles = { folders in
            let folder = folders.named("ZDOTDIR") ?? folders.home
            return [HookFile(folder + Array("/.zshrc".utf8))]
        }
        shell.trial = .posix([["-l", "-i"]])
        return shell
    }
}
