"""Bundle the face: from some forty modules to the few files that a browser fetches."""

import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

import mkdocs

from scripts.paths import BUILD, ROOT, WEB, write_if_changed

LUNR_SOURCE = Path(mkdocs.__file__).parent / "contrib/search/templates/search/lunr.js"
LUNR = BUILD / "lunr.cjs"  # as its name says of what kind it is, which the original leaves open
ESBUILD = ROOT / "node_modules" / ".bin" / "esbuild"
SMALL = ("--minify", "--charset=utf8", "--log-level=warning")
MODULE = ("--loader=js", "--format=esm", "--target=es2022")
# Each holds all it needs. Parts in common would be one more file, known only once these are there.
DOORS = {
    "controller.js": WEB / "app",
    "board.js": WEB / "kept",
    "embedded.js": WEB / "embed",
    "quiz.js": WEB,
    "worker.js": WEB / "python",
}


def door(
    name: str, files: Mapping[str, str] | None = None, blanks: Mapping[str, object] | None = None
) -> bytes:
    """Return a door with all that it imports, knowing these files by their hashes.

    ``blanks`` are values for its constants. Raises ``ValueError`` if it has no such constant, in a
    line of its own.
    """
    source = (DOORS[name] / name).read_text()
    for constant, value in (blanks or {}).items():
        source = _filled(source, constant, value)
    known = f"--define:import.meta.files={json.dumps(files or {}, sort_keys=True)}"
    return _esbuild(source, "--bundle", *MODULE, known, room=DOORS[name])


def _filled(source: str, name: str, value: object) -> str:
    line = re.compile(rf"^(const {name} = ).*;$", re.MULTILINE)
    text, times = line.subn(lambda found: f"{found[1]}{json.dumps(value)};", source)
    if times != 1:
        raise ValueError(f"there are {times} constants {name}, not one")
    return text


def finder() -> bytes:
    """Return the worker that searches, with its library, which comes with MkDocs."""
    write_if_changed(LUNR, LUNR_SOURCE.read_bytes())
    source = (WEB / "search" / "worker.js").read_text()
    script = ("--bundle", "--loader=js", "--format=iife", "--target=es2022", f"--alias:lunr={LUNR}")
    return _esbuild(source, *script, room=WEB / "search")


def shorten(source: str) -> bytes:
    """Return a module that imports nothing, in fewer bytes."""
    return _esbuild(source, *MODULE)


def shorten_styles(source: str) -> bytes:
    """Return styles that import nothing, in fewer bytes."""
    return _esbuild(source, "--loader=css")


def styles() -> bytes:
    """Return the styles of the quiz."""
    return _esbuild((WEB / "quiz.css").read_text(), "--bundle", "--loader=css")


def _esbuild(source: str, *options: str, room: Path = WEB) -> bytes:
    """Bundle or shorten a text, which lies in a room of the face. It fails on any doubt."""
    done = subprocess.run(
        [ESBUILD, *SMALL, *options],
        cwd=room,
        input=source.encode(),
        check=True,
        capture_output=True,
    )
    if done.stderr:
        raise ValueError(done.stderr.decode())
    return done.stdout
