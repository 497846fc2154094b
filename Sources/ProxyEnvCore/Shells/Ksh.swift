extension Shell {
    /// The Korn shells: ksh93, mksh and their kin.
    static var ksh: Shell {
        var shell = posix("ksh", aliases: ["ksh93", "mksh", "lksh", "oksh", "pdksh"])
        shell.takesFunction = { VariableName.isValid($0) }
        return shell
    }
}
