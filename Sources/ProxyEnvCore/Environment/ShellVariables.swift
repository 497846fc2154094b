/// The variables that shells keep for themselves, and that no profile and no state may set.
///
/// To set one does more than to set one: bash evaluates what `RANDOM` and `OPTIND` are given as arithmetic, in which
/// `a[$(…)]` runs a command; it runs `PROMPT_COMMAND` before each prompt; zsh splits `path`, and ends a script that sets
/// `status`; zsh calls what `precmd_functions` names, fish and PowerShell load functions from the folders in
/// `fish_function_path` and `PSModulePath`; `IFS` changes how every later line is read.
enum ShellVariables {
    /// Whether `name` is a shell's own, or one that the integrations use.
    static func contains(_ name: some RandomAccessCollection<UInt8>) -> Bool {
        if name.hasPrefix("_proxyenv") || name.hasPrefix("__proxyenv") || name.hasPrefix("__fish") {
            return true
        }
        return name.hasSuffix("_functions") || names.containsSorted(name)
    }

    /// The names, in the order of their bytes.
    ///
    /// They are what `compgen -v` names in an empty bash 5.2, the special parameters of zsh 5.9, the
    /// variables of an empty fish 3.6, those that Nushell ends or misreads PATH with, and those that bash's and zsh's manuals say change how they read or prompt.
    /// Left out are those that other programs read too, such as HOME and TERM.
    static let names: [String] = [
        "ARGC", "BASH", "BASHOPTS", "BASHPID", "BASH_ALIASES", "BASH_ARGC", "BASH_ARGV",
        "BASH_ARGV0", "BASH_CMDS", "BASH_COMMAND", "BASH_COMPAT", "BASH_ENV",
        "BASH_EXECUTION_STRING", "BASH_LINENO", "BASH_LOADABLES_PATH", "BASH_REMATCH",
        "BASH_SOURCE", "BASH_SUBSHELL", "BASH_VERSINFO", "BASH_VERSION", "BASH_XTRACEFD", "CDPATH",
        "CHILD_MAX", "CMD_DURATION", "COMPREPLY", "COMP_CWORD", "COMP_KEY", "COMP_LINE",
        "COMP_POINT", "COMP_TYPE", "COMP_WORDBREAKS", "COMP_WORDS", "COPROC", "CURRENT_FILE",
        "DIRSTACK", "DIRSTACKSIZE", "EGID", "ENV", "ENV_CONVERSIONS", "EPOCHREALTIME",
        "EPOCHSECONDS", "ERR", "ERRNO", "EUID", "EXECIGNORE", "FIGNORE", "FILE_PWD", "FISH_VERSION",
        "FPATH", "FUNCNAME", "FUNCNEST", "GID", "GLOBIGNORE", "GROUPS", "HISTCHARS", "HISTCMD",
        "HISTCONTROL", "HISTFILE", "HISTFILESIZE", "HISTIGNORE", "HISTSIZE", "HISTTIMEFORMAT",
        "IFS", "IGNOREEOF", "INSIDE_EMACS", "KEYBOARD_HACK", "KEYTIMEOUT", "LAST_EXIT_CODE",
        "LINENO", "LISTMAX", "LOGCHECK", "MAIL", "MAILCHECK", "MAILPATH", "MAPFILE", "MODULE_PATH",
        "NULLCMD", "NU_LIB_DIRS", "NU_PLUGIN_DIRS", "OLDPWD", "OPTARG", "OPTERR", "OPTIND",
        "PIPESTATUS", "POSIXLY_CORRECT", "PPID", "PROMPT", "PROMPT2", "PROMPT3", "PROMPT4",
        "PROMPT_COMMAND", "PS0", "PS1", "PS2", "PS3", "PS4", "PSModulePath", "PSVAR", "PWD", "Path",
        "RANDOM", "READLINE_ARGUMENT", "READLINE_LINE", "READLINE_MARK", "READLINE_POINT",
        "READNULLCMD", "REPLY", "RPROMPT", "RPROMPT2", "RPS1", "RPS2", "SAVEHIST", "SECONDS",
        "SHELLOPTS", "SHLVL", "SIGNALS", "SPROMPT", "SRANDOM", "STTY", "TIMEFORMAT", "TMOUT",
        "TRY_BLOCK_ERROR", "TRY_BLOCK_INTERRUPT", "TTYIDLE", "UID", "WATCH", "WATCHFMT",
        "WORDCHARS", "ZDOTDIR", "ZSH_EVAL_CONTEXT", "ZSH_SUBSHELL", "_", "aliases", "argv",
        "auto_resume", "builtins", "cdpath", "commands", "config", "dirstack", "dis_aliases",
        "dis_builtins", "dis_functions", "dis_functions_source", "dis_galiases", "dis_patchars",
        "dis_reswords", "dis_saliases", "fignore", "fish_bind_mode", "fish_complete_path",
        "fish_function_path", "fish_history", "fish_kill_signal", "fish_killring", "fish_pid",
        "fish_private_mode", "fish_user_paths", "fpath", "funcfiletrace", "funcsourcetrace",
        "funcstack", "functions", "functions_source", "functrace", "galiases", "histchars",
        "history", "historywords", "hostname", "jobdirs", "jobstates", "jobtexts", "keymaps",
        "mailpath", "manpath", "module_path", "modules", "nameddirs", "options", "parameters",
        "patchars", "path", "pipestatus", "prompt", "psvar", "reswords", "saliases", "status",
        "status_generation", "termcap", "terminfo", "umask", "userdirs", "usergroups", "version",
        "watch", "widgets", "zsh_eval_context", "zsh_scheduled_events",
    ]
}
