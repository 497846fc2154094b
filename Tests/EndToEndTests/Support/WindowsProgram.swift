import Glibc
import Testing

/// How the tests start the program for Windows by wine, and read what it says: the one place in which paths are mapped.
///
/// `Tests/suites` names wine's folder by WINEPREFIX, and by PROXYENV_START the program that gives the tested one its HOME, as
/// wine hands that on to nobody.
enum WindowsProgram {
    /// Whether a test that starts `program` means the one that is tested.
    static func isMeant(by program: [UInt8]) -> Bool {
        let path = String(decoding: program, as: UTF8.self)
        return path == Binary.path || path.hasSuffix("/bin/proxyenv")
    }

    /// What to start in the place of `words`.
    static func arguments(_ words: [[UInt8]]) -> [[UInt8]] {
        let first = [
            variable("PROXYENV_WINE") ?? "/usr/bin/wine", variable("PROXYENV_START") ?? "",
        ]
        return first.map { Array($0.utf8) } + [Array(Binary.path.utf8)]
            + words.dropFirst().map { isPath($0) ? Array("Z:".utf8) + $0 : $0 }
    }

    /// The environment in which wine gives the program `entries`.
    static func environment(_ entries: [[UInt8]]) -> [[UInt8]] {
        var home = ""
        var all: [[UInt8]] = []
        for entry in entries {
            let text = String(decoding: entry, as: UTF8.self)
            if text.hasPrefix("HOME=") {
                home = String(text.dropFirst(5))
                all.append(Array("PROXYENV_START_HOME=\(onDrive(home))".utf8))
            } else if text.hasPrefix("PATH=") {
                let folders = text.dropFirst(5).split(separator: ":").map { onDrive(String($0)) }
                all.append(Array("WINEPATH=\(folders.joined(separator: ";"))".utf8))
            } else {
                all.append(entry)
            }
        }
        if !home.isEmpty {
            let folders = [
                "XDG_CONFIG_HOME": ".config", "XDG_CACHE_HOME": ".cache",
                "XDG_DATA_HOME": ".local/share",
            ]
            for (name, folder) in folders.sorted(by: { $0.key < $1.key })
            where !all.contains(where: { $0.starts(with: Array("\(name)=".utf8)) }) {
                all.append(Array("\(name)=\(onDrive("\(home)/\(folder)"))".utf8))
            }
        }
        for name in ["WINEPREFIX", "WINEDEBUG", "WINEDLLOVERRIDES"] {
            if let value = variable(name) { all.append(Array("\(name)=\(value)".utf8)) }
        }
        return all
    }

    /// What the program has said, with paths as this system writes them.
    static func text(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        var isInPath = false
        while index < bytes.count {
            let rest = bytes[index...]
            if rest.starts(with: Array("Z:\\".utf8)) || rest.starts(with: Array("Z:/".utf8)) {
                isInPath = true
                index += 2
            } else if rest.starts(with: Array("~\\".utf8)) {
                isInPath = true
                result.append(bytes[index])
                index += 1
            }
            let byte = bytes[index]
            if byte <= 0x20 || "'\"`:,;)".utf8.contains(byte) { isInPath = false }
            result.append(isInPath && byte == UInt8(ascii: "\\") ? UInt8(ascii: "/") : byte)
            index += 1
        }
        return result
    }

    /// The path `path` as Windows' programs see it below wine.
    private static func onDrive(_ path: String) -> String {
        path.hasPrefix("/") ? "Z:" + path.replacing("/", with: "\\") : path
    }

    /// Whether a word is the path of a file that the tests have made.
    private static func isPath(_ word: [UInt8]) -> Bool { word.starts(with: Array("/tmp/".utf8)) }

    private static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}

extension Trait where Self == ConditionTrait {
    /// For what is otherwise on Windows, or cannot be seen below wine, as `reason` says.
    static func notForWindows(_ reason: Comment) -> Self {
        .disabled(if: Binary.isForWindows, reason)
    }
}
