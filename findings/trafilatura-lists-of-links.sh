#!/usr/bin/env bash
# trafilatura 2.3.1: of a list of links, three or four are kept; with one, two or five, all are gone.
#
# One would expect a list of questions that link to their answers to be kept or dropped as a whole
# kind: the heading above it stays in the text either way. Here the same list, between the same two
# paragraphs, comes and goes with its length. Asking for recall before precision changes nothing.
set -euo pipefail
sed -n '2s/^# //p' "$0"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  trafilatura==2.3.1 lxml_html_clean==0.4.6

"$work/venv/bin/python" - <<'PY'
import sys

from trafilatura import extract

PAGE = """<!doctype html><html><head><title>Questions</title></head><body><main><article>
<h1>What people ask</h1>
<p>Look for your own question here. Each link leads to a short answer, and the reasons for it
come after that, for those who want to read on.</p>
<h2>About dates</h2><ul>{}</ul>
<h2>About calls</h2><p>A call needs a reason. If you have one, prepare three lines, ask one
question, and keep it short and friendly in any case.</p>
</article></main></body></html>"""
ENTRY = '<li><a href="/{0}/">What does question number {0} ask about the plan?</a></li>'

seen = []
for many in range(1, 8):
    page = PAGE.format("".join(ENTRY.format(number) for number in range(many)))
    texts = [extract(page) or "", extract(page, favor_recall=True) or ""]
    kept = [text.count("question number") for text in texts]
    heading = all("About dates" in text for text in texts)
    seen.append((*kept, heading))
    print(f"{many} links in the page: {kept[0]} in the text, {kept[1]} with favor_recall")
print("the heading above the list stays:", all(one[2] for one in seen))
expected = [(many, many, True) if many in (3, 4) else (0, 0, True) for many in range(1, 8)]
print("Still so." if seen == expected else "No longer so.")
sys.exit(seen != expected)
PY
