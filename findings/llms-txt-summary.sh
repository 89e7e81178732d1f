#!/usr/bin/env bash
# llms-txt 0.0.7, the parser of the proposal: a summary is read only if a paragraph stands below it.
#
# An llms.txt has a title, a summary in a block quote, any number of paragraphs, and lists of links.
# One would expect a file without such paragraphs to keep its summary. It has none then: the line
# goes to "info", with its ">" before it. Of a summary of two lines only the first counts as one.
set -euo pipefail
sed -n '2s/^# //p' "$0"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check llms-txt==0.0.7

"$work/venv/bin/python" - <<'PY'
import sys

from llms_txt import parse_llms_file

TITLE, LIST = "# A guide\n\n", "## Pages\n\n- [One](https://example.org/one.md): the first\n"
FILES = {
    "summary, list": "> It is short.\n\n",
    "summary, paragraph, list": "> It is short.\n\nRead it.\n\n",
    "summary of two lines, paragraph, list": "> It is short\n> and plain.\n\nRead it.\n\n",
}

seen = []
for name, middle in FILES.items():
    found = parse_llms_file(TITLE + middle + LIST)
    seen.append((found.summary, found.info))
    print(f"{name}:\n    summary {found.summary!r}, info {found.info!r}")
expected = [
    (None, "> It is short."),
    ("It is short.", "Read it."),
    ("It is short", "> and plain.\n\nRead it."),
]
print("Still so." if seen == expected else "No longer so.")
sys.exit(seen != expected)
PY
