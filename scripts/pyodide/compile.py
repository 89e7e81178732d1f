"""Compile archives of Python to the bytecode of the Python in the browser."""

import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from scripts.build_cache import make
from scripts.paths import BUILD, PYODIDE, ROOT
from scripts.pyodide import distribution

LOCK = ROOT / "scripts" / "pyodide" / "compiler.lock"
SCRIPT = ROOT / "scripts" / "pyodide" / "compile.mjs"
TOOLS = BUILD / "compiler"
EPOCH = (1980, 1, 1, 0, 0, 0)  # the first date a zip can hold


def compile_archive(archive: Path, folder: Path, *, optimize: int) -> Path:
    """Compile a wheel or zip inside Pyodide, into a folder; return it, the same on every run."""
    make(TOOLS, [LOCK, distribution.python_version()], _install_tools)
    with tempfile.TemporaryDirectory() as name:
        work = Path(shutil.copy(archive, name))
        command = ["node", str(SCRIPT), str(PYODIDE), str(TOOLS), str(work), str(optimize)]
        subprocess.run(command, check=True, cwd=ROOT, capture_output=True, text=True)
        (made,) = work.parent.iterdir()
        folder.mkdir(parents=True, exist_ok=True)
        write_zip(folder / made.name, read_zip(made))
    return folder / made.name


def read_zip(archive: Path) -> dict[str, bytes]:
    """Read the files of an archive, folders left out."""
    with zipfile.ZipFile(archive) as opened:
        return {n: opened.read(n) for n in opened.namelist() if not n.endswith("/")}


def write_zip(archive: Path, files: dict[str, bytes]) -> None:
    """Write files stored, sorted and without a time.

    The web server compresses the whole better than a zip compresses its parts.
    """
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as opened:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.external_attr = 0o644 << 16
            opened.writestr(entry, content)


def _install_tools() -> None:
    command = [sys.executable, "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    command += ["--no-deps", "--require-hashes", "--only-binary=:all:", "--no-compile"]
    command += ["--upgrade", "--target", str(TOOLS), "-r", str(LOCK), "--ignore-requires-python"]
    command += ["--python-version", distribution.python_version()]  # not for this Python
    subprocess.run(command, check=True)
