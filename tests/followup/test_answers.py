"""Strings become a situation, or a refusal that names the question."""

import re
from dataclasses import replace
from datetime import date

import pytest

from followup.answers import read_answers, read_today, understand
from followup.errors import AnswerError
from followup.model import Heard, Instruction, OfferState
from followup.workdays import ONE_DAY

TODAY = date(2027, 2, 9)
INTERVIEW = {"interviewed-on": "2027-02-02"}

CODE = re.compile("[a-z-]+")
REFUSED = {
    "unknown-question": ({"colour": "red"}, "colour"),
    "unknown-option": ({"heard": "maybe"}, "heard"),
    "unknown-option in a set": ({"channels": "email+fax"}, "channels"),
    "none-with-others": ({"instructions": "none+no-calls"}, "instructions"),
    "not-a-date": ({"heard-on": "yesterday"}, "heard-on"),
    "not-a-date without zeros": ({"heard-on": "2027-2-9"}, "heard-on"),
    "not-a-date in other digits": ({"heard-on": "２０２７-02-09"}, "heard-on"),
    "no-such-day": ({"heard-on": "2027-02-30"}, "heard-on"),
    "not-a-date, but unsure": ({"interviewed-on": "unsure"}, "interviewed-on"),
    "not-a-country": ({"country": "usa"}, "country"),
    "in-the-future": ({"last-check-in": "2027-02-10"}, "last-check-in"),
    "in-the-future, a reminder": (
        {"heard": "cancelled", "replied": "yes", "reminded": "1", "reminded-on": "2027-02-10"},
        "reminded-on",
    ),
    "before-they-said-it": (
        {
            "heard": "new-date",
            "heard-on": "2027-02-08",
            "timeline": "date",
            "decision-date": "2027-02-05",
        },
        "decision-date",
    ),
    "call-not-yet": ({"call-on": "2027-02-10", "called": "no-answer"}, "called"),
    "call-not-yet, and yet a line": ({"call-on": "2027-02-10", "called": "wrote"}, "called"),
    "too-far-away": ({"interviewed-on": "2029-03-01"}, "interviewed-on"),
    "more-calls-than-contacts": ({"check-ins": "1", "calls": "2"}, "calls"),
    "range-backwards": ({"closed": "2027-03-05..2027-03-01"}, "closed"),
    "range-too-long": ({"closed": "2027-03-05..2028-12-01"}, "closed"),
}
GOOD = {**INTERVIEW, "thanked": "yes", "manner": "friendly"}


@pytest.mark.parametrize("name", REFUSED)
def test_a_value_that_cannot_be_is_refused_and_the_others_are_kept(name: str) -> None:
    bad, question = REFUSED[name]
    reading = understand({**GOOD, **bad}, TODAY)
    assert [problem.question for problem in reading.problems] == [question]
    code = (
        "not-a-date"
        if "unsure" in name
        else name.split(",", maxsplit=1)[0].split(" ", maxsplit=1)[0]
    )
    assert reading.problems[0].code == code
    kept = {key: value for key, value in {**GOOD, **bad}.items() if key != question}
    assert reading.answers == {key: kept[key] for key in reading.answers}
    assert set(reading.answers) == set(kept)


def test_reading_stops_at_the_first_refusal() -> None:
    with pytest.raises(AnswerError) as caught:
        read_answers({**INTERVIEW, "heard": "maybe"}, TODAY)
    assert (caught.value.question, caught.value.code) == ("heard", "unknown-option")


def test_the_interview_is_needed_unless_the_news_settles_it() -> None:
    with pytest.raises(AnswerError) as caught:
        read_answers({"thanked": "yes"}, TODAY)
    assert (caught.value.question, caught.value.code) == ("interviewed-on", "missing")
    assert read_answers({"heard": "rejected"}, TODAY).heard is Heard.REJECTED


def test_an_interview_in_the_future_is_a_normal_answer() -> None:
    assert read_answers({"interviewed-on": "2027-03-01"}, TODAY).interviewed_on > TODAY


def test_a_deadline_in_the_past_is_no_error() -> None:
    answers = {**INTERVIEW, "other-deadline": "offer", "deadline-on": "2027-02-08"}
    assert read_answers(answers, TODAY).deadline is not None


def test_a_deadline_without_a_date_is_none() -> None:
    assert read_answers({**INTERVIEW, "other-deadline": "offer"}, TODAY).deadline is None


def test_a_new_date_without_a_date_counts_as_still_deciding() -> None:
    assert read_answers({**INTERVIEW, "heard": "new-date"}, TODAY).heard is Heard.STILL_DECIDING


def test_rumors_count_as_nothing() -> None:
    assert read_answers({**INTERVIEW, "heard": "hearsay"}, TODAY).heard is Heard.NOTHING


def test_a_call_on_no_day_is_an_invitation_to_call() -> None:
    told = read_answers({**INTERVIEW, "instructions": "call-on"}, TODAY)
    assert told.instructions == {Instruction.CALL_ANY}
    assert told.call_on is None


def test_a_call_in_vain_counts_as_one_contact_on_its_day() -> None:
    answers = {"instructions": "call-on", "call-on": "2027-02-08", "called": "no-answer"}
    s = read_answers({**INTERVIEW, **answers}, TODAY)
    assert s.check_ins is not None
    assert (s.check_ins.count, s.check_ins.last) == (1, date(2027, 2, 8))


CALLED = {"instructions": "call-on", "call-on": "2027-02-05", "called": "noted"}
COUNTS = {
    "a message before the call: one more": ("1", "2027-02-04", (2, "2027-02-05", 1)),
    "a message since: the call is among those counted": ("2", "2027-02-08", (2, "2027-02-08", 1)),
    "a message the same day: among them too": ("1", "2027-02-05", (1, "2027-02-05", 1)),
    "no message": ("0", "unsure", (1, "2027-02-05", 1)),
}


@pytest.mark.parametrize("name", COUNTS)
def test_a_call_in_vain_is_one_attempt_whichever_question_told_of_it(name: str) -> None:
    count, last, expected = COUNTS[name]
    answers = {**INTERVIEW, **CALLED, "check-ins": count, "last-check-in": last, "calls": "0"}
    check_ins = read_answers(answers, TODAY).check_ins
    assert check_ins is not None
    assert (check_ins.count, check_ins.last.isoformat(), check_ins.calls) == expected


def test_a_line_in_place_of_the_call_is_no_attempt() -> None:
    s = read_answers({**INTERVIEW, **CALLED, "called": "wrote"}, TODAY)
    assert s.call_noted
    assert s.check_ins is None


def test_calls_not_sure_count_as_one_where_you_asked_before() -> None:
    s = read_answers({**INTERVIEW, "check-ins": "2", "calls": "unsure"}, TODAY)
    assert s.check_ins is not None
    assert s.check_ins.calls == 1


# From 24 December to 1 January they are closed, unless a day of that year's end is named.
YEARS_ENDS = {
    "unsure": (False, False),  # on Tuesday 29 December 2026, on Wednesday 29 December 2027
    "none": (True, True),
    "2026-12-21": (False, False),
    "2027-02-15": (False, False),
    "2026-12-25": (True, False),
    "2027-01-01": (True, False),
    "2026-12-20..2026-12-24": (True, False),
    "2026-12-31..2027-01-08": (True, False),
    "2027-12-24": (False, True),
    "2026-12-25+2027-12-24": (True, True),
    "2026-12-01..2027-11-30": (False, False),
}


@pytest.mark.parametrize("closed", YEARS_ENDS)
def test_only_a_day_within_a_year_s_end_says_what_is_closed_there(closed: str) -> None:
    calendar = read_answers({**INTERVIEW, "closed": closed}, TODAY).calendar
    open_then = (calendar.is_business_day(date(year, 12, 29)) for year in (2026, 2027))
    assert tuple(open_then) == YEARS_ENDS[closed]


def test_a_named_day_is_closed_beside_the_usual_ones() -> None:
    calendar = read_answers({**INTERVIEW, "closed": "2026-12-21"}, TODAY).calendar
    assert not calendar.is_business_day(date(2026, 12, 21))
    assert calendar.after(date(2026, 12, 18), 3) == date(2027, 1, 4)


# Tuesday 2 February 2027 is the day it was said, unless the test names another.
PROMISES = {
    "tomorrow": date(2027, 2, 3),
    "this-week": date(2027, 2, 5),
    "few-days": date(2027, 2, 5),
    "early-next-week": date(2027, 2, 10),
    "next-week": date(2027, 2, 12),
    "one-week": date(2027, 2, 9),
    "two-weeks": date(2027, 2, 16),
    "three-weeks": date(2027, 2, 23),
    "end-of-month": date(2027, 2, 26),
    "one-month": date(2027, 3, 2),
    "new-year": date(2028, 1, 14),
}


@pytest.mark.parametrize(("word", "day"), PROMISES.items())
def test_words_for_a_date_come_to_their_last_day(word: str, day: date) -> None:
    assert read_answers({**INTERVIEW, "timeline": word}, TODAY).promised == day


def promised(word: str, said: str) -> date | None:
    """Return what a word means, said on a day."""
    s = read_answers({"interviewed-on": said, "timeline": word}, date.fromisoformat(said))
    return s.promised


def test_this_week_said_at_the_weekend_is_the_coming_week() -> None:
    assert promised("this-week", "2027-02-05") == date(2027, 2, 5)
    assert promised("this-week", "2027-02-06") == date(2027, 2, 12)


def test_the_end_of_a_month_that_is_past_is_the_next_month() -> None:
    assert promised("end-of-month", "2027-02-26") == date(2027, 2, 26)
    assert promised("end-of-month", "2027-02-27") == date(2027, 3, 31)


def test_a_month_from_the_31st_is_the_last_day_of_the_next_month() -> None:
    assert promised("one-month", "2027-01-31") == date(2027, 2, 28)


def test_in_the_new_year_is_the_tenth_business_day_of_january() -> None:
    assert promised("new-year", "2026-12-17") == date(2027, 1, 15)


def test_a_new_date_is_counted_from_the_day_it_was_said() -> None:
    answers = {"heard": "new-date", "heard-on": "2027-02-08", "timeline": "one-week"}
    assert read_answers({**INTERVIEW, **answers}, TODAY).promised == date(2027, 2, 15)


# ---- what counts as today, and what lies before the latest interview -------------------------

ASKED_ONCE = {**INTERVIEW, "check-ins": "1"}
ASSUMED = {
    "when you asked": (ASKED_ONCE, ["last-check-in"]),
    "not sure when you asked": ({**ASKED_ONCE, "last-check-in": "unsure"}, ["last-check-in"]),
    "when they said so": ({**INTERVIEW, "heard": "still-deciding"}, ["heard-on"]),
    "when you sent it": ({**INTERVIEW, "heard": "asked", "replied": "yes"}, ["heard-on"]),
    "when you offered new times, and reminded them": (
        {"heard": "cancelled", "replied": "yes", "reminded": "1"},
        ["heard-on", "reminded-on"],
    ),
    "until when you asked for time": (
        {
            "heard": "offer",
            "replied": "yes",
            "heard-on": "2027-02-08",
            "offer-state": "asked-time",
        },
        ["answer-by"],
    ),
    "a list": ({"heard": "reserve-list"}, ["heard-on"]),
    "no message, no day": ({**INTERVIEW, "check-ins": "0"}, []),
    "all is known": ({**ASKED_ONCE, "last-check-in": "2027-02-08"}, []),
    "nobody is asked when they wanted something": (
        {**INTERVIEW, "heard": "asked", "replied": "no"},
        [],
    ),
}


@pytest.mark.parametrize("name", ASSUMED)
def test_a_date_that_is_missing_counts_as_today_and_is_written_down(name: str) -> None:
    answers, assumed = ASSUMED[name]
    reading = understand(answers, TODAY)
    assert list(reading.assumed) == assumed
    assert reading.settled == {**answers, **dict.fromkeys(assumed, TODAY.isoformat())}
    assert understand(reading.settled, TODAY).situation == reading.situation


@pytest.mark.parametrize("name", ASSUMED)
def test_what_was_written_down_means_the_same_on_another_day(name: str) -> None:
    answers, _ = ASSUMED[name]
    settled = understand(answers, TODAY).settled
    later = TODAY + ONE_DAY * 9
    again = understand(settled, later)
    assert again.problems == ()
    assert dict(again.assumed) == {}
    same = replace(again.situation, today=TODAY)
    if "heard-on" not in settled:  # nothing was heard that has a day
        same = replace(same, heard_on=TODAY)
    assert same == understand(answers, TODAY).situation


HISTORY = {
    "what they said": (
        {"heard": "still-deciding", "heard-on": "2027-02-01"},
        ["heard-on"],
    ),
    "what they asked for": (
        {"heard": "asked", "replied": "yes", "heard-on": "2027-02-01"},
        ["heard-on"],
    ),
    "how often you asked": (
        {"check-ins": "2", "last-check-in": "2027-02-01", "calls": "1"},
        ["last-check-in"],
    ),
    "the day they named": (
        {"timeline": "date", "decision-date": "2027-02-01"},
        ["decision-date"],
    ),
    "the day of a call": (
        {"instructions": "call-on", "call-on": "2027-02-01"},
        ["call-on"],
    ),
}


@pytest.mark.parametrize("name", HISTORY)
def test_what_lies_before_the_latest_interview_is_kept_and_no_longer_counts(name: str) -> None:
    old, dates = HISTORY[name]
    reading = understand({**INTERVIEW, **old}, TODAY)
    assert reading.problems == ()
    assert reading.answers == {**INTERVIEW, **old}
    assert list(reading.history) == dates
    assert reading.situation == understand(INTERVIEW, TODAY).situation


@pytest.mark.parametrize("name", HISTORY)
def test_on_the_day_of_the_interview_and_before_it_it_counts(name: str) -> None:
    old, dates = HISTORY[name]
    on_the_day = {**old, dates[0]: "2027-02-02"}
    assert understand({**INTERVIEW, **on_the_day}, TODAY).history == ()
    ahead = {"interviewed-on": "2027-02-12", **old}
    assert understand(ahead, TODAY).history == ()


def test_without_the_call_the_rest_of_what_they_said_still_binds() -> None:
    told = {"instructions": "email-only+call-on", "call-on": "2027-02-01"}
    s = understand({**INTERVIEW, **told}, TODAY).situation
    assert s.instructions == {Instruction.EMAIL_ONLY}
    assert s.call_on is None


def test_a_no_ends_it_whenever_the_interview_was() -> None:
    no = {"heard": "rejected", "heard-on": "2027-02-01"}
    assert understand({**INTERVIEW, **no}, TODAY).situation.heard is Heard.REJECTED


# ---- new answers ------------------------------------------------------------------------------


def test_an_offer_that_was_answered_waits_for_paper_unless_they_say_otherwise() -> None:
    offer = {"heard": "offer", "replied": "yes"}
    for state in ({}, {"offer-state": "unsure"}, {"offer-state": "accepted"}):
        assert read_answers({**offer, **state}, TODAY).offer is OfferState.ACCEPTED
    assert read_answers({**offer, "offer-state": "signed"}, TODAY).offer is OfferState.SIGNED
    unanswered = {"heard": "offer", "replied": "no", "offer-state": "signed"}
    assert read_answers(unanswered, TODAY).offer is None


def test_reminders_count_only_where_they_can_have_been_sent() -> None:
    reminded = {"reminded": "2", "reminded-on": "2027-02-08"}
    for told in ({"heard": "cancelled"}, {"heard": "offer"}):
        replied = {**told, "replied": "yes", **reminded}
        s = read_answers({**replied, "heard-on": "2027-02-01"}, TODAY)
        assert s.reminders is not None
        assert (s.reminders.count, s.reminders.last) == (2, date(2027, 2, 8))
        # One from before you answered belongs to an earlier round.
        assert read_answers({**replied, "heard-on": "2027-02-09"}, TODAY).reminders is None
        assert read_answers({**told, "replied": "no", **reminded}, TODAY).reminders is None
    declined = {"heard": "offer", "replied": "yes", "offer-state": "declined", **reminded}
    assert read_answers(declined, TODAY).reminders is None


@pytest.mark.parametrize("kind", ["offer", "other", "accepted"])
def test_a_deadline_says_what_it_is(kind: str) -> None:
    answers = {**INTERVIEW, "other-deadline": kind, "deadline-on": "2027-02-26"}
    deadline = read_answers(answers, TODAY).deadline
    assert deadline is not None
    assert deadline.kind == kind
    assert not deadline.told


@pytest.mark.parametrize("text", ["", "9 Feb", "2027-02-30", "9999-12-31", "0001-01-01"])
def test_a_today_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(AnswerError):
        read_today(text)


def test_a_call_they_set_and_nobody_answered_has_a_day_of_its_own() -> None:
    reading = understand({**INTERVIEW, **CALLED, "check-ins": "1"}, TODAY)
    assert reading.assumed == {"last-check-in": CALLED["call-on"]}
    assert understand(reading.settled, TODAY).situation == reading.situation


def test_a_call_in_vain_that_was_late_counts_on_the_day_it_was_made() -> None:
    check_ins = read_answers(
        {**INTERVIEW, **CALLED, "last-check-in": "2027-02-08"}, TODAY
    ).check_ins
    assert check_ins is not None
    assert (check_ins.count, check_ins.last, check_ins.calls) == (1, date(2027, 2, 8), 1)
