import CSystem
import ProxyEnvCore

/// The process's own arguments and environment, as the system handed them over.
enum ProcessArguments {
    /// The arguments, the program's name first, as bytes.
    static var all: [[UInt8]] {
        var arguments: [[UInt8]] = []
        var argument = pointers(from: 0)
        while let text = argument.pointee {
            arguments.append(Array(UnsafeRawBufferPointer(start: text, count: strlen(text))))
            argument += 1
        }
        return arguments
    }

    /// The pointers to the arguments from `index` on, with the null at their end, to be handed to another program.
    static func pointers(from index: Int) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> {
        #if hasFeature(Embedded)
            start + index
        #else
            CommandLine.unsafeArgv + index
        #endif
    }

    #if hasFeature(Embedded)
        /// Where the kernel put the arguments: their number, the pointers, a null, then those to the environment
        /// (System V ABI, AMD64 3.4.1, "Initial Stack and Register State"; Linux does the same everywhere).
        private static var start: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> {
            guard var pointer = environmentPointers else { return none }
            pointer -= 1
            var count = 0
            while Int(bitPattern: (pointer - 1).pointee) != count {
                pointer -= 1
                count += 1
            }
            return pointer
        }

        /// No arguments at all.
        private static var none: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> {
            let pointer = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: 1)
            pointer.initialize(to: nil)
            return pointer
        }
    #endif

    /// The entries of the environment, a null at their end.
    ///
    /// The corresponding C variable is `environ`.
    static var environmentPointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
        system_environment()
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
