"""What was measured of growth, as it is kept."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Size:
    """What was measured at one size; times in milliseconds, the best of several."""

    axis: str
    times: int
    count: int  # of rules, questions or sections
    bytes: int  # all that a start fetches
    start: float
    advice: float
    start_here: float  # in the ordinary Python, already compiled
    advice_here: float


@dataclass(slots=True)
class Growth:
    """A whole run."""

    about: dict[str, str] = field(default_factory=dict)
    sizes: list[Size] = field(default_factory=list)
    heap: dict[str, tuple[int, int]] = field(default_factory=dict)  # after 1 and 1,000 answers

    def as_json(self) -> str:
        """Return the run as text."""
        return json.dumps(asdict(self), indent=1) + "\n"


def growth_from_json(text: str) -> Growth:
    """Read a run back."""
    data: dict[str, Any] = json.loads(text)
    heap = {name: (first, last) for name, (first, last) in data["heap"].items()}
    return Growth(data["about"], [Size(**one) for one in data["sizes"]], heap)
