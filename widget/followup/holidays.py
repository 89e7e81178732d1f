"""Public holidays and weekends by country: reference data.

The data is made by ``scripts.quiz.holidays`` and is a file of its own, so that
a page fetches all of it or none: no request tells which country was chosen.
Without it, a country changes nothing, and the advice says so.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from followup.workdays import Calendar

BUILT = Path(__file__).with_name("almanac.json")


@dataclass(frozen=True, slots=True)
class Country:
    """The days off of a country; ``last_year`` is the last year for which we know them."""

    weekend: frozenset[int]
    last_year: int
    holidays: frozenset[date]


@dataclass(frozen=True, slots=True)
class Holidays:
    """The days off of every country that we know.

    ``calendars`` keeps the calendars made with them, which remember the waits they have counted.
    """

    first: date
    data: dict[str, Any]
    calendars: dict[tuple[str, str], Calendar] = field(default_factory=dict)
    _countries: dict[str, Country] = field(default_factory=dict)

    @classmethod
    def from_json(cls, text: str) -> Holidays:
        """Return what a JSON text holds, as ``scripts.quiz.holidays`` writes it."""
        read = json.loads(text)
        return cls(date.fromisoformat(read["from"]), read["countries"])

    @property
    def countries(self) -> Collection[str]:
        """The codes of all countries that we know."""
        return self.data.keys()

    def country(self, code: str) -> Country | None:
        """Return the days off of a country, None if we do not know it."""
        if code in self.data and code not in self._countries:
            weekend, last_year, gaps = self.data[code]
            found = frozenset(days(self.first, gaps))
            self._countries[code] = Country(frozenset(map(int, weekend)), last_year, found)
        return self._countries.get(code)


def built_holidays() -> Holidays:
    """Return the holidays beside the package; of no country if there are none."""
    if not BUILT.is_file():
        return Holidays(date.min, {})
    return Holidays.from_json(BUILT.read_text(encoding="utf-8"))


def days(start: date, gaps: list[int]) -> list[date]:
    """Return the days that lie so many days after one another."""
    found = []
    for gap in gaps:
        start += timedelta(days=gap)
        found.append(start)
    return found
