"""What was measured, kept as it came, and what the tables make of it."""

from __future__ import annotations

import json
import os
import platform
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scripts.bench.network import SPEEDS
from scripts.bench.visits import Seen, Start
from scripts.paths import write_if_changed

RECORDS = Path(__file__).parent / "records"
LONG = 10  # seconds, whose hundredths nobody needs
MILLION = 1_000_000
FEW = 10_000  # bytes, of which hundreds matter


@dataclass(slots=True)
class Series:
    """One thing measured again and again; all but the times is the same each time."""

    times: list[float] = field(default_factory=list)  # milliseconds
    bytes: int = 0
    requests: int = 0

    def add(self, start: Start) -> None:
        """Take one more start."""
        self.times.append(round(start.took, 1))
        self.bytes, self.requests = start.bytes, start.requests


@dataclass(slots=True)
class Record:
    """A whole run."""

    about: dict[str, str] = field(default_factory=dict)  # day and machine
    rounds: int = 0
    starts: dict[str, Series] = field(default_factory=dict)  # "usual cold 9M"
    visits: dict[str, list[Seen]] = field(default_factory=dict)  # "cold 9M"
    reads: dict[str, list[Seen]] = field(default_factory=dict)  # "7 9M": by screens and speed
    guide_page: tuple[int, int] = (0, 0)  # bytes and requests

    @property
    def is_whole(self) -> bool:
        """Tell whether all ways were measured, at all speeds, and with readers."""
        speeds = {name.rpartition(" ")[2] for name in (*self.starts, *self.reads)}
        return bool(self.reads and self.visits) and speeds == set(SPEEDS)

    def start(self, name: str, start: Start) -> None:
        """Note how a worker started."""
        self.starts.setdefault(name, Series()).add(start)

    def as_json(self) -> str:
        """Return the run as text."""
        return json.dumps(asdict(self), indent=1) + "\n"


def record_from_json(text: str) -> Record:
    """Read a run back."""
    data: dict[str, Any] = json.loads(text)

    def seen(many: dict[str, list[dict[str, Any]]]) -> dict[str, list[Seen]]:
        return {
            name: [Seen(**one | {"waits": tuple(one["waits"])}) for one in some]
            for name, some in many.items()
        }

    return Record(
        about=data["about"],
        rounds=data["rounds"],
        starts={name: Series(**one) for name, one in data["starts"].items()},
        visits=seen(data["visits"]),
        reads=seen(data["reads"]),
        guide_page=(data["guide_page"][0], data["guide_page"][1]),
    )


def keep(name: str, text: str) -> Path:
    """Keep a record where the page is made from."""
    path = RECORDS / name
    write_if_changed(path, text.encode())
    return path


def median(times: Sequence[float]) -> float:
    """Return the middle one."""
    return statistics.median(times)


def ratio(one: Series, other: Series) -> float:
    """Return how a median compares with another's."""
    return median(one.times) / median(other.times)


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
    models = (
        line.partition(":")[2].strip()
        for line in _text("/proc/cpuinfo").splitlines()
        if line.startswith("model name")
    )
    system = (
        line.partition("=")[2].strip('"')
        for line in _text("/etc/os-release").splitlines()
        if line.startswith("PRETTY_NAME")
    )
    return {
        "Measured": f"{datetime.now(tz=UTC).date():%-d %B %Y}",
        "Processor": f"{os.cpu_count()} × {next(models, platform.machine())}",
        "System": next(system, platform.system()),
        "Browser": browser,
        "Load before the run": f"{os.getloadavg()[0]:.1f}",
    }


def _text(path: str) -> str:
    file = Path(path)
    return file.read_text(encoding="utf-8") if file.is_file() else ""
