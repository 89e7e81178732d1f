#!/usr/bin/env bash
# CommonMark (markdown-it-py 4.3.0): one full stop before the closing ** and bold is no longer bold.
#
# "**Wait**Then" is bold, so one would expect "**Wait.**Then" to be bold too. But stars that follow
# a punctuation mark close nothing if a letter comes right after them, and so both pairs of stars
# are shown. Where words are not parted by spaces, as in Japanese, this is the usual place of a full
# stop. Python-Markdown 3.11.3 makes all of them bold: the same file reads otherwise in the two.
set -euo pipefail
sed -n '2s/^# //p' "$0"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  markdown-it-py==4.3.0 Markdown==3.11.3

"$work/venv/bin/python" - <<'PY'
import sys

from markdown import markdown
from markdown_it import MarkdownIt

TEXTS = ["**Wait**Then ask.", "**Wait.**Then ask.", "**Wait.** Then ask.", "**待つ。**次に聞く。"]
commonmark = MarkdownIt("commonmark")

seen = []
for text in TEXTS:
    both = commonmark.render(text).strip(), markdown(text)
    seen.append(tuple("<strong>" in html for html in both))
    print(text)
    print("    CommonMark:      ", both[0])
    print("    Python-Markdown: ", both[1])
expected = [(True, True), (False, True), (True, True), (False, True)]
print("Still so." if seen == expected else "No longer so.")
sys.exit(seen != expected)
PY
