"""Count in business days: the one unit in which waits are measured.

The day itself never counts, so the first business day after a Friday is a
Monday. The guide explains this to readers under ``timing#counting-days``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
SATURDAY, SUNDAY = 5, 6
MONDAY = 0
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Closure:
    """Days on which the employer is closed, both ends included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        """Tell whether ``day`` is one of them."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The employer's working days.

    ``year_end`` closes 24 December to 1 January, which is what we assume
    while nobody has said otherwise. ``own_year_ends`` names the year's ends,
    by the year of their December, in which ``closures`` say all there is to say.
    """

    closures: tuple[Closure, ...] = ()
    holidays: frozenset[date] = frozenset()
    weekend: frozenset[int] = frozenset((SATURDAY, SUNDAY))
    year_end: bool = True
    own_year_ends: frozenset[int] = frozenset()
    _counted: dict[tuple[date, int], date] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )  # waits are counted again and again from the same few days
    _following: dict[date, date] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )  # the first business day after a day

    def is_business_day(self, day: date) -> bool:
        """Tell whether people are at work on ``day``."""
        if day.weekday() in self.weekend or day in self.holidays:
            return False
        if self.year_end and is_year_end(day) and year_of_end(day) not in self.own_year_ends:
            return False
        return not any(day in closure for closure in self.closures)

    def after(self, day: date, count: int) -> date:
        """Return the ``count``-th business day strictly after ``day``.

        >>> Calendar().after(date(2027, 2, 5), 2)  # Friday, then Tuesday
        datetime.date(2027, 2, 9)

        Raises ``ValueError`` for a negative count.
        """
        if count < 0:
            message = "a wait cannot be negative"
            raise ValueError(message)
        key = day, count
        found = self._counted.get(key)
        if found is None:
            found = day
            for _ in range(count):
                found = self._following.get(found) or self._follow(found)
            self._counted[key] = found
        return found

    def _follow(self, day: date) -> date:
        found = self._following[day] = self.next(day + ONE_DAY)
        return found

    def next(self, day: date) -> date:
        """Return ``day`` if it is a business day, else the first one after it."""
        while not self.is_business_day(day):
            day += ONE_DAY
        return day

    def last_before(self, day: date) -> date:
        """Return the last business day strictly before ``day``."""
        day -= ONE_DAY
        while not self.is_business_day(day):
            day -= ONE_DAY
        return day

    def week_of(self, day: date) -> tuple[date, date]:
        """Return the first and the last working weekday of the week in which ``day`` lies.

        The week begins after the weekend; the weekend belongs to the week before it.
        """
        starts = (one for one in (MONDAY, SUNDAY, SATURDAY) if self._begins_a_week(one))
        first = day - ONE_DAY * ((day.weekday() - next(starts, MONDAY)) % 7)
        last = first + WEEK - ONE_DAY
        while last.weekday() in self.weekend:
            last -= ONE_DAY
        return first, last

    def _begins_a_week(self, weekday: int) -> bool:
        return weekday not in self.weekend and (weekday - 1) % 7 in self.weekend


def is_year_end(day: date) -> bool:
    """Tell whether ``day`` lies from 24 December to 1 January."""
    return (day.month, day.day) >= (12, 24) or (day.month, day.day) == (1, 1)


def year_of_end(day: date) -> int:
    """Return the year of the December of the year's end in which ``day`` lies."""
    return day.year - (day.month == 1)


def year_ends_in(closures: tuple[Closure, ...]) -> frozenset[int]:
    """Return the year's ends in which one of the closed days lies."""
    lengths = ((closure, (closure.last - closure.first).days) for closure in closures)
    days = (closure.first + ONE_DAY * n for closure, most in lengths for n in range(most + 1))
    return frozenset(year_of_end(day) for day in days if is_year_end(day))
