import CSystem

extension FileSystem {
    /// The path of the file at `path` without links and detours, or nil where there is none.
    ///
    /// The corresponding C function is `realpath`.
    static func realPath(of path: [UInt8]) -> [UInt8]? {
        guard let found = withCString(path, { realpath($0, nil) }) else { return nil }
        defer { free(found) }
        return Array(UnsafeRawBufferPointer(start: found, count: strlen(found)))
    }
}
