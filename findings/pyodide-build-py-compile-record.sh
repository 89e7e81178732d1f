#!/usr/bin/env bash
# pyodide-build 0.39.2: the wheels that "pyodide py-compile" writes list files they do not hold.
#
# The command puts .pyc files in place of the .py files and gives the wheel a new name. One would
# expect a wheel that keeps its own promises. But RECORD still names the .py files with their hashes
# and no .pyc, and WHEEL still has the old tag. pip takes it without a word; "wheel unpack", which
# looks at RECORD, refuses it.
set -euo pipefail
sed -n '2s/^# //p' "$0"

for python in "${PYTHON:-python3}" python3.14 python3.13 python3.12 ""; do
  [ -n "$python" ] || { echo "It needs Python 3.12 or newer: PYTHON=/path/to/python bash $0"; exit 2; }
  "$python" -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null && break
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"$python" -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  pyodide-build==0.39.2 wheel==0.48.0 setuptools==84.2.1

mkdir -p source/tiny
echo 'ONE = 1' >source/tiny/__init__.py
printf '%s\n' 'from setuptools import setup' 'setup(name="tiny", version="1", packages=["tiny"])' \
  >source/setup.py
venv/bin/pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation \
  --wheel-dir before ./source
cp -r before after
venv/bin/pyodide py-compile --silent after >/dev/null

seen=""
for wheel in before/*.whl after/*.whl; do
  "$python" -m zipfile -e "$wheel" out
  record=$(grep -o '^tiny/[^,]*' out/tiny-1.dist-info/RECORD)
  held=$(cd out && echo tiny/*)
  tag=$(grep '^Tag' out/tiny-1.dist-info/WHEEL)
  rm -rf out
  answer=refuses
  venv/bin/wheel unpack --dest out "$wheel" >unpacked 2>&1 && answer=takes
  rm -rf out
  venv/bin/pip install --quiet --disable-pip-version-check --no-deps --target out "$wheel"
  rm -rf out
  echo "$wheel"
  echo "    holds $held; RECORD names $record; WHEEL says $tag"
  echo "    pip takes it; wheel unpack $answer it: $(tail -n 1 unpacked)"
  seen="$seen $held $record $answer"
done
expected=" tiny/__init__.py tiny/__init__.py takes tiny/__init__.pyc tiny/__init__.py refuses"
if [ "$seen" = "$expected" ]; then echo "Still so."; else echo "No longer so."; exit 1; fi
