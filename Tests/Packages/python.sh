# shellcheck shell=bash disable=SC2016,SC2034  # Words for other shells; Tests/packages reads `given`.
#
# Tests/Packages/python.sh
#
# Read by Tests/packages: the wheels, installed and removed by pip, pipx and uv, without PyPI.

temporary=${temporary:?} dist=${dist:?} version=${version:?} program=${program:?}
wheel=$(find "$dist" -name '*manylinux*x86_64*.whl')

# Whether RECORD has each file of the wheel, with its checksum and size, as its format wants it.
record() {
    python3 - "$1" <<'LINES'
import base64, csv, hashlib, io, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as wheel:
    names = wheel.namelist()
    (record,) = [name for name in names if name.endswith(".dist-info/RECORD")]
    rows = list(csv.reader(io.StringIO(wheel.read(record).decode())))
    assert [row[0] for row in rows] == names, (rows, names)
    for name, digest, size in rows:
        if name == record:
            assert (digest, size) == ("", ""), name
            continue
        data = wheel.read(name)
        wanted = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        assert (digest, size) == (f"sha256={wanted}", str(len(data))), name
LINES
}
for file in "$dist"/*.whl; do
    works "RECORD is right: ${file##*py3-none-}" record "$file"
done

python3 -m venv "$temporary/venv" >/dev/null
pip() { alone "$temporary/venv/bin/pip" --disable-pip-version-check --no-cache-dir "$@"; }
# The files of the environment, besides what Python compiles.
files() { find "$1" -name __pycache__ -prune -o -print | sort; }

before=$(files "$temporary/venv")
works 'pip installs the wheel' pip install --no-index --find-links "$dist" proxyenv-cli
equal 'the program runs' "proxyenv $version" "$("$temporary/venv/bin/proxyenv" --version)"
works 'it is the program itself, and no launcher' cmp "$program" "$temporary/venv/bin/proxyenv"
has 'pip knows its license' 'License: MIT' "$(pip show proxyenv-cli)"
works 'pip finds nothing wrong' pip check
works 'pip removes it' pip uninstall --yes proxyenv-cli
equal 'and nothing is left' "$before" "$(files "$temporary/venv")"

# Which wheel pip takes on other systems.
while read -r platform expected; do
    mkdir "$temporary/wheel-$platform"
    pip download --quiet --no-index --find-links "$dist" --no-deps --only-binary :all: --platform "$platform" \
        --dest "$temporary/wheel-$platform" proxyenv-cli >"$temporary/said" 2>&1 || true
    has "the wheel for $platform" "$expected" "$(ls "$temporary/wheel-$platform")"
done <<'LINES'
manylinux_2_17_x86_64 x86_64.whl
musllinux_1_1_x86_64 x86_64.whl
manylinux2014_aarch64 aarch64.whl
musllinux_1_1_aarch64 aarch64.whl
win_amd64 win_amd64.whl
LINES
equal 'there is none for macOS' '' "$(pip download --quiet --no-index --find-links "$dist" --no-deps --only-binary :all: \
    --platform macosx_11_0_arm64 --dest "$temporary/wheel-macos" proxyenv-cli >/dev/null 2>&1 && ls "$temporary/wheel-macos")"

# pipx and uv of PyPI, where it can be had: Debian has no uv.
tools=.build/packages-tools
if ! [[ -x $tools/bin/uv && -x $tools/bin/pipx ]]; then
    { python3 -m venv "$tools" && "$tools/bin/pip" --quiet --disable-pip-version-check install pipx uv; } >"$temporary/said" 2>&1 || true
fi
tools=$(realpath "$tools")
if [[ -x $tools/bin/pipx ]]; then
    given=(PIPX_HOME="$temporary/pipx" PIPX_BIN_DIR="$temporary/pipx-bin" PIPX_MAN_DIR="$temporary/pipx-man" PIP_NO_INDEX=1 PIP_FIND_LINKS="$dist" PIP_NO_CACHE_DIR=1 USE_EMOJI=0)
    # pipx wants pip of PyPI in its shared libraries: it takes the one of its Python.
    works 'pipx installs the wheel' alone "$tools/bin/pipx" install --skip-maintenance "$wheel"
    equal 'its program runs' "proxyenv $version" "$("$temporary/pipx-bin/proxyenv" --version 2>&1)"
    works 'pipx removes it' alone "$tools/bin/pipx" uninstall proxyenv-cli
    equal 'and nothing is left' '' "$(find "$temporary"/pipx{-bin,/venvs} -name 'proxyenv*')"
else
    left_out 'pipx' 'it cannot be had'
fi
if [[ -x $tools/bin/uv ]]; then
    given=(UV_OFFLINE=1 UV_TOOL_DIR="$temporary/uv" UV_TOOL_BIN_DIR="$temporary/uv-bin" UV_CACHE_DIR="$temporary/uv-cache" UV_PYTHON_DOWNLOADS=never UV_PYTHON="$(command -v python3)")
    works 'uv installs the wheel as a tool' alone "$tools/bin/uv" tool install "$wheel"
    equal 'its program runs' "proxyenv $version" "$("$temporary/uv-bin/proxyenv" --version 2>&1)"
    works 'uv removes it' alone "$tools/bin/uv" tool uninstall proxyenv-cli
    equal 'and no program is left' '' "$(ls -A "$temporary/uv-bin")"
    has 'uvx runs it without installing' "export HTTPS_PROXY='http://127.0.0.1:7890';" \
        "$(alone "$tools/bin/uvx" --from "$wheel" proxyenv use clash --shell bash 2>"$temporary/said" || cat "$temporary/said")"
else
    left_out 'uv' 'it cannot be had'
fi
given=()
