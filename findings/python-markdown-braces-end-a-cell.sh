#!/usr/bin/env bash
# Python-Markdown 3.11.3, attr_list: a word in braces at the end of a table cell is gone.
#
# The extension takes braces at the end of a cell for attributes, and any word is one: of
# "| email {to} |" the page shows "email", in a cell <td to>. So would {name} in a table of sentences
# with slots. In a paragraph and in a list the same words stay. A brace written as &#125; stays too.
set -euo pipefail
sed -n '2s/^# //p' "$0"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Markdown==3.11.3

"$work/venv/bin/python" - <<'PY'
import html
import sys

from markdown import markdown


def shown(text):
    return html.unescape(markdown(text, extensions=["tables", "attr_list"]))


table = "| Id | Words |\n| --- | --- |\n| a | email {}to{} |\n"
cell, entity = shown(table.format("{", "}")), shown(table.format("{", "&#125;"))
print(cell.split("<tbody>")[1].strip())
seen = ("<td to>email</td>" in cell, "<td>email {to}</td>" in entity, "{to}" in shown("email {to}"))
print("Still so." if seen == (True, True, True) else "No longer so.")
sys.exit(seen != (True, True, True))
PY
