import CWindows

/// Reading and writing by descriptor.
enum Descriptor {
    /// Writes all of `bytes`.
    ///
    /// The corresponding function of Windows is `WriteFile`, for a console `WriteConsoleW`.
    ///
    /// - Throws: The system's answer.
    static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBufferPointer { buffer in
                windows_write(
                    descriptor, buffer.baseAddress.map { $0 + offset }, bytes.count - offset)
            }
            offset += try SystemError.checked(count)
        }
    }

    /// Reads up to `count` bytes and appends them to `content`.
    ///
    /// The corresponding function of Windows is `ReadFile`, for a console `ReadConsoleW`.
    ///
    /// - Returns: The count of bytes read, 0 at the end.
    /// - Throws: The system's answer.
    static func read(
        _ descriptor: Int32, into content: inout [UInt8], count: Int
    ) throws(SystemError) -> Int {
        let start = content.count
        content.append(contentsOf: repeatElement(0, count: count))
        let outcome = content.withUnsafeMutableBufferPointer { buffer in
            windows_read(descriptor, buffer.baseAddress.map { $0 + start }, count)
        }
        content.removeLast(count - max(0, outcome))
        return try SystemError.checked(outcome)
    }

    /// Reads to the end.
    ///
    /// - Returns: What was read, or nil if it is more than `limit` bytes.
    static func readAll(_ descriptor: Int32, limit: Int) throws(SystemError) -> [UInt8]? {
        var content: [UInt8] = []
        while content.count <= limit {
            if try read(descriptor, into: &content, count: 65_536) == 0 { return content }
        }
        return nil
    }
}
