"""Write the days off of every country and region into one small file.

They come from the library ``holidays``; ``scripts.quiz.places`` says where we know better. A fixed
range of years keeps the file the same on every day of building.

A day is written as the number of days after the one before it, with a minus if it is an estimate.
A region says only which days differ from those of its country, which are taken in or out.
"""

from __future__ import annotations

import json
import re
import warnings
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import holidays
from holidays import HolidayBase

from followup.quiz import plainly
from scripts.build_cache import make
from scripts.paths import ALMANAC_JSON, ROOT, write_if_changed
from scripts.quiz import places
from scripts.quiz.places import CLOSED_IN_FACT, ISO, NAMES, NO_LONGER_SWAPPED, OWN_WEEKENDS

FIRST_YEAR, LAST_YEAR = 2024, 2036
CODE_LENGTH = 2
USUAL_WEEKEND = frozenset((5, 6))
SAME = {"UK": "GB"}  # two codes for one country
REGION = re.compile(r"[A-Z0-9]{1,3}")  # a region by ISO 3166-2; the library has cities, too
ENGLISH = "en_US"
SWAPPED = "substituted from"  # what the library calls a working day changed for one off
YEARS_LOOKED_AT = range(2022, 2027)  # have working days been swapped year by year?
YEARS_AT_LEAST = 3
FULL = 0.5  # a year with fewer of the usual days than that is not known


def build_almanac() -> Path:
    """Write the almanac beside the package and return its path."""
    inputs = [Path(__file__), Path(places.__file__), ROOT / "requirements.lock"]
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
        "countries": {
            code: SAME[code] if code in SAME else Country(code).written() for code in codes
        },
    }
    return json.dumps(data, separators=(",", ":"), ensure_ascii=False)


class Country:
    """The days off of a country, and of its regions where they differ."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.nationwide = known(code)
        self.weekend = weekend_of(code, frozenset(self.nationwide.weekend))
        self.regions = {iso: known(code, region) for region, iso in regions(code, self.nationwide)}
        self.days = set(self.nationwide) | set(self.closed_for_most())

    def closed_for_most(self) -> Iterable[date]:
        """Yield the weekdays on which more than half of the regions close."""
        count = Counter(day for found in self.regions.values() for day in found)
        return (day for day, times in count.items() if times * 2 > len(self.regions))

    def written(self) -> list[object]:
        """Return weekend, last year known and days; and what else there is to say."""
        worked = sorted(
            day
            for day in getattr(self.nationwide, "weekend_workdays", ())
            if FIRST_YEAR <= day.year <= LAST_YEAR
        )
        swaps = None if self.code in NO_LONGER_SWAPPED else swaps_known_until(self.nationwide)
        more = {
            "swaps": swaps,
            "worked": gaps(worked) if worked else None,
            "regions": self.regions_written(),
        }
        said = {name: value for name, value in more.items() if value}
        days = gaps(self.on_weekdays(self.days, self.weekend), self.estimated())
        return ["".join(map(str, sorted(self.weekend))), self.last_year(), days] + (
            [said] if said else []
        )

    def last_year(self) -> int:
        """Return the last year for which the library knows most of the usual days."""
        last = min(LAST_YEAR, self.nationwide.end_year)
        count = Counter(day.year for day in self.nationwide)
        usual = sorted(count[year] for year in range(FIRST_YEAR, last + 1))
        while last > FIRST_YEAR and count[last] < FULL * usual[len(usual) // 2]:
            last -= 1
        return last

    def estimated(self) -> set[date]:
        """Return the days of which the library says that they are estimates."""
        found = (self.nationwide, *self.regions.values())
        return {day for one in found for day, name in one.items() if is_estimated(name)}

    def regions_written(self) -> dict[str, list[object]]:
        """Return each region's name and the days that differ; none where all are alike."""
        written: dict[str, list[object]] = {}
        for iso, found in self.regions.items():
            weekend = weekend_of(iso, self.weekend)
            days = set(self.on_weekdays(found, weekend))
            differing = days ^ set(self.on_weekdays(self.days, weekend))
            named = [name_of(iso, found), gaps(sorted(differing), self.estimated())]
            own = ["".join(map(str, sorted(weekend)))] if weekend != self.weekend else []
            written[iso.partition("-")[2]] = [*named, *own]
        alike = all(not one[1] and len(one) == len(("name", "days")) for one in written.values())
        return {} if alike else written

    @staticmethod
    def on_weekdays(days: Iterable[date], weekend: frozenset[int]) -> list[date]:
        """Return the days of our years that are not at the weekend, in order."""
        ours = (day for day in days if FIRST_YEAR <= day.year <= LAST_YEAR)
        return sorted(day for day in ours if day.weekday() not in weekend)


def known(code: str, region: str | None = None) -> HolidayBase:
    """Return what the library knows of a place, with the days on which offices close in fact."""
    found = asked(code, region)
    for one in CLOSED_IN_FACT:
        if one.country == code:
            also = asked(code, region, one.category)
            for day, name in sorted(also.items()):
                if day.weekday() in one.weekdays and name.startswith(one.names or ("",)):
                    found[day] = name
    return found


def asked(code: str, region: str | None = None, category: str = "public") -> HolidayBase:
    """Ask the library, in English where it can; years beyond its data are left empty."""
    languages = getattr(holidays, code).supported_languages
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return holidays.country_holidays(
            code,
            subdiv=region,
            years=range(YEARS_LOOKED_AT.start, LAST_YEAR + 1),
            language=ENGLISH if ENGLISH in languages else None,
            categories=(category,),
        )


def regions(code: str, found: HolidayBase) -> list[tuple[str, str]]:
    """Return the regions that the library tells apart, by its code and by ISO 3166-2."""
    names = [one for one in found.subdivisions if REGION.fullmatch(one)]
    return [(one, ISO.get(f"{code}-{one}", f"{code}-{one}")) for one in names]


def name_of(iso: str, found: HolidayBase) -> str:
    """Return by what name people know a region: in English, and as they say there if unlike."""
    aliases = found.subdivisions_aliases.items()
    theirs = [name for name, code in aliases if code == found.subdiv and not name.isupper()]
    name = NAMES.get(iso) or theirs[0]
    unlike = [one for one in theirs if plainly(one) != plainly(name)]
    return f"{name} ({unlike[0]})" if unlike and "(" not in name else name


def is_estimated(name: str) -> bool:
    """Tell whether the library calls a day an estimate."""
    return "(estimated)" in name


def weekend_of(place: str, library: frozenset[int]) -> frozenset[int]:
    """Return the days on which offices rest.

    Where the law names Sunday alone, most offices rest on Saturday too, and a
    message that waits for Monday does no harm.
    """
    own = next((one.days for one in OWN_WEEKENDS if one.place == place), None)
    rests_on_sunday_alone = library.issubset(USUAL_WEEKEND)
    return own or (USUAL_WEEKEND if rests_on_sunday_alone else library)


def swaps_known_until(found: HolidayBase) -> int | None:
    """Return the last year of which swapped days are known, where they are announced each year."""
    swapped = {day.year for day, name in found.items() if SWAPPED in name}
    often = len(swapped & {*YEARS_LOOKED_AT}) >= YEARS_AT_LEAST
    return max(swapped) if often else None


def gaps(days: Iterable[date], estimated: Iterable[date] = ()) -> list[int]:
    """Return how many days lie between days, with a minus before an estimate."""
    found, before = [], date(FIRST_YEAR, 1, 1)
    for day in days:
        gap = (day - before).days
        found.append(-gap if day in estimated else gap)
        before = day
    return found
