extension Shell {
    /// zsh.
    static var zsh: Shell {
        var shell = posix("zsh")
        shell.startUpFiles = ["/.zshenv", "/.zprofile", "/.zshrc"]
        shell.execFindsFunctions = true
        return shell
    }
}
