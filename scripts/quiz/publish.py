"""Publish the quiz among the prepared pages, where every site generator picks it up."""

import base64
import hashlib
import json
import shutil
from pathlib import Path

from scripts.paths import ALMANAC_JSON, GUIDE_JSON, ICAL, PUBLISHED, write_if_changed
from scripts.pyodide import distribution
from scripts.pyodide.distribution import WASM
from scripts.quiz import bundle
from scripts.quiz.first_screens import board_words

# Read by the worker as it wakes; it tells the reader how much of them has come.
COUNTED = (WASM, "python.zip", "guide.json")
FROZEN = "frozen.wasm"
NO_ENDINGS = b'{"texts":[],"rows":{}}'
FIRST = "python-first-"  # the folder of what is fetched before all else of Python


def publish(
    core: Path,
    archive: Path,
    first_screens: str,
    frozen: bytes = b"",
    endings: bytes = NO_ENDINGS,
) -> Path:
    """Write folders named by their contents, and the fixed names; drop older folders.

    The fixed names serve pages that have not been through the whole build, and old ones.

    `frozen` is a Python that is awake, with the package and the guide inside; empty if there is
    none. Then readers get the whole one.
    """
    python, words = gather(core, archive, first_screens, endings)
    counted = (python | words).items()
    total = sum(len(content) for name, content in counted if name in COUNTED)
    home = _write("python-", python)
    first = _write(FIRST, {FROZEN: frozen}) if frozen else ""
    wanted = {f"../{home}/{name}": content for name, content in python.items()} | words
    if frozen:
        wanted[f"../{first}/{FROZEN}"] = frozen
    blanks = {
        "FROZEN": first and f"../{first}/{FROZEN}",
        "FROZEN_TOTAL": len(frozen),
        "TOTAL": total,
        "PYTHON": f"../{home}/",
        "GLUE": distribution.glue(core),
        "INFO": distribution.info(core),
    }
    styles = bundle.styles()
    folder = _write("", words | doors(wanted, blanks) | {"quiz.css": styles})
    write_if_changed(PUBLISHED / "quiz.js", f'import"./{folder}/quiz.js";\n'.encode())
    write_if_changed(PUBLISHED / "quiz.css", styles)
    write_if_changed(PUBLISHED / "find.js", bundle.finder())
    for old in set(folders()) - {home, first, folder}:
        shutil.rmtree(PUBLISHED / old)
    return PUBLISHED


def doors(files: dict[str, bytes], blanks: dict[str, object]) -> dict[str, bytes]:
    """Bundle the face. Each door knows the hashes of what it fetches, from the inside outward."""
    known = {name: integrity(content) for name, content in files.items()}
    made = {"worker.js": bundle.door("worker.js", known, blanks)}
    made["embedded.js"] = bundle.door("embedded.js")
    inner = {"worker.js": integrity(made["worker.js"]), "ical.js": known["ical.js"]}
    controlled = inner | {"endings.json": known["endings.json"]}
    made["controller.js"] = bundle.door("controller.js", controlled)
    made["board.js"] = bundle.door("board.js", inner, {"WORDS": board_words()})
    outer = {name: integrity(made[name]) for name in ("controller.js", "board.js", "embedded.js")}
    outer["first-screens.json"] = known["first-screens.json"]
    made["quiz.js"] = bundle.door("quiz.js", outer)
    return made


def integrity(content: bytes) -> str:
    """Return the hash of a file as browsers compare it (W3C Subresource Integrity)."""
    return f"sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode()}"


def gather(
    core: Path, archive: Path, first_screens: str, endings: bytes = NO_ENDINGS
) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Collect what the browser's Python is made of, and the words and data, by name."""
    python = {name: (core / name).read_bytes() for name in distribution.started(core)}
    python["python.zip"] = archive.read_bytes()
    words = {
        "guide.json": GUIDE_JSON.read_bytes(),
        "almanac.json": ALMANAC_JSON.read_bytes(),
        "first-screens.json": first_screens.encode(),
        "endings.json": endings,
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
