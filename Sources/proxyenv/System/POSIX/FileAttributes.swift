import CSystem

/// What a file has besides its text, its mode and its owner.
extension FileSystem {
    /// Gives the open file `descriptor` the extended attributes of the file at `path`, the list of who may read it among them.
    ///
    /// What the system keeps to itself (`security.`, `trusted.`) is what a new file has. The corresponding C functions are
    /// `listxattr`, `getxattr` and `fsetxattr`, on macOS `fcopyfile`.
    static func copyAttributes(of path: [UInt8], to descriptor: Int32) {
        #if canImport(Darwin)
            _ = withCString(path) { system_copy_attributes($0, descriptor) }
        #else
            withCString(path) { path in
                let names = bytes { listxattr(path, $0, $1) }
                for name in names.split(separator: 0) {
                    withCString(Array(name)) { name in
                        let value = bytes { getxattr(path, name, $0, $1) }
                        _ = fsetxattr(descriptor, name, value, value.count, 0)
                    }
                }
            }
        #endif
    }

    /// Whether the file at `path` has a list of who may write it besides its mode.
    ///
    /// The corresponding C function is `getxattr`; macOS has lists of another kind, which the mode does not show.
    static func hasAccessList(_ path: [UInt8]) -> Bool {
        #if canImport(Darwin)
            false
        #else
            withCString(path) { getxattr($0, "system.posix_acl_access", nil, 0) >= 0 }
        #endif
    }

    /// What `call` writes to a buffer, whose length it is asked for first; nothing if it fails.
    private static func bytes(
        _ call: (UnsafeMutablePointer<CChar>?, Int) -> Int
    ) -> [UInt8] {
        let length = call(nil, 0)
        guard length > 0 else { return [] }
        var buffer = [CChar](repeating: 0, count: length)
        let count = buffer.withUnsafeMutableBufferPointer { call($0.baseAddress, length) }
        return count < 0 ? [] : buffer[..<count].map { UInt8(bitPattern: $0) }
    }
}
