"""What the law gives stands beside the advice: it changes nothing, and comes after all else."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from followup.documents import advice_document
from followup.facts import Facts
from followup.guide import Guide
from followup.inquiry import Inquiry
from followup.model import Channel
from followup.questions import Screen
from followup.rights import STALE_AFTER, given, is_stale
from scripts import law
from scripts.proof.samples import worlds

TODAY = date(2027, 2, 9)
TORONTO = {"region": "CA-ON", "staff": "yes"}
PLAIN = {"interviewed-on": "2027-02-02", "thanked": "yes", "channels": "email"}
LEGAL_DAY = date(2027, 3, 19)  # 45 days after February 2, Sundays and all
ONE_DAY = timedelta(days=1)


def advised(guide: Guide, answers: dict[str, str], today: date = TODAY) -> dict[str, Any]:
    """Return the advice for an interview on 2 February, with these answers besides."""
    return advice_document(Inquiry({**PLAIN, **answers}, today, guide))


def ids(document: dict[str, Any]) -> list[str]:
    """Return which rights are shown."""
    return [one["id"] for one in document["rights"]["items"]] if document["rights"] else []


def first(document: dict[str, Any]) -> dict[str, Any]:
    """Return the first right that is shown."""
    found: dict[str, Any] = document["rights"]["items"][0]
    return found


# ---- where, and for whom --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        (TORONTO, ["law-ontario"]),
        ({"region": "CA-ON"}, []),
        ({"region": "CA-ON", "staff": "no"}, []),
        ({"region": "CA-ON", "staff": "unsure"}, []),
        ({"country": "CA", "staff": "yes"}, []),
        ({"region": "CA-QC", "staff": "yes"}, []),
        ({"staff": "yes"}, []),
        ({"country": "KR", "staff": "yes"}, ["law-korea"]),
        ({"country": "KR"}, []),
        ({"country": "SE"}, ["law-sweden"]),
        ({"country": "SE", "heard": "rejected"}, ["law-sweden", "law-your-data"]),
        ({"country": "DE"}, []),
        ({"country": "DE", "heard": "filled"}, ["law-your-data"]),
        ({"country": "PH"}, ["law-philippines"]),
        ({"country": "US"}, []),
        ({"country": "US", "heard": "rejected"}, ["law-us-report"]),
        ({"region": "US-CO", "heard": "rejected"}, ["law-us-report", "law-colorado"]),
        ({"region": "US-IL"}, []),
        ({"country": "NO"}, ["law-norway"]),
        ({"country": "NO", "heard": "filled"}, ["law-norway", "law-your-data"]),
        ({"country": "CH"}, []),
        ({"country": "CH", "heard": "rejected"}, ["law-switzerland"]),
        ({**TORONTO, "heard": "rejected"}, []),
        ({**TORONTO, "heard": "offer"}, []),
        ({**TORONTO, "heard": "withdraw"}, []),
        ({**TORONTO, "interviewed-on": "2027-02-20"}, []),
    ],
)
def test_a_right_is_shown_where_it_counts(
    real_guide: Guide, answers: dict[str, str], shown: list[str]
) -> None:
    assert ids(advised(real_guide, answers)) == shown


def test_a_law_counts_from_its_day(real_guide: Guide) -> None:
    answers = {**PLAIN, **TORONTO, "interviewed-on": "2025-12-31"}
    assert not ids(advice_document(Inquiry(answers, date(2026, 1, 5), real_guide)))
    answers["interviewed-on"] = "2026-01-02"
    assert ids(advice_document(Inquiry(answers, date(2026, 1, 5), real_guide)))


def test_the_size_is_asked_for_where_a_law_looks_at_it(real_guide: Guide) -> None:
    inquiry = Inquiry({**PLAIN, **TORONTO}, TODAY, real_guide)
    asked = {
        value
        for one in inquiry.questions_of(Screen.BESIDE)
        if one.id == "staff"
        for line in one.guard
        for condition in line
        for value in condition.values
    }
    places = {
        place for right in real_guide.rights.values() if right.people for place in right.places
    }
    assert asked == places


@pytest.mark.parametrize("month", range(1, 13))
def test_a_region_with_a_law_can_be_named_on_any_day(real_guide: Guide, month: int) -> None:
    day = date(2027, month, 2)
    answers = {**PLAIN, "interviewed-on": day.isoformat(), "country": "CA"}
    inquiry = Inquiry(answers, day + ONE_DAY, real_guide)
    assert inquiry.regions["CA-ON"] == "Ontario"
    if not inquiry.moved_by_region:
        (note,) = advice_document(inquiry)["words"]["notes"]
        assert "Ontario" in note["text"]


def test_where_no_law_of_a_region_counts_it_is_not_asked_for(real_guide: Guide) -> None:
    answers = {**PLAIN, "interviewed-on": "2027-03-02", "heard": "withdraw", "country": "CA"}
    assert Inquiry(answers, date(2027, 3, 3), real_guide).regions == {}


# ---- when -----------------------------------------------------------------------------------


def test_the_law_counts_plain_days(real_guide: Guide) -> None:
    assert first(advised(real_guide, TORONTO))["on"] == LEGAL_DAY.isoformat()


def test_the_request_comes_after_the_legal_day_and_after_letting_go(real_guide: Guide) -> None:
    document = advised(real_guide, TORONTO)
    asked = date.fromisoformat(first(document)["ask"]["on"])
    assert asked == date(2027, 3, 22)  # the Monday after
    assert document["plan"][-1]["on"] < LEGAL_DAY.isoformat()
    assert "after you have let it go" in first(document)["text"]
    marks = [(one["date"], one["kind"]) for one in document["rights"]["timeline"]["marks"]]
    assert ("2027-03-19", "them") in marks
    assert document["timeline"]["last"] < "2027-03-19"


def test_after_the_legal_day_the_request_is_for_the_next_working_day(real_guide: Guide) -> None:
    gone = {"check-ins": "2", "calls": "0", "last-check-in": "2027-02-17"}
    document = advised(real_guide, TORONTO | gone, date(2027, 3, 27))
    assert first(document)["ask"]["on"] == "2027-03-29"  # Monday: Ontario works on Easter Monday


@pytest.mark.parametrize(("place", "asked"), [({}, "03-30"), ({"culture": "formal"}, "04-06")])
def test_the_request_leaves_as_much_room_as_another_question(
    real_guide: Guide, place: dict[str, str], asked: str
) -> None:
    told = {"check-ins": "2", "calls": "0", "last-check-in": "2027-03-22"}
    document = advised(real_guide, TORONTO | told | place, date(2027, 3, 23))
    assert first(document)["ask"]["on"] == f"2027-{asked}"


@pytest.mark.parametrize("said", ["no-contact", "wait-for-us", "only-if"])
def test_who_was_asked_not_to_ask_is_not_told_to(real_guide: Guide, said: str) -> None:
    shown = first(advised(real_guide, {**TORONTO, "instructions": said}))
    assert shown["ask"] is None
    assert shown["on"]


def test_a_request_that_the_law_names_may_be_made_all_the_same(real_guide: Guide) -> None:
    said = {"country": "SE", "heard": "filled", "heard-on": "2027-02-08"}
    assert first(advised(real_guide, {**said, "instructions": "no-contact"}))["ask"]


# ---- the laws of it ---------------------------------------------------------------------------


PLACES = ({"region": "CA-ON"}, {"country": "KR"}, {"country": "SE"}, {"country": "DE"})
BESIDE = ("rights", "answers", "told", "dropped")


def test_a_right_changes_nothing_and_comes_after_all_that_is_ordinary(real_guide: Guide) -> None:
    without = replace(real_guide, rights={})
    shown = 0
    for number, (answers, today) in enumerate(worlds(1200)):
        place = {**PLACES[number % len(PLACES)], "staff": "yes"}
        here = {**answers, **place, "country": place.get("country", "CA")}
        here.pop("region", None) if "region" not in place else None
        inquiry = Inquiry(here, today, real_guide)
        facts = Facts(inquiry.situation, real_guide.timings)
        found = given(inquiry.plan, facts, inquiry.answers, real_guide.rights)
        shown += len(found)
        for one in found:
            asked = one.ask_on()
            if asked is None:
                continue
            assert inquiry.situation.calendar.is_business_day(asked)
            assert one.on is None or asked > one.on
            contacts = [step.on for step in inquiry.plan.steps if step.channel is not Channel.NONE]
            assert all(asked > day for day in contacts)
            assert one.right.on_request or not facts.waits_for_them
        if number % 20 == 0:
            both = (advice_document(Inquiry(here, today, each)) for each in (real_guide, without))
            known, unknown = both
            assert {**known, "rights": None} == unknown
    assert shown > 200


def test_without_the_size_nothing_is_shown_and_nothing_else_changes(real_guide: Guide) -> None:
    known, unknown = advised(real_guide, TORONTO), advised(real_guide, {"region": "CA-ON"})
    assert known["rights"]
    assert unknown["rights"] is None
    for key in known.keys() - {*BESIDE}:
        assert known[key] == unknown[key]


# ---- how sure ------------------------------------------------------------------------------------


def test_after_half_a_year_the_reader_is_sent_to_the_official_page(real_guide: Guide) -> None:
    assert not is_stale(TODAY, TODAY + STALE_AFTER)
    assert is_stale(TODAY, TODAY + STALE_AFTER + ONE_DAY)
    fresh, old = (
        first(
            advice_document(
                Inquiry({**PLAIN, **TORONTO, "interviewed-on": str(day)}, day + ONE_DAY, real_guide)
            )
        )["sure"]
        for day in (date(2027, 2, 2), date(2027, 6, 1))
    )
    assert "official page" not in fresh
    assert "official page" in old


def test_the_list_of_what_is_due_never_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert law.main(date(2030, 1, 1)) == 0
    listed = capsys.readouterr().out
    assert all(name in listed for name in ("law-ontario", "law-illinois", "Belgium"))
