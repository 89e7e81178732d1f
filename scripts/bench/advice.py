"""Measure one advice with all its reasons and changes, here and in the browser's Python.

python -m scripts.bench_advise [number of situations]
"""

import json
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from followup import bridge, opened
from followup.guide import guide_from_json
from followup.inquiry import Inquiry
from scripts.paths import ALMANAC_JSON, GUIDE_JSON
from scripts.proof.samples import random_answers
from scripts.pyodide.batch import ask_many

SITUATIONS = 600
WARM_UP = 50  # calendars count each wait once, and so remember it
LEAST = 10  # fewer measurements have no median worth a line


@dataclass(frozen=True, slots=True)
class Measured:
    """One advice: how many questions led to it, and its milliseconds here and in the browser."""

    questions: int
    here: float
    browser: float


def measure(count: int) -> list[Measured]:
    """Ask both for the same advice."""
    text = GUIDE_JSON.read_text(encoding="utf-8")
    guide = guide_from_json(text)
    bridge.start(text)
    opened.open_holidays(ALMANAC_JSON.read_text(encoding="utf-8"))
    asked: list[tuple[int, str]] = []
    for given, today in random_answers(0, count + WARM_UP):
        inquiry = Inquiry(given, today, guide)
        asked.append((len(inquiry.way), request(inquiry.answers, today)))
    here = [timed(one) for _, one in asked]
    browser = [reply.milliseconds for reply in ask_many(one for _, one in asked)]
    questions = [number for number, _ in asked]
    return list(map(Measured, questions, here, browser))[WARM_UP:]


def request(answers: dict[str, str], today: date) -> str:
    """Return the request for advice at once."""
    return json.dumps({"answers": answers, "today": today.isoformat(), "advise": True})


def timed(asked: str) -> float:
    """Return the milliseconds that an answer takes."""
    began = time.perf_counter()
    bridge.view(asked)
    return (time.perf_counter() - began) * 1000


def row(name: str, times: Iterable[Measured]) -> str:
    """Return a line of the table."""
    found = list(times)
    here, browser = [one.here for one in found], [one.browser for one in found]
    figures = [statistics.median(here), at(here, 0.9), statistics.median(browser), at(browser, 0.9)]
    return f"{name:14} {len(found):6}" + "".join(f"{figure:10.1f}" for figure in figures)


def at(times: list[float], part: float) -> float:
    """Return the time that such a part of the documents stays within."""
    return sorted(times)[int(len(times) * part)]


def main() -> int:
    """Measure and print."""
    found = measure(int(sys.argv[1]) if sys.argv[1:] else SITUATIONS)
    by_questions: defaultdict[int, list[Measured]] = defaultdict(list)
    for one in found:
        by_questions[one.questions].append(one)
    print("milliseconds                CPython   nine of   Pyodide   nine of")
    print("questions       times    median  ten within    median ten within")
    for number, some in sorted(by_questions.items()):
        if len(some) >= LEAST:
            print(row(str(number), some))
    print(row("all", found))
    return 0
