#!/usr/bin/env bash
# Zensical 0.0.73: a link written as HTML leads elsewhere than MkDocs 1.6.1 leads it, without a word.
#
# Zensical builds the pages of a MkDocs project as they are, and one would expect the same links.
# MkDocs leaves <a href> and <img src> in a page alone, so they count from the address of the page.
# Zensical takes them for paths from the file and turns them: "../other/" becomes "../../other/".
# So a link that works with one is broken with the other, and both builds pass with --strict.
# Later versions of Zensical were not tried.
set -euo pipefail
sed -n '2s/^# //p' "$0"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check zensical==0.0.73 mkdocs==1.6.1

mkdir -p docs/plan
echo 'site_name: Three pages' >mkdocs.yml
echo '# Home' | tee docs/index.md >docs/plan/other.md
cat >docs/plan/page.md <<'MD'
# Page

[Markdown](other.md), <a href="../other/">address</a>, <a href="other.md">file</a>
MD

seen=""
for generator in mkdocs zensical; do
  rm -rf site
  "venv/bin/$generator" build --strict >log 2>&1
  links=$(grep -oE '<a href="[^"]*">(Markdown|address|file)</a>' site/plan/page/index.html)
  echo "$generator passes with --strict, and makes of the page:"
  sed 's/^/    /' <<<"$links"
  seen="$seen $generator $(cut -d '"' -f 2 <<<"$links" | tr '\n' ' ')"
done
expected=" mkdocs ../other/ ../other/ other.md  zensical ../other/ ../../other/ ../other/ "
if [ "$seen" = "$expected" ]; then echo "Still so."; else echo "No longer so."; exit 1; fi
