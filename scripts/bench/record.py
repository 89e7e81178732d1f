"""What was measured, kept as it came, and how its figures are said."""

from __future__ import annotations

import json
import os
import platform
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypedDict

from scripts.paths import write_if_changed

RECORDS = Path(__file__).parent / "records"
LONG = 10  # seconds, whose hundredths nobody needs
MILLION = 1_000_000
FEW = 10_000  # bytes, of which hundreds matter


class Series(TypedDict):
    """Starts of a worker up to its first advice; all but the times is the same each time."""

    times: list[float]  # milliseconds
    bytes: int
    requests: int


class Seen(TypedDict):
    """What a visit of the quiz page was like, in milliseconds since setting out for it."""

    screen: float  # the first question can be answered
    bytes: int  # that had come by then
    requests: int
    ready: float  # Python is awake
    block: float  # the longest of the main thread until then; 0 where none reached 50 ms
    waits: list[float]  # per screen, after Continue


class Record(TypedDict):
    """A whole run."""

    about: dict[str, str]  # day and machine
    rounds: int
    starts: dict[str, Series]  # "usual cold 9M"
    visits: dict[str, list[Seen]]  # "cold", "again": without network
    reads: dict[str, list[Seen]]  # "7 9M": by screens and speed
    guide_page: tuple[int, int]  # bytes and requests


class Size(TypedDict):
    """What was measured at one size; times in milliseconds, the best of several."""

    axis: str
    times: int
    count: int  # of rules, questions or sections
    bytes: int  # all that a start fetches
    start: float
    advice: float
    start_here: float  # in the ordinary Python, already compiled
    advice_here: float


class Growth(TypedDict):
    """How start, size and one advice grow, and the memory."""

    about: dict[str, str]
    sizes: list[Size]
    heap: dict[str, tuple[int, int]]  # bytes after 1 and 1,000 answers


class Bar(TypedDict):
    """Something that took its time, in milliseconds since the reader set out for the page."""

    name: str
    kind: str  # fetched, compiled or run
    begins: float
    ends: float
    bytes: int


class Trace(TypedDict):
    """One start, as the browser traced it."""

    network: str
    bars: list[Bar]
    marks: dict[str, float]  # what the reader notices, and when


def keep(name: str, record: Record | Growth | Trace) -> None:
    """Keep a record where the page is made from."""
    write_if_changed(RECORDS / f"{name}.json", (json.dumps(record, indent=1) + "\n").encode())


def kept(name: str) -> Any:  # noqa: ANN401 (the record of this name)
    """Return what was recorded last."""
    return json.loads((RECORDS / f"{name}.json").read_text(encoding="utf-8"))


def seconds(milliseconds: float) -> str:
    """Say a time: two digits that matter are enough."""
    value = milliseconds / 1000
    return f"{value:.1f} s" if value >= LONG else f"{value:.2f} s"


def size(count: float) -> str:
    """Say a size, in thousands or millions of bytes."""
    if count >= MILLION:
        return f"{count / MILLION:.2f} MB"
    return f"{count / 1000:.{1 if 0 < count < FEW else 0}f} kB"


def spread(times: Sequence[float]) -> str:
    """Say from where to where."""
    return f"from {seconds(min(times))} to {seconds(max(times))}"


def requests(count: float) -> str:
    """Say a number of requests."""
    return f"{count:g} request{'' if count == 1 else 's'}"


def machine(browser: str) -> dict[str, str]:
    """Say when it ran and on what, as far as it matters for the times."""
    on_linux = platform.system() == "Linux"
    about = Path("/proc/cpuinfo").read_text(encoding="utf-8") if on_linux else ""
    model = re.search(r"^model name\s*: (.*)", about, re.MULTILINE)
    return {
        "Measured": f"{datetime.now(tz=UTC).date():%B %-d, %Y}",
        "Processor": f"{os.cpu_count()} × {model[1] if model else platform.machine()}",
        "System": platform.freedesktop_os_release()["PRETTY_NAME"]
        if on_linux
        else platform.platform(),
        "Browser": browser,
        "Load before the run": f"{os.getloadavg()[0]:.1f}",
    }
