"""Lay out the other ways to the same advice, to be measured beside ours."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

from scripts.build_cache import files, make
from scripts.paths import BUILD, GUIDE_JSON, PYODIDE, WEB
from scripts.proof import samples
from scripts.pyodide import distribution, frozen, library
from scripts.pyodide.compile import LOCK, SCRIPT, compile_archive, read_zip, write_zip
from scripts.pyodide.distribution import STDLIB
from scripts.quiz import bundle, publish, wheel
from scripts.site.compress import TWINS, pack

HERE = Path(__file__).parent
RECIPES = BUILD / "bench" / "recipes"
PACKED = BUILD / "bench" / "packed"
TOOLS = HERE / "micropip.lock"
PROFILED = 50  # samples that show what a Python has to keep that answers one question alone
BLANK = '<!doctype html><title>.</title><link rel="icon" href="data:,">'


def lay_out(before: Path | None = None) -> Path:
    """Make the folder of recipes, a worker.js in each; `before` is the quiz of an earlier site."""
    ordinary = wheel.build_wheel()
    inputs = [*sorted(HERE.glob("*.js")), TOOLS, Path(__file__), ordinary, LOCK, SCRIPT]
    inputs += [library.ARCHIVE, *files(WEB / "python")]
    make(RECIPES, [*inputs, PYODIDE / "package.json"], lambda: _lay_out(ordinary))
    shutil.rmtree(RECIPES / "before", ignore_errors=True)
    if before:
        packed = shutil.ignore_patterns(*(f"*{twin}" for twin in TWINS))
        shutil.copytree(before, RECIPES / "before", ignore=packed)
        pack(RECIPES, PACKED)
    return RECIPES


def _lay_out(ordinary: Path) -> None:
    shutil.rmtree(RECIPES, ignore_errors=True)
    _usual(RECIPES / "usual", ordinary)
    whole(RECIPES / "whole")
    _put(RECIPES / "reference", "reference.js", {})
    _put(RECIPES / "memory", "memory.js", {})
    (RECIPES / "blank.html").write_text(BLANK, encoding="utf-8")
    pack(RECIPES, PACKED)


def _usual(folder: Path, ordinary: Path) -> None:
    """Stock Pyodide, its installer, and the wheel that anybody can install."""
    _put(folder, "usual.js", {"WHEEL": ordinary.name})
    for name in (*distribution.started(), STDLIB.name):
        shutil.copy(PYODIDE / name, folder)
    shutil.copy(ordinary, folder)
    command = [sys.executable, "-m", "pip", "download", "-qq", "--disable-pip-version-check"]
    command += ["--no-deps", "--require-hashes", "--only-binary=:all:"]
    command += ["--python-version", distribution.python_version()]
    command += ["--dest", str(folder), "-r", str(TOOLS)]
    subprocess.run(command, check=True)
    lock = json.loads((PYODIDE / distribution.LOCK).read_text(encoding="utf-8"))
    known = lock["packages"]["micropip"]
    # Pyodide's own host has the same release, built once more, so its checksum is another.
    known["sha256"] = hashlib.sha256((folder / known["file_name"]).read_bytes()).hexdigest()
    (folder / distribution.LOCK).write_text(json.dumps(lock), encoding="utf-8")


def grown(folder: Path, ordinary: Path) -> None:
    """Our own Python that is awake, of another wheel and the guide beside it."""
    work = ordinary.parent
    package = read_zip(compile_archive(ordinary, work / "compiled", optimize=2))
    ours = {name: code for name, code in package.items() if name.endswith(".pyc")}
    archive = work / library.ARCHIVE.name
    write_zip(archive, read_zip(library.ARCHIVE) | ours)
    shown = [*samples.requests(0, PROFILED)]
    awake(folder, frozen.freeze(shown, archive, work / GUIDE_JSON.name, work), {})


def awake(folder: Path, module: bytes, hashes: dict[str, str]) -> None:
    """A worker with a Python that is awake, which knows the hashes of some files."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / publish.FROZEN).write_bytes(module)
    blanks = {"FROZEN": publish.FROZEN, "FROZEN_TOTAL": len(module)}
    (folder / "worker.js").write_bytes(bundle.door("worker.js", hashes, blanks))


def whole(folder: Path) -> None:
    """Our own Python that is not awake: what readers get with `PYTHON_START=whole`."""
    python, words = publish.gather(PYODIDE, library.ARCHIVE, "")
    blanks = {"GLUE": distribution.glue(), "INFO": distribution.info()}
    folder.mkdir(parents=True)
    worker = {"worker.js": bundle.door("worker.js", blanks=blanks)}
    for name, content in (python | words | worker).items():
        (folder / name).write_bytes(content)


def _put(folder: Path, script: str, words: dict[str, str]) -> None:
    """Write a recipe's worker, with what only the build knows filled in."""
    text = (HERE / script).read_text(encoding="utf-8")
    for word, meaning in words.items():
        text = text.replace(word, meaning)
    folder.mkdir(parents=True)
    (folder / "worker.js").write_text(text, encoding="utf-8")
