extension Shell {
    /// dash and any other POSIX shell.
    public static var sh: Shell {
        // The aliases are shells that are spoken to in the same way.
        var shell = posix("sh", aliases: ["dash", "ash", "yash", "posix"])
        shell.hookFiles = { folders in folders.named("ENV").map { [HookFile($0)] } ?? [] }
        shell.trial = .posix([["-i"]])
        shell.takesFunction = { VariableName.isValid($0) }
        shell.isContained = true
        return shell
    }
}
