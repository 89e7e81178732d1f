"""What would change the advice, in words."""

from datetime import date
from typing import Any

from followup.documents import advice_document
from followup.guide import Guide
from followup.inquiry import Inquiry
from followup.questions import BY_ID
from followup.what_if import WhatIf
from scripts.proof.samples import random_answers

TODAY = date(2027, 2, 9)
ANSWERS = {
    "heard": "nothing",
    "interviewed-on": "2027-02-02",
    "thanked": "yes",
    "instructions": "email-only",
    "contact": "hiring-manager",
    "channels": "email",
}


def advice(guide: Guide, answers: dict[str, str], today: date = TODAY) -> dict[str, Any]:
    return advice_document(Inquiry(answers, today, guide))


def test_each_change_is_a_condition_and_a_headline(guide: Guide) -> None:
    said = advice(guide, ANSWERS)["words"]["changes"]
    assert said[0] == {
        "question": "timeline",
        "to": "early-next-week",
        "if": guide.phrase(
            "if-timeline", answer=guide.questions["timeline"].options["early-next-week"].label
        ),
        "then": "Wait. Then email the hiring manager on Friday, February\u00a012.",
    }


def test_what_was_heard_is_never_changed_and_what_is_not_known_comes_first(guide: Guide) -> None:
    for answers, today in random_answers(5, 60):
        document = advice(guide, answers, today)
        questions = [one["question"] for one in document["changes"]]
        assert "heard" not in questions
        first = dict.fromkeys(questions)
        unknown = [document["answers"].get(one, "unsure") == "unsure" for one in first]
        assert unknown == sorted(unknown, reverse=True)


def test_no_change_puts_an_interview_ahead_that_is_over_or_a_deadline_behind(guide: Guide) -> None:
    offer = {"other-deadline": "offer", "deadline-on": "2027-02-12", "deadline-told": "no"}
    changes = advice(guide, ANSWERS | {"channels": "email+phone"} | offer)["changes"]
    moved = {
        one["question"]: date.fromisoformat(one["to"])
        for one in changes
        if "-on" in one["question"]
    }
    assert moved
    assert moved.get("interviewed-on", TODAY) <= TODAY <= moved.get("deadline-on", TODAY)


def test_of_a_set_only_what_comes_or_goes_is_named(guide: Guide) -> None:
    channels = guide.questions["channels"].options
    two = ANSWERS | {"channels": "email+phone"}
    for value, kind, member in (("phone", "gone", "email"), ("email+phone+post", "added", "post")):
        before = Inquiry(two, TODAY, guide)
        change = WhatIf(BY_ID["channels"], value, before, before.with_answer("channels", value))
        said = change.in_words()["if"]
        assert said == guide.phrase(f"if-channels-{kind}", answer=channels[member].label)


def test_the_words_agree_with_the_changes_and_with_what_follows(guide: Guide) -> None:
    for answers, today in random_answers(0, 30):
        document = advice(guide, answers, today)
        said = document["words"]["changes"]
        assert [(one["question"], one["to"]) for one in said] == [
            (one["question"], one["to"]) for one in document["changes"]
        ]
        for one in said:
            other = advice(guide, document["answers"] | {one["question"]: one["to"]}, today)
            assert other["headline"]["text"].startswith(one["then"])
