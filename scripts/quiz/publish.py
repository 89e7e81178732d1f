"""Publish the quiz among the prepared pages, where every site generator picks it up."""

import hashlib
import json
import shutil
from pathlib import Path

from scripts.paths import ALMANAC_JSON, GUIDE_JSON, ICAL, PUBLISHED, write_if_changed
from scripts.pyodide import distribution
from scripts.pyodide.distribution import WASM
from scripts.quiz import bundle

# Read by the worker as it wakes; it tells the reader how much of them has come.
COUNTED = (WASM, "python.zip", "guide.json")
FROZEN = "frozen.wasm"
FIRST = "python-first-"  # the folder of what is fetched before all else of Python


def publish(core: Path, archive: Path, first_screens: str, frozen: bytes = b"") -> Path:
    """Write the fixed names and folders named by their contents; drop older folders.

    `frozen` is a Python that is awake, with the package and the guide inside; empty if there is
    none. Then readers get the whole one.
    """
    python, words = gather(core, archive, first_screens)
    counted = (python | words).items()
    total = sum(len(content) for name, content in counted if name in COUNTED)
    home = _write("python-", python)
    first = _write(FIRST, {FROZEN: frozen}) if frozen else ""
    blanks = {
        "FROZEN": first and f"../{first}/{FROZEN}",
        "FROZEN_TOTAL": len(frozen),
        "TOTAL": total,
        "PYTHON": f"../{home}/",
        "GLUE": distribution.glue(core),
        "INFO": distribution.info(core),
    }
    folder = _write("", words | bundle.doors(blanks))
    write_if_changed(PUBLISHED / "quiz.js", bundle.entry(folder))
    write_if_changed(PUBLISHED / "quiz.css", bundle.styles())
    write_if_changed(PUBLISHED / "find.js", bundle.finder())
    for old in set(folders()) - {home, first, folder}:
        shutil.rmtree(PUBLISHED / old)
    return PUBLISHED


def gather(
    core: Path, archive: Path, first_screens: str
) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Collect what the browser's Python is made of, and the words and data, by name."""
    python = {name: (core / name).read_bytes() for name in distribution.started(core)}
    python["python.zip"] = archive.read_bytes()
    words = {
        "guide.json": GUIDE_JSON.read_bytes(),
        "almanac.json": ALMANAC_JSON.read_bytes(),
        "first-screens.json": first_screens.encode(),
        "ical.js": ICAL.read_bytes(),
    }
    return python, words


def folders() -> list[str]:
    """List the folders that never change: that of the face and its words, and those of Python."""
    return sorted(path.name for path in PUBLISHED.iterdir() if path.is_dir())


def _write(kind: str, parts: dict[str, bytes]) -> str:
    folder = f"{kind}{name_of(parts)}"
    for name, content in parts.items():
        write_if_changed(PUBLISHED / folder / name, content)
    return folder


def name_of(parts: dict[str, bytes]) -> str:
    """Name a set of parts by its content."""
    sums = {name: hashlib.sha256(content).hexdigest() for name, content in sorted(parts.items())}
    return hashlib.sha256(json.dumps(sums).encode()).hexdigest()[:12]
