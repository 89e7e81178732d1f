"""Compare our days off with two other calendars, and write what differs into the page about it.

    make days

A difference is a weekday of the years below on which both others agree against us, so that the
next business day is another one. Each country that differs has its cause here; a country without
one, or a cause without a difference, ends the command with an error.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from followup.holidays import Holidays
from followup.workdays import Calendar
from scripts.bench.page import filled
from scripts.paths import BUILD, DOCS, ROOT, write_if_changed
from scripts.quiz.holidays import SAME, build_almanac
from scripts.quiz.places import CLOSED_IN_FACT, LEFT, OWN_WEEKENDS

PAGE = DOCS / "about" / "days-off.md"
OTHERS = ROOT / "scripts" / "other_calendars"
HOME = BUILD / "other-calendars"  # where make has put both packages
YEARS = (2027, 2028)
LAST = date(2028, 12, 23)  # so that the next business day still lies in the years compared
ONE_DAY = timedelta(days=1)
Days = dict[str, dict[str, list[str]]]

CAUSES = {
    "AO": "Both others lack March 23, and the days off between a holiday and the weekend.",
    "AU": "The King’s Birthday is off in most states, and so counts for the country.",
    "BG": "May 1 falls on a Saturday and moves behind the Orthodox Easter.",
    "BJ": "The Vodoun days have moved from January 10 to a Thursday and Friday.",
    "CA": "Family Day, Victoria Day, Thanksgiving, Remembrance Day are off in most provinces.",
    "CY": "Green Monday and Pentecost Monday are off; both others lack them.",
    "DE": "Reformation Day is off in nine of sixteen states.",
    "DZ": "The Eids have three days by now; both others have two.",
    "ES": "Maundy Thursday is off in seventeen of nineteen regions.",
    "GE": "The day of families is May 17; both others lack it.",
    "GR": "May 1 falls on Holy Saturday and moves to Tuesday.",
    "KE": "Eid al-Adha is declared year by year, and the library waits for that.",
    "KR": "Labor Day is public now; New Year has a third day; the election of 2028 is a day off.",
    "KY": "Emancipation Day and the King’s Birthday; both others lack these days.",
    "KZ": "A day of Nowruz that falls on a Sunday moves.",
    "MC": "Assumption falls on a Sunday and moves to Monday.",
    "MG": "Republic Day is December 11; both others lack it.",
    "NG": "The Eids have a second day, holidays at the weekend move, estimates differ by a day.",
    "PT": "Carnival Tuesday is off by custom and many agreements.",
    "PY": "The day of the constitution is June 20; both others lack it.",
    "RS": "May 2 falls on the Orthodox Easter, so Labor Day moves to Tuesday.",
    "RU": "Two days off are swapped in from the weekend for 2027.",
    "ST": "The day of King Amador is January 4; both others lack it.",
    "TN": "Eid al-Adha has a second day, and estimates of it differ by a day.",
    "TR": "The feast of sacrifice has four days; both others have three.",
    "TW": "The law of 2025 has added days: the New Year’s Eve, Teachers’ Day, and others.",
    "UA": "Under martial law no public holiday is a day off.",
}


def weekdays(days: Days, code: str) -> frozenset[date]:
    """Return the days off of a country, all years together."""
    return frozenset(date.fromisoformat(one) for year in days[code].values() for one in year)


def differing(ours: Calendar, others: tuple[Calendar, Calendar]) -> Iterator[date]:
    """Yield the days on which both others agree on whether people work, and we do not."""
    day = date(YEARS[0], 1, 2)
    while day <= LAST:
        first, second = (one.is_business_day(day) for one in others)
        if first is second is not ours.is_business_day(day):
            yield day
        day += ONE_DAY


def moved(ours: Calendar, other: Calendar) -> int:
    """Count the days after which the next business day is another one."""
    days = (date(YEARS[0], 1, 1) + ONE_DAY * n for n in range((LAST - date(YEARS[0], 1, 1)).days))
    return sum(ours.after(day, 1) != other.after(day, 1) for day in days)


def asked(command: list[str | Path], codes: Iterable[str]) -> Days:
    """Ask one of the others for the days off of these countries."""
    years = [str(year) for year in YEARS]
    done = subprocess.run(
        [*command, *years], input=json.dumps([*codes]), capture_output=True, check=True, text=True
    )
    found: Days = json.loads(done.stdout)
    return found


def compared(almanac: Holidays, first: Days, second: Days) -> dict[str, list[str]]:
    """Return a row for each country that both others know: code, countries' days that differ."""
    rows: dict[str, list[str]] = {}
    for code in almanac.countries:
        place = almanac.place(code)
        known = all(year for found in (first, second) for year in found.get(code, {0: ()}).values())
        if code in SAME or not known or place is None:
            continue
        own, *others = (
            Calendar(holidays=days, weekend=place.weekend)
            for days in (place.holidays, weekdays(first, code), weekdays(second, code))
        )
        days = list(differing(own, (others[0], others[1])))
        count = str(min(moved(own, other) for other in others)) if days else ""
        rows[code] = [", ".join(map(str, days)), count]
    return rows


# ---- the page ------------------------------------------------------------------------------


def table(head: str, rows: Iterable[Iterable[str]]) -> str:
    """Return a table of the page; its head is given as "one | other"."""
    names = head.split(" | ")
    lines = [f"| {head} |", f"|{' --- |' * len(names)}", *(f"| {' | '.join(r)} |" for r in rows)]
    return "\n".join(lines) + "\n"


def of_places() -> dict[str, str]:
    """Return the tables that need no other calendar."""
    return {
        "weekends": table(
            "Place | Days off | Why | Sources",
            ((one.place, named(one.days), one.why, cited(one.sources)) for one in OWN_WEEKENDS),
        ),
        "left": table("Place | Why it stays as the library has it", LEFT.items()),
        "closed": table(
            "Country | Why | Sources",
            ((one.country, one.why, cited(one.sources)) for one in CLOSED_IN_FACT),
        ),
    }


def named(days: Iterable[int]) -> str:
    """Return days of the week by name."""
    names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    return " and ".join(names[day] for day in sorted(days))


def cited(sources: Iterable[str]) -> str:
    """Return sources as links where they are addresses."""
    return ", ".join(
        one if " " in one else f"[{one.partition('/')[0]}](https://{one})" for one in sources
    )


def differences(rows: dict[str, list[str]]) -> str:
    """Return the table of countries that differ, with causes."""
    return table(
        "Country | Days on which both others agree against us | Why",
        ((code, days, CAUSES[code]) for code, (days, _) in rows.items() if days),
    )


def main() -> int:
    """Compare, say what has no cause, and write the page."""
    almanac = Holidays.from_json(build_almanac().read_text(encoding="utf-8"))
    codes = list(almanac.countries)
    first = asked([HOME / "bin" / "python", OTHERS / "workalendar_days.py"], codes)
    second = asked(["node", OTHERS / "date_holidays_days.js", HOME], codes)
    rows = compared(almanac, first, second)
    differ = {code for code, (days, _) in rows.items() if days}
    print(f"{len(rows)} countries compared, {len(differ)} differ from what both others say")
    for code, (days, count) in rows.items():
        if days:
            print(f"{code} {count:>3} {days}: {CAUSES.get(code, 'NO CAUSE')}")
    if differ != {*CAUSES}:
        print(f"without a cause, or a cause without a difference: {differ ^ {*CAUSES}}")
        return 1
    made = of_places() | {"differences": differences(rows)}
    write_if_changed(PAGE, filled(PAGE.read_text(encoding="utf-8"), made).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
