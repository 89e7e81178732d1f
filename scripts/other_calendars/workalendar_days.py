"""Print the days off that the package workalendar knows: {country: {year: [days]}}.

Run by ``scripts.days_off`` in an environment of its own.
"""

import json
import sys

from workalendar.exceptions import CalendarError
from workalendar.registry import registry


def days(country: str, year: int) -> list[str]:
    """Return the days off of a country in a year; none where the package does not know it."""
    calendar = registry.get(country)
    try:
        found = calendar().holidays(year) if calendar else []
    except (CalendarError, NotImplementedError, KeyError, ValueError):  # a year without data
        found = []
    return sorted({day.isoformat() for day, _ in found})


years = [int(year) for year in sys.argv[1:]]
print(json.dumps({code: {y: days(code, y) for y in years} for code in json.load(sys.stdin)}))
