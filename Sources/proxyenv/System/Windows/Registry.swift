import CWindows

/// The registry, which is only read.
enum Registry {
    /// A part of it.
    enum Part {
        /// HKEY_CURRENT_USER.
        case user
        /// HKEY_LOCAL_MACHINE.
        case machine

        fileprivate var number: Int32 {
            switch self {
            case .user: Int32(windows_registry_user)
            case .machine: Int32(windows_registry_machine)
            }
        }
    }

    /// The value `name` of `key`, a number as its decimal digits and variables as they stand; nil where there is none.
    ///
    /// The corresponding function of Windows is `RegGetValueW`.
    static func value(_ name: String, of key: String, in part: Part) -> [UInt8]? {
        withCString(Array(key.utf8)) { key in
            withCString(Array(name.utf8)) {
                CText.taken(windows_registry_value(part.number, key, $0))
            }
        }
    }

    /// The bytes of the value `name` of `key`, which is of the type for bytes; nil where there is none.
    ///
    /// The corresponding function of Windows is `RegGetValueW`.
    static func bytes(_ name: String, of key: String, in part: Part) -> [UInt8]? {
        withCString(Array(key.utf8)) { key in
            withCString(Array(name.utf8)) { name in
                CText.bytes { windows_registry_bytes(part.number, key, name, $0) }
            }
        }
    }

    /// All values of `key` that are texts or numbers, as `NAME=VALUE`; nil where there is no such key.
    ///
    /// The corresponding function of Windows is `RegEnumValueW`.
    static func values(of key: String, in part: Part) -> [[UInt8]]? {
        withCString(Array(key.utf8)) { key in
            CText.list { windows_registry_values(part.number, key, $0) }
        }
    }
}
