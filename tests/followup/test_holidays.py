"""Public holidays of the employer's country are no business days."""

import json
from datetime import date

from followup import opened
from followup.answers import understand
from followup.documents import advice_document
from followup.guide import Guide
from followup.inquiry import Inquiry
from scripts.quiz import holidays as made

TODAY = date(2027, 2, 9)
ANSWERS = {
    "interviewed-on": "2027-02-02",
    "thanked": "yes",
    "timeline": "date",
    "decision-date": "2027-02-12",
}


def promised_wait(country: str) -> date:
    """Return the day on which the wait ends for an employer there."""
    calendar = understand({**ANSWERS, "country": country}, TODAY).situation.calendar
    return calendar.after(date(2027, 2, 12), 2)


def test_presidents_day_does_not_count_in_the_united_states() -> None:
    assert promised_wait("US") == date(2027, 2, 17)


def test_it_counts_elsewhere() -> None:
    assert promised_wait("DE") == promised_wait("unsure") == date(2027, 2, 16)


def test_in_israel_sunday_is_a_business_day_and_friday_is_not() -> None:
    calendar = understand({"country": "IL"}, TODAY).situation.calendar
    assert calendar.is_business_day(date(2027, 2, 7))
    assert not calendar.is_business_day(date(2027, 2, 5))


def test_this_week_ends_on_thursday_where_friday_is_the_weekend() -> None:
    answers = {"interviewed-on": "2027-02-02", "timeline": "this-week"}
    assert understand({**answers, "country": "IL"}, TODAY).situation.promised == date(2027, 2, 4)
    assert understand({**answers, "country": "DE"}, TODAY).situation.promised == date(2027, 2, 5)


def test_early_next_week_is_tuesday_where_the_week_begins_on_sunday() -> None:
    answers = {"interviewed-on": "2027-02-02", "timeline": "early-next-week", "country": "IL"}
    assert understand(answers, TODAY).situation.promised == date(2027, 2, 9)


def test_a_country_that_does_not_exist_is_refused() -> None:
    (problem,) = understand({**ANSWERS, "country": "XX"}, TODAY).problems
    assert (problem.question, problem.code) == ("country", "not-a-country")


def notes(guide: Guide, country: str, today: date) -> list[dict[str, str]]:
    """Return the notes beside the advice."""
    answers = {"interviewed-on": today.isoformat(), "country": country}
    document = advice_document(Inquiry(answers, today, guide))
    found: list[dict[str, str]] = document["words"]["notes"]
    return found


def test_a_day_beyond_the_almanac_is_said(guide: Guide) -> None:
    assert notes(guide, "US", TODAY) == []
    assert len(notes(guide, "US", date(made.LAST_YEAR, 12, 20))) == 1


def test_without_an_almanac_a_country_changes_nothing_and_that_is_said(guide: Guide) -> None:
    opened.open_holidays(json.dumps({"from": "2024-01-01", "countries": {}}))
    try:
        assert promised_wait("US") == date(2027, 2, 16)
        assert len(notes(guide, "US", TODAY)) == 1
    finally:
        opened.open_holidays(made.text())


def test_every_country_has_a_weekend_and_days_in_order() -> None:
    assert len(opened.holidays().countries) > 200
    for code in opened.holidays().countries:
        known = opened.holidays().country(code)
        assert known is not None
        assert 1 <= len(known.weekend) <= 2
        assert known.last_year <= made.LAST_YEAR
