import ProxyEnvCore

/// `path`: where the user's file is, or would be.
struct PathCommand: Command {
    let name = "path"
    var description: CommandDescription {
        CommandDescription(
            summary: "print where your file is, or would be", group: .profiles)
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        guard let user = ConfigurationFiles.user(in: context) else {
            throw Failure(
                "there is no place for a file, as \(StandardFolders.settingsVariable) is not set",
                hint: "Give `--config FILE`.")
        }
        try context.write(user.path + [0x0A])
        return 0
    }
}
