"""Strings become a situation, or a refusal that names the question."""

import re
from datetime import date

import pytest

from followup.answers import read_answers, read_today, understand
from followup.errors import AnswerError
from followup.model import Heard, Instruction

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
    "before-the-interview": ({**INTERVIEW, "last-check-in": "2027-02-01"}, "last-check-in"),
    "before-the-interview, a promise": (
        {**INTERVIEW, "decision-date": "2027-02-01"},
        "decision-date",
    ),
    "before-the-interview, a call": ({**INTERVIEW, "call-on": "2027-02-01"}, "call-on"),
    "before-they-said-it": (
        {"heard": "new-date", "heard-on": "2027-02-08", "decision-date": "2027-02-05"},
        "decision-date",
    ),
    "call-not-yet": ({"call-on": "2027-02-10", "called": "no-answer"}, "called"),
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


def test_calls_not_sure_count_as_one_where_you_asked_before() -> None:
    s = read_answers({**INTERVIEW, "check-ins": "2", "calls": "unsure"}, TODAY)
    assert s.check_ins is not None
    assert s.check_ins.calls == 1


def test_naming_closed_days_replaces_the_year_end() -> None:
    december = date(2026, 12, 29)
    usual = read_answers({"interviewed-on": "2026-12-20"}, december).calendar
    named = read_answers({"interviewed-on": "2026-12-20", "closed": "2026-12-25"}, december)
    none = read_answers({"interviewed-on": "2026-12-20", "closed": "none"}, december).calendar
    assert not usual.is_business_day(december)
    assert named.calendar.is_business_day(december)
    assert not named.calendar.is_business_day(date(2026, 12, 25))
    assert none.is_business_day(date(2026, 12, 24))


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


@pytest.mark.parametrize("text", ["", "9 Feb", "2027-02-30", "9999-12-31", "0001-01-01"])
def test_a_today_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(AnswerError):
        read_today(text)
