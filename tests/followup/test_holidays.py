"""Days on which people are off, where the job is, are no business days."""

import json
from datetime import date

import pytest

from followup import opened
from followup.answers import understand
from followup.documents import advice_document, question_document
from followup.guide import Guide
from followup.inquiry import Inquiry
from followup.questions import Screen
from scripts.quiz import holidays as made

TODAY = date(2027, 2, 9)
ANSWERS = {
    "interviewed-on": "2027-02-02",
    "thanked": "yes",
    "timeline": "date",
    "decision-date": "2027-02-12",
}


def works(place: str, day: str) -> bool:
    """Tell whether people work on a day in "DE", or in "DE-BY"."""
    question = "region" if "-" in place else "country"
    calendar = understand({question: place}, TODAY).situation.calendar
    return calendar.is_business_day(date.fromisoformat(day))


def promised_wait(country: str) -> date:
    """Return the day on which the wait ends for an employer there."""
    calendar = understand({**ANSWERS, "country": country}, TODAY).situation.calendar
    return calendar.after(date(2027, 2, 12), 2)


@pytest.mark.parametrize("country", ["LY", "PS", "SO"])
def test_where_friday_is_off_sunday_is_a_business_day(country: str) -> None:
    assert not works(country, "2027-02-05")
    assert works(country, "2027-02-07")


def test_presidents_day_does_not_count_in_the_united_states() -> None:
    assert promised_wait("US") == date(2027, 2, 17)


def test_it_counts_elsewhere() -> None:
    assert promised_wait("DE") == promised_wait("unsure") == date(2027, 2, 16)


def test_in_israel_sunday_is_a_business_day_and_friday_is_not() -> None:
    assert works("IL", "2027-02-07")
    assert not works("IL", "2027-02-05")


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


# ---- off for most, and off in fact ---------------------------------------------------------


OFF_FOR_MOST = (
    "CH 2027-03-26, CH 2027-03-29, CH 2027-05-17, GB 2027-03-29, GB 2027-08-30, "
    "CA 2027-02-15, CA 2027-05-24, CA 2027-10-11, CA 2027-11-11, AU 2027-06-14, "
    "AU 2027-12-27, ES 2027-03-25, MY 2027-10-28, DE 2028-10-31"
)
OFF_IN_FACT = (
    "HK 2027-03-26, BR 2027-02-08, BR 2027-02-09, BR 2027-05-27, PT 2027-02-09, "
    "SE 2027-06-25, ID 2027-03-12, TT 2027-02-08, UY 2027-03-25"
)
A_WORKING_DAY = (
    "BR 2027-02-10, BR 2027-10-28, UY 2027-03-22, UY 2027-04-19, DE 2027-01-06, "
    "GB 2027-08-02, US 2027-03-26, US 2027-04-19, AT 2027-03-26, LU 2027-03-26"
)


@pytest.mark.parametrize("place", f"{OFF_FOR_MOST}, {OFF_IN_FACT}".split(", "))
def test_a_day_off_for_most_or_in_fact_is_a_day_off(place: str) -> None:
    assert not works(*place.split())


@pytest.mark.parametrize("place", A_WORKING_DAY.split(", "))
def test_a_day_off_for_a_few_is_a_business_day(place: str) -> None:
    assert works(*place.split())


# ---- regions ----------------------------------------------------------------------------------


OFF_THERE = (
    "DE-BY 2027-01-06, DE-BY 2027-05-27, DE-BY 2027-11-01, GB-SCT 2027-01-04, GB-SCT 2027-08-02, "
    "GB-SCT 2027-11-30, AU-VIC 2027-11-02, US-MA 2027-04-19, IT-MI 2027-12-07, CA-QC 2027-06-24, "
    "MY-03 2027-02-05"
)
ON_THERE = (
    "DE-BY 2028-10-31, GB-SCT 2027-03-29, CA-QC 2027-02-15, CA-QC 2027-11-11, CH-VS 2027-03-29, "
    "MY-03 2027-02-07, CA-ON 2027-11-11"
)


@pytest.mark.parametrize("place", OFF_THERE.split(", "))
def test_a_region_has_days_off_of_its_own(place: str) -> None:
    assert not works(*place.split())


@pytest.mark.parametrize("place", ON_THERE.split(", "))
def test_a_region_works_when_most_others_do_not(place: str) -> None:
    assert works(*place.split())


def test_a_region_that_is_none_or_lies_elsewhere_is_refused() -> None:
    for answers, code in (
        ({"region": "DE-XX"}, "not-a-region"),
        ({"region": "Bavaria"}, "not-a-region"),
        ({"country": "FR", "region": "DE-BY"}, "region-elsewhere"),
    ):
        (problem,) = understand({**ANSWERS, **answers}, TODAY).problems
        assert (problem.question, problem.code) == ("region", code)
    assert not understand({**ANSWERS, "country": "NO", "region": "NO-03"}, TODAY).problems


def offered(guide: Guide, interview: str, **answers: str) -> dict[str, str]:
    """Return the regions that are offered beside the result, by code."""
    today = date.fromisoformat(interview)
    inquiry = Inquiry({"interviewed-on": interview, "thanked": "yes", **answers}, today, guide)
    shown = question_document(inquiry, Screen.BESIDE)["questions"]
    (region,) = (one for one in shown if one["id"] == "region")
    return {one["value"]: one["label"] for one in region["options"]}


def test_a_region_is_offered_by_name_where_it_changes_a_day(guide: Guide) -> None:
    in_may = offered(guide, "2027-05-21", country="DE")
    assert in_may["DE-BY"] == "Bavaria (Bayern)"
    assert list(in_may.values()) == sorted(in_may.values())
    assert offered(guide, "2027-07-01", country="DE") == {}
    assert offered(guide, "2027-05-21", country="NO") == {}
    assert offered(guide, "2027-05-21") == {}
    assert "MY-03" in offered(guide, "2027-07-01", country="MY")  # a weekend of its own
    assert "DE-BY" in offered(guide, "2027-07-01", country="DE", region="DE-BY")


NAMED = {
    "DE-BY": "Bavaria",
    "GB-SCT": "Scotland",
    "CA-ON": "Ontario",
    "AU-NSW": "New South Wales",
    "ES-CT": "Catalonia",
    "MY-03": "Kelantan",
    "IT-RM": "Rome",
}


def test_regions_have_the_names_that_people_use() -> None:
    for region, name in NAMED.items():
        assert opened.holidays().regions(region[:2])[region].partition(" (")[0] == name


def test_a_name_is_also_the_one_that_people_there_use() -> None:
    for region, name in {
        "DE-NW": "North Rhine-Westphalia (Nordrhein-Westfalen)",
        "CH-LU": "Lucerne (Luzern)",
        "ES-CT": "Catalonia (Cataluña)",
        "CH-ZH": "Zurich",
        "IT-BZ": "Bolzano (South Tyrol)",
    }.items():
        assert opened.holidays().regions(region[:2])[region] == name


def test_every_region_has_a_name_of_its_own() -> None:
    for code in opened.holidays().countries:
        names = list(opened.holidays().regions(code).values())
        assert len({*names}) == len(names)
        assert all(len(name) > len("XX") for name in names)


# ---- what is not known ---------------------------------------------------------------------------


def notes(guide: Guide, today: date, **answers: str) -> list[str]:
    """Return the notes beside the advice."""
    given = {"interviewed-on": today.isoformat(), **answers}
    document = advice_document(Inquiry(given, today, guide))
    return [one["text"] for one in document["words"]["notes"]]


@pytest.mark.parametrize(
    ("country", "today", "name"),
    [
        ("US", date(2027, 6, 8), ""),
        ("US", date(made.LAST_YEAR, 12, 20), "note-holidays-until"),
        ("NP", date(2036, 2, 9), "note-holidays-until"),
        ("CN", date(2027, 2, 9), "note-swaps-until"),
        ("CN", date(2026, 3, 9), ""),
        ("HU", date(2027, 2, 9), "note-swaps-until"),
        ("JP", date(2027, 2, 9), ""),
        ("TW", date(2027, 6, 21), ""),
        ("AE", date(2027, 3, 1), "note-estimated"),
        ("AE", date(2027, 9, 6), ""),
        ("RU", date(2027, 2, 9), "note-worked"),
    ],
)
def test_what_is_not_known_is_said_once_and_only_where_it_matters(
    guide: Guide, country: str, today: date, name: str
) -> None:
    regions = guide.phrase("note-regions")
    found = [one for one in notes(guide, today, country=country) if one != regions]
    begins = guide.phrases[name].partition("{")[0] if name else ""
    assert len(found) == bool(name)
    assert all(begins in one for one in found)


def test_where_regions_differ_that_is_said_until_one_is_named(guide: Guide) -> None:
    assert guide.phrase("note-regions") in notes(guide, date(2027, 5, 21), country="DE")
    assert notes(guide, date(2027, 5, 21), country="DE", region="DE-BY") == []


def test_without_an_almanac_a_country_changes_nothing_and_that_is_said(guide: Guide) -> None:
    opened.open_holidays(json.dumps({"from": "2024-01-01", "countries": {}}))
    try:
        assert promised_wait("US") == date(2027, 2, 16)
        assert len(notes(guide, TODAY, country="US")) == 1
    finally:
        opened.open_holidays(made.text())


def test_every_country_has_a_weekend_and_days_in_order() -> None:
    assert len(opened.holidays().countries) > 200
    for code in opened.holidays().countries:
        known = opened.holidays().place(code)
        assert known is not None
        assert 1 <= len(known.weekend) <= 2
        assert known.last_year <= made.LAST_YEAR
        assert known.estimated <= known.holidays
