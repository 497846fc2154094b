import CWindows

/// Texts that C has made, and those that it is given.
enum CText {
    /// The bytes of `text`, which is given back; nil for null.
    static func taken(_ text: UnsafeMutablePointer<CChar>?) -> [UInt8]? {
        guard let text else { return nil }
        defer { windows_free(text) }
        return bytes(text)
    }

    /// The bytes of `text` up to the NUL.
    static func bytes(_ text: UnsafePointer<CChar>) -> [UInt8] {
        var length = 0
        while text[length] != 0 { length += 1 }
        return Array(UnsafeRawBufferPointer(start: text, count: length))
    }

    /// The bytes that `call` returns, and whose number it tells; nil for null.
    static func bytes(
        _ call: (UnsafeMutablePointer<Int>) -> UnsafeMutablePointer<CChar>?
    ) -> [UInt8]? {
        var length = 0
        guard let bytes = call(&length) else { return nil }
        defer { windows_free(bytes) }
        return Array(UnsafeRawBufferPointer(start: bytes, count: length))
    }

    /// The texts that `call` returns with a NUL behind each, and whose length it tells; nil for null.
    static func list(
        _ call: (UnsafeMutablePointer<Int>) -> UnsafeMutablePointer<CChar>?
    ) -> [[UInt8]]? {
        var length = 0
        guard let text = call(&length) else { return nil }
        defer { windows_free(text) }
        let bytes = UnsafeRawBufferPointer(start: text, count: length)
        // The last NUL ends a text, and begins none.
        return bytes.dropLast().split(separator: 0, omittingEmptySubsequences: false)
            .map { Array($0) }
    }

    /// The texts of a list that ends with a null.
    static func list(_ list: UnsafePointer<UnsafeMutablePointer<CChar>?>?) -> [[UInt8]] {
        var texts: [[UInt8]] = []
        guard var next = list else { return [] }
        while let text = next.pointee {
            texts.append(bytes(text))
            next += 1
        }
        return texts
    }
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

/// Texts as C takes them, a null behind the last; they live as long as the process.
struct TextBlock {
    /// The pointers.
    let pointers: UnsafeMutablePointer<UnsafePointer<CChar>?>

    /// The block of `texts`.
    init(_ texts: [[UInt8]]) {
        pointers = .allocate(capacity: texts.count + 1)
        for (index, text) in texts.enumerated() {
            let copy = UnsafeMutablePointer<CChar>.allocate(capacity: text.count + 1)
            for (index, byte) in text.enumerated() { copy[index] = CChar(bitPattern: byte) }
            copy[text.count] = 0
            pointers[index] = UnsafePointer(copy)
        }
        pointers[texts.count] = nil
    }
}
