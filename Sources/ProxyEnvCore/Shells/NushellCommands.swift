/// What a wrapper in Nushell must not be called.
enum NushellCommands {
    /// Nushell's own commands and keywords (its Command Reference, 0.90 to 0.115: the first words), which a wrapper would
    /// hide or may not be named after; and what it reads as a value.
    static let names: [String] = [
        "INF", "INFINITY", "Inf", "Infinity", "NAN", "NaN", "Nan", "abbr", "alias", "all", "ansi",
        "any", "append", "ast", "attr", "banner", "bits", "break", "bytes", "cal", "cd", "char",
        "chunk-by", "chunks", "clear", "clip", "collect", "columns", "combinations", "commandline",
        "compact", "complete", "config", "const", "continue", "cp", "date", "debug", "decode",
        "def", "default", "describe", "detect", "dfr", "difference", "do", "drop", "du", "each",
        "echo", "encode", "enter", "enumerate", "error", "every", "exec", "exit", "explain",
        "explore", "export", "export-env", "extern", "false", "fill", "filter", "find", "first",
        "flatten", "fmt", "for", "format", "from", "generate", "get", "glob", "grid", "group",
        "group-by", "gstat", "hash", "headers", "help", "hide", "hide-env", "histogram", "history",
        "http", "idx", "if", "ignore", "inf", "infinity", "input", "insert", "inspect",
        "interleave", "intersect", "into", "is-admin", "is-empty", "is-not-empty", "is-redirected",
        "is-terminal", "items", "job", "join", "keybindings", "kill", "last", "length", "let",
        "let-env", "lines", "load-env", "loop", "ls", "main", "match", "math", "matrix", "merge",
        "metadata", "mkdir", "mktemp", "module", "move", "mut", "mv", "nan", "not", "nu",
        "nu-check", "nu-highlight", "null", "open", "overlay", "panic", "par-each", "parse", "path",
        "peek", "permutations", "plugin", "polars", "port", "prepend", "print", "ps", "pwd",
        "query", "random", "range", "reduce", "register", "reject", "rename", "return", "reverse",
        "rm", "roll", "rotate", "run", "run-external", "run-internal", "save", "schema", "scope",
        "select", "semver", "seq", "shuffle", "skip", "sleep", "slice", "sort", "sort-by", "source",
        "source-env", "split", "split-by", "start", "stor", "str", "sys", "table", "take", "tee",
        "term", "timeit", "to", "touch", "transpose", "true", "try", "tutor", "ulimit", "umask",
        "uname", "union", "uniq", "uniq-by", "unlet", "update", "upsert", "url", "use", "utouch",
        "values", "version", "view", "watch", "where", "which", "while", "whoami", "window",
        "with-env", "wrap", "xor", "zip",
    ]
}
