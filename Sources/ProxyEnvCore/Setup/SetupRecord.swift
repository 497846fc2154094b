/// What `setup` has done, so that `setup --undo` takes out exactly that.
///
/// It is kept as lines, each a word and its values with blanks between them, percent-encoded. No text of a file is in it.
public struct SetupRecord: Sendable, Equatable {
    /// A start-up file that got a block.
    public struct StartUpFile: Sendable, Equatable {
        /// Where it is.
        public let path: [UInt8]
        /// Whether it was not there before.
        public let isMade: Bool
        /// The digest of the block's lines; nil where nobody has noted it.
        public let lines: Digest64?

        /// A file at `path`.
        public init(path: [UInt8], isMade: Bool, lines: Digest64?) {
            self.path = path
            self.isMade = isMade
            self.lines = lines
        }
    }

    /// What one run changed in a file of profiles.
    public struct Edit: Sendable, Equatable {
        /// Where the file is.
        public var path: [UInt8]
        /// Whether it was not there before.
        public var isMade: Bool
        /// What was put in, or nil where that is not known to the byte.
        public var insertions: TextInsertions?
        /// The profile that was added, and what it was.
        public var profile: (name: [UInt8], digest: Digest64)?
        /// The default that was set.
        public var defaultName: [UInt8]?
        /// The commands that were wrapped.
        public var commands: [[UInt8]]

        /// An edit of the file at `path` that has changed nothing yet.
        public init(path: [UInt8], isMade: Bool) {
            self.path = path
            self.isMade = isMade
            commands = []
        }

        /// Whether both are the same.
        public static func == (left: Edit, right: Edit) -> Bool {
            left.path == right.path && left.isMade == right.isMade
                && left.insertions == right.insertions
                && left.profile?.name == right.profile?.name
                && left.profile?.digest == right.profile?.digest
                && left.defaultName == right.defaultName && left.commands == right.commands
        }
    }

    /// The start-up files, each once.
    public var files: [StartUpFile] = []
    /// The edits, the first one first.
    public var edits: [Edit] = []
    /// The folders that were made, those above others first.
    public var folders: [[UInt8]] = []

    /// One of nothing.
    public init() {}

    /// Whether nothing was done.
    public var isEmpty: Bool { files.isEmpty && edits.isEmpty && folders.isEmpty }

    /// The most bytes that are read.
    public static let longestText = 1 << 20

    private static let head = "proxyenv-setup 1"

    /// The record as a text.
    public var text: [UInt8] {
        var text = Array(Self.head.utf8)
        func add(_ word: String, _ values: [[UInt8]]) {
            text.append(0x0A)
            text += word
            for value in values { text += [0x20] + PercentEncoding.encode(value) }
        }
        for folder in folders { add("folder", [folder]) }
        for file in files {
            add(
                file.isMade ? "made" : "file",
                [file.path] + (file.lines.map { [$0.hexadecimal] } ?? []))
        }
        for edit in edits {
            add(edit.isMade ? "new-edit" : "edit", [edit.path])
            if let insertions = edit.insertions {
                add("digests", [insertions.before.hexadecimal, insertions.after.hexadecimal])
                for range in insertions.ranges {
                    add(
                        "inserted",
                        [range.lowerBound, range.upperBound].map { Array(String($0).utf8) })
                }
            }
            if let profile = edit.profile {
                add("profile", [profile.name, profile.digest.hexadecimal])
            }
            if let name = edit.defaultName { add("default", [name]) }
            for command in edit.commands { add("command", [command]) }
        }
        return text + [0x0A]
    }

    /// The record that `text` is, or nil if it is none.
    public init?(_ text: [UInt8]) {
        self.init()
        let lines = text.split(separator: 0x0A)
        guard lines.first?.equals(Self.head) == true else { return nil }
        for line in lines.dropFirst() {
            let words = line.split(separator: 0x20)
            let values = words.dropFirst().compactMap { PercentEncoding.decode($0) }
            guard let word = words.first, let value = values.first,
                values.count == words.count - 1, read(word, value, values.dropFirst().first)
            else { return nil }
        }
    }

    /// Takes a line; false if it means nothing.
    private mutating func read(
        _ word: ArraySlice<UInt8>, _ value: [UInt8], _ second: [UInt8]?
    ) -> Bool {
        let isMade = word.equals("made") || word.equals("new-edit")
        if word.equals("folder") {
            folders.append(value)
        } else if isMade && !word.equals("new-edit") || word.equals("file") {
            let lines = second.flatMap { Digest64(hexadecimal: $0) }
            files.append(StartUpFile(path: value, isMade: isMade, lines: lines))
        } else if isMade || word.equals("edit") {
            edits.append(Edit(path: value, isMade: isMade))
        } else {
            guard let last = edits.indices.last else { return false }
            return edits[last].read(word, value, second)
        }
        return true
    }
}

extension SetupRecord.Edit {
    fileprivate mutating func read(
        _ word: ArraySlice<UInt8>, _ value: [UInt8], _ second: [UInt8]?
    ) -> Bool {
        if word.equals("default") {
            defaultName = value
            return true
        }
        if word.equals("command") {
            commands.append(value)
            return true
        }
        guard let second else { return false }
        if word.equals("digests"), let before = Digest64(hexadecimal: value),
            let after = Digest64(hexadecimal: second)
        {
            insertions = TextInsertions(ranges: [], before: before, after: after)
        } else if word.equals("inserted"), insertions != nil, let start = Self.number(value),
            let end = Self.number(second), start <= end
        {
            insertions?.ranges.append(start..<end)
        } else if word.equals("profile"), let digest = Digest64(hexadecimal: second) {
            profile = (value, digest)
        } else {
            return false
        }
        return true
    }

    private static func number(_ text: [UInt8]) -> Int? {
        Int(String(decoding: text, as: UTF8.self))
    }
}

extension ConfigEditor {
    /// The digest of all that stands at `path`, or nil if nothing does.
    public func digest(at path: ConfigPath) -> Digest64? {
        guard let node = node(at: path) else { return nil }
        guard document[node].isTable else {
            return Digest64(of: source[document[node].valueRange])
        }
        var digest = Digest64()
        for child in document.children(of: node) {
            digest.append(document.key(of: child))
            digest.append([0])
            let isTable = document[child].isTable
            digest.append(isTable ? [1] : Array(source[document[child].valueRange]))
            digest.append([0])
        }
        return digest
    }
}
