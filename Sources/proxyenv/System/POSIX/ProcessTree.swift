import CSystem
import ProxyEnvCore

/// The processes that this one descends from.
enum ProcessTree {
    /// A process.
    struct Process {
        /// Its number.
        var id: Int32
        /// The path of the program that it runs, without the ` (deleted)` that Linux adds after an upgrade.
        var program: [UInt8]
    }

    /// This process's parent, its parent, and so on, at most `limit` of them.
    static func ancestors(limit: Int) -> some Sequence<Process> {
        sequence(state: (id: Int32(getppid()), left: limit)) { state -> Process? in
            guard state.left > 0, state.id > 1, let program = program(of: state.id) else {
                return nil
            }
            let process = Process(id: state.id, program: program)
            state = (parent(of: state.id) ?? 0, state.left - 1)
            return process
        }
    }

    /// Whether the parent has put this process into a group of its own, as interactive shells do with what a person types.
    ///
    /// The corresponding C functions are `getpgid` and `getpgrp`.
    static var isJobOfParent: Bool { getpgid(getppid()) != getpgrp() }

    /// Whether the parent was started with no argument, as an interactive shell is.
    ///
    /// The corresponding C function is `getppid`.
    static var isParentWithoutArguments: Bool { arguments(of: getppid()).count == 1 }

    #if canImport(Darwin)
        private static func program(of id: Int32) -> [UInt8]? {
            var path = [UInt8](repeating: 0, count: 4 * Int(MAXPATHLEN))
            let length = proc_pidpath(id, &path, UInt32(path.count))
            return length > 0 ? Array(path.prefix(Int(length))) : nil
        }

        /// The number of the process that `id` was started by.
        static func parent(of id: Int32) -> Int32? {
            var info = proc_bsdinfo()
            let size = Int32(MemoryLayout<proc_bsdinfo>.size)
            let length = proc_pidinfo(id, PROC_PIDTBSDINFO, 0, &info, size)
            return length == size ? Int32(bitPattern: info.pbi_ppid) : nil
        }

        /// `path` as the process `id` means it; not known on this system, where it is not asked for.
        static func path(_ path: [UInt8], of id: Int32) -> [UInt8]? {
            PathText.isAbsolute(path) ? path : nil
        }

        /// The program's arguments; not asked for on this system, where no shell runs under another's name.
        static func arguments(of id: Int32) -> [[UInt8]] { [] }
    #else
        /// `path` as the process `id` means it, in whose working directory a relative one begins.
        static func path(_ path: [UInt8], of id: Int32) -> [UInt8]? {
            if PathText.isAbsolute(path) { return path }
            return FileSystem.realPath(of: Array("/proc/\(id)/cwd/".utf8) + path)
        }

        private static func program(of id: Int32) -> [UInt8]? {
            let deleted = " (deleted)"
            var path = [UInt8](repeating: 0, count: 4096)
            let length = withCString(Array("/proc/\(id)/exe".utf8)) { link in
                path.withUnsafeMutableBytes { buffer in
                    buffer.assumingMemoryBound(to: CChar.self).baseAddress
                        .map { readlink(link, $0, buffer.count) } ?? -1
                }
            }
            guard length > 0 else { return nil }
            path.removeLast(path.count - length)
            if path.hasSuffix(deleted) { path.removeLast(deleted.utf8.count) }
            return path
        }

        /// The number of the process that `id` was started by.
        ///
        /// The fourth field of `/proc/PID/stat`; the second is a name in brackets that may itself hold any byte.
        static func parent(of id: Int32) -> Int32? {
            let path = Array("/proc/\(id)/stat".utf8)
            guard let stat = try? FileSystem.loadVirtual(path, limit: 4096),
                let end = stat.lastIndex(of: UInt8(ascii: ")"))
            else { return nil }
            let fields = stat[(end + 1)...].pieces { $0 == 0x20 }
            guard fields.count > 1 else { return nil }
            return Int32(String(decoding: fields[1], as: UTF8.self))
        }

        /// The arguments that the process `id` was started with, its own name first; Electron's are long.
        static func arguments(of id: Int32) -> [[UInt8]] {
            let text = try? FileSystem.loadVirtual(
                Array("/proc/\(id)/cmdline".utf8), limit: 65_536)
            return (text ?? []).split(separator: 0, omittingEmptySubsequences: false).map {
                Array($0)
            }
        }
    #endif
}
