"""What the reader said, and what follows from it: in the lead, and in the list below it."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from followup.documents import advice_document
from followup.guide import Guide
from followup.inquiry import Inquiry
from followup.rules import ACTION, DEADLINE_COMES_FIRST, NEAR_ENOUGH_SOON
from followup.said import SEPARATORS, counts
from scripts.proof.leads import LEAD_IS_TRUE, faults_of_a_lead
from scripts.proof.samples import random_answers

TODAY = date(2027, 2, 9)
KNOWN = {
    "heard": "nothing",
    "interviewed-on": "2027-02-02",
    "thanked": "yes",
    "contact": "hiring-manager",
    "channels": "email",
}
SHOP = {"channels": "phone", "instructions": "call-any", "timeline": "none"}
LEADS: dict[str, tuple[dict[str, str], str]] = {
    "two weeks and please wait": (
        {"timeline": "two-weeks", "instructions": "wait-for-us", "interviewed-on": "2027-02-05"},
        (
            "They said two weeks, so by Friday, February 19. "
            "They asked you to wait: give them 3 business days more, then ask once."
        ),
    ),
    "a date that has passed": (
        {"timeline": "date", "decision-date": "2027-02-05"},
        (
            "They named Friday, February 5, so they have had their time. "
            "That was 2 business days ago, so one question is fair."
        ),
    ),
    "no date": (
        {"timeline": "none"},
        "They named no date and 5 business days have passed, so one question is fair.",
    ),
    "a call they invited, later": (
        SHOP | {"interviewed-on": "2027-02-04"},
        (
            "They named no date: give them 5 business days from Thursday, February 4. "
            "They invited a call, so it is welcome from Thursday, February 11."
        ),
    ),
    "please email, later": (
        {"interviewed-on": "2027-02-05", "instructions": "email-only", "channels": "email+phone"},
        (
            "They named no date: give them 5 business days from Friday, February 5. "
            "They asked you to email, so write."
        ),
    ),
    "a missed call": (
        {"heard": "asked", "replied": "no", "asked-for": "missed-call"},
        (
            "They called and you missed it, so call back once, "
            "and write a short note if nobody answers."
        ),
    ),
}


def advice(guide: Guide, answers: dict[str, str], today: date = TODAY) -> dict[str, Any]:
    return advice_document(Inquiry(answers, today, guide))


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("name", LEADS)
def test_the_lead_is_made_from_the_answers(guide: Guide, name: str) -> None:
    more, lead = LEADS[name]
    words = advice(guide, KNOWN | more)["words"]
    assert plain(" ".join(one["text"] for one in words["lead"])) == lead


def test_each_way_to_decide_has_its_sentence(guide: Guide) -> None:
    rules = (*ACTION.rules, DEADLINE_COMES_FIRST, NEAR_ENOUGH_SOON)
    assert [rule.id for rule in rules if f"so-{rule.id}" not in guide.phrases] == []


def test_each_sentence_can_be_split_into_what_was_said_and_what_follows(guide: Guide) -> None:
    sentences = {key: text for key, text in guide.phrases.items() if key.startswith("so-")}
    assert len(sentences) > len(ACTION.rules)
    for key, text in sentences.items():
        assert any(one in text for one in SEPARATORS), f"write “, so” or a colon in {key}"


def test_no_lead_names_a_case_that_the_reader_has_excluded(guide: Guide) -> None:
    for answers, today in random_answers(2, 80):
        document = advice(guide, answers, today)
        lead = " ".join(one["text"] for one in document["words"]["lead"])
        assert 1 <= len(document["words"]["lead"]) <= 3
        assert "{" not in lead
        assert not re.search(r"\b[Ii]f (they|you|not)\b", lead), lead
        assert [*faults_of_a_lead(guide, Inquiry(answers, today, guide).plan)] == [], lead


def test_a_sentence_that_is_not_so_is_noticed(guide: Guide) -> None:
    plan = Inquiry(KNOWN | {"timeline": "none"}, TODAY, guide).plan
    wrong = replace(guide, phrases=guide.phrases | {"so-a-quiet-week-has-passed": "{promised}, so"})
    assert [*faults_of_a_lead(wrong, plan)] == [LEAD_IS_TRUE]


def test_every_answer_that_decided_is_named(guide: Guide) -> None:
    for answers, today in random_answers(3, 80):
        inquiry = Inquiry(answers, today, guide)
        because = advice(guide, answers, today)["words"]["because"]
        named = {question for one in because for question in one["questions"]}
        assert counts(inquiry) <= named, (answers, today)


def test_every_lead_is_a_reason_too(guide: Guide) -> None:
    for answers, today in random_answers(4, 50):
        words = advice(guide, answers, today)["words"]
        because = words["because"]
        assert len({one["id"] for one in because}) == len(because)
        assert all(one["said"] and one["so"] for one in because)
        assert len(words["lead"]) <= len(because)
