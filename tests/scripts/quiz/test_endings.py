"""Short answers without Python are what Python would say, on every day.

``make parity`` looks at each of them on every day of four years, of all processors at once; else it
is a sample.
"""

import hashlib
import json
import os
import random
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest

from followup import bridge
from followup.questions import UNSURE
from scripts.paths import GUIDE_JSON, ROOT
from scripts.quiz.endings import DAY, ENDINGS
from scripts.quiz.first_screens import build

pytestmark = pytest.mark.built
READER = ROOT / "tests" / "web" / "read-first-screens.mjs"
FIRST, ALL, AT_ONCE = date(2026, 11, 1), range(4 * 365 + 1), 20  # days
SAMPLE = 250
SHARES = [ALL[at : at + AT_ONCE] for at in range(0, len(ALL), AT_ONCE)]
SOME = ALL[::13]
SHARES = SHARES if "PARITY" in os.environ else [SOME]
NEAR_A_YEARS_END = {11, 12, 1}  # months
TAKES_PYTHON = "-"
Request = dict[str, object]


@pytest.fixture(scope="module")
def first_screens(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the first screens as a file."""
    path = tmp_path_factory.mktemp("data") / "first-screens.json"
    path.write_text(build(), encoding="utf-8")
    return path


def after_the_first_screen(days: range) -> list[Request]:
    """Return what the page asks after the first screen on these days: each ending, on each day."""
    rows = json.loads(ENDINGS.read_text(encoding="utf-8"))["rows"]
    return [
        asked(said, FIRST + timedelta(today), ago - 1)
        for today in days
        for said, table in rows.items()
        for ago in range(len(table))
    ]


def asked(said: str, today: date, ago: int) -> Request:
    """Return what is asked when that was heard so many days ago; -1 is for not sure."""
    answers = dict(reversed(json.loads(said)))  # in an order of its own, as a reader may answer
    answers[DAY] = UNSURE if ago < 0 else (today - timedelta(ago)).isoformat()
    return {"answers": answers, "today": today.isoformat(), "submitted": 1}


def read(first_screens: Path, requests: list[Request]) -> list[str]:
    """Return what the page makes of each request."""
    done = subprocess.run(
        ["node", READER, first_screens, ENDINGS],
        input="\n".join(map(json.dumps, requests)),
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


def compared(first_screens: Path, requests: list[Request]) -> tuple[int, list[Request]]:
    """Return how many answers were made without Python, and those that Python gives otherwise."""
    bridge.start(GUIDE_JSON.read_text(encoding="utf-8"))
    pages = zip(requests, read(first_screens, requests), strict=True)
    made = [(request, page) for request, page in pages if page != TAKES_PYTHON]
    return len(made), [request for request, page in made if page != expected(request)]


def expected(request: Request) -> str:
    """Return the same from Python."""
    return hashlib.sha256(bridge.view(json.dumps(request)).encode()).hexdigest()


@pytest.mark.parametrize("days", SHARES, ids=str)
def test_python_says_the_same_on_every_day(first_screens: Path, days: range) -> None:
    some = after_the_first_screen(days)
    if days == SOME:
        some = random.Random(5).sample(some, SAMPLE)  # noqa: S311 - not for secrets
    made, others = compared(first_screens, some)
    assert others == []
    months = {(FIRST + timedelta(day)).month for day in days}
    assert made > len(some) * 2 // 3 or (days != SOME and months & NEAR_A_YEARS_END)


def test_whoever_tells_more_or_stands_before_a_year_s_end_waits_for_python(
    first_screens: Path,
) -> None:
    june, filled = date(2028, 6, 14), '[["heard","filled"],["replied","yes"]]'
    others = [
        asked('[["country","US"],["heard","filled"],["replied","yes"]]', june, 3),
        asked(filled, june, 3) | {"screen": 5},
        asked(filled, date(2027, 12, 15), 3),
        asked(filled, june, 40),
        asked(filled, june - timedelta(1), 0) | {"today": (june - timedelta(2)).isoformat()},
    ]
    first, *rest = read(first_screens, [asked(filled, june, 3), *others])
    assert first != TAKES_PYTHON
    assert rest == [TAKES_PYTHON] * len(others)
