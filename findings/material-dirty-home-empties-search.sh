#!/usr/bin/env bash
# Material for MkDocs 9.8.2: once the home page is saved, `serve --dirty` finds nothing else.
#
# With --dirty only the page that was saved is made anew. Material's search plugin provides for
# that: it keeps the sections of the other pages, and one would expect to find them still. After
# docs/call.md is saved they are kept. After docs/index.md is saved all others are gone, until the
# server is started anew: what begins with the address of the saved page is replaced, and the home
# page has the empty address. A page guide/ takes what stands below it along in the same way.
set -euo pipefail
sed -n '2s/^# //p' "$0"

work=$(mktemp -d)
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
server=
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check mkdocs-material==9.8.2 mkdocs==1.6.1

mkdir docs
printf 'site_name: Two pages\ntheme:\n  name: material\nplugins: [search]\n' >mkdocs.yml
printf '# Home\n\nWhat this is.\n' >docs/index.md
printf '# Call\n\nWhen to call.\n' >docs/call.md
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
NO_MKDOCS_2_WARNING=1 venv/bin/mkdocs serve --dirty --livereload -a "127.0.0.1:$port" >log 2>&1 &
server=$!

found() { # the pages that the search knows, once it knows a word
  python3 - "http://127.0.0.1:$port/search/search_index.json" "$1" <<'PY'
import json, sys, time, urllib.request
for _ in range(300):
    try:
        entries = json.load(urllib.request.urlopen(sys.argv[1]))["docs"]
        if sys.argv[2] in str(entries):
            break
    except (OSError, ValueError):
        pass
    time.sleep(0.1)
print(*sorted(entry["title"] for entry in entries))
PY
}

first=$(found "What this is")
sleep 1 # whole seconds of file times
printf '# Call\n\nWhen to phone.\n' >docs/call.md
other=$(found "phone")
sleep 1
printf '# Home\n\nWhat this guide is.\n' >docs/index.md
home=$(found "guide")
echo "Found at first: $first. After call.md: $other. After index.md: $home."
if [ "$first/$other/$home" = "Call Home/Call Home/Home" ]; then echo "Still so."; else echo "No longer so."; exit 1; fi
