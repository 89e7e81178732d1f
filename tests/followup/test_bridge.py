"""The door that JavaScript uses: what goes in and what comes out."""

import gc
import json
from itertools import chain
from typing import Any

import pytest

from followup import bridge
from followup.guide import Guide
from followup.questions import QUESTIONS, SCREENS, Screen
from followup.wording import HOW_SURE
from scripts.guide.reader import read_guide, to_json
from scripts.paths import DOCS
from scripts.proof.samples import requests

TODAY = "2027-02-09"
QUESTION_KEYS = [
    "kind",
    "screen",
    "title",
    "questions",
    "answers",
    "dropped",
    "problems",
    "left",
    "most",
    "told",
]
ADVICE_KEYS = [
    "kind",
    "headline",
    "words",
    "answers",
    "dropped",
    "problems",
    "action",
    "channel",
    "to",
    "also_call",
    "on",
    "earliest",
    "latest",
    "thanks_inside",
    "message",
    "plan",
    "contacts",
    "avoid",
    "because",
    "passed_over",
    "disagreements",
    "changes",
    "confidence",
    "told",
    "timeline",
    "rights",
]
JOURNEY = {
    "heard": "nothing",
    "interviewed-on": "2027-02-02",
    "timeline": "date",
    "decision-date": "2027-02-05",
    "instructions": "none",
    "other-deadline": "none",
    "thanked": "yes",
    "check-ins": "0",
    "contact": "hiring-manager",
    "channels": "email+phone",
    "manner": "unsure",
    "culture": "unsure",
    "calls-normal": "unsure",
}


@pytest.fixture(autouse=True, scope="module")
def _the_guide_is_open() -> None:
    bridge.start(to_json(read_guide(DOCS)))


def view(answers: dict[str, str], **more: int | bool) -> dict[str, Any]:
    """Ask the bridge."""
    document: dict[str, Any] = json.loads(
        bridge.view(json.dumps({"answers": answers, "today": TODAY, **more}))
    )
    return document


def test_no_answers_bring_the_first_screen() -> None:
    document = view({})
    assert list(document) == QUESTION_KEYS
    assert (document["kind"], document["screen"]) == ("question", 1)
    assert document["questions"][0]["id"] == "heard"
    assert len(document["questions"][0]["options"]) == 15


def test_answering_every_screen_in_turn_leads_to_advice() -> None:
    answers: dict[str, str] = {}
    screens = []
    for _ in range(SCREENS + 1):
        document = view(answers)
        if document["kind"] == "advice":
            break
        screens.append(document["screen"])
        asked = [question["id"] for question in document["questions"]]
        answers |= {key: value for key, value in JOURNEY.items() if key in asked}
    assert document["kind"] == "advice"
    assert list(document) == ADVICE_KEYS
    assert screens == sorted(set(screens))
    assert len(screens) <= SCREENS
    assert (document["action"], document["on"]) == ("follow-up", "2027-02-09")


def test_every_sentence_of_the_advice_has_a_section_that_exists(guide: Guide) -> None:
    words = view(JOURNEY)["words"]
    sentences = [*words["lead"], *words["facts"], *words["avoid"], *words["then"]]
    sentences += [*words["because"], words["meanwhile"], words["message"], words["also"]]
    for sentence in sentences:
        assert sentence["section"] in {*guide.sections, HOW_SURE}  # that one is quoted nowhere
    assert "{ #marks }" in (DOCS / "disagreements.md").read_text(encoding="utf-8")
    assert "{" not in json.dumps([one.get("text") or one.get("so", "") for one in sentences])


def test_a_screen_can_be_shown_again_with_its_answers() -> None:
    document = view(JOURNEY, screen=Screen.SAID)
    assert document["screen"] == Screen.SAID
    values = {one["id"]: one["value"] for one in document["questions"]}
    assert values["timeline"] == "date"
    assert values["decision-date"] == "2027-02-05"


def test_a_date_hangs_under_the_option_that_needs_it() -> None:
    questions = {
        one["id"]: one
        for one in view({**JOURNEY, "timeline": "none"}, screen=Screen.SAID)["questions"]
    }
    assert questions["decision-date"]["shown_if"] == [[["timeline", ["date"]]]]
    assert questions["timeline"]["shown_if"] is None
    assert questions["timeline"]["dates"] == ["decision-date"]


def test_what_was_left_open_is_named_when_the_reader_continues() -> None:
    document = view({"heard": "asked"}, submitted=1)
    assert document["screen"] == Screen.HEARD
    problems = [(one["question"], one["code"]) for one in document["problems"]]
    assert problems == [("replied", "missing")]
    assert view({"heard": "asked"})["problems"] == []


def test_a_refused_answer_comes_back_as_typed_and_the_others_are_kept() -> None:
    document = view({**JOURNEY, "decision-date": "2027-02-30"})
    assert document["screen"] == Screen.SAID
    assert [one["code"] for one in document["problems"]] == ["no-such-day"]
    shown = {one["id"]: one["value"] for one in document["questions"]}
    assert shown["decision-date"] == "2027-02-30"
    assert document["answers"] == {k: v for k, v in JOURNEY.items() if k != "decision-date"} | {
        "timeline": "date"
    }


def test_an_unknown_part_of_a_link_is_named_and_does_no_harm() -> None:
    document = view({**JOURNEY, "colour": "red"})
    assert document["kind"] == "advice"
    assert [one["question"] for one in document["problems"]] == ["colour"]


def test_a_changed_answer_names_what_no_longer_applies_and_keeps_the_rest() -> None:
    document = view({**JOURNEY, "heard": "rejected"})
    assert "timeline" in document["dropped"]
    assert "heard" not in document["dropped"]
    assert document["answers"]["timeline"] == "date"
    assert "timeline" not in [one["question"] for one in document["told"]]


def test_advise_never_asks_unless_the_interview_is_missing() -> None:
    assert view({"interviewed-on": "2027-02-02"}, advise=True)["kind"] == "advice"
    asked = view({"thanked": "yes"}, advise=True)
    assert (asked["screen"], asked["problems"][0]["code"]) == (Screen.INTERVIEW, "missing")


def test_the_same_answers_give_the_same_bytes_whichever_way_they_come() -> None:
    request = {"answers": JOURNEY, "today": TODAY}
    backwards = {"answers": dict(reversed(JOURNEY.items())), "today": TODAY, "advise": True}
    assert bridge.view(json.dumps(request)) == bridge.view(json.dumps(backwards))


def test_a_hostile_value_is_only_text() -> None:
    document = view({"heard": "<img src=x onerror=alert(1)>", "x" * 10_000: "y" * 10_000})
    assert len(document["problems"]) == 2
    assert max(len(one["text"]) for one in document["problems"]) < 400


def test_every_question_can_be_shown() -> None:
    for question in QUESTIONS:
        document = view(JOURNEY, screen=question.screen)
        assert document["kind"] == "question" or question.screen <= SCREENS


def test_words_for_a_time_come_with_their_day() -> None:
    answers = {"heard": "nothing", "interviewed-on": "2027-02-02"}
    (timeline, *_) = view(answers, screen=Screen.SAID)["questions"]
    days = {option["value"]: option.get("on") for option in timeline["options"]}
    assert days["early-next-week"] == "2027-02-10"
    assert days["tomorrow"] == "2027-02-03"
    assert days["none"] is days["date"] is days["unsure"] is None


def test_words_said_with_news_are_counted_from_that_day() -> None:
    answers = {"heard": "new-date", "heard-on": "2027-02-08", "interviewed-on": "2027-02-02"}
    (timeline, *_) = view(answers, screen=Screen.SAID)["questions"]
    days = {option["value"]: option.get("on") for option in timeline["options"]}
    assert days["early-next-week"] == "2027-02-17"


def test_an_answer_leaves_no_garbage_behind() -> None:
    """The Python of the page never searches for garbage, so nothing may refer to itself."""
    some = chain(requests(0, 100), requests(100, 150, odd=True))
    bridge.view(next(some))
    gc.collect()
    gc.disable()
    gc.freeze()  # what is there already takes no time
    try:
        left = {request: gc.collect() for request in some if bridge.view(request)}
    finally:
        gc.unfreeze()
        gc.enable()
    assert {request for request, count in left.items() if count} == set()
