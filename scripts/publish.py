"""Publish the quiz into docs/assets/quiz, where every site generator picks it up."""

import hashlib
import json
import shutil
from pathlib import Path

from scripts import bundle
from scripts.paths import ALMANAC_JSON, GUIDE_JSON, ICAL, PUBLISHED, PYODIDE, write_if_changed
from scripts.runtime import CORE

# Read by the worker as it wakes; it tells the reader how much of them has come.
COUNTED = ("pyodide.asm.wasm", "python.zip", "guide.json")


def publish(archive: Path, opening: str) -> Path:
    """Write the two fixed names and one folder named by its content; drop older folders."""
    parts = gather(archive, opening)
    folder = PUBLISHED / name_of(parts)
    for name, content in parts.items():
        write_if_changed(folder / name, content)
    write_if_changed(PUBLISHED / "quiz.js", bundle.entry(folder.name))
    write_if_changed(PUBLISHED / "quiz.css", bundle.styles())
    for other in PUBLISHED.iterdir():
        if other.is_dir() and other != folder:
            shutil.rmtree(other)
    return folder


def gather(archive: Path, opening: str) -> dict[str, bytes]:
    """Collect everything that lies in the folder, by name."""
    parts = {name: (PYODIDE / name).read_bytes() for name in CORE}
    parts["python.zip"] = archive.read_bytes()
    parts["guide.json"] = GUIDE_JSON.read_bytes()
    parts["almanac.json"] = ALMANAC_JSON.read_bytes()
    parts["opening.json"] = opening.encode()
    parts["ical.js"] = ICAL.read_bytes()
    return parts | bundle.doors(total=sum(len(parts[name]) for name in COUNTED))


def name_of(parts: dict[str, bytes]) -> str:
    """Name a set of parts by its content."""
    sums = {name: hashlib.sha256(content).hexdigest() for name, content in sorted(parts.items())}
    return hashlib.sha256(json.dumps(sums).encode()).hexdigest()[:12]
