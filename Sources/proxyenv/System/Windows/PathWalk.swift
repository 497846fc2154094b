/// The folders and links that a path leads through, from the drive on.
struct PathWalk {
    /// A folder, a link or the file itself.
    struct Step {
        /// Its path, in which no part but the last is a link.
        let path: [UInt8]
        /// What it is itself, links not followed.
        let status: FileSystem.Status
        /// Whether it is a link, or a junction.
        let isLink: Bool
    }

    /// All of them, in the order in which the system looks at them.
    private(set) var steps: [Step] = []
    /// Whether something is there at the end; else the walk ends where the first part is missing.
    private(set) var isComplete = false

    /// The most links that a path may lead through, as Windows has it.
    private static let mostLinks = 63

    /// Walks along `path`; what is not absolute begins in the working folder.
    ///
    /// - Throws: That a step can't be looked at; that one is not there is no error.
    init(_ path: [UInt8]) throws(SystemError) {
        guard let start = PathText.absolute(path) else { throw .notFound }
        var place: [UInt8] = []
        var rest: [[UInt8]] = []
        try begin(at: start, &place, &rest)
        var links = 0
        while let name = rest.popLast() {
            if name.elementsEqual("..".utf8) {
                if !PathText.isRoot(place) { place = PathText.folder(of: place) }
                try enter(place)
                continue
            }
            let isRoot = PathText.isSeparator(place.last ?? 0)
            let next = place + (isRoot ? [] : [PathText.separator]) + name
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
                if PathText.rootLength(link) > 0 {
                    let after = rest
                    let isOnDrive = PathText.isAbsolute(link)
                    let drive = Array(place[..<PathText.rootLength(place)])
                    try begin(at: isOnDrive ? link : drive + link.dropFirst(), &place, &rest)
                    rest = after + rest
                } else {
                    rest += Self.names(in: link)
                }
            } else if !rest.isEmpty {
                throw .notADirectory
            }
        }
        isComplete = true
    }

    /// The folder that was reached last.
    var folder: Step? { steps.last { $0.status.isDirectory } }

    private mutating func begin(
        at path: [UInt8], _ place: inout [UInt8], _ rest: inout [[UInt8]]
    ) throws(SystemError) {
        let root = PathText.rootLength(path)
        place = Array(path[..<root])
        rest = Self.names(in: Array(path[root...]))
        try enter(place)
    }

    private mutating func enter(_ place: [UInt8]) throws(SystemError) {
        steps.append(
            Step(path: place, status: try FileSystem.linkStatus(of: place), isLink: false))
    }

    /// The names in `path`, the last one first.
    private static func names(in path: [UInt8]) -> [[UInt8]] {
        path.split { PathText.isSeparator($0) }.filter { !$0.elementsEqual(".".utf8) }.reversed()
            .map { Array($0) }
    }
}
