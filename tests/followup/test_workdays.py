"""Counting in business days, each boundary with its neighbor."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from followup.workdays import Calendar, Closure, is_year_end, year_ends_in

FRIDAY, SATURDAY, SUNDAY, MONDAY = (date(2027, 2, day) for day in (5, 6, 7, 8))
WEEK = Calendar()


def test_one_business_day_after_friday_is_monday() -> None:
    assert WEEK.after(FRIDAY, 1) == MONDAY


def test_one_business_day_after_saturday_and_sunday_is_monday_too() -> None:
    assert WEEK.after(SATURDAY, 1) == WEEK.after(SUNDAY, 1) == MONDAY


def test_two_and_three_business_days_after_friday_are_tuesday_and_wednesday() -> None:
    assert WEEK.after(FRIDAY, 2) == date(2027, 2, 9)
    assert WEEK.after(FRIDAY, 3) == date(2027, 2, 10)


def test_no_days_after_a_day_is_that_day() -> None:
    assert WEEK.after(SATURDAY, 0) == SATURDAY


def test_a_negative_wait_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        WEEK.after(FRIDAY, -1)


def test_next_is_the_day_itself_or_the_first_business_day_after_it() -> None:
    assert WEEK.next(FRIDAY) == FRIDAY
    assert WEEK.next(SATURDAY) == MONDAY


def test_the_last_business_day_before_monday_is_friday() -> None:
    assert WEEK.last_before(MONDAY) == FRIDAY


def test_christmas_to_new_year_is_closed_unless_said_otherwise() -> None:
    assert WEEK.after(date(2026, 12, 23), 1) == date(2027, 1, 4)
    assert Calendar(year_end=False).after(date(2026, 12, 23), 1) == date(2026, 12, 24)


def test_closures_and_holidays_do_not_count() -> None:
    away = Calendar(closures=(Closure(MONDAY, MONDAY),))
    holiday = Calendar(holidays=frozenset((MONDAY,)))
    assert away.after(FRIDAY, 1) == holiday.after(FRIDAY, 1) == date(2027, 2, 9)


def test_other_weekends_count_otherwise() -> None:
    friday_and_saturday = Calendar(weekend=frozenset((4, 5)))
    assert friday_and_saturday.after(date(2027, 2, 4), 1) == SUNDAY


def test_counting_on_is_the_same_as_counting_twice() -> None:
    for start in (FRIDAY + timedelta(days=offset) for offset in range(14)):
        assert WEEK.after(WEEK.after(start, 3), 4) == WEEK.after(start, 7)


# 1 February 2027 is a Monday.
WEEKENDS = {
    "Saturday and Sunday": ((5, 6), "02-01 to 02-05", "02-08 to 02-12"),
    "Friday and Saturday": ((4, 5), "01-31 to 02-04", "02-07 to 02-11"),
    "Thursday and Friday": ((3, 4), "01-30 to 02-03", "02-06 to 02-10"),
    "Sunday": ((6,), "02-01 to 02-06", "02-08 to 02-13"),
    "Friday": ((4,), "01-30 to 02-04", "02-06 to 02-11"),
    "Friday and Sunday": ((4, 6), "02-01 to 02-06", "02-08 to 02-13"),
    "none": ((), "02-01 to 02-07", "02-08 to 02-14"),
}


@pytest.mark.parametrize("name", WEEKENDS)
def test_a_week_begins_after_its_weekend_and_ends_before_the_next(name: str) -> None:
    weekend, this, following = WEEKENDS[name]
    calendar = Calendar(weekend=frozenset(weekend))
    first, last = week_around(calendar, date(2027, 2, 2))
    assert f"{first:%m-%d} to {last:%m-%d}" == this
    first, last = week_around(calendar, date(2027, 2, 9))
    assert f"{first:%m-%d} to {last:%m-%d}" == following


def week_around(calendar: Calendar, day: date) -> tuple[date, date]:
    """Return a day's week, which is the week of each of its seven days."""
    first, last = calendar.week_of(day)
    days = [first + timedelta(days=offset) for offset in range(7)]
    assert day in days
    assert {calendar.week_of(one) for one in days} == {(first, last)}
    return first, last


def test_a_week_does_not_mind_holidays() -> None:
    away = Calendar(closures=(Closure(date(2027, 2, 1), date(2027, 2, 5)),))
    assert away.week_of(date(2027, 2, 3)) == (date(2027, 2, 1), date(2027, 2, 5))


def test_a_closure_holds_its_first_and_its_last_day_and_no_other() -> None:
    closure = Closure(FRIDAY, MONDAY)
    assert [FRIDAY in closure, SUNDAY in closure, MONDAY in closure] == [True] * 3
    assert date(2027, 2, 4) not in closure
    assert date(2027, 2, 9) not in closure


def test_the_year_end_is_24_december_to_1_january() -> None:
    closed = [is_year_end(date(2026, 12, 23) + timedelta(days=offset)) for offset in range(11)]
    assert closed == [False, *[True] * 9, False]
    assert not is_year_end(date(2026, 11, 30))
    assert not is_year_end(date(2027, 2, 1))
    assert not is_year_end(date(2027, 1, 24))


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        (date(2026, 12, 20), date(2026, 12, 23), set()),
        (date(2026, 12, 20), date(2026, 12, 24), {2026}),
        (date(2026, 12, 31), date(2027, 1, 1), {2026}),
        (date(2027, 1, 2), date(2027, 1, 9), set()),
        (date(2028, 1, 1), date(2028, 1, 1), {2027}),
        (date(2026, 12, 24), date(2027, 12, 24), {2026, 2027}),
    ],
)
def test_a_year_end_is_named_by_its_december(first: date, last: date, years: set[int]) -> None:
    assert year_ends_in((Closure(first, last),)) == years


def test_a_calendar_that_is_asked_again_says_the_same() -> None:
    calendar = Calendar()
    assert [calendar.after(FRIDAY, 2) for _ in range(2)] == [date(2027, 2, 9)] * 2
    assert calendar.after(FRIDAY, 1) == MONDAY
    assert calendar.after(MONDAY, 2) == date(2027, 2, 10)


def test_the_last_business_day_before_a_day_is_never_that_day() -> None:
    assert WEEK.last_before(SUNDAY) == FRIDAY
    assert WEEK.last_before(SATURDAY) == FRIDAY
    assert WEEK.last_before(FRIDAY) == date(2027, 2, 4)
    assert WEEK.last_before(date(2027, 1, 4)) == date(2026, 12, 23)


def test_calendars_are_equal_by_what_they_say_not_by_what_they_counted() -> None:
    counted = Calendar()
    counted.after(FRIDAY, 3)
    assert counted == Calendar()
    assert "counted" not in repr(counted)


def test_neither_a_calendar_nor_a_closure_can_be_changed() -> None:
    closure = Closure(FRIDAY, MONDAY)
    for thing, name in ((WEEK, "year_end"), (closure, "last")):
        with pytest.raises(AttributeError):
            setattr(thing, name, None)
        assert not hasattr(thing, "__dict__")


def test_a_calendar_is_made_of_named_parts_and_counts_by_itself() -> None:
    make: Callable[..., Calendar] = Calendar
    with pytest.raises(TypeError):
        make(())
    with pytest.raises(TypeError):
        make(_counted={})
