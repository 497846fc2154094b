# proxyenv.plugin.zsh: for plugin managers of zsh, which source a file of this name.
#
# It loads the integration of the proxyenv that is installed, as `eval "$(proxyenv hook zsh)"` in .zshrc does.

if (($+commands[proxyenv])); then
    eval "$(command proxyenv hook zsh)"
else
    print -u2 'proxyenv: the plugin is here, and the program is not in PATH: see docs/install.md'
fi
