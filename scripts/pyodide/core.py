"""Make Pyodide's own files as the page boots them, without what `python.zip` can never reach.

The slim ones must answer like the whole ones, or the whole ones are shipped.
"""

import shutil
import subprocess
from pathlib import Path

from scripts.build_cache import make
from scripts.paths import BUILD, PYODIDE, ROOT
from scripts.pyodide import distribution, fallback, run_requests, strip_wasm, wasm
from scripts.pyodide.distribution import LOADER, LOCK, MANIFEST, WASM
from scripts.pyodide.library import ARCHIVE

CORE = BUILD / "core"
TERSER = ROOT / "node_modules" / ".bin" / "terser"
SMALLER = ("--compress", "passes=3", "--mangle", "--ecma", "2022")


def build() -> Path:
    """Make Pyodide's own files; return their folder. Without any slimming they lie in `PYODIDE`."""
    ours = [Path(str(module.__file__)) for module in (distribution, fallback, strip_wasm, wasm)]
    inputs = [ARCHIVE, PYODIDE / MANIFEST, ROOT / "package-lock.json", Path(__file__), *ours]
    make(CORE, [*inputs, *run_requests.SOURCES], write)
    fallback.tell(CORE)
    return CORE


def write() -> None:
    """Write Pyodide's files into their folder, slimmed if that can be done and answers alike."""
    _copy_whole()
    wanted = run_requests.ask(ARCHIVE)
    way = ("Pyodide without what is never used", lambda: _slim(wanted))
    if fallback.first_that_works(CORE, [way]) is None:
        _copy_whole()


def _copy_whole() -> None:
    shutil.rmtree(CORE, ignore_errors=True)
    CORE.mkdir(parents=True)
    for name in (*distribution.started(), LOCK, MANIFEST):  # the last tells Node how to read others
        shutil.copy(PYODIDE / name, CORE)


def _slim(wanted: run_requests.Replies) -> Path:
    glue = CORE / distribution.glue()
    content, script = strip_wasm.slimmed(
        (CORE / WASM).read_bytes(),
        glue.read_text(encoding="utf-8"),
        (CORE / LOADER).read_text(encoding="utf-8"),
        wanted.builtins,
    )
    (CORE / WASM).write_bytes(content)
    glue.write_bytes(_smaller(script))
    run_requests.must_be_alike(wanted, ARCHIVE, CORE)
    return CORE


def _smaller(script: str) -> bytes:
    """Drop what nothing uses in a script, also inside functions, and shorten the rest."""
    command = [str(TERSER), *SMALLER]
    return subprocess.run(command, input=script.encode(), check=True, capture_output=True).stdout
