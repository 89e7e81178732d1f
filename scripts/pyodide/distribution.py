"""Read from Pyodide's own files what goes with its version: names, and facts of its Python.

The hashes of the pinned version stand in SHA256SUMS beside this file: the lock file of npm vouches
for what is installed, and these for what still lies there when it is published.
"""

import hashlib
import json
from pathlib import Path

from scripts.paths import PYODIDE, ROOT

LOADER, WASM = "pyodide.mjs", "pyodide.asm.wasm"
MANIFEST, LOCK = "package.json", "pyodide-lock.json"
RECORDED = Path(__file__).with_name("SHA256SUMS")
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


def pinned() -> str:
    """Return the version that the project pins."""
    packages = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    return str(packages["devDependencies"]["pyodide"])


def check(folder: Path = PYODIDE, recorded: Path = RECORDED) -> None:
    """Refuse files that are not those of the pinned version; another may be tried as it is.

    Raises ``ValueError`` with the names of the files that differ.
    """
    if version(folder) != pinned():
        return
    lines = (line.split() for line in recorded.read_text(encoding="utf-8").splitlines())
    wrong = [
        name
        for code, name in lines
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != code
    ]
    if wrong:
        raise ValueError(f"not as Pyodide {pinned()} published them: {', '.join(wrong)}")
