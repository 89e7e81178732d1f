"""Full random answers, the same ones every time: also such as no quiet life would give."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from scripts.proof.samples import World, full

FIRST_DAY, DAYS = date(2026, 11, 1), 240  # over a year’s end
CLOSED_ONE_IN = 8


def random_answers(first: int, last: int) -> Iterator[World]:
    """Yield random answers; the number of each is its seed."""
    for number in range(first, last):
        rnd = random.Random(number)  # noqa: S311 - not for secrets
        today = FIRST_DAY + timedelta(days=rnd.randrange(DAYS))
        answers = full(rnd, today)
        if rnd.randrange(CLOSED_ONE_IN) == 0:
            answers["closed"] = closed_days(rnd, today)
        yield answers, today


def closed_days(rnd: random.Random, today: date) -> str:
    """Return some days around today on which they are closed, or that no day is."""
    start = today + timedelta(days=rnd.randrange(-10, 10))
    end = start + timedelta(days=rnd.randrange(6))
    return rnd.choice(("none", start.isoformat(), f"{start}..{end}"))
