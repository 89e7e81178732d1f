"""Every id has words, no slot stays open, and the day is always said."""

import json
import re
from datetime import date
from typing import Any

import pytest

from followup.answers import understand
from followup.documents import advice_document
from followup.guide import Guide
from followup.inquiry import Inquiry
from followup.model import (
    PATIENT,
    QUIET,
    STATUS_CONTACTS,
    Action,
    Channel,
    MessageId,
    Recipient,
)
from followup.questions import is_ended
from followup.wording import Words, runs
from followup.workdays import ONE_DAY
from scripts.proof.samples import random_answers, worlds

NEVER_WITHOUT_A_DAY = {action.value for action in Action} - {"move-on"}


@pytest.fixture(scope="module")
def documents(guide: Guide) -> list[dict[str, object]]:
    """Give the advice for many random worlds."""
    made = []
    for answers, today in random_answers(0, 120):
        made.append(advice_document(Inquiry(answers, today, guide)))
    return made


def test_no_slot_and_no_gap_is_left_in_any_sentence(documents: list[dict[str, object]]) -> None:
    for document in documents:
        text = json.dumps([document["headline"], document["words"]], ensure_ascii=False)
        assert "{}" not in text
        assert " ." not in text
        assert "  " not in text


def test_no_more_questions_are_promised_than_the_plan_has(guide: Guide) -> None:
    promised = 0
    for answers, today in random_answers(0, 120):
        asked = Inquiry(answers, today, guide)
        counted = re.fullmatch(r"(\d) of (\d)", asked.words.contacts(asked.plan))
        if counted:
            used, total = map(int, counted.groups())
            kinds = [step.action for step in asked.plan.steps]
            asks = sum(one in STATUS_CONTACTS | {Action.CALL_AS_ASKED} for one in kinds)
            assert 0 < total - used <= asks, (answers, today)
            promised += 1
    assert promised


def test_the_headline_names_the_day(documents: list[dict[str, object]]) -> None:
    for document in documents:
        headline = document["headline"]
        assert isinstance(headline, dict)
        if document["action"] in NEVER_WITHOUT_A_DAY:
            assert str(int(str(document["on"])[-2:])) in headline["text"], headline


def test_a_wait_names_what_comes_after_it(guide: Guide) -> None:
    for answers, today in random_answers(1, 400):
        inquiry = Inquiry(answers, today, guide)
        step, *later = inquiry.plan.steps
        headline = inquiry.words.headline(inquiry.plan)["text"]
        assert not headline.startswith("Wait until"), headline
        if step.action in PATIENT and later and later[0].on == step.on:
            assert inquiry.words.in_words(later[0].on) in headline
            ends = later[0].action is Action.MOVE_ON
            deed = inquiry.words.sentence_about(later[0], inquiry.situation, "headline")[1:]
            assert ends or deed in headline, headline


@pytest.mark.parametrize(
    ("more", "headline"),
    [
        ({}, "Wait. Then email the hiring manager on Tuesday, February\u00a016."),
        (
            {"instructions": "only-if"},
            "Wait. If you hear nothing by Friday, February\u00a019, let it go.",
        ),
        (
            {"instructions": "no-contact"},
            "Do not contact them. If you hear nothing by Friday, February\u00a026, let it go.",
        ),
    ],
)
def test_the_headline_of_a_wait_is_whole(guide: Guide, more: dict[str, str], headline: str) -> None:
    known = {"timeline": "date", "decision-date": "2027-02-12", "contact": "hiring-manager"}
    answers = {"interviewed-on": "2027-02-02", "thanked": "yes", "channels": "email", **known}
    document = advice_document(Inquiry(answers | more, date(2027, 2, 9), guide))
    assert document["headline"]["text"] == headline


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
    assert words.in_words(date(2026, 12, 31)) == "Thursday, December\u00a031"
    assert words.in_words(date(2027, 1, 4)) == "Monday, January\u00a04, 2027"


def test_every_day_in_a_sentence_has_one_form(documents: list[dict[str, object]]) -> None:
    for document in documents:
        said = {key: document[key] for key in ("headline", "words", "timeline", "told", "problems")}
        text = json.dumps(said, ensure_ascii=False)
        assert not re.search(r"\d (January|February|March|October|November|December)\b", text), text
        assert not re.search(r"(January|February|March|October|November|December) \d", text), text
        assert not re.search(r"day [A-Z0-9]", text), text  # a weekday without its comma


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
    assert 0 < said.index("February\u00a010") < said.index("?")
    assert said.count("February\u00a010") == 1


PAPER = {"heard": "offer", "replied": "yes", "heard-on": "2027-01-25", "offer-state": "accepted"}
TIMES = {"heard": "cancelled", "replied": "yes", "heard-on": "2027-02-01", "channels": "email"}
BY_PHONE = {"thanked": "yes", "contact": "hiring-manager", "channels": "phone"}
OTHER_TEXTS: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    "again": (PAPER, PAPER | {"reminded": "1", "reminded-on": "2027-02-01"}),
    "again, for new times": (TIMES | {"replied": "no"}, TIMES),
    "set": (BY_PHONE, BY_PHONE | {"instructions": "call-on", "call-on": "2027-02-09"}),
    "last": (
        BY_PHONE,
        BY_PHONE | {"check-ins": "1", "last-check-in": "2027-02-02", "calls": "1"},
    ),
}


@pytest.mark.parametrize("name", OTHER_TEXTS)
def test_what_is_said_again_or_as_they_asked_has_words_of_its_own(guide: Guide, name: str) -> None:
    first, other = (
        Inquiry({"interviewed-on": "2027-02-02"} | told, date(2027, 2, 9), guide)
        for told in OTHER_TEXTS[name]
    )
    (usual, one) = (
        asked.words.message(asked.plan.next, asked.situation) for asked in (first, other)
    )
    assert usual is not None
    assert one is not None
    assert usual["id"] == one["id"]
    assert usual["paragraphs"] != one["paragraphs"]
    own = guide.messages[MessageId(str(one["id"]))].variants[name.partition(",")[0]]
    assert one["paragraphs"] == [
        runs(text, other.words.known_days(other.situation)) for text in own.paragraphs
    ]


# ---- no advice without its words -----------------------------------------------------------------

WORLDS = 300
ON_TODAY = {"other-deadline": "offer", "deadline-on": "2027-02-09", "deadline-told": "yes"}


def test_whoever_is_told_to_write_say_or_answer_something_has_the_words(guide: Guide) -> None:
    told = set[Action]()
    for answers, today in [*worlds(WORLDS), *random_answers(0, WORLDS)]:
        asked = Inquiry(understand(answers, today).answers, today, guide)
        if "interviewed-on" not in asked.answers and not is_ended(asked.answers):
            continue
        sent, words = asked.plan.sends, asked.words
        if sent is not None:
            assert words.message(sent, asked.situation), asked.answers
            told.add(sent.action)
        next_step = asked.plan.next
        may_call = next_step.also_call or next_step.channel is Channel.CALL_AND_EMAIL
        assert (words.call_script(next_step, asked.situation) is not None) is may_call
    assert told == {*Action} - QUIET


@pytest.mark.parametrize(
    ("answers", "on"),
    [
        (BY_PHONE | ON_TODAY, "2027-02-09"),
        (BY_PHONE | ON_TODAY | {"deadline-on": "2027-02-11"}, "2027-02-11"),
        ({"heard": "offer", "replied": "no"}, "2027-02-09"),
        (PAPER | {"offer-state": "in-writing"}, "2027-02-09"),
        (PAPER | {"offer-state": "asked-time", "answer-by": "2027-02-12"}, "2027-02-12"),
        (PAPER, None),
        (BY_PHONE, None),
    ],
)
def test_on_the_day_of_a_decision_there_are_words_for_a_no(
    answers: dict[str, str], on: str | None, guide: Guide
) -> None:
    given = {"interviewed-on": "2027-02-02"} | answers
    no = advice_document(Inquiry(given, date(2027, 2, 9), guide))["words"]["refusal"]
    assert (no and no["on"]) == on
    if no:
        assert no["message"]["id"] == "withdrawing"
        assert (no["message"]["kind"] == "script") is (answers.get("channels") == "phone")


# ---- words for a thread, for a place, for what was assumed ---------------------------------------

WEEK_AGO = {"interviewed-on": "2027-02-02", "timeline": "none"}
TUESDAY = "2027-02-09"


def words_for(guide: Guide, today: str = TUESDAY, /, **answers: str) -> dict[str, Any]:
    """Return the words of the advice; underscores of keywords are hyphens."""
    given = WEEK_AGO | {one.replace("_", "-"): text for one, text in answers.items()}
    inquiry = Inquiry(given, date.fromisoformat(today), guide)
    words: dict[str, Any] = advice_document(inquiry)["words"]
    return words


def text_of(letter: dict[str, Any]) -> str:
    """Return the words of a message."""
    return " ".join(run["text"] for runs_ in letter["paragraphs"] for run in runs_)


DEADLINE = {"other_deadline": "offer", "deadline_on": "2027-02-12", "deadline_told": "no"}
IN_A_THREAD: dict[str, dict[str, str]] = {
    "thank-you-note": {"interviewed_on": "2027-02-09", "thanked": "no"},
    "ask-for-news": {},
    "date-has-passed": {"timeline": "date", "decision_date": "2027-02-04"},
    "last-message": {"check_ins": "1", "last_check_in": "2027-02-02"},
    "still-going-on": {
        "interviewed_on": "2027-01-12",
        "heard": "still-deciding",
        "heard_on": "2027-01-25",
    },
    "tell-them-the-deadline": DEADLINE,
    "new-times": {"heard": "cancelled"},
    "which-answer-holds": {"heard": "conflicting"},
    "after-a-call": {
        "instructions": "call-on",
        "call_on": "2027-02-09",
        "called": "no-answer",
    },
    "instead-of-the-call": {"instructions": "call-on+email-only", "call_on": "2027-02-09"},
}


@pytest.mark.parametrize("message", IN_A_THREAD)
def test_in_their_thread_a_message_is_short_and_has_no_subject(guide: Guide, message: str) -> None:
    told = {"thanked": "yes", "contact": "hiring-manager"} | IN_A_THREAD[message]
    chat, email = (
        words_for(guide, **told, channels=channels)["message"]
        for channels in ("email+thread", "email")
    )
    assert chat["id"] == email["id"] == message
    assert chat["subject"] is None
    assert chat["kind"] == "note"
    assert len(text_of(chat)) < len(text_of(email)) or email["kind"] == "note"
    assert len(chat["paragraphs"]) <= 2


KINDS = {
    "": "email",
    "channels=phone": "script",
    "channels=linkedin": "note",
    "heard=asked asked-for=missed-call": "script",
    "instructions=call-on call-on=2027-02-09 called=no-answer": "note",
}


@pytest.mark.parametrize("told", KINDS)
def test_words_have_the_form_of_their_way(guide: Guide, told: str) -> None:
    answers = {"thanked": "yes", "channels": "email"} | dict(one.split("=") for one in told.split())
    given = {name.replace("-", "_"): value for name, value in answers.items()}
    message = words_for(guide, **given)["message"]
    assert message["kind"] == KINDS[told]
    assert (message["subject"] is not None) is (KINDS[told] == "email")


def test_who_asked_there_about_another_job_asks_about_both(guide: Guide) -> None:
    told = {"thanked": "yes", "channels": "email", "heard": "nothing"}
    alone, both = (
        words_for(guide, **told, **more) for more in ({}, {"other_job_on": "2027-02-02"})
    )
    assert alone["message"]["id"] == both["message"]["id"] == "ask-for-news"
    assert len(both["message"]["paragraphs"]) == len(alone["message"]["paragraphs"]) + 1


def test_a_reply_to_the_invitation_is_an_email(guide: Guide) -> None:
    reply = words_for(guide, thanked="yes", channels="none")
    thread = words_for(guide, thanked="yes", contact="hr", channels="thread")
    assert reply["message"]["subject"] is not None
    assert guide.phrase("how-invitation-thread") in reply["facts"][0]["text"]
    assert reply["facts"][0]["text"] != thread["facts"][0]["text"]


@pytest.mark.parametrize(("answer", "said"), [("yes", True), ("no", False), ("unsure", False)])
def test_first_choice_is_said_only_by_whoever_says_so(
    guide: Guide, answer: str, *, said: bool
) -> None:
    told = {"thanked": "yes", "contact": "hr", "channels": "email"} | DEADLINE
    message = words_for(guide, **told, first_choice=answer)["message"]
    sentence = " ".join(guide.messages[MessageId("first-choice-sentence")].usual.paragraphs)
    assert (sentence in text_of(message)) is said
    assert "first choice" not in text_of(words_for(guide, **told)["message"]).lower()


def test_a_message_that_tells_no_deadline_never_speaks_of_a_first_choice(guide: Guide) -> None:
    told = {"thanked": "yes", "contact": "hr", "channels": "email", "first_choice": "yes"}
    assert "first choice" not in text_of(words_for(guide, **told)["message"]).lower()


@pytest.mark.parametrize(
    ("country", "noted"), [("GB", True), ("JP", True), ("DE", True), ("US", False), ("FR", False)]
)
def test_where_a_call_is_just_as_good_a_note_says_if_writing_is_safer_there(
    guide: Guide, country: str, *, noted: bool
) -> None:
    told = {"thanked": "yes", "contact": "hr", "timeline": "date", "decision_date": "2027-02-05"}
    for channels, call in (("email+phone", True), ("email", False)):
        notes = words_for(guide, **told, channels=channels, country=country)["notes"]
        found = [one for one in notes if one["section"] == "special-cases#across-cultures"]
        assert bool(found) is (noted and call)


def test_a_date_that_was_assumed_is_said_and_written_down(guide: Guide) -> None:
    given = WEEK_AGO | {"thanked": "yes", "check-ins": "1", "last-check-in": "unsure"}
    document = advice_document(Inquiry(given, date.fromisoformat(TUESDAY), guide))
    assert document["answers"]["last-check-in"] == "2027-02-09"
    (note,) = document["words"]["notes"]
    assert "February\u00a09" in note["text"]
    assert guide.questions["last-check-in"].title in note["text"]
    later = advice_document(Inquiry(document["answers"], date(2027, 2, 16), guide))
    assert (later["action"], later["on"]) == ("last-follow-up", "2027-02-16")
    assert later["words"]["notes"] == []


def test_the_answers_of_a_result_lead_to_the_same_days_on_other_days(guide: Guide) -> None:
    for answers, today in random_answers(400, 440):
        first = advice_document(Inquiry(answers, today, guide))
        if first["action"] not in {"wait", "no-contact"}:
            continue
        on = date.fromisoformat(first["on"])
        for day in (today + ONE_DAY, on - ONE_DAY):
            if not today < day < on:
                continue
            again = advice_document(Inquiry(first["answers"], day, guide))
            assert (again["action"], again["on"]) == (first["action"], first["on"])
            assert [one["on"] for one in again["plan"]] == [one["on"] for one in first["plan"]]


HISTORY: dict[str, dict[str, str]] = {
    "heard-on": {"heard": "still-deciding", "heard_on": "2027-02-01"},
    "last-check-in": {"check_ins": "1", "last_check_in": "2027-02-01"},
    "decision-date": {"timeline": "date", "decision_date": "2027-02-01"},
    "call-on": {"instructions": "call-on", "call_on": "2027-02-01"},
}


@pytest.mark.parametrize("question", HISTORY)
def test_what_belongs_to_an_earlier_interview_is_said(guide: Guide, question: str) -> None:
    told = {"thanked": "yes", "channels": "email"}
    words = words_for(guide, **told, **HISTORY[question])
    (note,) = words["notes"]
    assert "February\u00a01" in note["text"]
    assert guide.questions[question].title in note["text"]
    plain = words_for(guide, **told)
    assert words["lead"] == plain["lead"]
    assert words["then"] == plain["then"]


def test_a_call_that_is_late_is_called_late_and_says_sorry(guide: Guide) -> None:
    told = {"thanked": "yes", "channels": "email+phone", "instructions": "call-on"}
    late = words_for(guide, "2027-02-11", **told, call_on="2027-02-05")
    in_time = words_for(guide, "2027-02-05", **told, call_on="2027-02-05")
    windows = [
        next(one["text"] for one in words["facts"] if one["id"] == "window")
        for words in (late, in_time)
    ]
    assert windows[0] == guide.phrase("window-late", last="Thursday, February\u00a011")
    assert windows[1] == "February\u00a05–9"
    assert "sorry" in text_of(late["message"]).lower()
    assert "sorry" not in text_of(in_time["message"]).lower()


def test_thanks_through_the_recruiter_speak_of_the_recruiter_alone(guide: Guide) -> None:
    told = {"interviewed_on": "2027-02-09", "thanked": "no", "contact": "agency"}
    words = words_for(guide, **told, channels="email+phone")
    assert "interrupt" not in " ".join(str(one["so"]) for one in words["because"])


@pytest.mark.parametrize("used", ["1", "2"])
def test_nobody_who_has_asked_is_told_what_to_do_if_they_never_did(guide: Guide, used: str) -> None:
    told = {"thanked": "yes", "channels": "email", "interviewed_on": "2026-11-02"}
    words = words_for(guide, **told, check_ins=used, last_check_in="2027-01-04")
    assert "never asked" not in " ".join(one["text"] for one in words["lead"])


def test_the_day_of_the_deadline_stands_in_the_plan(guide: Guide) -> None:
    told = {"thanked": "yes", "channels": "email+phone", "check_ins": "1"}
    words = words_for(guide, **told, last_check_in="2027-02-08", **DEADLINE)
    days = [one["on"] for one in words["then"]]
    assert days[0] == "2027-02-12"
    assert "decide" in words["then"][0]["text"].lower()
