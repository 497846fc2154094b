import CSystem

/// Reading and writing by descriptor.
enum Descriptor {
    /// Writes all of `bytes`.
    ///
    /// The corresponding C function is `write`.
    ///
    /// - Throws: The system's answer.
    static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
        var offset = 0
        while offset < bytes.count {
            do throws(SystemError) {
                offset += try retryingOnInterrupt {
                    bytes.withUnsafeBytes { buffer in
                        systemWrite(
                            descriptor, buffer.baseAddress.map { $0 + offset }, bytes.count - offset
                        )
                    }
                }
            } catch SystemError(code: EAGAIN) {
                // Whoever opened it wants never to wait, but half of what it is to read would be worse.
                var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&request, 1, 1000)
            }
        }
    }

    /// Reads up to `count` bytes and appends them to `content`.
    ///
    /// The corresponding C function is `read`.
    ///
    /// - Returns: The count of bytes read, 0 at the end.
    /// - Throws: The system's answer.
    static func read(
        _ descriptor: Int32, into content: inout [UInt8], count: Int
    ) throws(SystemError) -> Int {
        let start = content.count
        content.append(contentsOf: repeatElement(0, count: count))
        var outcome = 0
        do throws(SystemError) {
            outcome = try retryingOnInterrupt {
                content.withUnsafeMutableBytes { buffer in
                    systemRead(descriptor, buffer.baseAddress.map { $0 + start }, count)
                }
            }
        } catch {
            content.removeLast(count)
            throw error
        }
        content.removeLast(count - outcome)
        return outcome
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

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}

private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int
{
    read(descriptor, bytes, count)
}

/// Calls `body` with `text` as C takes it, a NUL behind it.
func withCString<Result, Failure>(
    _ text: [UInt8], _ body: (UnsafeMutablePointer<CChar>) throws(Failure) -> Result
) throws(Failure) -> Result {
    let pointer = UnsafeMutablePointer<CChar>.allocate(capacity: text.count + 1)
    defer { pointer.deallocate() }
    for (index, byte) in text.enumerated() { pointer[index] = CChar(bitPattern: byte) }
    pointer[text.count] = 0
    return try body(pointer)
}
