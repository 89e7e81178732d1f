"""Make the package's wheel to install, and the compiled one that the browser loads."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts.build_cache import files, make
from scripts.paths import BUILD, PACKAGE, PYODIDE, ROOT
from scripts.pyodide.compile import LOCK, SCRIPT, compile_archive, read_zip, write_zip

WHEELS = BUILD / "wheel"
ARCHIVES = BUILD / "archive"
TRAVEL_ALONE = ("/guide.json", "/almanac.json", "/sections.json")
BACKEND = "import sys; from setuptools.build_meta import build_wheel; build_wheel(sys.argv[1])"


def build_wheel() -> Path:
    """Make the installable wheel, with the guide inside, the same bytes on every run."""
    sources = [ROOT / "pyproject.toml", *_texts(), *files(PACKAGE)]
    make(WHEELS, sources, _build_wheel)
    return next(WHEELS.glob("*.whl"))


def build_archive(wheel: Path) -> Path:
    """Make the browser's wheel: compiled, and without the data, which travels on its own."""
    content = {n: c for n, c in read_zip(wheel).items() if not n.endswith(TRAVEL_ALONE)}
    source = BUILD / "plain" / wheel.name
    source.parent.mkdir(parents=True, exist_ok=True)
    write_zip(source, content)
    inputs = [source, LOCK, SCRIPT, PYODIDE / "package.json", Path(__file__)]

    def recipe() -> None:
        shutil.rmtree(ARCHIVES, ignore_errors=True)
        compile_archive(source, ARCHIVES, optimize=2)

    make(ARCHIVES, inputs, recipe)
    return next(ARCHIVES.glob("*.whl"))


def _texts() -> list[Path]:
    return sorted(p for p in ROOT.glob("*") if p.name.startswith(("README", "LICENSE")))


def _build_wheel() -> None:
    shutil.rmtree(WHEELS, ignore_errors=True)
    WHEELS.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as name:
        stage = Path(name)  # a clean room: setuptools would leave, and reuse, folders of its own
        for source in [ROOT / "pyproject.toml", *_texts()]:
            shutil.copy(source, stage)
        shutil.copytree(
            PACKAGE, stage / "widget/followup", ignore=shutil.ignore_patterns("__pycache__")
        )
        subprocess.run(
            [sys.executable, "-c", BACKEND, str(WHEELS)],
            cwd=stage,
            env=os.environ | {"SOURCE_DATE_EPOCH": "315532800", "PYTHONDONTWRITEBYTECODE": ""},
            check=True,
            stdout=subprocess.DEVNULL,
        )
