import ProxyEnvCore

/// The batch file by which `use` and `off` change the cmd that they are typed in: proxyenv.cmd names it, calls it and deletes it.
struct SwitchFile {
    /// The variable that names it.
    static let variable = SavedState.Variable.switchFile

    /// Where it is.
    private let path: [UInt8]

    /// The one that proxyenv.cmd waits for; nil where something else has started this, or the lines are for another shell.
    init?(_ context: Context, for shell: Shell) {
        guard shell.name == Shell.cmd.name, context.options.shell == nil,
            let path = context.environment.nonEmpty(Self.variable), PathText.isAbsolute(path),
            !ShellChoice.isCarried
        else { return nil }
        self.path = path
    }

    /// Leaves the lines that make `change` there, in a file that was not there: another window's stays.
    ///
    /// - Throws: That cmd can't hold a value, or that the file can't be written.
    func write(_ change: EnvironmentPatch) throws(Failure) {
        let lines: [UInt8]
        do throws(Unrepresentable) {
            lines = try SwitchText.lines(for: change)
        } catch {
            throw .unrepresentable(error)
        }
        guard let text = ConsoleText.bytes(of: lines) else {
            throw Failure(
                "this window's code page does not have all characters of the values",
                hint: "chcp 65001")
        }
        do throws(SystemError) {
            try FileSystem.makeDirectory(PathText.folder(of: path))
            try FileSystem.write(
                text, to: path, isExecutable: false, isPrivate: true, replacing: false)
        } catch {
            let place = DisplayText.shortened(path, to: 300)
            throw Failure("cannot write \(place), by which cmd is switched: \(error.message)")
        }
    }
}
