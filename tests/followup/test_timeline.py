"""The plan as marks on a calendar."""

from datetime import date, timedelta
from typing import Any

import pytest

from followup.documents import advice_document
from followup.guide import Guide
from followup.inquiry import Inquiry
from scripts.proof.samples import random_answers

TODAY = date(2027, 2, 9)
PLAIN = {
    "heard": "nothing",
    "interviewed-on": "2027-02-02",
    "thanked": "yes",
    "contact": "hiring-manager",
    "channels": "email",
}
SHAPES: dict[str, tuple[dict[str, str], str]] = {
    "due today": ({}, "them today do later end"),
    "a promised day": (
        {"timeline": "date", "decision-date": "2027-02-11"},
        "them today them wait later end",
    ),
    "asked once": (
        {"check-ins": "1", "last-check-in": "2027-02-08", "calls": "0"},
        "them you today wait end",
    ),
    "asked, no day known": ({"check-ins": "1", "last-check-in": "unsure"}, "them today wait end"),
    "a call nobody answered": (
        {"instructions": "call-on", "call-on": "2027-02-08", "called": "no-answer"},
        "them you today do later end",
    ),
    "a call nobody answered, and the note": (
        {"instructions": "call-on", "call-on": "2027-02-08", "called": "noted"},
        "them you today wait end",
    ),
    "nothing more to send": (
        {"check-ins": "2", "last-check-in": "2027-02-08", "calls": "0"},
        "them you today end",
    ),
    "a deadline": (
        {"other-deadline": "offer", "deadline-on": "2027-02-12", "deadline-told": "no"},
        "them today do them",
    ),
    "an offer answered": (
        {"heard": "offer", "replied": "yes", "heard-on": "2027-02-08"},
        "them you today",
    ),
    "an interview to come": ({"interviewed-on": "2027-02-12"}, "today do"),
}


def line(guide: Guide, answers: dict[str, str], today: date = TODAY) -> dict[str, Any]:
    document = advice_document(Inquiry(answers, today, guide))
    found: dict[str, Any] = document["timeline"]
    return found


@pytest.mark.parametrize("name", SHAPES)
def test_the_marks_of_a_plan_come_in_order_of_days(guide: Guide, name: str) -> None:
    more, kinds = SHAPES[name]
    marks = line(guide, PLAIN | more)["marks"]
    assert " ".join(mark["kind"] for mark in marks).startswith(kinds)


def test_a_mark_has_words_for_the_picture_and_for_the_list(guide: Guide) -> None:
    first = line(guide, PLAIN)["marks"][0]
    assert first == {
        "date": "2027-02-02",
        "kind": "them",
        "label": guide.phrase("mark-interview"),
        "when": "Tue, Feb\u00a02",
        "text": guide.phrase(
            "mark-sentence", date="Tuesday, February\u00a02", text=guide.phrase("mark-interview-on")
        ),
    }


def test_an_interview_without_a_day_has_no_mark(guide: Guide) -> None:
    marks = line(guide, {"heard": "rejected", "replied": "no", "heard-on": "unsure"})["marks"]
    assert {mark["kind"] for mark in marks} == {"today", "do", "end"}


def test_the_window_is_that_of_the_next_message(guide: Guide) -> None:
    assert line(guide, PLAIN)["window"] == {
        "first": "2027-02-09",
        "last": "2027-02-23",
        "label": guide.phrase("mark-window", span="Feb\u00a09–23"),
        "short": guide.phrase("mark-window-short", last="Feb\u00a023"),
    }
    over = line(guide, PLAIN | {"interviewed-on": "2027-02-12"}, date(2027, 2, 22))
    assert over["window"]["label"] == guide.phrase("mark-window", span="Feb\u00a022 to Mar\u00a05")


def test_days_off_say_why_unless_it_is_a_weekend(guide: Guide) -> None:
    promised = {"timeline": "date", "decision-date": "2027-02-11", "country": "US"}
    off = line(guide, PLAIN | promised | {"closed": "2027-02-18"})["off"]
    assert off[1:4] == [
        {"first": "2027-02-13", "last": "2027-02-14", "label": ""},
        {"first": "2027-02-15", "last": "2027-02-15", "label": guide.phrase("mark-holiday")},
        {"first": "2027-02-18", "last": "2027-02-18", "label": guide.phrase("mark-closed")},
    ]


def test_what_comes_again_has_words_of_its_own(guide: Guide) -> None:
    offer = {"heard": "offer", "replied": "no", "heard-on": "2027-02-08"}
    labels = [mark["label"] for mark in line(guide, offer)["marks"]]
    assert labels[-4:] == ["Answer them", "Ask for paper", "Ask once more", "Let it go"]


def test_every_plan_has_a_picture_that_agrees_with_it(guide: Guide) -> None:
    for answers, today in random_answers(0, 120):
        document = advice_document(Inquiry(answers, today, guide))
        found = document["timeline"]
        days = [date.fromisoformat(mark["date"]) for mark in found["marks"]]
        first, last = (date.fromisoformat(found[end]) for end in ("first", "last"))
        assert days == sorted(days)
        assert first < days[0]
        assert days[-1] < last
        assert last - first >= timedelta(days=13)
        kinds = [mark["kind"] for mark in found["marks"]]
        assert kinds.count("today") == 1
        assert kinds.count("do") + kinds.count("wait") <= 1
        ahead = {mark["date"] for mark in found["marks"] if mark["kind"] in {"do", "wait"}}
        assert ahead <= {document["on"]}
        later = {one["on"] for one in document["plan"][1:] if one["action"] != "wait"}
        assert later <= {mark["date"] for mark in found["marks"]}
        assert all(mark["text"] and "{" not in mark["text"] for mark in found["marks"])
        assert all(len(mark["label"]) <= 15 for mark in found["marks"])
