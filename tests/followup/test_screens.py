"""What is asked: only what can change the advice, and all that can."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from followup.answers import understand
from followup.guide import Guide
from followup.inquiry import Inquiry
from followup.questions import BY_ID, LINES, UNSURE, Kind, Line, Screen, holds, is_ended
from scripts.proof.asking import asked_only
from scripts.proof.samples import random_answers, worlds

TODAY = date(2027, 2, 9)
WORLDS = 100
AFTER_THE_INTERVIEW = {"interviewed-on": "2027-02-02"}


def asked(guide: Guide, answers: dict[str, str], today: date = TODAY) -> list[str]:
    """Return the questions on the way."""
    return [question.id for question in Inquiry(answers, today, guide).way]


# ---- the new questions: whom they are for -------------------------------------------------------

OFFER = {"heard": "offer", "replied": "yes"}
NEW_TIMES = {"heard": "cancelled", "replied": "yes"}
ASKED_ONLY = {
    "list-until": [{"heard": "reserve-list"}],
    "asked-for": [{"heard": "asked", "replied": "no"}, {"heard": "asked", "replied": UNSURE}],
    "offer-state": [OFFER],
    "answer-by": [OFFER | {"offer-state": "asked-time"}],
    "reminded": [NEW_TIMES, OFFER | {"offer-state": "accepted"}, OFFER | {"offer-state": UNSURE}],
    "reminded-on": [
        NEW_TIMES | {"reminded": "1"},
        OFFER | {"offer-state": "accepted"} | {"reminded": "2"},
    ],
}
NOT_ASKED = {
    "list-until": [{"heard": "still-deciding"}, {"heard": "nothing"}],
    "asked-for": [{"heard": "asked", "replied": "yes"}, {"heard": "checks", "replied": "no"}],
    "offer-state": [{"heard": "offer", "replied": "no"}, {"heard": "rejected", "replied": "yes"}],
    "answer-by": [OFFER | {"offer-state": state} for state in ("accepted", "declined", UNSURE)],
    "reminded": [
        {"heard": "cancelled", "replied": "no"},
        *(OFFER | {"offer-state": state} for state in ("declined", "in-writing", "signed")),
    ],
    "reminded-on": [NEW_TIMES | {"reminded": "0"}, NEW_TIMES],
}


@pytest.mark.parametrize("question", ASKED_ONLY)
def test_a_question_about_their_news_is_for_those_whom_it_concerns(
    question: str, guide: Guide
) -> None:
    for answers in ASKED_ONLY[question]:
        assert question in asked(guide, answers), answers
    for answers in NOT_ASKED[question]:
        assert question not in asked(guide, answers), answers


@pytest.mark.parametrize("heard", ["checks", "conflicting", "asked"])
def test_whoever_must_answer_them_says_whether_that_is_done_and_when(
    heard: str, guide: Guide
) -> None:
    assert "replied" in asked(guide, {"heard": heard})
    assert "heard-on" in asked(guide, {"heard": heard, "replied": "yes"})
    assert "heard-on" not in asked(guide, {"heard": heard, "replied": "no"})


def test_a_list_or_two_answers_make_the_interview_s_day_idle(guide: Guide) -> None:
    for heard in ("reserve-list", "conflicting"):
        assert "interviewed-on" not in asked(guide, {"heard": heard, "replied": "yes"})
    answered = {"heard": "checks", "replied": "yes"}
    assert "interviewed-on" in asked(guide, answered)


def test_a_deadline_is_asked_for_even_where_contact_is_forbidden(guide: Guide) -> None:
    banned = AFTER_THE_INTERVIEW | {"heard": "nothing", "instructions": "no-contact"}
    assert "other-deadline" in asked(guide, banned)


def test_whoever_must_ask_which_answer_holds_says_whom_and_how(guide: Guide) -> None:
    ways = asked(guide, {"heard": "conflicting", "replied": "no"})
    assert {"contact", "channels"} <= set(ways)
    assert {"contact", "channels"}.isdisjoint(
        asked(guide, {"heard": "conflicting", "replied": "yes"})
    )


@pytest.mark.parametrize("heard", ["still-deciding", "on-hold"])
def test_once_it_is_still_going_on_nobody_is_asked_what_they_are_like_on_the_phone(
    heard: str, guide: Guide
) -> None:
    told = {"heard": heard, "timeline": "none", "thanked": "yes", "channels": "email+phone"}
    for on in ("2027-02-02", "2027-01-20", "2026-12-20"):
        here = {"interviewed-on": "2026-12-15", "heard-on": on} | told
        assert {"manner", "calls-normal"}.isdisjoint(asked(guide, here))
        others = ({"manner": "formal"}, {"manner": "friendly"}, {"calls-normal": "yes"})
        assert len({what_to_do(Inquiry(here | one, TODAY, guide)) for one in ({}, *others)}) == 1
    nothing = told | {"heard": "nothing", "interviewed-on": "2027-02-02"}
    assert {"manner", "calls-normal"} <= {*asked(guide, nothing)}


def test_after_new_times_a_reminder_of_earlier_ones_is_none(guide: Guide) -> None:
    earlier = NEW_TIMES | {"heard-on": "2027-02-01", "reminded": "1", "reminded-on": "2027-01-20"}
    assert {"contact", "channels"} <= {*asked(guide, earlier)}
    later = earlier | {"reminded-on": "2027-02-03"}
    assert {"contact", "channels"}.isdisjoint(asked(guide, later))


def test_a_committee_is_told_from_the_others_while_it_moves_a_day(guide: Guide) -> None:
    assert "contact" in asked(guide, AFTER_THE_INTERVIEW | {"heard": "nothing", "thanked": "yes"})


def test_first_choice_is_offered_where_a_message_can_say_it(guide: Guide) -> None:
    deadline = {"other-deadline": "offer", "deadline-on": "2027-02-12", "deadline-told": "no"}
    told = AFTER_THE_INTERVIEW | {"thanked": "yes"} | deadline
    for answers, offered in ((told, True), (told | {"deadline-told": "yes"}, False)):
        beside = Inquiry(answers, TODAY, guide).questions_of(Screen.BESIDE)
        assert ("first-choice" in [question.id for question in beside]) is offered


# ---- what is not asked changes nothing ----------------------------------------------------------


def test_the_answers_that_are_asked_for_give_the_advice_of_all(guide: Guide) -> None:
    told = 0
    for answers, today in [*random_answers(0, WORLDS), *worlds(WORLDS)]:
        whole = Inquiry(understand(answers, today).answers, today, guide)
        if whole.reading.history:  # of an earlier interview, which nobody is asked about
            continue
        if "interviewed-on" in whole.answers or is_ended(whole.answers):
            part = asked_only(whole)
            assert what_to_do(part) == what_to_do(whole), (part.answers, whole.answers, today)
            told += 1
    assert told > WORLDS


def what_to_do(inquiry: Inquiry) -> tuple[object, ...]:
    """Return what is advised, without its reason."""
    step = inquiry.outline
    return step.action, step.channel, step.also_call, step.to, step.on


TELLING = ("list-until", "asked-for", "offer-state", "answer-by", "reminded", "reminded-on")
OTHER_DAYS = ("2027-02-01", "2027-02-08", "2027-06-30")


@pytest.mark.parametrize("question", TELLING)
def test_a_question_that_is_asked_can_change_the_advice(question: str, guide: Guide) -> None:
    for answers in ASKED_ONLY[question]:
        known = answers | {"heard-on": "2027-02-01"}
        is_day = BY_ID[question].kind is Kind.DATE
        values = OTHER_DAYS if is_day else BY_ID[question].values
        advised = {in_short(Inquiry(known | {question: value}, TODAY, guide)) for value in values}
        assert len(advised) > 1, answers


def in_short(inquiry: Inquiry) -> tuple[str, date, str | None]:
    """Return the rule, the day and the words that an inquiry leads to."""
    step = inquiry.plan.next
    return step.rule.id, step.on, step.message


# ---- no idle line -------------------------------------------------------------------------------

NEWS = (
    *({"heard": heard} for heard in ("nothing", "hearsay", "still-deciding", "on-hold")),
    {"heard": "new-date", "timeline": "date"},
    *({"heard": heard, "replied": "yes"} for heard in ("asked", "checks")),
    {"heard": "asked", "replied": "no"},
    *({"heard": heard, "replied": "no"} for heard in ("rejected", "cancelled", "withdraw")),
)
DRAWN, DAYS_LEFT = 250, timedelta(days=5)


@pytest.mark.parametrize("news", NEWS, ids=lambda news: "-".join(news.values()))
@pytest.mark.parametrize("promise", ["none", "date"])
def test_a_line_to_tick_changes_what_to_do_for_somebody(
    news: dict[str, str], promise: str, guide: Guide
) -> None:
    shown, idle, rnd = set[Line](), set(LINES), random.Random(0)  # noqa: S311 - not for secrets
    for drawn, today in random_answers(0, DRAWN):
        dates = {"decision-date": today.isoformat(), "deadline-on": f"{today + DAYS_LEFT}"}
        some = {one: value for one, value in drawn.items() if rnd.randrange(2)}
        given = dates | some | {"interviewed-on": drawn["interviewed-on"], "timeline": promise}
        here = Inquiry(understand(given | news, today).answers, today, guide)
        for line in [one for one in idle if is_shown(one, here)]:
            shown.add(line)
            if len({plan_of(one) for one in ticked_or_not(line, here)}) > 1:
                idle.remove(line)
    assert {line.id for line in shown & idle} == set()


def is_shown(line: Line, inquiry: Inquiry) -> bool:
    """Tell whether a line stands on the list."""
    return BY_ID[line.question] in inquiry.way and holds(line.guard, inquiry.guarded)


def ticked_or_not(line: Line, inquiry: Inquiry) -> Iterator[Inquiry]:
    """Yield the same without a line that is ticked, and with all that it can say."""
    for value in (BY_ID[line.question].plain, *(line.opens or (line.value,))):
        yield inquiry.with_answer(line.question, value)


def plan_of(inquiry: Inquiry) -> tuple[object, ...]:
    """Return what is advised now and later, and in which words."""
    plan = inquiry.plan
    return str(inquiry.words.message(plan.sends, plan.situation)), *(
        (one.action, one.channel, one.also_call, one.to, one.on, one.message, one.thanks_inside)
        for one in plan.steps
    )
