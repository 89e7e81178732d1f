"""Days off by country and region: reference data.

The data is made by ``scripts.quiz.holidays`` and is a file of its own, so that
a page fetches all of it or none: no request tells which place was chosen.
Without it, a country changes nothing, and the advice says so.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from followup.workdays import Calendar

BUILT = Path(__file__).with_name("almanac.json")
MORE = 3  # where a country's line says more than its weekend, last year and days
NAME, DAYS, WEEKEND = range(3)  # what stands where in a region's line


@dataclass(frozen=True, slots=True)
class Place:
    """The days off of a country or one of its regions, and what is not known of them."""

    weekend: frozenset[int]
    last_year: int  # the last year for which we know the days
    holidays: frozenset[date]
    estimated: frozenset[date] = frozenset()  # of these, those that may fall a day beside
    swaps_until: int | None = None  # the last year whose swapped days were announced
    worked: frozenset[date] = frozenset()  # days of the weekend on which people work

    def differing(self, other: Place, first: date, last: date) -> frozenset[date | int]:
        """Return the days from ``first`` to ``last``, and of the week, off in one of them alone."""
        days = (day for day in self.holidays ^ other.holidays if first <= day <= last)
        return frozenset((*days, *(self.weekend ^ other.weekend)))


@dataclass(frozen=True, slots=True)
class Holidays:
    """The days off of every country that we know, and of the regions where they differ.

    ``calendars`` keeps the calendars made with them, which remember the waits they have counted.
    """

    first: date
    data: dict[str, Any]
    calendars: dict[tuple[str, str, str], Calendar] = field(default_factory=dict)
    _places: dict[tuple[str, str], Place] = field(default_factory=dict)

    @classmethod
    def from_json(cls, text: str) -> Holidays:
        """Return what a JSON text holds, as ``scripts.quiz.holidays`` writes it."""
        read = json.loads(text)
        return cls(date.fromisoformat(read["from"]), read["countries"])

    @property
    def countries(self) -> Collection[str]:
        """The codes of all countries that we know."""
        return self.data.keys()

    def regions(self, code: str) -> dict[str, str]:
        """Return the regions of a country by ISO 3166-2, with their names in order.

        A name in brackets is what people there say. There are none where all of them have the
        same days off.
        """
        named = ((f"{code}-{one}", line[NAME]) for one, line in self._regions(code).items())
        return dict(sorted(named, key=lambda pair: pair[1]))

    def place(self, code: str, region: str = "") -> Place | None:
        """Return the days off of a country or of its region, None if we do not know the country.

        A region without days of its own has those of the country.
        """
        if code not in self.data:
            return None
        if (code, region) not in self._places:
            whole = self._country(code)
            line = self._regions(code).get(region.partition("-")[2])
            self._places[code, region] = self._region(whole, line) if line else whole
        return self._places[code, region]

    def _line(self, code: str) -> list[Any]:
        line = self.data.get(code, [])
        return self._line(line) if isinstance(line, str) else line  # another name for the same

    def _more(self, code: str) -> Mapping[str, Any]:
        more: Mapping[str, Any] = next(iter(self._line(code)[MORE:]), {})
        return more

    def _regions(self, code: str) -> Mapping[str, list[Any]]:
        found: Mapping[str, list[Any]] = self._more(code).get("regions", {})
        return found

    def _country(self, code: str) -> Place:
        weekend, last_year, gaps, *_ = self._line(code)
        more = self._more(code)
        days, estimated = self._days(gaps)
        return Place(
            weekend=frozenset(map(int, weekend)),
            last_year=last_year,
            holidays=days,
            estimated=estimated,
            swaps_until=more.get("swaps"),
            worked=self._days(more.get("worked", []))[0],
        )

    def _region(self, whole: Place, line: list[Any]) -> Place:
        days, estimated = self._days(line[DAYS])
        holidays = whole.holidays ^ days
        return replace(
            whole,
            weekend=frozenset(map(int, line[WEEKEND])) if line[WEEKEND:] else whole.weekend,
            holidays=holidays,
            estimated=(whole.estimated | estimated) & holidays,
        )

    def _days(self, gaps: list[int]) -> tuple[frozenset[date], frozenset[date]]:
        """Return the days that lie so many days after one another, and those that are estimates."""
        found, estimated, day = [], [], self.first
        for gap in gaps:
            day += timedelta(days=abs(gap))
            found.append(day)
            if gap < 0:
                estimated.append(day)
        return frozenset(found), frozenset(estimated)


def built_holidays() -> Holidays:
    """Return the holidays beside the package; of no country if there are none."""
    if not BUILT.is_file():
        return Holidays(date.min, {})
    return Holidays.from_json(BUILT.read_text(encoding="utf-8"))
