"""Every id has words, no slot stays open, and the day is always said."""

import json
from datetime import date

import pytest

from followup.answers import understand
from followup.documents import advice_document
from followup.guide import Guide
from followup.inquiry import Inquiry
from followup.model import Action, MessageId, Recipient
from followup.wording import Words, runs
from scripts.proof.samples import random_answers

NEVER_WITHOUT_A_DAY = {action.value for action in Action} - {"move-on"}


@pytest.fixture(scope="module")
def documents(guide: Guide) -> list[dict[str, object]]:
    """Give the advice for many random worlds."""
    made = []
    for answers, today in random_answers(0, 250):
        made.append(advice_document(Inquiry(answers, today, guide)))
    return made


def test_no_slot_and_no_gap_is_left_in_any_sentence(documents: list[dict[str, object]]) -> None:
    for document in documents:
        text = json.dumps([document["headline"], document["words"]], ensure_ascii=False)
        assert "{}" not in text
        assert " ." not in text
        assert "  " not in text


def test_the_headline_names_the_day(documents: list[dict[str, object]]) -> None:
    for document in documents:
        headline = document["headline"]
        assert isinstance(headline, dict)
        if document["action"] in NEVER_WITHOUT_A_DAY:
            assert str(int(str(document["on"])[-2:])) in headline["text"], headline


def test_keep_searching_is_in_every_result_where_nothing_is_settled(
    documents: list[dict[str, object]],
) -> None:
    settled = {"prepare", "reply-to-offer", "withdraw"}
    for document in documents:
        words = document["words"]
        assert isinstance(words, dict)
        assert (words["meanwhile"] is None) is (document["action"] in settled)


def test_dates_carry_the_year_only_where_it_is_another(guide: Guide) -> None:
    words = Words(guide, date(2026, 12, 30))
    assert words.in_words(date(2026, 12, 31)).endswith("December")
    assert words.in_words(date(2027, 1, 4)).endswith("January 2027")


def test_known_days_are_filled_and_the_candidates_own_blanks_stay() -> None:
    assert runs("On [their date], [your name].", {"their date": "Friday"}) == [
        {"text": "On "},
        {"text": "Friday", "filled": "their date"},
        {"text": ", "},
        {"text": "[your name]", "blank": "your name"},
        {"text": "."},
    ]


def test_a_deadline_that_is_no_offer_is_never_worded_as_one(guide: Guide) -> None:
    answers = {
        "interviewed-on": "2027-02-02",
        "other-deadline": "other",
        "deadline-on": "2027-02-12",
    }
    s = understand(answers, date(2027, 2, 9)).situation
    letter = Words(guide, s.today).letter(
        MessageId("tell-them-the-deadline"), s, Recipient.HIRING_MANAGER
    )
    assert "offer" not in json.dumps(letter["paragraphs"]).lower()


def test_the_agency_gets_its_own_words(guide: Guide) -> None:
    s = understand({"interviewed-on": "2027-02-02"}, date(2027, 2, 2)).situation
    words = Words(guide, s.today)
    note = MessageId("thank-you-note")
    usual = words.letter(note, s, Recipient.HIRING_MANAGER)
    assert words.letter(note, s, Recipient.AGENCY_RECRUITER) != usual
    assert words.letter(note, s, Recipient.EACH_INTERVIEWER) != usual


def said_on_the_phone(guide: Guide, **answers: str) -> list[str]:
    """Return what the advice of a Tuesday lets the reader say on the phone."""
    given = {"interviewed-on": "2027-02-08", "timeline": "none", **answers}
    words = advice_document(Inquiry(given, date(2027, 2, 9), guide))["words"]
    letters = [one for one in (words["message"], words["also"]) if one]
    return [
        " ".join(run["text"] for runs_ in one["paragraphs"] for run in runs_)
        for one in letters
        if one["kind"] == "script"
    ]


@pytest.mark.parametrize("channels", ["phone", "email+phone"])
def test_a_call_of_thanks_to_the_recruiter_asks_nothing(guide: Guide, channels: str) -> None:
    (said,) = said_on_the_phone(guide, thanked="no", contact="agency", channels=channels)
    assert "?" not in said


@pytest.mark.parametrize("channels", ["phone", "email+phone"])
@pytest.mark.parametrize("contact", ["hr", "agency"])
def test_a_call_about_a_deadline_names_it_before_it_asks(
    guide: Guide, channels: str, contact: str
) -> None:
    offer = {"other-deadline": "offer", "deadline-on": "2027-02-10", "deadline-told": "no"}
    (said,) = said_on_the_phone(guide, thanked="yes", contact=contact, channels=channels, **offer)
    assert 0 < said.index("10 February") < said.index("?")
    assert said.count("10 February") == 1
