"""Facts at the edges of the rules that no story and no case comes by."""

from datetime import date, timedelta

import pytest

from followup.answers import read_answers
from followup.engine import next_step
from followup.guide import Guide
from followup.model import Action, Deadline, Step
from followup.reckoning import Reckoning
from followup.rules import tells_of_the_deadline

TODAY = date(2027, 2, 9)


def step_for(today: str, guide: Guide, **told: str) -> Step:
    """Return the next step, a week after an interview on a Tuesday."""
    answers = {"interviewed-on": "2027-02-02", "thanked": "yes"}
    answers |= {question.replace("_", "-"): value for question, value in told.items()}
    return next_step(Reckoning(read_answers(answers, date.fromisoformat(today)), guide.timings))


@pytest.mark.parametrize(
    ("told", "days_ahead", "mentioned"),
    [(False, 1, True), (False, 0, True), (False, -1, False), (True, 1, False), (True, -1, False)],
)
def test_a_message_mentions_a_deadline_that_is_ahead_and_unknown_to_them(
    told: bool,  # noqa: FBT001 - one column of the table
    days_ahead: int,
    mentioned: bool,  # noqa: FBT001
) -> None:
    deadline = Deadline(TODAY + timedelta(days=days_ahead), is_offer=True, told=told)
    assert tells_of_the_deadline("ask-for-news", deadline, TODAY) is mentioned
    assert not tells_of_the_deadline("thank-you-note", deadline, TODAY)


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


def test_words_for_linkedin_are_for_a_first_question_there(guide: Guide) -> None:
    asked = {"channels": "linkedin", "check_ins": "1", "last_check_in": "2027-02-09"}
    assert step_for("2027-02-16", guide, channels="linkedin").message == "linkedin-note"
    assert step_for("2027-02-16", guide, channels="portal").message == "ask-for-news"
    assert step_for("2027-02-16", guide, channels="post").message == "ask-for-news"
    assert step_for("2027-02-16", guide, **asked).message == "last-message"
