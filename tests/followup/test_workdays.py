"""Counting in business days, each boundary with its neighbor."""

from datetime import date, timedelta

import pytest

from followup.workdays import Calendar, Closure

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
