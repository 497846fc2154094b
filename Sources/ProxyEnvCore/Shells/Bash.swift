extension Shell {
    /// GNU Bash.
    static var bash: Shell {
        var shell = posix("bash")
        shell.startUpFiles = ["/.bash_profile", "/.bashrc"]
        return shell
    }
}
