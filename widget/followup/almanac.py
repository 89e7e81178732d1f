"""Public holidays and weekends by country: reference data, opened once.

The data is made by ``scripts.almanac`` and is a file of its own, so that a
page fetches all of it or none: no request tells which country was chosen.
Without it, a country changes nothing, and the advice says so.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

BUILT = Path(__file__).with_name("almanac.json")


@dataclass(frozen=True, slots=True)
class Country:
    """The days off of a country; ``last_year`` is the last year for which we know them."""

    weekend: frozenset[int]
    last_year: int
    holidays: frozenset[date]


_data: dict[str, Any] = {}
_countries: dict[str, Country] = {}


def open_almanac(text: str) -> None:
    """Take the almanac as JSON text, as ``scripts.almanac`` writes it."""
    _data.clear()
    _countries.clear()
    _data.update(json.loads(text))


def is_open() -> bool:
    """Tell whether there is an almanac; opens the built-in one if there is one."""
    if not _data and BUILT.is_file():
        open_almanac(BUILT.read_text(encoding="utf-8"))
    return bool(_data)


def countries() -> Collection[str]:
    """Return the codes of all countries that we know, empty without an almanac."""
    return _data["countries"].keys() if is_open() else ()


def country(code: str) -> Country | None:
    """Return the days off of a country, None if there is no almanac."""
    if not is_open() or code not in _data["countries"]:
        return None
    if code not in _countries:
        weekend, last_year, gaps = _data["countries"][code]
        _countries[code] = Country(
            frozenset(int(day) for day in weekend),
            last_year,
            frozenset(days(date.fromisoformat(_data["from"]), gaps)),
        )
    return _countries[code]


def days(start: date, gaps: list[int]) -> list[date]:
    """Return the days that lie so many days after one another."""
    found = []
    for gap in gaps:
        start += timedelta(days=gap)
        found.append(start)
    return found
