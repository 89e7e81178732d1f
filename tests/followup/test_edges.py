"""Facts at the edges of the rules that no story and no case comes by."""

from datetime import date, timedelta

import pytest

from followup.answers import read_answers
from followup.engine import next_step
from followup.facts import Facts
from followup.guide import Guide
from followup.model import Action, Deadline, Elsewhere, MessageId, Step
from followup.rules import tells_of_the_deadline

TODAY = date(2027, 2, 9)


def step_for(today: str, guide: Guide, **told: str) -> Step:
    """Return the next step, a week after an interview on a Tuesday."""
    answers = {"interviewed-on": "2027-02-02", "thanked": "yes"}
    answers |= {question.replace("_", "-"): value for question, value in told.items()}
    return next_step(Facts(read_answers(answers, date.fromisoformat(today)), guide.timings))


@pytest.mark.parametrize(
    ("told", "days_ahead", "mentioned"),
    [(False, 1, True), (False, 0, True), (False, -1, False), (True, 1, False), (True, -1, False)],
)
def test_a_message_mentions_a_deadline_that_is_ahead_and_unknown_to_them(
    told: bool,  # noqa: FBT001 - one column of the table
    days_ahead: int,
    mentioned: bool,  # noqa: FBT001
) -> None:
    deadline = Deadline(TODAY + timedelta(days=days_ahead), Elsewhere.OFFER, told=told)
    assert tells_of_the_deadline(MessageId("ask-for-news"), deadline, TODAY) is mentioned
    assert not tells_of_the_deadline(MessageId("thank-you-note"), deadline, TODAY)


def test_after_still_going_on_nobody_gives_up_before_the_day_that_they_named(guide: Guide) -> None:
    step = step_for(
        "2027-03-15",
        guide,
        heard="still-deciding",
        heard_on="2027-02-03",
        timeline="date",
        decision_date="2027-03-31",
        check_ins="2",
        last_check_in="2027-02-10",
    )
    assert step.action is Action.WAIT
    assert step.on == date(2027, 4, 7)  # five business days after their date


def test_a_question_on_the_day_of_their_answer_counts_as_answered(guide: Guide) -> None:
    told = {"heard": "still-deciding", "check_ins": "1", "last_check_in": "2027-02-08"}
    answered = step_for("2027-02-09", guide, **told, heard_on="2027-02-08")
    assert (answered.action, answered.on) == (Action.WAIT, date(2027, 2, 22))
    assert step_for("2027-02-22", guide, **told, heard_on="2027-02-08").action is Action.CHECK_IN
    assert step_for("2027-02-19", guide, **told, heard_on="2027-02-05").action is Action.WAIT


def test_a_call_in_vain_is_the_reason_to_wait_only_while_nothing_else_was_tried(
    guide: Guide,
) -> None:
    told = {"instructions": "call-on", "call_on": "2027-02-05", "called": "noted"}
    called = step_for("2027-02-11", guide, **told)
    wrote = step_for("2027-02-16", guide, **told, check_ins="2", last_check_in="2027-02-12")
    assert called.rule.id == "nobody-answered-the-call-they-set"
    assert wrote.rule.id == "nothing-more-to-send-yet"


def test_their_new_date_is_the_reason_to_wait_whatever_was_sent_before_it(guide: Guide) -> None:
    told = {
        "heard": "new-date",
        "heard_on": "2027-02-16",
        "timeline": "date",
        "decision_date": "2027-02-19",
        "last_check_in": "2027-02-12",
    }
    for count in ("1", "2", "3"):
        step = step_for("2027-02-16", guide, **told, check_ins=count)
        assert (step.rule.id, step.on) == ("their-date-is-not-over", date(2027, 2, 23))


def test_who_has_asked_already_sends_no_separate_thanks(guide: Guide) -> None:
    told = {"thanked": "no", "channels": "email"}
    asked = {**told, "check_ins": "1", "last_check_in": "2027-02-03", "calls": "0"}
    assert step_for("2027-02-03", guide, **told).action is Action.THANK_YOU
    assert step_for("2027-02-03", guide, **asked).action is Action.WAIT
    later = step_for("2027-02-10", guide, **asked)
    assert later.action is Action.LAST_FOLLOW_UP
    assert later.thanks_inside
