"""Make a Python for the page that is awake: no start, no imports, no guide to read.

The frozen one must say what the whole one and the ordinary Python say, or a page starts the whole
one as ever. Where a part is missing it stops, and the page asks the whole one; no request that the
build tries may stop.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from scripts.build_cache import files, make
from scripts.paths import ALMANAC_JSON, BUILD, GUIDE_JSON, PYODIDE
from scripts.pyodide import (
    ask,
    distribution,
    fallback,
    freeze_data,
    freeze_heap,
    freeze_module,
    wasm,
)
from scripts.pyodide.ask import REQUESTS, UnlikeError
from scripts.pyodide.library import ARCHIVE

FROZEN = BUILD / "frozen.wasm"  # empty where nothing could be frozen
FOLDER = BUILD / "frozen"
HERE = Path(__file__).parent
ATTEMPTS = 3
BY_WHOLE = 150  # as many are asked of the whole Python, which is slow under Node
IN_PYTHON = 600  # as many requests show which functions of the library the package calls


def build(profile: Sequence[str], held_out: Sequence[str]) -> Path:
    """Make the module; return its path. What the profile calls is kept, the others are compared."""
    inputs = [ARCHIVE, PYODIDE / distribution.MANIFEST, GUIDE_JSON, ALMANAC_JSON, *ask.SOURCES]
    inputs += [file for file in files(HERE) if file.suffix in {".py", ".mjs"}]
    make(FROZEN, [*inputs, *profile, *held_out], lambda: write(profile, held_out))
    fallback.tell(FROZEN)
    return FROZEN


def write(profile: Sequence[str], held_out: Sequence[str]) -> None:
    """Write the module, or an empty file where none can be made that answers alike."""
    requests = [*REQUESTS, *held_out]

    def small() -> bytes:
        shown = [*profile]
        with ThreadPoolExecutor() as node:  # which works while this Python does
            whole = node.submit(ask.whole, ARCHIVE, requests[:BY_WHOLE])
            for _ in range(ATTEMPTS):
                FROZEN.write_bytes(freeze(shown))
                answers = node.submit(ask.frozen, FROZEN, requests)
                expected = ask.ordinary(requests)
                stopped = answers.result().stopped
                shown[:0] = [request for request, _ in stopped]  # shows what else to keep
                if not stopped:
                    break
            must_be_alike(answers.result(), whole.result(), expected)
        return FROZEN.read_bytes()

    fallback.write(FROZEN, small, bytes)


def freeze(
    profile: Sequence[str], archive: Path = ARCHIVE, guide: Path = GUIDE_JSON, folder: Path = FOLDER
) -> bytes:
    """Return the module; what it is made of is left in the folder. Raises whatever goes wrong."""
    folder.mkdir(parents=True, exist_ok=True)
    profile = [*REQUESTS, *profile]
    start = [HERE / "freeze.mjs", PYODIDE, archive, guide, ALMANAC_JSON]
    called = ask.node(start, profile[:IN_PYTHON])
    ask.node([*start, folder], called)
    whole, image = wasm.read((PYODIDE / distribution.WASM).read_bytes()), read_image(folder)
    marked = folder / "marked.wasm"
    marked.write_bytes(freeze_module.module(whole, image, marks=image.stack))
    functions = whole.first + len(whole.bodies)
    with ThreadPoolExecutor() as node:
        marks = node.submit(ask.frozen, marked, profile, image.stack, functions)
        reach = freeze_data.Reach(whole, image)
    reach.empty(marks.result().called)
    return freeze_module.module(whole, image, marks.result().called)


def read_image(folder: Path = FOLDER) -> freeze_module.Image:
    """Read what was written under Node, and tidy it."""
    state = json.loads((folder / "image.json").read_text(encoding="utf-8"))
    image = freeze_module.Image(bytearray((folder / "image.bin").read_bytes()), **state)
    freeze_module.tidy(image)
    freeze_heap.trim(image)
    return image


def must_be_alike(frozen: ask.Replies, whole: ask.Replies, expected: ask.Views) -> None:
    """Raise ``UnlikeError`` unless the frozen, the whole and the ordinary Python say the same."""
    for request, where in frozen.stopped:
        raise UnlikeError(f"stops for {len(frozen.stopped)} requests, such as {request}\n{where}")
    if frozen.views != expected:
        raise UnlikeError("answers otherwise")
    if whole.views != expected[: len(whole.views)]:
        raise UnlikeError("the whole Python answers otherwise")
