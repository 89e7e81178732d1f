"""What lives showed: advice that holds on one day must still make sense on the next."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from followup.answers import understand
from followup.engine import advise, after_silence, next_step
from followup.facts import Facts
from followup.guide import Guide
from followup.model import QUIET, Action, Situation, Timings
from followup.workdays import ONE_DAY
from scripts.proof.samples import random_answers

WEDNESDAY, THURSDAY = date(2027, 2, 17), date(2027, 2, 18)


@pytest.fixture(scope="module")
def timings(guide: Guide) -> Timings:
    return guide.timings


def situation(today: date, **answers: str) -> Situation:
    """Return the situation for answers, with the underscores of keywords as hyphens."""
    reading = understand({one.replace("_", "-"): text for one, text in answers.items()}, today)
    assert reading.problems == ()
    return reading.situation


def asked_with_an_offer(channels: str, **more: str) -> Situation:
    """A question is due; an offer elsewhere begins to rule on the next business day."""
    return situation(
        WEDNESDAY,
        interviewed_on="2027-02-10",
        thanked="yes",
        other_deadline="offer",
        deadline_on="2027-03-04",
        channels=channels,
        **more,
    )


@pytest.mark.parametrize("channels", ["email", "linkedin", "phone", "none"])
def test_a_question_that_mentions_the_deadline_is_not_followed_by_a_notice_the_next_day(
    channels: str, timings: Timings
) -> None:
    s = asked_with_an_offer(channels)
    step = next_step(Facts(s, timings))
    assert step.action is Action.FOLLOW_UP
    after = replace(after_silence(s, step), today=THURSDAY)
    assert next_step(Facts(after, timings)).action is Action.WAIT
    assert Action.TELL_DEADLINE not in [one.action for one in advise(s, timings).steps]


def test_a_call_that_nobody_answers_tells_them_nothing_about_the_deadline(
    timings: Timings,
) -> None:
    s = asked_with_an_offer("phone", instructions="call-on", call_on="2027-02-17")
    step = next_step(Facts(s, timings))
    assert step.action is Action.CALL_AS_ASKED
    after = after_silence(s, step)
    assert after.deadline is not None
    assert not after.deadline.told


def test_the_note_after_a_call_that_nobody_answers_tells_them_of_the_deadline(
    timings: Timings,
) -> None:
    s = asked_with_an_offer("email+phone", instructions="call-on", call_on="2027-02-17")
    after = after_silence(s, next_step(Facts(s, timings)))
    assert after.deadline is not None
    assert after.deadline.told


@pytest.mark.parametrize(
    ("told", "days", "then"),
    [
        ("none", 5, Action.FOLLOW_UP),  # their request frees one more
        ("wait-for-us", 10, Action.FOLLOW_UP),
        ("only-if", 5, Action.MOVE_ON),
        ("no-contact", 5, Action.MOVE_ON),
    ],
)
def test_nobody_gives_up_on_the_day_they_send_what_was_asked_for(
    told: str, days: int, then: Action, timings: Timings
) -> None:
    s = situation(
        WEDNESDAY,
        interviewed_on="2026-12-15",
        heard="asked",
        replied="yes",
        heard_on="2027-02-17",
        thanked="yes",
        instructions=told,
        check_ins="2",
        last_check_in="2027-01-20",
    )
    step = next_step(Facts(s, timings))
    assert step.action in {Action.WAIT, Action.NO_CONTACT}
    assert step.on == s.calendar.after(WEDNESDAY, days)
    assert next_step(Facts(replace(s, today=step.on), timings)).action is then


# ---- lives that do what is advised: the plan keeps its word --------------------------------


@pytest.mark.parametrize("seed", range(60))
def test_who_does_as_the_plan_says_and_hears_nothing_gets_the_next_step_on_the_day_it_named(
    seed: int, timings: Timings
) -> None:
    ((answers, today),) = random_answers(seed, seed + 1)
    plan = advise(understand(answers, today).situation, timings)
    s = plan.situation
    for step, following in pairwise(plan.steps):
        s = after_silence(s, step)
        later = next_step(Facts(s, timings))
        if later.rule == following.rule:
            continue
        # Between the two nothing is to be done but to wait for the day that was named.
        assert later.action in {Action.WAIT, Action.NO_CONTACT}
        days = (following.on - s.today).days
        for ahead in range(1, days + 1):
            waiting = next_step(Facts(replace(s, today=s.today + ONE_DAY * ahead), timings))
            assert waiting.rule == following.rule or waiting.action in QUIET
        s = replace(s, today=following.on)
        assert next_step(Facts(s, timings)).action == following.action
