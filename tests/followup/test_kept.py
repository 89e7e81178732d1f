"""Several applications at once: the steps of each alone, and what holds once a step was done."""

import json
from datetime import date
from typing import Any

import pytest

from followup import bridge
from followup.address import write_fragment
from followup.answers import understand
from followup.engine import after_silence, next_step
from followup.errors import AnswerError
from followup.facts import Facts
from followup.guide import Guide, guide_from_json
from followup.model import QUIET, TimingId
from followup.workdays import ONE_DAY, Calendar
from scripts.guide.reader import read_guide, to_json
from scripts.paths import DOCS
from scripts.proof.samples import random_answers

WORLDS = list(random_answers(0, 120))


@pytest.fixture(autouse=True, scope="module")
def guide() -> Guide:
    text = to_json(read_guide(DOCS))
    bridge.start(text)
    return guide_from_json(text)


def ask(each: list[dict[str, str]], today: date, **more: object) -> list[Any]:
    """Return the next steps for these answers."""
    links = [write_fragment(one) for one in each]
    asked = {"each": links, "today": today.isoformat(), **more}
    found: list[Any] = json.loads(bridge.view(json.dumps(asked)))["each"]
    return found


def test_each_gets_what_its_own_result_says() -> None:
    for answers, today in WORLDS[:30]:
        (found,) = ask([answers], today)
        asked = {"answers": answers, "today": today.isoformat(), "advise": True}
        alone = json.loads(bridge.view(json.dumps(asked)))
        for key in ("headline", "action", "channel", "to", "on", "latest", "answers", "rights"):
            assert found[key] == alone[key]
        assert found["words"] == {key: alone["words"][key] for key in found["words"]}
        assert [mark for mark in found["timeline"]["marks"] if mark["date"] < found["on"]] == []


def test_once_a_step_was_done_the_rules_go_on_as_after_silence(guide: Guide) -> None:
    told = 0
    for answers, today in WORLDS:
        (found,) = ask([answers], today)
        s = understand(found["answers"], today).situation
        step = next_step(Facts(s, guide.timings))
        assert (found["done"] is None) is (step.action in QUIET)
        if found["done"] is None or step.on != today:
            continue
        reading = understand(found["done"], today)
        assert reading.problems == ()
        lived = next_step(Facts(after_silence(s, step), guide.timings))
        assert next_step(Facts(reading.situation, guide.timings)).action is lived.action
        told += 1
    assert told > len(WORLDS) / 4


def test_a_step_can_be_done_earlier_and_by_phone() -> None:
    answers = {"interviewed-on": "2027-02-02", "thanked": "yes", "channels": "email+phone"}
    (found,) = ask([answers], date(2027, 2, 9), done_on="2027-02-08", by_phone=True)
    done = {"check-ins": "1", "last-check-in": "2027-02-08", "calls": "1"}
    assert found["done"] == found["done"] | done


def test_who_has_not_said_enough_gets_none_and_the_others_their_step() -> None:
    found = ask([{}, {"heard": "rejected"}, {"interviewed-on": "soon"}], date(2027, 2, 9))
    assert [one and one["action"] for one in found] == [None, "close-with-thanks", None]


@pytest.mark.parametrize(
    "more", [{"each": 1}, {"each": [], "done_on": "soon"}, {"each": [], "employers": "Mill"}]
)
def test_what_makes_no_sense_is_refused(more: dict[str, object]) -> None:
    with pytest.raises(AnswerError):
        bridge.view(json.dumps({"today": "2027-02-09", **more}))


# ---- two jobs at one employer -------------------------------------------------------------------

FIRST = {"interviewed-on": "2027-02-02", "thanked": "yes", "channels": "email"}
LATER = FIRST | {"interviewed-on": "2027-02-04"}
TODAY = date(2027, 2, 9)


def days(found: list[Any]) -> list[str]:
    """Return the day of each next step."""
    return [one["on"] for one in found]


def test_at_one_employer_the_later_question_waits_for_the_earlier_one() -> None:
    assert days(ask([FIRST, LATER], TODAY)) == ["2027-02-09", "2027-02-11"]
    assert days(ask([FIRST, LATER], TODAY, employers=["", ""])) == ["2027-02-09", "2027-02-11"]
    first, later = ask([FIRST, LATER], TODAY, employers=["Mill", "Mill"])
    assert (first["on"], first["other_job_on"]) == ("2027-02-09", None)
    assert (later["on"], later["other_job_on"]) == ("2027-02-16", "2027-02-09")
    assert later["answers"]["other-job-on"] == "2027-02-09"  # its own result says the same
    first, later = ask([first["done"], LATER], TODAY, employers=["Mill", "Mill"])
    assert days([first, later]) == ["2027-02-16", "2027-02-16"]
    assert (first["one_note"], later["one_note"]) == ([1], [0])


def test_questions_due_on_one_day_go_into_one_note() -> None:
    found = ask([FIRST, FIRST, LATER], TODAY, employers=["Mill", "Mill", "Hill"])
    assert days(found) == ["2027-02-09", "2027-02-09", "2027-02-11"]
    assert [one["one_note"] for one in found] == [[1], [0], []]
    done = [one["done"] for one in found[:2]]
    again = ask(done, date(2027, 2, 16), employers=["Mill", "Mill"])
    assert [(one["action"], one["on"]) for one in again] == [("last-follow-up", "2027-02-16")] * 2


def test_what_the_reader_says_of_the_other_job_is_left_as_it_is() -> None:
    told = LATER | {"other-job-on": "unsure"}
    _, later = ask([FIRST, told], TODAY, employers=["Mill", "Mill"])
    assert (later["on"], later["other_job_on"]) == ("2027-02-11", None)


ASKING = ("follow-up", "last-follow-up", "check-in")
EVERY_OTHER = {
    "their date": {"timeline": "date", "decision-date": "2027-02-12"},
    "a formal place": {"culture": "formal"},
    "no thanks yet": {"thanked": "no"},
    "an invitation to call": {"instructions": "call-any", "channels": "email+phone"},
    "still going on": {"heard": "still-deciding", "heard-on": "2027-02-05"},
    "a recruiter": {"contact": "agency"},
    "nothing else": {},
}


@pytest.mark.parametrize("gap", [0, 1, 2, 3, 5, 8])
@pytest.mark.parametrize("other", EVERY_OTHER)
def test_who_waits_for_two_jobs_at_one_employer_never_asks_more_than_three_times(
    gap: int, other: str, guide: Guide
) -> None:
    """Live two applications to their end, doing all that is due and hearing nothing."""
    second = date(2027, 2, 2) + ONE_DAY * gap
    lives = [FIRST, FIRST | {"interviewed-on": second.isoformat()} | EVERY_OTHER[other]]
    today, asked = second, set[date]()
    calendar, apart = Calendar(), guide.timings[TimingId("after-other-job")]
    for _ in range(60):
        found = ask(lives, today, employers=["Mill", "Mill"])
        for number, one in enumerate(found):
            if one["on"] <= today.isoformat() and one["done"]:
                if one["action"] in ASKING:
                    assert all(today == day or today >= calendar.after(day, apart) for day in asked)
                    asked.add(today)
                filled_in = one["other_job_on"]
                lives[number] = {
                    name: value
                    for name, value in one["done"].items()
                    if not (name == "other-job-on" and value == filled_in)
                }
        ahead = [date.fromisoformat(one["on"]) for one in found if one["action"] != "move-on"]
        if not ahead:
            break
        today = max(today + ONE_DAY, min(ahead)) if found_nothing_due(found, today) else today
    assert 1 <= len(asked) <= 3


def found_nothing_due(found: list[Any], today: date) -> bool:
    """Tell whether nothing is to be done today."""
    return not any(one["done"] and one["on"] <= today.isoformat() for one in found)
