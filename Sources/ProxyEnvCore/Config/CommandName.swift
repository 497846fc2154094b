/// The rule for the commands that can be wrapped: `[A-Za-z0-9_][A-Za-z0-9_.+@-]*`, at most 64 bytes.
///
/// A wrapper is a function of that name, so a word that a shell needs for itself must not be one.
public enum CommandName {
    /// Whether `bytes` can be the name of a wrapped command.
    public static func isValid(_ bytes: [UInt8]) -> Bool {
        hasValidLetters(bytes) && !isReserved(bytes)
    }

    static func hasValidLetters(_ bytes: [UInt8]) -> Bool {
        guard (1...64).contains(bytes.count), let first = bytes.first else { return false }
        guard first.isLetter || first.isDigit || first == UInt8(ascii: "_") else { return false }
        return bytes.allSatisfy { $0.isLetter || $0.isDigit || "_.+@-".utf8.contains($0) }
    }

    /// Whether `bytes` are `proxyenv`, or a reserved word or built-in of a supported shell.
    static func isReserved(_ bytes: [UInt8]) -> Bool {
        reserved.containsSorted(bytes)
    }

    /// `proxyenv`, and what these print, in the order of the bytes: `compgen -b -k` in bash 5.2, `${(k)builtins}` and
    /// `${(k)reswords}` in zsh 5.9, `builtin -n` in fish 3.6, the built-ins of dash 0.5.12, the keywords of PowerShell 7,
    /// `builtins` in tcsh 6.24, `builtin` in ksh93u+m; without those that are programs too (`nice`, `printenv`, `sleep`).
    static let reserved: [String] = [
        "_", "abbr", "alias", "and", "argparse", "autoload", "begin", "bg", "bind", "bindkey",
        "block", "break", "breakpoint", "breaksw", "builtin", "builtins", "bye", "caller", "case",
        "catch", "cd", "chdir", "class", "command", "commandline", "compadd", "comparguments",
        "compcall", "compctl", "compdescribe", "compfiles", "compgen", "compgroups", "complete",
        "compopt", "compound", "compquote", "compset", "comptags", "comptry", "compvalues",
        "contains", "continue", "coproc", "count", "declare", "default", "dirs", "disable",
        "disown", "do", "done", "dynamicparam", "echo", "echotc", "echoti", "elif", "else",
        "elseif", "emit", "emulate", "enable", "end", "endif", "endsw", "enum", "esac", "eval",
        "exec", "exit", "export", "false", "fc", "fg", "fi", "filetest", "filter", "finally",
        "float", "for", "foreach", "function", "functions", "getln", "getopts", "goto", "hash",
        "hashstat", "help", "hist", "history", "hup", "if", "in", "integer", "jobs", "kill", "let",
        "limit", "local", "log", "logout", "mapfile", "math", "nameref", "namespace", "nocorrect",
        "noglob", "not", "notify", "onintr", "or", "param", "path", "popd", "print", "printf",
        "private", "process", "proxyenv", "pushd", "pushln", "pwd", "r", "random", "read",
        "readarray", "readonly", "realpath", "redirect", "rehash", "repeat", "return", "sched",
        "select", "set", "set_color", "setenv", "setopt", "settc", "setty", "shift", "shopt",
        "source", "status", "stop", "string", "suspend", "switch", "telltc", "termname", "test",
        "then", "throw", "time", "times", "trap", "true", "try", "ttyctl", "type", "typeset",
        "ulimit", "umask", "unalias", "uncomplete", "unfunction", "unhash", "unlimit", "unset",
        "unsetenv", "unsetopt", "until", "using", "vared", "wait", "whence", "where", "which",
        "while", "zcompile", "zformat", "zle", "zmodload", "zparseopts", "zregexparse", "zstyle",
    ]
}
