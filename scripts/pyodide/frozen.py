"""Make a Python for the page that is awake: no start, no imports, no guide to read.

The frozen one must say what the whole one and the ordinary Python say, or a page starts the whole
one as ever. Where a part is missing it stops, and the page asks the whole one; no request that the
build tries may stop.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from followup import bridge, opened
from followup.errors import AnswerError
from scripts.build_cache import files, make
from scripts.paths import ALMANAC_JSON, BUILD, GUIDE_JSON, PYODIDE, ROOT, WEB
from scripts.pyodide import (
    distribution,
    fallback,
    freeze_data,
    freeze_heap,
    freeze_module,
    run_requests,
    wasm,
)
from scripts.pyodide.library import ARCHIVE
from scripts.pyodide.run_requests import UnlikeError

FROZEN = BUILD / "frozen.wasm"  # empty where nothing could be frozen
FOLDER = BUILD / "frozen"
HERE = Path(__file__).parent
FREEZE, ASK = HERE / "freeze.mjs", HERE / "ask-frozen.mjs"
DOOR = WEB / "python" / "frozen.js"
ATTEMPTS = 3
BY_WHOLE = 150  # as many are asked of the whole Python, which is slow under Node
IN_PYTHON = 600  # as many requests show which functions of the library the package calls


@dataclass(frozen=True, slots=True)
class Answers:
    """What the frozen Python said, None where it would hand over to the whole one.

    `stopped` are the requests for which a part was missing, each with where that was; `called` the
    functions that were called, if they were marked; `bytes` is the memory at its largest.
    """

    views: list[str | None]
    stopped: list[tuple[str, str]]
    called: list[int]
    bytes: int


def build(profile: Sequence[str], held_out: Sequence[str]) -> Path:
    """Make the module; return its path. What the profile calls is kept, the others are compared."""
    inputs = [ARCHIVE, PYODIDE / distribution.MANIFEST, GUIDE_JSON, ALMANAC_JSON, DOOR]
    inputs += [file for file in files(HERE) if file.suffix in {".py", ".mjs"}]
    make(FROZEN, [*inputs, *profile, *held_out], lambda: write(profile, held_out))
    fallback.tell(FROZEN)
    return FROZEN


def write(profile: Sequence[str], held_out: Sequence[str]) -> None:
    """Write the module, or an empty file where none can be made that answers alike."""

    def way() -> bytes:
        shown = [*profile]
        for _ in range(ATTEMPTS):
            FROZEN.write_bytes(freeze(shown))
            stopped = [request for request, _ in ask(FROZEN, held_out).stopped]
            if not stopped:
                break
            shown = [*stopped, *shown]  # what stops shows what else to keep
        must_be_alike([*run_requests.REQUESTS, *held_out])
        return FROZEN.read_bytes()

    FROZEN.write_bytes(fallback.first_that_works(FROZEN, [("the frozen Python", way)]) or b"")


def freeze(profile: Sequence[str]) -> bytes:
    """Return the module. Raises whatever goes wrong."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    profile = [*run_requests.REQUESTS, *profile]
    called = _node([FREEZE, "called", *_python()], profile[:IN_PYTHON])
    _node([FREEZE, "image", *_python(), FOLDER], called)
    whole, image = wasm.read((PYODIDE / distribution.WASM).read_bytes()), read_image()
    marked = FOLDER / "marked.wasm"
    marked.write_bytes(freeze_module.module(whole, image, marks=image.stack))
    keep = ask(marked, profile, image.stack, whole.first + len(whole.bodies)).called
    freeze_data.empty(whole, image, keep)
    return freeze_module.module(whole, image, keep)


def read_image() -> freeze_module.Image:
    """Read what was written under Node, and tidy it."""
    state = json.loads((FOLDER / "image.json").read_text(encoding="utf-8"))
    image = freeze_module.Image(bytearray((FOLDER / "image.bin").read_bytes()), **state)
    freeze_module.tidy(image)
    freeze_heap.trim(image)
    return image


def ask(module: Path, requests: Sequence[str], marks: int = 0, count: int = 0) -> Answers:
    """Ask a frozen Python under Node. Raises ``SubprocessError``."""
    more = [str(marks), str(count)] if marks else []
    return Answers(**_node([ASK, module, ALMANAC_JSON, *more], requests))


def must_be_alike(requests: Sequence[str]) -> None:
    """Raise ``UnlikeError`` unless the frozen, the whole and the ordinary Python say the same."""
    found, expected = ask(FROZEN, requests), ordinary(requests)
    for request, where in found.stopped:
        raise UnlikeError(f"stops for {len(found.stopped)} requests, such as {request}\n{where}")
    if found.views != expected:
        raise UnlikeError("answers otherwise")
    told = run_requests.ask(ARCHIVE, requests[:BY_WHOLE]).views
    if any(view not in (None, said) for view, said in zip(expected, told, strict=False)):
        raise UnlikeError("the whole Python answers otherwise")


def ordinary(requests: Sequence[str]) -> list[str | None]:
    """Return what this very Python says; None where it refuses to answer."""
    bridge.start(GUIDE_JSON.read_text(encoding="utf-8"))
    opened.open_holidays(ALMANAC_JSON.read_text(encoding="utf-8"))
    views: list[str | None] = []
    for request in requests:
        try:
            views.append(bridge.view(request))
        except AnswerError:
            views.append(None)
    return views


def _python() -> list[Path]:
    return [PYODIDE, ARCHIVE, GUIDE_JSON, ALMANAC_JSON]


def _node(command: Sequence[str | Path], given: Sequence[str]) -> Any:  # noqa: ANN401 (JSON)
    done = subprocess.run(
        ["node", *command],
        input=json.dumps(given),
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        timeout=run_requests.PATIENCE,
    )
    return json.loads(done.stdout) if done.stdout else None
