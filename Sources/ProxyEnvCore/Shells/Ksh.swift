extension Shell {
    /// The Korn shells: ksh93, mksh and their kin.
    static var ksh: Shell {
        var shell = posix("ksh", aliases: ["ksh93", "mksh", "lksh", "oksh", "pdksh"])
        shell.hookFiles = { folders in
            if folders.environment.nonEmpty("ENV") != nil {
                return folders.named("ENV").map { [HookFile($0)] } ?? []
            }
            let isMirBSD = FileName.last(of: folders.program).hasPrefix("mksh")
            return [HookFile(folders.inHome(isMirBSD ? ".mkshrc" : ".kshrc"))]
        }
        shell.trial = .posix([["-i"]])
        shell.takesFunction = { VariableName.isValid($0) }
        return shell
    }
}
