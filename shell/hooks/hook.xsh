# proxyenv's integration for xonsh. The line for ~/.xonshrc:
#   execx($(proxyenv hook xonsh))


def _proxyenv_hook():
    import sys
    from ast import literal_eval
    from re import findall
    from subprocess import PIPE, call, run

    from xonsh.built_ins import XSH
    from xonsh.completers.completer import add_one_completer
    from xonsh.completers.tools import contextual_command_completer_for
    from xonsh.tools import unthreadable

    # A string, as options without a value of their own are no expression of Python.
    words = r"""'/PROXYENV/PATH' --config '/PROXYENV/CONFIG' """
    words = findall(r"'(?:\\.|[^'\\])*'|[^ ]+", words)
    program = [literal_eval(word) if word.startswith("'") else word for word in words]
    names = "PROXYENV_NAMES".split()
    options = "PROXYENV_OPTIONS".split()
    asking = ("-h", "--help", "-V", "--version", "--shell")
    # A list and no function, as xonsh starts such an alias like any program: signals and jobs are the command's own.
    start = '[ -z "${PROXYENV_BYPASS-}" ] && [ -x "$0" ] && exec "$0" "$@"; shift %d; exec "$@"'

    def output(*words, **variables):
        try:
            done = run([*program, *words], stdout=PIPE, env={**XSH.env.detype(), **variables})
        except OSError:
            return missing(), ""
        return done.returncode, done.stdout.decode("utf-8", "surrogateescape")

    # What a shell says of a program that was deleted since the hook was read.
    def missing(stderr=None):
        print(f"proxyenv: {program[0]}: command not found", file=stderr or sys.stderr)
        return 127

    def load():
        status, text = output("hook", "xonsh")
        if status == 0:
            XSH.builtins.execx(text)
        return status

    def is_wrapper(name):
        words = XSH.aliases.get(name)
        if not isinstance(words, list) or words[-2:] != ["wrapped", name]:
            return False
        return "PROXYENV_BYPASS" in words[2]

    def view():
        seen = ["xonsh/1"]
        for name in names:
            if name in XSH.aliases:
                seen.append(("wrapper:" if is_wrapper(name) else "function:") + name)
        # Variables of Python's, which no program sees.
        for name in ("http_proxy", "https_proxy", "all_proxy"):
            seen += ["set:" + each for each in (name, name.upper()) if isinstance(XSH.ctx.get(each), str)]
        return " ".join(seen)

    # Acts on this shell for `use` and `off`, and hands everything else to the program.
    @unthreadable
    def proxyenv(words, stdin=None, stdout=None, stderr=None):
        verb = ""
        is_value = False
        for word in words:
            if is_value:
                is_value = False
            elif word in asking or word.startswith("--shell="):
                verb = "-"
                break
            elif word.startswith("-"):
                is_value = word in options
            elif not verb:
                verb = word
        # Without a command it says how things stand, whether this is loaded too.
        verb = verb or "status"
        if verb in ("use", "off"):
            previous = XSH.ctx.get("_proxyenv_previous", "")
            status, text = output("--shell", "xonsh", *words, PROXYENV_PREVIOUS=previous)
            # `off` leaves no variable behind in which `use -` could find the profile.
            XSH.ctx["_proxyenv_previous"] = XSH.env.get("PROXYENV_ACTIVE") or previous
            if status == 0 and text:
                XSH.builtins.execx(text)
            return status
        if verb == "reload":
            return load()
        environment = XSH.env.detype()
        edits = verb in ("wrap", "unwrap", "edit", "remove", "rename")
        if edits or verb in ("status", "doctor", "explain"):
            environment["PROXYENV_SHELL_VIEW"] = view()
        try:
            status = call([*program, *words], env=environment, stdin=stdin, stdout=stdout, stderr=stderr)
        except OSError:
            return missing(stderr)
        if edits:
            load()
        # Python's number for a signal is negative.
        return status if status >= 0 else 128 - status

    # The wrappers of an earlier load go, so that none stays whose rule is gone; an alias of the user's own stays.
    for name in [name for name in XSH.aliases if is_wrapper(name)]:
        del XSH.aliases[name]
    for name in names:
        if name not in XSH.aliases:
            XSH.aliases[name] = ["/bin/sh", "-c", start % len(program), *program, "wrapped", name]
    XSH.aliases["proxyenv"] = proxyenv

    # The completion is read when it is first asked for.
    @contextual_command_completer_for("proxyenv")
    def complete(context):
        XSH.builtins.execx(output("completions", "xonsh")[1])
        return XSH.completers["proxyenv"].__wrapped__(context)

    add_one_completer("proxyenv", complete, "start")


_proxyenv_hook()
del _proxyenv_hook
