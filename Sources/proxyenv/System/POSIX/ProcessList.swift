import CSystem
import ProxyEnvCore

extension ProcessTree {
    /// The numbers of this user's processes; none on a system that does not tell.
    static var own: [Int32] {
        #if canImport(Darwin)
            return []
        #else
            let names = FileSystem.names(in: Array("/proc".utf8), withPrefix: [])
            return names.compactMap { name in
                guard (1...9).contains(name.count), name.allSatisfy({ $0.isDigit }),
                    let status = try? FileSystem.status(of: Array("/proc/".utf8) + name),
                    status.owner == FileSystem.userID
                else { return nil }
                return name.reduce(0) { $0 * 10 + Int32($1 - 0x30) }
            }
        #endif
    }

    /// The numbers of the processes that `id` has started, and those have, as far as they can be seen.
    static func descendants(of id: Int32) -> [Int32] {
        let pairs = own.compactMap { process in
            parent(of: process).map { (process: process, parent: $0) }
        }
        return ProcessPairs.descendants(of: id, in: pairs)
    }

    /// The environment that the process `id` was started with, or nil where that can't be seen.
    static func environment(of id: Int32) -> Environment? {
        #if canImport(Darwin)
            return nil
        #else
            let block = try? FileSystem.loadVirtual(
                Array("/proc/\(id)/environ".utf8), limit: 1 << 20)
            return block.map { Environment(entries: $0.split(separator: 0).map { Array($0) }) }
        #endif
    }
}
