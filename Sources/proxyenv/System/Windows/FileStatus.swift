import CWindows

extension FileSystem {
    /// What is known of a file without reading it.
    struct Status: Equatable {
        /// Whether it is a file, and no folder, pipe or device.
        let isRegular: Bool
        /// Whether it is a folder.
        let isDirectory: Bool
        /// The owner's number: 0 for the machine (SYSTEM, the administrators, TrustedInstaller), else the last part of the
        /// security identifier; the greatest one where it is not known.
        let owner: UInt32
        /// The length in bytes.
        let size: Int
        /// Volume, number, length and times, which together change whenever the file does.
        let identity: [Int]
        /// What others than the owner and the machine may do by the access list.
        private let others: Int
        /// Whether its owner may not write it: it is marked as read-only.
        let isReadOnly: Bool

        /// Whether this is the same file as `other`, under whatever path.
        func isSame(as other: Status) -> Bool { identity[..<2] == other.identity[..<2] }

        /// Whether this is the same file as `other`, and neither was written to since; a name it may have been given.
        func isSameText(as other: Status) -> Bool { identity[..<5] == other.identity[..<5] }

        /// Whether it is the user's; what an administrator makes may be the administrators'.
        var isOwn: Bool { owner == FileSystem.userID || owner == 0 }

        /// Whether others than its owner and the machine may read it, or do more.
        var isOpenToOthers: Bool { others != 0 }

        /// Whether others than its owner and the machine may write it.
        var isWritableByOthers: Bool { others & Int(windows_others_write) != 0 }

        /// Whether everybody may write it.
        var isWritableByAll: Bool { others & Int(windows_others_everybody) != 0 }

        /// Whether others may take away what is in the folder, or the folder itself.
        var isReplaceableByOthers: Bool { others & Int(windows_others_replace) != 0 }

        /// Who may do what with it, for people.
        var permissions: String { isReadOnly ? "marked as read-only" : "by its access list" }

        /// What `call` puts into its numbers, which stand as `windows_status` says.
        ///
        /// - Throws: The system's answer.
        init(_ call: (UnsafeMutablePointer<Int64>) -> Int32) throws(SystemError) {
            let count = Int(windows_status_count)
            let numbers = UnsafeMutablePointer<Int64>.allocate(capacity: count)
            defer { numbers.deallocate() }
            try SystemError.checked(call(numbers))
            isRegular = numbers[Int(windows_status_kind)] == 1
            isDirectory = numbers[Int(windows_status_kind)] == 2
            size = Int(numbers[Int(windows_status_size)])
            owner = UInt32(truncatingIfNeeded: numbers[Int(windows_status_owner)])
            others = Int(numbers[Int(windows_status_others)])
            isReadOnly = numbers[Int(windows_status_read_only)] != 0
            identity = [
                windows_status_device, windows_status_index, windows_status_size,
                windows_status_modified_seconds, windows_status_modified_nanoseconds,
                windows_status_changed_seconds, windows_status_changed_nanoseconds,
            ].map { Int(numbers[Int($0)]) }
        }
    }

    /// The user's number, as `Status.owner` has it.
    static var userID: UInt32 { windows_user() }

    /// What is known of the file at `path`, links followed.
    ///
    /// The corresponding functions of Windows are `GetFileInformationByHandle` and `GetSecurityInfo`.
    ///
    /// - Throws: The system's answer.
    static func status(of path: [UInt8]) throws(SystemError) -> Status {
        try withCString(path) { name throws(SystemError) in
            try Status { windows_status(name, 1, $0) }
        }
    }

    /// What is known of the open file.
    ///
    /// - Throws: The system's answer.
    static func status(of descriptor: Int32) throws(SystemError) -> Status {
        try Status { windows_status_of(descriptor, $0) }
    }

    /// What is known of the file at `path`, which may be a link itself.
    ///
    /// - Throws: The system's answer.
    static func linkStatus(of path: [UInt8]) throws(SystemError) -> Status {
        try withCString(path) { name throws(SystemError) in
            try Status { windows_status(name, 0, $0) }
        }
    }
}
