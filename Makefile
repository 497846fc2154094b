# Builds, installs and checks proxyenv. Each check is a script that also runs by itself: Tests/run, Tests/lint,
# Tests/bench, Tests/cross, Tests/windows, Tests/arm64, Tests/packages, Tests/real/codex.

PREFIX ?= /usr/local
DESTDIR ?=

program = .build/release/proxyenv
bindir = $(DESTDIR)$(PREFIX)/bin
bash_completions = $(DESTDIR)$(PREFIX)/share/bash-completion/completions
fish_completions = $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
zsh_completions = $(DESTDIR)$(PREFIX)/share/zsh/site-functions
man = $(DESTDIR)$(PREFIX)/share/man

.PHONY: build install uninstall windows linux-arm64 dist test lint bench

build:
	swift build -c release --product proxyenv

# What was built is installed as it is: a build under sudo would leave files of root's in the working copy.
$(program):
	@if [ -n "$${SUDO_USER-}$${DOAS_USER-}" ]; then echo 'nothing is built yet: run make first, without sudo' >&2; exit 1; fi
	$(MAKE) build

install: $(program)
	install -d '$(bindir)' '$(bash_completions)' '$(fish_completions)' '$(zsh_completions)' '$(man)/man1' '$(man)/man5'
	install -m 755 '$(program)' '$(bindir)/proxyenv'
	install -m 644 completions/scripts/completion.bash '$(bash_completions)/proxyenv'
	install -m 644 completions/scripts/completion.fish '$(fish_completions)/proxyenv.fish'
	install -m 644 completions/scripts/completion.zsh '$(zsh_completions)/_proxyenv'
	install -m 644 docs/man/*.1 '$(man)/man1'
	install -m 644 docs/man/*.5 '$(man)/man5'

uninstall:
	rm -f '$(bindir)/proxyenv'
	rm -f '$(bash_completions)/proxyenv' '$(fish_completions)/proxyenv.fish' '$(zsh_completions)/_proxyenv'
	rm -f '$(man)'/man1/proxyenv.1 '$(man)'/man1/proxyenv-*.1 '$(man)/man5/proxyenv-config.5'

# The program for another system, built on Linux: .build/windows/proxyenv.exe, .build/linux-arm64/proxyenv.
windows linux-arm64:
	Tests/cross $@

# The packages of all programs that are built, in .build/dist.
dist: $(program)
	.ci/release

test:
	Tests/run

lint:
	Tests/lint

bench:
	Tests/bench
