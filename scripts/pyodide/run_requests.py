"""Ask the browser's Python under Node, to see what it answers and what it needs for that."""

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from followup.address import write_fragment
from scripts.paths import ALMANAC_JSON, GUIDE_JSON, PYODIDE, ROOT, WEB

SCRIPT = ROOT / "scripts" / "pyodide" / "run-requests.mjs"
SOURCES = [Path(__file__), SCRIPT, SCRIPT.with_name("start.mjs"), WEB / "python/load-python.js"]
PATIENCE = 600  # seconds; what was cut wrongly may hang

# Enough to walk every path of the package that could load a module late. The last one fails on
# purpose: to tell an error takes modules too.
_MINIMAL = {"interviewed-on": "2027-02-02", "heard": "nothing"}
_FULL = _MINIMAL | {
    "thanked": "yes",
    "instructions": "call-any+no-calls",
    "timeline": "date",
    "decision-date": "2027-02-08",
    "check-ins": "1",
    "last-check-in": "2027-02-09",
    "calls": "0",
    "other-deadline": "offer",
    "deadline-on": "2027-02-22",
    "contact": "panel",
    "channels": "email+phone",
    "country": "DE",
    "closed": "2027-02-15..2027-02-16",
}
LINKS = [write_fragment(one) for one in (_MINIMAL, _FULL, {"heard": "rejected"}, {})]
REQUESTS = (
    *(
        json.dumps({"answers": answers, "today": "2027-02-11"} | more)
        for answers, more in (
            ({}, {}),
            (_MINIMAL, {}),
            (_MINIMAL, {"advise": True}),
            (_FULL, {"advise": True}),
            (_FULL, {"screen": 1}),
            ({"heard": "no such value", "interviewed-on": "soon"}, {"submitted": 1}),
            ({"heard": "offer", "heard-on": "2027-02-10"}, {"advise": True}),
        )
    ),
    *(
        json.dumps({"each": LINKS, "today": "2027-02-11"} | more)
        for more in ({}, {"done_on": "2027-02-10", "by_phone": True})
    ),
    "not a request",
)


class UnlikeError(ValueError):
    """What was made smaller does not do what the whole does."""


@dataclass(frozen=True, slots=True)
class Replies:
    """What the browser's Python answered, and what it took.

    `took` are milliseconds. `modules` are those of the zip that it loaded, `broken` those of the
    package that it could not load.
    """

    views: list[str]
    took: list[float]
    modules: list[str]
    broken: list[str]


def ask(archive: Path, requests: Sequence[str] = REQUESTS) -> Replies:
    """Start Pyodide under Node with this zip, and ask. Raises ``SubprocessError``."""
    done = subprocess.run(
        ["node", SCRIPT, PYODIDE, archive, GUIDE_JSON, ALMANAC_JSON],
        input=json.dumps(requests),
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    return Replies(**json.loads(done.stdout.rstrip("\n").rpartition("\n")[2]))


def must_be_alike(wanted: Replies, archive: Path) -> None:
    """Raise ``UnlikeError`` unless this zip answers as wanted, or what `ask` raises."""
    found = ask(archive)
    if found.broken:
        raise UnlikeError(f"cannot import {', '.join(found.broken)}")
    if found.views != wanted.views:
        raise UnlikeError("answers otherwise")
