import CWindows
import ProxyEnvCore

/// The process's own arguments and environment, as UTF-8.
enum ProcessArguments {
    /// The arguments, the program's path first.
    ///
    /// The corresponding function of Windows is `GetCommandLineW`.
    static var all: [[UInt8]] { CText.list(windows_arguments()) }

    /// The environment, in which a name has no case.
    ///
    /// The corresponding function of Windows is `GetEnvironmentStringsW`.
    static var environment: Environment {
        Environment(entries: CText.list(windows_environment()), foldsNames: true)
    }
}
