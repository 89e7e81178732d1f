"""Measure one advice with all its reasons and changes, here and in the browser's Python.

python -m scripts.bench.advice
"""

import json
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Sequence

from followup import bridge, opened
from followup.guide import guide_from_json
from followup.inquiry import Inquiry
from scripts.paths import ALMANAC_JSON, GUIDE_JSON
from scripts.proof.samples import random_answers
from scripts.pyodide import ask
from scripts.pyodide.frozen import FROZEN

SITUATIONS = 600
WARM_UP = 50  # calendars count each wait once, and so remember it
LEAST = 10  # fewer measurements have no median worth a line

Measured = tuple[float, float]  # milliseconds of one advice, here and in the browser


def measure() -> dict[int, list[Measured]]:
    """Ask both for the same advice; return the times by how many questions led to it."""
    text = GUIDE_JSON.read_text(encoding="utf-8")
    guide = guide_from_json(text)
    bridge.start(text)
    opened.open_holidays(ALMANAC_JSON.read_text(encoding="utf-8"))
    questions, requests = [], []
    for given, today in random_answers(0, SITUATIONS + WARM_UP):
        inquiry = Inquiry(given, today, guide)
        questions.append(len(inquiry.way))
        asked = {"answers": inquiry.answers, "today": today.isoformat(), "advise": True}
        requests.append(json.dumps(asked))
    here = map(timed, requests)
    times = [*zip(questions, here, ask.frozen(FROZEN, requests).took, strict=True)]
    found: defaultdict[int, list[Measured]] = defaultdict(list)
    for number, *both in sorted(times[WARM_UP:]):
        found[number].append((both[0], both[1]))
    return found


def timed(request: str) -> float:
    """Return the milliseconds that an answer takes."""
    began = time.perf_counter()
    bridge.view(request)
    return (time.perf_counter() - began) * 1000


def row(name: str, times: Sequence[Measured]) -> str:
    """Return a line of the table: for each Python the median, and what nine of ten stay within."""
    figures = [
        figure
        for some in zip(*times, strict=True)
        for figure in (statistics.median(some), statistics.quantiles(some, n=10)[-1])
    ]
    return f"{name:14} {len(times):6}" + "".join(f"{figure:10.1f}" for figure in figures)


def main() -> int:
    """Measure and print."""
    found = measure()
    print("milliseconds                CPython   nine of   Pyodide   nine of")
    print("questions       times    median  ten within    median ten within")
    for number, some in found.items():
        if len(some) >= LEAST:
            print(row(str(number), some))
    print(row("all", [one for some in found.values() for one in some]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
