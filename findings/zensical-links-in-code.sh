#!/usr/bin/env bash
# Zensical 0.0.73: a line of code in a numbered list is taken for a link, and --strict stops at it.
#
# Code that is indented below a step of a list is shown as it is, and one would expect that nothing
# in it is a link. Zensical shows it so as well. But its check of links reads a line of that code
# that begins like an item of a list, and stops: "page does not exist". MkDocs 1.6.1 passes.
# Later versions of Zensical were not tried.
set -euo pipefail
sed -n '2s/^# //p' "$0"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check zensical==0.0.73 mkdocs==1.6.1

mkdir -p docs
echo 'site_name: One page' >mkdocs.yml
cat >docs/index.md <<'MD'
# Home

1. Write this line:

        - [Link](nowhere.md)

2. Save it.
MD

venv/bin/mkdocs build --strict >log 2>&1 && mkdocs=passes || mkdocs=stops
grep -q '<code>- \[Link\](nowhere.md)' site/index.html && code=shown || code=lost
rm -rf site
venv/bin/zensical build --strict >log 2>&1 && zensical=passes || zensical=stops
grep -o 'page does not exist' log || true
echo "MkDocs $mkdocs, and the code is $code. Zensical $zensical."
if [ "$mkdocs $code $zensical" = "passes shown stops" ]; then echo "Still so."; else echo "No longer so."; exit 1; fi
