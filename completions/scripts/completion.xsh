# Completion of proxyenv for xonsh.


def _proxyenv_completion():
    from subprocess import DEVNULL, PIPE, run

    from xonsh.built_ins import XSH
    from xonsh.completers.commands import complete_command
    from xonsh.completers.completer import add_one_completer
    from xonsh.completers.tools import contextual_command_completer_for

    def offers(words):
        """Asks the program, which knows its commands and options and reads the file."""
        try:
            done = run(["proxyenv", "complete", "--", *words], stdout=PIPE, stderr=DEVNULL, env=XSH.env.detype())
        except OSError:
            return []
        return done.stdout.decode("utf-8", "replace").splitlines()

    @contextual_command_completer_for("proxyenv")
    def complete(context):
        words = [word.value for word in context.args[1 : context.arg_index]]
        found = offers([*words, context.prefix])
        if not found or found[0] == ":files":
            return None
        if found[0].startswith(":command "):
            # What follows is completed as if it stood alone.
            start = int(found[0].split(" ")[1])
            start = context.arg_index if start < 0 else start + 1
            if len(context.args) > start and context.args[start].value == "--":
                start += 1
            if context.arg_index > start:
                return None
            return complete_command(context._replace(args=context.args[start:], arg_index=0))
        return {word for word in (line.split("\t")[0] for line in found) if word.startswith(context.prefix)}

    # The hook's stays in its place, as it may be the one that is being asked.
    if "proxyenv" in XSH.completers:
        XSH.completers["proxyenv"] = complete
    else:
        add_one_completer("proxyenv", complete, "start")


_proxyenv_completion()
del _proxyenv_completion
