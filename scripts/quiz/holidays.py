"""Write the public holidays of every country into one small file.

They come from the library ``holidays``. A fixed range of years keeps the file
the same on every day of building. A day is written as the number of days
after the one before it.
"""

from __future__ import annotations

import json
import warnings
from datetime import date
from pathlib import Path

import holidays

from scripts.build_cache import make
from scripts.paths import ALMANAC_JSON, ROOT, write_if_changed

FIRST_YEAR, LAST_YEAR = 2024, 2036
CODE_LENGTH = 2
USUAL_WEEKEND = {5, 6}


def build_almanac() -> Path:
    """Write the almanac beside the package and return its path."""
    inputs = [Path(__file__), ROOT / "requirements.lock"]
    make(ALMANAC_JSON, inputs, write_almanac)
    return ALMANAC_JSON


def write_almanac() -> None:
    """Write the almanac, if its bytes are new."""
    write_if_changed(ALMANAC_JSON, text().encode())


def text() -> str:
    """Return the almanac as JSON, always in the same bytes."""
    codes = sorted(code for code in holidays.list_supported_countries() if len(code) == CODE_LENGTH)
    data = {
        "from": date(FIRST_YEAR, 1, 1).isoformat(),
        "countries": {code: country(code) for code in codes},
    }
    return json.dumps(data, separators=(",", ":"))


def country(code: str) -> list[object]:
    """Return weekend, last year known and the gaps between holidays of a country."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # years beyond the library's data are left empty
        found = holidays.country_holidays(code, years=range(FIRST_YEAR, LAST_YEAR + 1))
    weekend = weekend_of(set(found.weekend))
    last = min(LAST_YEAR, found.end_year)
    days = sorted(day for day in found if day.weekday() not in weekend)
    gaps, before = [], date(FIRST_YEAR, 1, 1)
    for day in days:
        gaps.append((day - before).days)
        before = day
    return ["".join(str(day) for day in sorted(weekend)), last, gaps]


def weekend_of(weekend: set[int]) -> set[int]:
    """Return the days on which offices rest.

    Where the law names Sunday alone, most offices rest on Saturday too, and a
    message that waits for Monday does no harm.
    """
    return USUAL_WEEKEND if weekend.issubset(USUAL_WEEKEND) else weekend
