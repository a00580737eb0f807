#!/bin/bash
# Installs a build into a folder of its own and asks the desktop's tools what they make of it.
#
#   installed.sh BUILD_DIRECTORY VERSION
set -euo pipefail

build=$1
version=$2
id=org.broadsheet.Broadsheet
prefix=$(mktemp -d "${TMPDIR:-/tmp}/broadsheet-desktop.XXXXXX")
trap 'rm -rf -- "$prefix"' EXIT
share=$prefix/share
failures=0

check()
{
    local what=$1
    shift
    if "$@"; then echo "ok: $what"; else
        echo "FAILED: $what"
        failures=$((failures + 1))
    fi
}

equal()
{
    [[ $1 == "$2" ]] || { echo "  is '$1', not '$2'" && false; }
}

# The type the desktop takes a file for that holds the given text.
type_of()
{
    printf '%b' "$2" >"$prefix/$1"
    gio info -a standard::content-type "$prefix/$1" | sed -n 's/.*content-type: //p'
}

# Whether Broadsheet is among the programs the desktop offers for a type.
offered_for()
{
    grep -q "$id.desktop" <<<"$(gio mime "$1")"
}

cmake --install "$build" --prefix "$prefix" >"$prefix/log" || { cat "$prefix/log" && exit 1; }
export XDG_DATA_DIRS=$share:/usr/local/share:/usr/share PATH=$prefix/bin:$PATH
export XDG_DATA_HOME=$prefix/home XDG_CONFIG_HOME=$prefix/config XDG_CACHE_HOME=$prefix/cache

for file in bin/broadsheet bin/broadsheet-cli share/doc share/broadsheet/samples \
    share/icons/hicolor/scalable/apps/$id.svg share/icons/hicolor/symbolic/apps/$id-symbolic.svg; do
    check "installs $file" test -e "$prefix/$file"
done
check "the program runs from there" "$prefix/bin/broadsheet-cli" --version

check "the desktop entry is valid" desktop-file-validate "$share/applications/$id.desktop"
check "the metainfo is valid" appstreamcli validate --no-net "$share/metainfo/$id.metainfo.xml"
check "the metainfo tells of this version" \
    grep -q "<release version=\"$version\"" "$share/metainfo/$id.metainfo.xml"
check "the MIME package is valid" update-mime-database "$share/mime"
check "the desktop database takes it" update-desktop-database "$share/applications"

while IFS='|' read -r name type text; do
    check "$name is $type" equal "$(type_of "$name" "$text")" "$type"
done <<'TABLE'
story.txt|text/plain|Headline\n\nBy A Writer\n\nWords.\n
story.md|text/markdown|---\ntitle: Headline\n---\n\nWords.\n
story.mdown|text/markdown|# Headline\n\nWords.\n
story.mdwn|text/markdown|# Headline\n\nWords.\n
story.mkdn|text/markdown|# Headline\n\nWords.\n
page.html|text/html|<!DOCTYPE html> <html><!--\n Page saved with SingleFile -->\n<title>Headline</title>
page without suffix|text/html|<!DOCTYPE html>\n<html><title>Headline</title></html>
page.xhtml|application/xhtml+xml|<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"/>
TABLE

for type in text/plain text/markdown text/html application/xhtml+xml; do
    check "is offered for $type" offered_for $type
    check "the metainfo names $type" grep -q "<mediatype>$type<" "$share/metainfo/$id.metainfo.xml"
done
check "nothing else is claimed" equal \
    "$(sed -n 's/^MimeType=//p' "$share/applications/$id.desktop")" \
    "text/plain;text/markdown;text/html;application/xhtml+xml;"
check "no default is seized" test ! -e "$share/applications/mimeapps.list"

[[ $failures -eq 0 ]]
