import ProxyEnvCore

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    @preconcurrency import Musl
#else
    @preconcurrency import Glibc
#endif

/// The process's own arguments and environment, as the system handed them over.
enum ProcessArguments {
    /// The arguments, the program's name first, as bytes.
    static var all: [[UInt8]] {
        (0..<Int(CommandLine.argc)).map { index in
            CommandLine.unsafeArgv[index].map {
                Array(UnsafeRawBufferPointer(start: $0, count: strlen($0)))
            }
                ?? []
        }
    }

    /// The pointers to the arguments from `index` on, with the null at their end, to be handed to another program.
    static func pointers(from index: Int) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> {
        CommandLine.unsafeArgv + index
    }

    /// The entries of the environment, a null at their end.
    ///
    /// The corresponding C variable is `environ`.
    static var environmentPointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
        #if canImport(Darwin)
            _NSGetEnviron().pointee
        #else
            environ
        #endif
    }

    /// The environment.
    static var environment: Environment {
        var entries: [[UInt8]] = []
        entries.reserveCapacity(64)
        guard var entry = environmentPointers else { return Environment(entries: []) }
        while let text = entry.pointee {
            entries.append(Array(UnsafeRawBufferPointer(start: text, count: strlen(text))))
            entry += 1
        }
        return Environment(entries: entries)
    }
}
