import Glibc
import Testing

/// How the tests start the program for Windows by wine, and read what it says: the one place in which paths are mapped.
///
/// `Tests/suites` names wine's folder by WINEPREFIX, and by PROXYENV_START the program that gives the tested one its HOME, as
/// wine hands that on to nobody.
enum WindowsProgram {
    /// The folder of the programs that stand in for those of this system: `env`, `true`, `false` and the teller.
    static let programs = variable("PROXYENV_PROGRAMS") ?? ""

    /// Whether a test that starts `program` means the one that is tested.
    static func isMeant(by program: [UInt8]) -> Bool {
        let path = String(decoding: program, as: UTF8.self)
        return path == Binary.path || path.hasSuffix("/bin/proxyenv")
    }

    /// The shell of this system that `words` start, themselves or by the program that is tested; nil if there is none.
    static func shell(_ words: [[UInt8]]) -> String? {
        let names = words.map { word in
            String(decoding: word, as: UTF8.self).split(separator: "/").last.map { String($0) }
                ?? ""
        }
        let isStarting =
            names.contains("exec") || names.contains("run") || names.contains("wrapped")
        return names.enumerated().first { place, name in
            (place == 0 || isStarting) && shells.contains(name)
        }?.element
    }

    /// A batch file that does what `script` does, or nil if it is no `echo` alone.
    static func batch(of script: String) -> String? {
        let lines = script.split(separator: "\n")
        guard lines.count == 2, lines[0] == "#!/bin/sh", lines[1].hasPrefix("echo "),
            !lines[1].contains(where: { "$`\"'\\|&<>%^;*?(){}~#".contains($0) })
        else { return nil }
        return "@\(lines[1])\r\n"
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
                let folders = (text.dropFirst(5).split(separator: ":") + [programs[...]])
                    .map { onDrive(String($0)) }
                all.append(Array("WINEPATH=\(folders.joined(separator: ";"))".utf8))
            } else if text.hasPrefix("TMPDIR=") {
                // Wine would look for its server there, and start another for each test.
                continue
            } else if let value = text.split(separator: "=", maxSplits: 1).last,
                isPath(Array(value.utf8))
            {
                all.append(Array("\(text.dropLast(value.count))\(onDrive(String(value)))".utf8))
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
            // A document of JSON has each twice.
            if isInPath, byte == UInt8(ascii: "\\"), bytes[index...].dropFirst().first == byte {
                index += 1
            }
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
    private static func isPath(_ word: [UInt8]) -> Bool {
        word.starts(with: Array("\(Sandbox.folder)/".utf8))
    }

    private static let shells: Set<String> = [
        "sh", "bash", "dash", "zsh", "fish", "ksh93", "mksh", "busybox", "yash", "tcsh", "elvish",
        "xonsh", "nu", "pwsh",
    ]

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
