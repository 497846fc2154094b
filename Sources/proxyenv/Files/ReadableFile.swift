import ProxyEnvCore

/// A file that is read as a whole, or why it can't be in words for people.
enum ReadableFile {
    /// What is known of the file at `path`, and what it holds.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - limit: The most bytes that are read.
    ///   - home: The user's home folder, for messages.
    ///   - mayBeAbsent: Whether nil is returned where there is none.
    /// - Returns: Its status and its content.
    /// - Throws: Why it can't be read; a pipe is not waited for.
    static func load(
        _ path: [UInt8], limit: Int, home: [UInt8]?, mayBeAbsent: Bool = false
    ) throws(Failure) -> (status: FileSystem.Status, content: [UInt8])? {
        var name: String { ConfigurationFiles.displayed(path, home: home) }
        let status: FileSystem.Status
        let content: [UInt8]?
        do throws(SystemError) {
            (status, content) = try FileSystem.load(path, limit: limit)
        } catch {
            if mayBeAbsent, error == .notFound || error == .notADirectory { return nil }
            throw Failure("cannot read \(name): \(error.message)")
        }
        guard status.isRegular else {
            let kind = status.isDirectory ? "a folder" : "a pipe or a device"
            throw Failure("\(name) is \(kind), expected a file")
        }
        guard let content else { throw Failure("\(name) is longer than \(limit >> 20) MB") }
        return (status, content)
    }
}
