/// The folders and links that a path leads through, from `/` on.
struct PathWalk {
    /// A folder, a link or the file itself.
    struct Step {
        /// Its path, in which no part but the last is a link.
        let path: [UInt8]
        /// What it is itself, links not followed.
        let status: FileSystem.Status
        /// Whether it is a link.
        let isLink: Bool
    }

    /// All of them, in the order in which the system looks at them.
    private(set) var steps: [Step] = []
    /// Whether something is there at the end; else the walk ends where the first part is missing.
    private(set) var isComplete = false

    /// The most links that a path may lead through, as Linux has it.
    private static let mostLinks = 40

    /// Walks along `path`; what is not absolute begins in the working folder.
    ///
    /// - Throws: That a step can't be looked at; that one is not there is no error.
    init(_ path: [UInt8]) throws(SystemError) {
        guard let start = PathText.absolute(path) else { throw .notFound }
        var rest = Self.names(in: start)
        // Empty for `/`.
        var place: [UInt8] = []
        var links = 0
        try enter(place)
        while let name = rest.popLast() {
            if name.elementsEqual("..".utf8) {
                place.removeSubrange((place.lastIndex(of: 0x2F) ?? 0)...)
                try enter(place)
                continue
            }
            let next = place + [0x2F] + name
            let status: FileSystem.Status
            do throws(SystemError) {
                status = try FileSystem.linkStatus(of: next)
            } catch {
                if error == .notFound { return }
                throw error
            }
            let link = status.isDirectory || status.isRegular ? nil : FileSystem.link(at: next)
            steps.append(Step(path: next, status: status, isLink: link != nil))
            if status.isDirectory {
                place = next
            } else if let link {
                links += 1
                if links > Self.mostLinks { throw .tooManyLinks }
                if link.first == 0x2F {
                    place = []
                    try enter(place)
                }
                rest += Self.names(in: link)
            } else if !rest.isEmpty {
                throw .notADirectory
            }
        }
        isComplete = true
    }

    /// The folder that was reached last.
    var folder: Step? { steps.last { $0.status.isDirectory } }

    private mutating func enter(_ place: [UInt8]) throws(SystemError) {
        let path = place.isEmpty ? [0x2F] : place
        steps.append(Step(path: path, status: try FileSystem.linkStatus(of: path), isLink: false))
    }

    /// The names in `path`, the last one first.
    private static func names(in path: [UInt8]) -> [ArraySlice<UInt8>] {
        path.split(separator: 0x2F).filter { !$0.elementsEqual(".".utf8) }.reversed()
    }
}
