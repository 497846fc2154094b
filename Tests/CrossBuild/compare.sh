# shellcheck shell=bash
#
# Tests/CrossBuild/compare.sh
#
# Read by Tests/arm64 and Tests/windows, which define `native WORD…` and `other WORD…` (each runs its program),
# `map_native` and `map_other` (filters for what differs by the system) and $temporary.

temporary=${temporary:?}
passed=0
failed=0
known=0

# Counts one check and prints its line. Where a check failed, what $temporary/seen holds is what was seen.
result() {
    local name=$1 status=$2
    if ((status == 0)); then
        passed=$((passed + 1))
        printf 'ok      %s\n' "$name"
    else
        failed=$((failed + 1))
        printf 'FAILED  %s\n' "$name"
        head -n 12 "$temporary/seen" | sed 's/^/        /'
    fi
}

# NAME EXPECTED FOUND: checks that two texts are the same.
equal() {
    local status=0
    [[ $2 == "$3" ]] || status=1
    printf 'expected: %q\nfound:    %q\n' "$2" "$3" >"$temporary/seen"
    result "$1" "$status"
}

# NAME REASON: counts a check that is not made, as what runs the program here does otherwise than the system itself.
not_shown() {
    known=$((known + 1))
    printf 'known   %s: %s\n' "$1" "$2"
}

# Runs one program, and leaves its output and its status.
run_one() {
    local who=$1 status=0
    shift
    "$who" "$@" </dev/null >"$temporary/$who.out" 2>"$temporary/$who.err" || status=$?
    "map_$who" <"$temporary/$who.out" >"$temporary/$who.text"
    printf 'exit status %d\n' "$status" >>"$temporary/$who.text"
}

# WORD…: checks that both programs print the same to stdout and end alike. With $compare_errors also to stderr.
same() {
    run_one native "$@"
    run_one other "$@"
    if [[ -n ${compare_errors-} ]]; then
        map_native <"$temporary/native.err" >>"$temporary/native.text"
        map_other <"$temporary/other.err" >>"$temporary/other.text"
    fi
    local status=0
    diff "$temporary/native.text" "$temporary/other.text" >"$temporary/seen" || status=$?
    cat "$temporary/other.err" >>"$temporary/seen"
    result "$*" "$status"
}

# NAME FILE FILE: checks that two files are the same, byte by byte.
same_file() {
    local status=0
    cmp "$2" "$3" >"$temporary/seen" 2>&1 || status=$?
    result "$1" "$status"
}

# COMMAND…: checks that the Unicode tables are the same: the command runs the hash of Tests/cross for the other system.
same_tables() {
    local flags=(-parse-as-library -wmo -Osize -swift-version 6 -enable-experimental-feature Embedded)
    swiftc "${flags[@]}" -c -o "$temporary/hash.o" Tests/CrossBuild/UnicodeHash.swift
    swiftc "${flags[@]}" -static-executable -use-ld=lld -o "$temporary/hash" "$temporary/hash.o"
    equal 'the Unicode tables' "$("$temporary/hash")" "$("$@" </dev/null 2>/dev/null | tr -d '\r')"
}

# Prints the last line, and says whether all is well.
summary() {
    ((known == 0)) || printf '%d known: not shown here\n' "$known"
    printf '%d passed, %d failed\n' "$passed" "$failed"
    ((failed == 0))
}
