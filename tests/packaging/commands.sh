#!/bin/bash
# What packaging/install-packages and packaging/run do where something is missing: the rights to
# install, a display, a folder to write in. Nothing is installed and nothing is built.
#
#   commands.sh SOURCE_DIRECTORY
set -euo pipefail

source=$1
place=$(mktemp -d "${TMPDIR:-/tmp}/broadsheet-packaging.XXXXXX")
trap 'chmod -R u+w -- "$place" && rm -rf -- "$place"' EXIT
mkdir -p "$place/packaging" "$place/bin" "$place/stories"
cp "$source"/packaging/{install-packages,run,debian-packages.txt} "$place/packaging"
failures=0

# expect WHAT CODE PATTERN COMMAND…: the exit code, and a line of the output that matches.
expect()
{
    local what=$1 code=$2 pattern=$3 output status=0
    shift 3
    output=$("$@" 2>&1 </dev/null) || status=$?
    if [[ $status -eq $code ]] && grep -qE -- "$pattern" <<<"$output"; then
        echo "ok: $what"
    else
        printf 'FAILED: %s: exit code %s, %s\n' "$what" "$status" "$output"
        failures=$((failures + 1))
    fi
}

program()
{
    printf '#!/bin/sh\n%s\n' "$2" >"$1"
    chmod +x "$1"
}

expect "no group is a usage error" 2 "name a group" "$source/packaging/install-packages"
expect "an unknown group is named" 2 "no group called biuld" "$source/packaging/install-packages" biuld

if command -v dpkg-query >/dev/null; then
    printf '[one]\nbash   # There.\n[two]\nbroadsheet-no-such-package\n' >"$place/packaging/debian-packages.txt"
    for tool in bash env dirname dpkg-query sed grep; do
        ln -s "$(command -v "$tool")" "$place/bin/$tool"
    done
    program "$place/bin/id" 'echo 1000'
    as_person=(env PATH="$place/bin" "$place/packaging/install-packages")

    expect "nothing missing, nothing done" 0 '^$' "${as_person[@]}" one
    expect "without sudo the packages are named" 3 \
        'no sudo; as root: apt-get install broadsheet-no-such-package$' "${as_person[@]}" one two
    program "$place/bin/sudo" 'exit 1'
    expect "no password is asked for without a terminal" 3 \
        'no terminal to ask; as root: apt-get install broadsheet-no-such-package$' "${as_person[@]}" two
fi

# A program that only says how it was called, in place of the one that would be built.
program "$place/packaging/install-packages" 'exit 0'
program "$place/packaging/build" "echo '$place/bin'"
# shellcheck disable=SC2016 # The program expands it, not this script.
program "$place/bin/broadsheet" 'echo "$QT_QPA_PLATFORM: $*"; [ "$3" != bad.txt ]'
bare=(env -u DISPLAY -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM TMPDIR="$place")
run=$place/packaging/run
cd "$place/stories"

expect "a file is rendered where there is no display" 0 \
    "^offscreen: --screenshot $place/stories/broadsheet-screenshot.png a story.txt\$" "${bare[@]}" "$run" "a story.txt"
expect "the picture's path is printed" 0 "^$place/stories/broadsheet-screenshot-2.png\$" "${bare[@]}" "$run" a.txt b.txt
expect "a bad file does not stop the others" 2 "screenshot-2.png\$" "${bare[@]}" "$run" bad.txt b.txt
expect "a display that is not there counts as none" 0 "^offscreen: --screenshot" \
    "${bare[@]}" DISPLAY=:987 "$run" a.txt
expect "without a file and a display it says so" 2 "no display" "${bare[@]}" "$run"
expect "options go to the program" 0 "^offscreen: --version\$" "${bare[@]}" "$run" --version
expect "a platform that was chosen is kept" 0 "^minimal: a.txt\$" \
    "${bare[@]}" QT_QPA_PLATFORM=minimal "$run" a.txt
expect "another machine's display is taken at its word" 0 "^: a.txt\$" \
    "${bare[@]}" DISPLAY=elsewhere:0 "$run" a.txt
if [[ $(id -u) != 0 ]]; then
    chmod a-w .
    expect "a folder that may not be written is left alone" 0 "^$place/broadsheet-screenshot.png\$" \
        "${bare[@]}" "$run" a.txt
fi

[[ $failures -eq 0 ]]
