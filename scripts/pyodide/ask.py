"""Ask the page's Pythons under Node, and the ordinary one, to see that they say the same."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from followup import bridge, opened
from followup.address import write_fragment
from followup.errors import AnswerError
from scripts.paths import ALMANAC_JSON, GUIDE_JSON, PYODIDE, ROOT, WEB

SCRIPT = Path(__file__).with_suffix(".mjs")
FACE = WEB / "python"
SOURCES = [Path(__file__), SCRIPT, FACE / "frozen.js", FACE / "load-python.js"]
PATIENCE = 600  # seconds; what was cut wrongly may hang
RAISED = "an exception of Python"  # what the door says where nothing stopped

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

Views = list[str | None]  # None where a request was refused, or a Python stopped


class UnlikeError(ValueError):
    """What was made smaller does not do what the whole does."""


@dataclass(frozen=True, slots=True)
class Replies:
    """What a Python of the page's said to each request, and what it took.

    `took` are milliseconds, `errors` the requests without an answer, each with why. A frozen one
    tells its memory in bytes, at its largest, and the functions that were `called` if they were
    marked; a whole one the modules of its zip that it loaded.
    """

    views: Views
    took: list[float]
    errors: list[tuple[str, str]]
    called: list[int]
    bytes: int
    modules: list[str]

    @property
    def stopped(self) -> list[tuple[str, str]]:
        """The requests for which a part was missing, each with where that was."""
        return [(request, why) for request, why in self.errors if RAISED not in why]


def whole(archive: Path, requests: Sequence[str] = REQUESTS) -> Replies:
    """Start Pyodide with this zip, and ask. Raises ``SubprocessError``."""
    return Replies(**node([SCRIPT, ALMANAC_JSON, archive, PYODIDE, GUIDE_JSON], requests))


def frozen(module: Path, requests: Sequence[str], marks: int = 0, count: int = 0) -> Replies:
    """Ask a frozen Python; so many functions may be marked there. Raises ``SubprocessError``."""
    return Replies(**node([SCRIPT, ALMANAC_JSON, module, str(marks), str(count)], requests))


def ordinary(requests: Sequence[str]) -> Views:
    """Ask this very Python."""
    bridge.start(GUIDE_JSON.read_text(encoding="utf-8"))
    opened.open_holidays(ALMANAC_JSON.read_text(encoding="utf-8"))
    views: Views = []
    for request in requests:
        try:
            views.append(bridge.view(request))
        except AnswerError:
            views.append(None)
    return views


def node(command: Sequence[str | Path], given: Sequence[str]) -> Any:  # noqa: ANN401 (JSON)
    """Run a script under Node; return what it prints in its last line, if anything."""
    done = subprocess.run(
        ["node", *command],
        input=json.dumps(given),
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    said = done.stdout.strip().rpartition("\n")[2]
    return json.loads(said) if said else None
