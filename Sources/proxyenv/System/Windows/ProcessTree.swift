import CWindows
import ProxyEnvCore

/// The processes that this one descends from, and the user's others.
enum ProcessTree {
    /// A process.
    struct Process {
        /// Its number.
        var id: Int32
        /// The path of the program that it runs.
        var program: [UInt8]
    }

    /// This process's parent, its parent, and so on, at most `limit` of them.
    ///
    /// The corresponding functions of Windows are `Process32FirstW` and `QueryFullProcessImageNameW`.
    static func ancestors(limit: Int) -> some Sequence<Process> {
        sequence(state: (id: windows_parent(windows_process()), left: limit)) { state -> Process? in
            guard state.left > 0, state.id > 0,
                let program = CText.taken(windows_program(state.id))
            else { return nil }
            let process = Process(id: state.id, program: program)
            state = (parent(of: state.id) ?? 0, state.left - 1)
            return process
        }
    }

    /// Whether a person seems to have typed this at a prompt: there are no groups of processes on this system, so that it tells
    /// whether the parent is a shell that was started without a script.
    static var isJobOfParent: Bool { isParentWithoutArguments }

    /// Whether the parent was started with no argument, as an interactive shell is.
    static var isParentWithoutArguments: Bool {
        arguments(of: windows_parent(windows_process())).count == 1
    }

    /// The number of the process that `id` was started by; nil where that has ended.
    static func parent(of id: Int32) -> Int32? {
        let parent = windows_parent(id)
        return parent > 0 ? parent : nil
    }

    /// `path` as the process `id` means it; its working directory is not known.
    static func path(_ path: [UInt8], of id: Int32) -> [UInt8]? {
        PathText.isAbsolute(path) ? path : nil
    }

    /// The arguments that the process `id` was started with, its own name first; none where they can't be seen.
    ///
    /// The corresponding function of Windows is `NtQueryInformationProcess`.
    static func arguments(of id: Int32) -> [[UInt8]] {
        CText.list { windows_arguments_of(id, $0) } ?? []
    }

    /// The numbers of this user's processes.
    ///
    /// The corresponding functions of Windows are `Process32FirstW` and `OpenProcessToken`.
    static var own: [Int32] {
        var count: Int32 = 0
        guard let numbers = windows_own_processes(&count) else { return [] }
        defer { windows_free(numbers) }
        return Array(UnsafeBufferPointer(start: numbers, count: Int(count)))
    }

    /// The environment that the process `id` was started with, or nil where that can't be seen.
    ///
    /// The corresponding function of Windows is `ReadProcessMemory`.
    static func environment(of id: Int32) -> Environment? {
        CText.list { windows_environment_of(id, $0) }
            .map { Environment(entries: $0, foldsNames: true) }
    }
}
