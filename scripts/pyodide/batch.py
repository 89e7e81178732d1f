"""Ask the browser's Python many requests at once: for comparing and for measuring."""

import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from scripts.paths import ALMANAC_JSON, GUIDE_JSON, ROOT
from scripts.pyodide.core import CORE
from scripts.pyodide.library import ARCHIVE

SCRIPT = ROOT / "scripts" / "pyodide" / "batch.mjs"


@dataclass(frozen=True, slots=True)
class Reply:
    """How a request went: the checksum of the answer and the time it took."""

    checksum: str
    milliseconds: float


def ask_many(requests: Iterable[str]) -> list[Reply]:
    """Start the built runtime under Node and ask; a request is one line of JSON."""
    with tempfile.TemporaryDirectory() as folder:
        asked = Path(folder) / "requests.txt"
        asked.write_text("".join(f"{request}\n" for request in requests), encoding="utf-8")
        with asked.open(encoding="utf-8") as lines:
            done = subprocess.run(
                ["node", SCRIPT, CORE, ARCHIVE, GUIDE_JSON, ALMANAC_JSON],
                stdin=lines,
                cwd=ROOT,
                check=True,
                stdout=subprocess.PIPE,
                text=True,
            )
    replies = (line.split() for line in done.stdout.splitlines())
    return [Reply(checksum, float(took)) for checksum, took in replies]
