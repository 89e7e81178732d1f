"""Make what the page boots: Pyodide's own files, and one zip with the library and the package.

The zip holds only the modules that the package uses, compiled; small stand-ins replace modules that
Pyodide or the library name without our needing them (see docs/about/decisions). Whatever this build
makes smaller must answer like the whole thing, or the whole thing is shipped.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from scripts.build_cache import files, make
from scripts.paths import ALMANAC_JSON, BUILD, GUIDE_JSON, PYODIDE, ROOT, WEB
from scripts.pyodide import strip_wasm, wasm
from scripts.pyodide.compile import LOCK, SCRIPT, compile_archive, read_zip, write_zip

ASK = ROOT / "scripts" / "pyodide" / "run-requests.mjs"
BOOT = WEB / "python" / "load-python.js"
STANDINS = ROOT / "scripts" / "pyodide" / "standins"
PLAIN = PYODIDE / "python_stdlib.zip"
COMPILED = BUILD / "library.zip"
ARCHIVE = BUILD / "python.zip"
REPORT = BUILD / "runtime.json"
CORE = BUILD / "core"  # Pyodide's own files, as they are shipped
TERSER = ROOT / "node_modules" / ".bin" / "terser"
SMALLER = ("--compress", "passes=3", "--mangle", "--ecma", "2022")
LOADER, GLUE, WASM = "pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm"
PATIENCE = 600  # seconds; what was cut wrongly may hang
AT_THE_TERMINAL = ("followup/__main__.pyc", "followup/quiz.pyc")
GENERATED = "_generated.py"
USE_GENERATED = b"\nfrom _generated import exec\n"

Files = dict[str, bytes]

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
    """What the browser's Python answered, and what it took.

    `modules` are those of the zip that it loaded, `builtins` those in C, `broken` those of the
    package that it could not load; `late` is the code it had to compile, marshalled, a sign a byte.
    """

    views: tuple[str, ...]
    modules: tuple[str, ...]
    builtins: tuple[str, ...]
    late: str
    broken: tuple[str, ...]


def ask(archive: Path, requests: tuple[str, ...] = REQUESTS, core: Path = PYODIDE) -> Replies:
    """Start Pyodide under Node with this zip, and ask."""
    done = subprocess.run(
        ["node", ASK, core, archive, GUIDE_JSON, ALMANAC_JSON],
        input=json.dumps(requests),
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    replies = json.loads(done.stdout.rstrip("\n").rpartition("\n")[2])
    return Replies(
        views=tuple(replies["views"]),
        modules=tuple(replies["modules"]),
        builtins=tuple(replies["builtins"]),
        late=replies["late"],
        broken=tuple(replies["broken"]),
    )


def build_runtime(wheel: Path) -> Path:
    """Make the zip for this compiled wheel of the package; return its path."""
    inputs = [build_library(), wheel, ASK, BOOT, Path(__file__), *files(STANDINS)]
    make(ARCHIVE, inputs, lambda: _write_archive(wheel))
    return ARCHIVE


def build_library() -> Path:
    """Make the whole library, compiled; return its path."""
    make(COMPILED, [LOCK, SCRIPT, PYODIDE / "package.json"], _compile_library)
    return COMPILED


def _compile_library() -> None:
    shutil.copy(PLAIN, COMPILED)
    compile_archive(COMPILED, optimize=2)


def _write_archive(wheel: Path) -> None:
    package = {
        name: content
        for name, content in read_zip(wheel).items()
        if name.startswith("followup/") and name.endswith(".pyc") and name not in AT_THE_TERMINAL
    }
    library = read_zip(COMPILED)
    wanted = ask(_zipped("whole", library | package))
    for attempt in (_lean, _trimmed):
        files = attempt(library, package)
        if _answers_like(wanted, _zipped(attempt.__name__.lstrip("_"), files)):
            break
        print(f"warning: the{attempt.__name__.replace('_', ' ')} library fails", file=sys.stderr)
    else:
        files = library | package
    write_zip(ARCHIVE, files)
    _report(library, files)


def _lean(library: Files, package: Files) -> Files:
    """Return what is used, with stand-ins, and with code that need not be compiled at the start."""
    whole = _but_standins(library) | _standins() | package
    found = ask(_zipped("first", whole))
    return _only(found.modules, whole) | package | _standins(ready=found.late)


def _trimmed(library: Files, package: Files) -> Files:
    """Return what is used, all of it as it came."""
    return _only(ask(_zipped("whole", library | package)).modules, library) | package


def _only(names: Iterable[str], files: Files) -> Files:
    return {name: files[name] for name in names if name in files}


def _but_standins(library: Files) -> Files:
    """Leave out all of a package that has a stand-in, as their files have other names."""
    replaced = {path.relative_to(STANDINS).parts[0].removesuffix(".py") for path in files(STANDINS)}
    return {
        name: content
        for name, content in library.items()
        if name.split("/")[0].removesuffix(".pyc") not in replaced
    }


def _standins(ready: str = "") -> Files:
    """Compile the stand-ins, with the code that they have ready."""
    sources = {p.relative_to(STANDINS).as_posix(): p.read_bytes() for p in files(STANDINS)}
    sources["dataclasses.py"] = read_zip(PLAIN)["dataclasses.py"] + USE_GENERATED
    if ready:
        loaded = f"\nimport marshal\n\nREADY = marshal.loads({ready.encode('latin-1')!r})\n"
        sources[GENERATED] += loaded.encode()
    return read_zip(compile_archive(_zipped("standins", sources), optimize=2))


def _zipped(name: str, files: Files) -> Path:
    archive = BUILD / "trials" / f"{name}.zip"
    archive.parent.mkdir(parents=True, exist_ok=True)
    write_zip(archive, files)
    return archive


def _answers_like(wanted: Replies, archive: Path, core: Path = PYODIDE) -> bool:
    try:
        found = ask(archive, core=core)
    except subprocess.SubprocessError:
        return False
    return found.views == wanted.views and not found.broken


def build_core() -> Path:
    """Make Pyodide's own files, without what the zip cannot reach; return their folder."""
    ours = [Path(str(module.__file__)) for module in (strip_wasm, wasm)]
    locked = ROOT / "package-lock.json"
    make(CORE, [ARCHIVE, ASK, BOOT, locked, Path(__file__), *ours], slim_core)
    return CORE


def slim_core() -> None:
    """Write Pyodide's files into their folder, slimmed if that can be done and answers alike."""
    CORE.mkdir(parents=True, exist_ok=True)
    for name in (LOADER, GLUE, WASM, "package.json"):  # the last tells Node how to read the others
        shutil.copy(PYODIDE / name, CORE)
    wanted = ask(ARCHIVE)
    try:
        content, glue = strip_wasm.slimmed(
            (PYODIDE / WASM).read_bytes(),
            (PYODIDE / GLUE).read_text(encoding="utf-8"),
            (PYODIDE / LOADER).read_text(encoding="utf-8"),
            wanted.builtins,
        )
    except (strip_wasm.SlimError, wasm.WasmError) as error:
        print(f"warning: Pyodide is shipped whole: {error}", file=sys.stderr)
        return
    (CORE / WASM).write_bytes(content)
    (CORE / GLUE).write_bytes(_smaller(glue))
    if not _answers_like(wanted, ARCHIVE, CORE):
        print("warning: Pyodide is shipped whole: the slimmed one fails", file=sys.stderr)
        for name in (GLUE, WASM):
            shutil.copy(PYODIDE / name, CORE)


def _smaller(script: str) -> bytes:
    """Drop what nothing uses in a script, also inside functions, and shorten the rest."""
    command = [str(TERSER), *SMALLER]
    return subprocess.run(command, input=script.encode(), check=True, capture_output=True).stdout


def _report(library: Iterable[str], kept: Iterable[str]) -> None:
    report = {
        "pyodide": json.loads((PYODIDE / "package.json").read_text())["version"],
        "kept": sorted(kept),
        "dropped": sorted(set(library) - set(kept)),
    }
    REPORT.write_text(json.dumps(report, indent=1) + "\n")
