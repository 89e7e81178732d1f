"""Make the trimmed Pyodide: only the standard library that the package uses, compiled."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from scripts.compiler import LOCK, SCRIPT, compile_archive, read_zip, write_zip
from scripts.paths import ALMANAC_JSON, BUILD, GUIDE_JSON, PYODIDE, ROOT, WEB
from scripts.stamp import make

ASK = ROOT / "scripts" / "ask.mjs"
BOOT = WEB / "boot.js"
PLAIN = PYODIDE / "python_stdlib.zip"
COMPILED = BUILD / "stdlib-compiled.zip"
TRIMMED = BUILD / "stdlib.zip"
REPORT = BUILD / "runtime.json"
CORE = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm")

# Enough to walk every path of the package that could load a module late. The last one fails on
# purpose: to tell an error takes modules too.
_MINIMAL = {"interviewed-on": "2027-02-02", "heard": "nothing"}
_FULL = _MINIMAL | {
    "thanked": "yes",
    "instructions": "call-any+no-calls",
    "timeline": "date",
    "decision-date": "2027-02-08",
    "check-ins": "1",
    "last-check-in": "2027-02-09",
    "calls": "0",
    "other-deadline": "offer",
    "deadline-on": "2027-02-22",
    "contact": "panel",
    "channels": "email+phone",
    "country": "DE",
    "closed": "2027-02-15..2027-02-16",
}
REQUESTS = (
    *(
        json.dumps({"answers": answers, "today": "2027-02-11"} | more)
        for answers, more in (
            ({}, {}),
            (_MINIMAL, {}),
            (_MINIMAL, {"advise": True}),
            (_FULL, {"advise": True}),
            (_FULL, {"screen": 1}),
            ({"heard": "no such value", "interviewed-on": "soon"}, {"submitted": 1}),
            ({"heard": "offer", "heard-on": "2027-02-10"}, {"advise": True}),
        )
    ),
    "not a request",
)


@dataclass(frozen=True, slots=True)
class Replies:
    """What the browser's Python answered, what it loaded for that, and what it could not load."""

    views: tuple[str, ...]
    modules: tuple[str, ...]
    broken: tuple[str, ...]


def ask(stdlib: Path, archive: Path, requests: tuple[str, ...] = REQUESTS) -> Replies:
    """Start Pyodide under Node with this library and package, and ask."""
    done = subprocess.run(
        ["node", ASK, stdlib, archive, GUIDE_JSON, ALMANAC_JSON],
        input=json.dumps(requests),
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    replies = json.loads(done.stdout.splitlines()[-1])
    return Replies(**{name: tuple(replies[name]) for name in ("views", "modules", "broken")})


def build_runtime(archive: Path) -> Path:
    """Make the standard library for this package; return its path."""
    pyodide = PYODIDE / "package.json"
    make(COMPILED, [LOCK, SCRIPT, pyodide], _compile_library)
    make(TRIMMED, [COMPILED, archive, ASK, BOOT, Path(__file__)], lambda: _trim(archive))
    return TRIMMED


def _compile_library() -> None:
    shutil.copy(PLAIN, COMPILED)
    compile_archive(COMPILED, optimize=2)


def _trim(archive: Path) -> None:
    wanted = ask(COMPILED, archive)
    library = read_zip(COMPILED)
    write_zip(TRIMMED, {name: library[name] for name in wanted.modules})
    if _works(wanted, archive):
        _report(library, wanted.modules)
        return
    print("warning: the trimmed library does not start; shipping the whole one", file=sys.stderr)
    shutil.copy(COMPILED, TRIMMED)
    _report(library, library)


def _works(wanted: Replies, archive: Path) -> bool:
    try:
        found = ask(TRIMMED, archive)
    except subprocess.CalledProcessError:
        return False
    return found.views == wanted.views and not found.broken


def _report(library: Iterable[str], kept: Iterable[str]) -> None:
    report = {
        "pyodide": json.loads((PYODIDE / "package.json").read_text())["version"],
        "kept": sorted(kept),
        "dropped": sorted(set(library) - set(kept)),
    }
    REPORT.write_text(json.dumps(report, indent=1) + "\n")
