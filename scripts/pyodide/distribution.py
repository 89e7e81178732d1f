"""Read from Pyodide's own files what goes with its version: names, and facts of its Python."""

import json
from pathlib import Path

from scripts.paths import PYODIDE

LOADER, WASM = "pyodide.mjs", "pyodide.asm.wasm"
MANIFEST, LOCK = "package.json", "pyodide-lock.json"
STDLIB = PYODIDE / "python_stdlib.zip"


def glue(folder: Path = PYODIDE) -> str:
    """Return the name of the JavaScript that goes with the WebAssembly; its ending has changed."""
    (found,) = folder.glob("pyodide.asm.*js")
    return found.name


def started(folder: Path = PYODIDE) -> tuple[str, str, str]:
    """Name the files that a page fetches to start Pyodide, besides the library."""
    return LOADER, glue(folder), WASM


def version(folder: Path = PYODIDE) -> str:
    """Return the version of Pyodide."""
    return str(json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["version"])


def info(folder: Path = PYODIDE) -> dict[str, str]:
    """Return what the lock file says of this build: Python, binary interface, platform."""
    return dict(json.loads((folder / LOCK).read_text(encoding="utf-8"))["info"])


def python_version(folder: Path = PYODIDE) -> str:
    """Return the version of Pyodide's Python as installers write it, without the last number."""
    return info(folder)["python"].rpartition(".")[0]
