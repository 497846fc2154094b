import ProxyEnvCore

/// A change to a start-up file, or to another that is not proxyenv's own.
struct StartUpEdit {
    /// The context.
    let context: Context

    /// The most bytes of a start-up file that are read.
    static let longest = 4 << 20

    /// Makes the file at `path` hold what `change` makes of its text; a link stays one, and mode and owner what they are.
    ///
    /// - Parameters:
    ///   - path: Where it is; its folder is made where it is missing.
    ///   - change: The new text, or nil for no change; nothing is written then.
    /// - Returns: Whether the file was not there before.
    /// - Throws: Why it can't be changed; it is as it was then.
    @discardableResult
    func change(
        _ path: [UInt8], _ change: ([UInt8]) -> [UInt8]?
    ) throws(Failure) -> Bool {
        let name = ConfigurationFiles.displayed(path, home: context.home)
        func attempt<Result>(
            _ body: () throws(SafeFile.Problem) -> Result
        ) throws(Failure) -> Result {
            do throws(SafeFile.Problem) { return try body() } catch {
                throw EditedFile.failure(error, path, name)
            }
        }
        var file = try attempt { () throws(SafeFile.Problem) in try SafeFile(at: path) }
        if (try? FileSystem.status(of: file.folder)) == nil {
            try attempt { () throws(SafeFile.Problem) in try makeFolder(file.folder) }
        }
        let locks = try EditLocks([file.folder], context)
        defer { locks.release() }
        return try attempt { () throws(SafeFile.Problem) in
            try file.load(limit: Self.longest)
            guard let text = change(file.content ?? []) else { return false }
            try file.replace(with: text)
            return file.status == nil
        }
    }

    private func makeFolder(_ path: [UInt8]) throws(SafeFile.Problem) {
        do throws(SystemError) {
            try FileSystem.makeDirectory(path)
        } catch {
            throw .system(error, doing: "make the folder of")
        }
    }

    /// The folders above `path` that are not there, the outermost first.
    static func missingFolders(above path: [UInt8]) -> [[UInt8]] {
        var missing: [[UInt8]] = []
        var folder = PathText.folder(of: path)
        while (try? FileSystem.linkStatus(of: folder)) == nil {
            missing.insert(folder, at: 0)
            let next = PathText.folder(of: folder)
            if next == folder || next.count >= folder.count { break }
            folder = next
        }
        return missing
    }
}
