#!/bin/bash
# Installs a build into a folder of its own and asks the desktop's tools what they make of it.
#
#   installed.sh BUILD_DIRECTORY VERSION
set -euo pipefail

build=$1
version=$2
id=org.broadsheet.Broadsheet
offer=zz-broadsheet-open-with
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
    grep -q "broadsheet.*\.desktop" <<<"$(gio mime "$1")"
}

# The program that a double click starts where nobody has chosen one.
default_for()
{
    gio mime "$1" | sed -n '1s/.*: //p'
}

# The first entry of a ZIP archive, as far as its name; the dots stand for what is no matter here.
zip_entry()
{
    printf '%s%s' 'PK\x03\x04..........................' "$1"
}

cmake --install "$build" --prefix "$prefix" >"$prefix/log" || { cat "$prefix/log" && exit 1; }
export XDG_DATA_DIRS=$share:/usr/local/share:/usr/share PATH=$prefix/bin:$PATH
export XDG_DATA_HOME=$prefix/home XDG_CONFIG_HOME=$prefix/config XDG_CACHE_HOME=$prefix/cache

for file in bin/broadsheet bin/broadsheet-cli share/doc share/broadsheet/samples \
    share/icons/hicolor/scalable/apps/$id.svg share/icons/hicolor/symbolic/apps/$id-symbolic.svg libexec/broadsheet/broadsheet-web.so; do
    check "installs $file" test -e "$prefix/$file"
done
check "the program runs from there" "$prefix/bin/broadsheet-cli" --version

for entry in $id $offer; do
    check "the desktop entry $entry is valid" desktop-file-validate "$share/applications/$entry.desktop"
done
check "the metainfo is valid" appstreamcli validate --no-net "$share/metainfo/$id.metainfo.xml"
check "the metainfo tells of this version" \
    grep -q "<release version=\"$version\"" "$share/metainfo/$id.metainfo.xml"
check "the MIME package is valid" update-mime-database "$share/mime"
check "the desktop database takes it" update-desktop-database "$share/applications"

while IFS='|' read -r name type text; do
    [[ $text != ZIP:* ]] || text=$(zip_entry "${text#ZIP:}")
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
page.mhtml|application/x-mimearchive|From: <Saved by Blink>\nMIME-Version: 1.0\n\n
page.mht|application/x-mimearchive|From: "Saved by Windows Internet Explorer 11"\nSubject: Headline\n\n
archived page|application/x-mimearchive|From: <Saved by Blink>\nSnapshot-Content-Location: https://coast.example/\n
letter.eml|message/rfc822|Subject: Headline\n\nWords.\n
letter|message/rfc822|Delivered-To: ann@coast.example\nSubject: Headline\n\nWords.\n
letters.mbox|application/mbox|From ann@coast.example Tue Mar  5 08:00:00 2024\nSubject: Headline\n\nWords.\n
page.webarchive|application/x-webarchive|bplist00\xd1\x01\x02_\x10\x0fWebMainResource
safari|application/x-webarchive|bplist00\xd1\x01\x02_\x10\x0fWebMainResource
safari in xml|application/x-webarchive|<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0">\n<dict>\n\t<key>WebMainResource</key>
other property list|application/octet-stream|bplist00\xd1\x01\x02_\x10\x0fSomethingOther.
crawl.warc|application/warc|WARC/1.1\r\nWARC-Type: warcinfo\r\n
crawl|application/warc|WARC/1.0\r\nWARC-Type: warcinfo\r\n
crawl.warc.gz|application/warc+gzip|\x1f\x8b\x08
other.gz|application/gzip|\x1f\x8b\x08
crawl.wacz|application/wacz|ZIP:archive/data.warc.gz
crawl zipped|application/wacz|ZIP:archive/data.warc.gz
crawl described|application/wacz|ZIP:datapackage.json
other.zip|application/zip|ZIP:archive/letter.txt
page.maff|application/x-maff|ZIP:1366/index.html
page.htz|application/html+zip|ZIP:index.html
book.epub|application/epub+zip|ZIP:mimetypeapplication/epub+zip
notes.enex|application/enex+xml|<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd">\n<en-export>
notes|application/enex+xml|<?xml version="1.0"?>\n<en-export export-date="20240305T080000Z">
story.pdf|application/pdf|%PDF-1.7\n
feed|application/feed+json|{"version": "https://jsonfeed.org/version/1.1", "items": []}
news.rss|application/rss+xml|<?xml version="1.0"?>\n<rss version="2.0"><channel/></rss>
news|application/rss+xml|<?xml version="1.0"?>\n<rss version="2.0"><channel/></rss>
news.atom|application/atom+xml|<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom"/>
subscriptions.opml|text/x-opml+xml|<?xml version="1.0"?>\n<opml version="2.0"><body/></opml>
feed.json|application/json|{"version": "https://jsonfeed.org/version/1.1", "items": []}
TABLE

own=(application/x-mimearchive application/x-webarchive application/warc application/warc+gzip
    application/wacz application/x-maff application/html+zip application/enex+xml application/feed+json
    application/rss+xml application/atom+xml application/rdf+xml text/x-opml+xml x-scheme-handler/feed)
others=(text/plain text/markdown text/html application/xhtml+xml application/pdf
    application/epub+zip message/rfc822 application/mbox)
listed() { IFS=';' && echo "$*;"; }
claimed() { sed -n 's/^MimeType=//p' "$share/applications/$1.desktop"; }

# Programs that open such files, among them one whose name comes late.
for rival in org.example.Viewer zathura; do
    printf '[Desktop Entry]\nType=Application\nName=%s\nExec=true %%F\nMimeType=%s\n' \
        "$rival" "$(listed "${others[@]}")" >"$share/applications/$rival.desktop"
done
update-desktop-database "$share/applications"

for type in "${own[@]}" "${others[@]}"; do
    check "is offered for $type" offered_for "$type"
    check "the metainfo names $type" grep -q "<mediatype>$type<" "$share/metainfo/$id.metainfo.xml"
done
for type in "${own[@]}"; do
    check "opens $type" equal "$(default_for "$type")" $id.desktop
done
for type in "${others[@]}"; do
    check "takes $type from nobody" equal "$(default_for "$type")" org.example.Viewer.desktop
done
check "nothing else is claimed" equal "$(claimed $id)" "$(listed "${own[@]}")"
check "nothing else is offered" equal "$(claimed $offer)" "$(listed "${others[@]}")"
check "no default is seized" test ! -e "$share/applications/mimeapps.list"

# A double click, as desktops do it: the bus starts the program, which takes the file.
export QT_QPA_PLATFORM=offscreen QTWEBENGINE_DISABLE_SANDBOX=1 XDG_STATE_HOME=$prefix/state
export XDG_RUNTIME_DIR=$prefix/runtime
mkdir -m 700 "$XDG_RUNTIME_DIR"
stories()
{
    "$prefix/bin/broadsheet-cli" list 2>"$prefix/log" | grep -c "Harbour $1" || true
}
called()
{
    gdbus call --session --dest $id --object-path "/${id//.//}" \
        --method "org.freedesktop.Application.$1" "${@:2}" >"$prefix/log" 2>&1
}
comes()
{
    for ((tries = 0; tries < 100; ++tries)); do
        [[ $(stories "$1") != 1 ]] || return 0
        sleep 0.1
    done
    return 1
}
double_clicks()
{
    for name in One Two Three; do
        printf 'Harbour %s\n\nThe harbour council met on Tuesday to hear about the pier.\n\nNobody expected an answer before spring.\n' \
            "$name" >"$prefix/$name.txt"
    done
    check "the bus knows the program" grep -q "^Exec=$prefix/bin/broadsheet --service$" \
        "$share/dbus-1/services/$id.service"
    check "the bus starts it for a file" called Open "['file://$prefix/One.txt']" '{}'
    check "and it takes the file" comes One
    check "and the next one, running" called Open "['file://$prefix/Two.txt']" '{}'
    check "takes that, too" comes Two
    check "a plain start hands over" timeout 10 "$prefix/bin/broadsheet" "$prefix/Three.txt"
    check "and is understood" comes Three
    check "comes forward" called Activate '{}'
    check "does what its menu offers" called ActivateAction front-page '[]' '{}'
    pid=$(gdbus call --session --dest org.freedesktop.DBus --object-path / \
        --method org.freedesktop.DBus.GetConnectionUnixProcessID $id | grep -o '[0-9]*,' | tr -d ,)
    kill "$pid"
    exit "$failures"
}
export -f double_clicks check called comes stories
export prefix share id failures
check "double clicks" timeout 60 dbus-run-session -- bash -c double_clicks

[[ $failures -eq 0 ]]
