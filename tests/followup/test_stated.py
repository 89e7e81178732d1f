"""What the advice goes by: all that could change it, nothing else, in sentences that are true."""

from datetime import date

import pytest

from followup.engine import next_step
from followup.guide import Guide
from followup.inquiry import Inquiry
from followup.model import PATIENT
from followup.questions import BY_ID, UNSURE, Kind, is_ended
from followup.stated import DAY_OF, Stated
from followup.what_if import other_values
from scripts.proof.asking import asked_only
from scripts.proof.samples import worlds

TODAY = date(2027, 2, 9)
WORLDS = 60
PLAIN = {"heard": "nothing", "interviewed-on": "2027-02-02", "timeline": "none"}
ASKED = {"check-ins": "1", "last-check-in": "2027-02-04", "calls": "0"}


def stated(guide: Guide, **answers: str) -> dict[str, list[str]]:
    """Return what stands with the advice, by question."""
    given = {name.replace("_", "-"): value for name, value in answers.items()}
    found: dict[str, list[str]] = {}
    for one in Stated(Inquiry(PLAIN | given, TODAY, guide).settled).statements():
        found.setdefault(str(one["question"]), []).append(str(one["text"]))
    return found


def what_to_do(inquiry: Inquiry) -> tuple[object, ...]:
    """Return what the reader is told to do, and in which words."""
    step = next_step(inquiry.facts)
    if step.action in PATIENT:
        step = next(iter(inquiry.plan.steps[1:]), step)
    return (
        inquiry.headline,
        *(step.action, step.channel, step.also_call, step.to, step.on),
        *(step.message, step.thanks_inside),
    )


def test_a_line_that_was_left_alone_is_stated_too(guide: Guide) -> None:
    found = stated(guide)
    assert found["check-ins"] == ["You have not asked for news yet"]
    assert found["instructions"] == ["Nobody asked you to wait, or not to call"]
    assert found["thanked"] == ["You have not thanked them yet"]


def test_each_thing_they_said_stands_by_itself_and_a_day_with_what_it_belongs_to(
    guide: Guide,
) -> None:
    found = stated(
        guide, instructions="no-calls+wait-for-us", timeline="date", decision_date="2027-02-12"
    )
    assert len(found["instructions"]) == len({*found["instructions"]}) == 2
    assert "Friday, February\N{NO-BREAK SPACE}12" in found["timeline"][0]
    assert not {*found} & {*DAY_OF}


def test_an_answer_that_nobody_gave_is_stated_as_it_counts(guide: Guide) -> None:
    assert stated(guide)["channels"] == [guide.phrase("is-channels-unsure")]
    by_email = stated(guide, channels="email")["channels"]
    assert by_email == [guide.phrase("is-channels", ways=guide.phrase("by-email"))]


@pytest.mark.parametrize(
    ("channels", "ways"),
    [
        ("email+phone", "by email or phone"),
        ("email+phone+portal+linkedin", "by email, phone, on their portal or LinkedIn"),
        ("phone+post", "by phone or letter"),
    ],
)
def test_ways_are_named_as_a_person_would_say_them(channels: str, ways: str, guide: Guide) -> None:
    assert stated(guide, channels=channels)["channels"] == [guide.phrase("is-channels", ways=ways)]


def test_what_would_change_most_comes_first(guide: Guide) -> None:
    asked = Stated(Inquiry(PLAIN | {"thanked": "yes"} | ASKED, TODAY, guide).settled)
    effects = [asked.effect(BY_ID[str(one["question"])]) for one in asked.statements()]
    known = [one for one in effects if one is not None]
    assert known == sorted(known)


def test_all_that_could_change_the_advice_is_stated_and_nothing_else(guide: Guide) -> None:
    told = 0
    for answers, today in worlds(WORLDS):
        whole = Inquiry(answers, today, guide)
        if whole.problems or not ("interviewed-on" in whole.answers or is_ended(whole.answers)):
            continue
        here = asked_only(whole).settled
        found = {str(one["question"]) for one in Stated(here).statements()}
        for question in here.way:
            others = [
                here.having({**here.answers, question.id: value})
                for value in other_values(question, here.answers)
            ]
            differs = any(what_to_do(one) != what_to_do(here) for one in others if not one.problems)
            where = DAY_OF.get(question.id, question.id)
            if question.id not in {*DAY_OF, *DAY_OF.values(), "other-deadline"}:
                assert (where in found) is differs, (question.id, here.answers, today)
            elif differs:
                assert where in found, (question.id, here.answers, today)
            told += differs
    assert told > WORLDS


IN_MASSACHUSETTS = {"country": "US", "timeline": "date", "decision_date": "2027-04-16"}


def about_days(guide: Guide, today: date, **answers: str) -> set[str]:
    """Return which of the answers that decide what days count stand with the advice."""
    given = {name.replace("_", "-"): value for name, value in answers.items()}
    asked = Inquiry(PLAIN | given, today, guide).settled
    return {str(one["question"]) for one in Stated(asked).statements()} & {
        *("country", "region", "closed")
    }


def test_what_decides_the_days_is_stated_where_it_can_move_one(real_guide: Guide) -> None:
    april, winter, soon = date(2027, 4, 14), date(2026, 12, 23), {"interviewed_on": "2026-12-21"}
    assert about_days(real_guide, april, **IN_MASSACHUSETTS) == {"country", "region"}
    there = IN_MASSACHUSETTS | {"region": "US-MA"}
    assert about_days(real_guide, april, **there) == {"country", "region"}
    assert about_days(real_guide, TODAY, heard="offer", replied="no") == set()
    assert about_days(real_guide, winter, **soon, thanked="yes") >= {"country", "closed"}


@pytest.mark.parametrize("heard", BY_ID["heard"].values)
def test_there_are_words_for_every_answer(heard: str, guide: Guide) -> None:
    """Each question with each of its answers, whether it is asked after this news or not."""
    days = {one.id: "2027-02-04" for one in BY_ID.values() if one.kind is Kind.DATE}
    here = Stated(Inquiry(days | {"heard": heard, "replied": "yes"}, TODAY, guide))
    for question in BY_ID.values():
        if question.screen > BY_ID["thanked"].screen or question.id in DAY_OF:
            continue
        for value in (*question.values, UNSURE):
            if question.kind is Kind.DATE or (value == UNSURE and not question.accepts_unsure):
                continue
            other = Stated(here.inquiry.with_answer(question.id, value))
            assert all(other.texts(question)), (question.id, value)
            assert "{" not in "".join(other.texts(question))
