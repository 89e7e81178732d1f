"""Laws that hold for whatever comes: calendars, dates, sets, promises, links and words."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import TypeVar

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from hypothesis.configuration import set_hypothesis_home_dir

from followup.address import read_fragment, write_fragment
from followup.answers import (
    PROMISES,
    closures,
    promised_from,
    read_answers,
    read_today,
    to_date,
    understand,
)
from followup.documents import advice_document, question_document
from followup.errors import AnswerError
from followup.guide import Guide, guide_from_json
from followup.inquiry import Inquiry
from followup.questions import BESIDE, BY_ID, UNSURE, is_ended
from followup.workdays import ONE_DAY, Calendar, Closure, is_year_end
from scripts.guide.reader import read_guide, to_json
from scripts.paths import BUILD, DOCS
from scripts.proof import samples

set_hypothesis_home_dir(BUILD / "hypothesis")
Test = TypeVar("Test", bound=Callable[..., None])


def law(examples: int) -> Callable[[Test], Test]:
    """Try so many examples, the same ones on every run."""
    return settings(max_examples=examples, deadline=None, derandomize=True)


days = st.dates(date(2026, 1, 1), date(2029, 12, 31))
counts = st.integers(0, 30)
WEEKDAYS = range(7)
A_YEAR = timedelta(days=366)


@st.composite
def ranges(draw: st.DrawFn) -> tuple[date, date]:
    """Draw a first and a last day, in this order."""
    first = draw(days)
    return first, first + timedelta(days=draw(st.integers(0, 40)))


calendars = st.builds(
    Calendar,
    closures=st.lists(st.builds(lambda pair: Closure(*pair), ranges()), max_size=3).map(tuple),
    holidays=st.frozensets(days, max_size=20),
    weekend=st.frozensets(st.sampled_from(WEEKDAYS), max_size=4),
    year_end=st.booleans(),
)


def business_days(calendar: Calendar, first: date, last: date) -> int:
    """Count the business days from ``first`` to ``last``, both included, one by one."""
    length = (last - first).days + 1
    return sum(calendar.is_business_day(first + ONE_DAY * n) for n in range(length))


# ---- calendars --------------------------------------------------------------------


@law(100)
@given(calendars, days)
def test_next_is_the_first_business_day_from_a_day_on(calendar: Calendar, day: date) -> None:
    found = calendar.next(day)
    assert found >= day
    assert calendar.is_business_day(found)
    assert business_days(calendar, day, found) == 1
    assert calendar.next(found) == found


@law(100)
@given(calendars, days)
def test_last_before_is_the_nearest_business_day_in_the_past(calendar: Calendar, day: date) -> None:
    found = calendar.last_before(day)
    assert found < day
    assert calendar.is_business_day(found)
    assert business_days(calendar, found, day - ONE_DAY) == 1


@law(100)
@given(calendars, days, counts)
def test_after_leaves_exactly_so_many_business_days_behind(
    calendar: Calendar, day: date, count: int
) -> None:
    found = calendar.after(day, count)
    assert business_days(calendar, day + ONE_DAY, found) == count
    assert found == day if count == 0 else calendar.is_business_day(found)


@law(70)
@given(calendars, days, counts, counts)
def test_waiting_twice_is_waiting_for_the_sum(
    calendar: Calendar, day: date, one: int, other: int
) -> None:
    assert calendar.after(calendar.after(day, one), other) == calendar.after(day, one + other)


@law(70)
@given(calendars, days, st.integers(0, 30), counts)
def test_who_starts_later_never_ends_earlier(
    calendar: Calendar, day: date, later: int, count: int
) -> None:
    assert calendar.after(day, count) <= calendar.after(day + ONE_DAY * later, count)


@law(70)
@given(calendars, days)
def test_a_step_on_and_a_step_back_come_home(calendar: Calendar, day: date) -> None:
    home = calendar.next(day)
    assert calendar.last_before(calendar.after(home, 1)) == home
    assert calendar.after(calendar.last_before(home), 1) == home


@law(50)
@given(calendars, days, counts, ranges())
def test_a_further_closure_never_brings_a_day_forward(
    calendar: Calendar, day: date, count: int, closed: tuple[date, date]
) -> None:
    closure = Closure(*closed)
    more = Calendar(
        closures=(*calendar.closures, closure),
        holidays=calendar.holidays,
        weekend=calendar.weekend,
        year_end=calendar.year_end,
    )
    found = more.after(day, count)
    assert found >= calendar.after(day, count)
    assert count == 0 or found not in closure


@law(70)
@given(days, counts)
def test_nothing_falls_between_christmas_and_new_year(day: date, count: int) -> None:
    found = Calendar().after(day, count + 1)
    assert not is_year_end(found)
    assert (found.month, found.day) != (12, 24)
    assert (found.month, found.day) != (1, 1)


@law(70)
@given(days, counts)
def test_with_the_year_end_open_only_the_weekend_is_off(day: date, count: int) -> None:
    found = Calendar(year_end=False).after(day, count)
    full_weeks, rest = divmod(count, 5)
    assert count <= (found - day).days <= 7 * full_weeks + rest + 2


@law(70)
@given(days, st.frozensets(st.sampled_from(WEEKDAYS), max_size=6), counts)
def test_other_weekends_are_never_worked(day: date, weekend: frozenset[int], count: int) -> None:
    calendar = Calendar(weekend=weekend, year_end=False)
    assert calendar.after(day, count + 1).weekday() not in weekend


@law(50)
@given(calendars, days, st.lists(counts, min_size=1, max_size=8))
def test_what_was_counted_before_changes_nothing(
    calendar: Calendar, day: date, waits: list[int]
) -> None:
    for count in waits:
        fresh = Calendar(
            closures=calendar.closures,
            holidays=calendar.holidays,
            weekend=calendar.weekend,
            year_end=calendar.year_end,
        )
        assert calendar.after(day, count) == fresh.after(day, count)


# ---- dates, ranges and sets -----------------------------------------------------


@law(100)
@given(st.dates())
def test_an_iso_date_is_read_as_that_day(day: date) -> None:
    assert to_date("heard-on", day.isoformat()) == day


nearly_dates = st.one_of(
    st.text(max_size=12),
    st.text("0123456789-", max_size=11),
    st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", fullmatch=True),
)


@law(200)
@given(nearly_dates)
@example("２０２７-02-09")
@example("2027-2-009")
@example("2027-02-30")
@example("0000-01-01")
@example("+027-02-09")
def test_any_other_text_is_refused_by_name(text: str) -> None:
    read = day_or_refusal(lambda: to_date("heard-on", text))
    if isinstance(read, AnswerError):
        assert read.code in {"not-a-date", "no-such-day"}
        assert (read.question, read.value) == ("heard-on", text)
    else:
        assert read.isoformat() == text


@law(100)
@given(nearly_dates)
def test_today_is_read_or_refused(text: str) -> None:
    read = day_or_refusal(lambda: read_today(text))
    if isinstance(read, AnswerError):
        assert read.question == "today"
    else:
        assert read.isoformat() == text


def day_or_refusal(read: Callable[[], date]) -> date | AnswerError:
    """Return what a reader of dates returns or raises."""
    try:
        return read()
    except AnswerError as refusal:
        return refusal


@law(100)
@given(st.lists(ranges(), min_size=1, max_size=5))
def test_ranges_are_read_as_written(pairs: list[tuple[date, date]]) -> None:
    text = "+".join(f"{first}..{last}" if first != last else f"{first}" for first, last in pairs)
    assert list(closures("closed", text)) == [Closure(*pair) for pair in pairs]


@law(50)
@given(days, st.integers(1, 400))
def test_a_range_that_ends_before_it_begins_is_refused(day: date, back: int) -> None:
    reading = understand({"closed": f"{day}..{day - ONE_DAY * back}"}, day)
    assert [(one.question, one.code) for one in reading.problems] == [("closed", "range-backwards")]


@pytest.mark.parametrize("question", ["instructions", "channels"])
@law(40)
@given(data=st.data())
def test_a_set_means_the_same_in_any_order(question: str, data: st.DataObject) -> None:
    members = [value for value in BY_ID[question].values if value != "none"]
    chosen = data.draw(st.lists(st.sampled_from(members), min_size=1, unique=True))
    shuffled = data.draw(st.permutations(chosen))
    today = date(2027, 2, 9)
    one, other = (understand({question: "+".join(order)}, today) for order in (chosen, shuffled))
    assert one.problems == other.problems == ()
    assert one.situation == other.situation


@pytest.mark.parametrize("question", ["instructions", "channels"])
@law(40)
@given(data=st.data())
def test_none_and_not_sure_stand_alone(question: str, data: st.DataObject) -> None:
    lonely = data.draw(st.sampled_from(("none", UNSURE)))
    members = [value for value in BY_ID[question].values if value != "none"]
    others = data.draw(st.lists(st.sampled_from(members), min_size=1, unique=True))
    place = data.draw(st.integers(0, len(others)))
    value = "+".join((*others[:place], lonely, *others[place:]))
    reading = understand({question: value}, date(2027, 2, 9))
    assert [(one.question, one.code) for one in reading.problems] == [
        (question, "none-with-others")
    ]
    assert understand({question: lonely}, date(2027, 2, 9)).problems == ()


# ---- promised dates -----------------------------------------------------------------


@pytest.mark.parametrize("word", PROMISES)
@law(40)
@given(calendar=calendars, said=days, later=st.integers(0, 40))
def test_a_promise_lies_ahead_and_a_later_one_never_lies_earlier(
    word: str, calendar: Calendar, said: date, later: int
) -> None:
    first, second = (
        promised_from({"timeline": word}, day, calendar) for day in (said, said + ONE_DAY * later)
    )
    assert first is not None
    assert second is not None
    assert said <= first <= second


LONGER_AND_LONGER = (
    ("early-next-week", "next-week"),
    ("this-week", "next-week"),
    ("tomorrow", "few-days"),
    ("one-week", "two-weeks", "three-weeks", "one-month"),
)


@pytest.mark.parametrize("words", LONGER_AND_LONGER, ids=" < ".join)
@law(40)
@given(said=days)
def test_longer_words_never_mean_earlier_days(words: tuple[str, ...], said: date) -> None:
    promises = [promised_from({"timeline": word}, said, Calendar()) for word in words]
    for shorter, longer in pairwise(promises):
        assert shorter is not None
        assert longer is not None
        assert shorter <= longer


# ---- answers ------------------------------------------------------------------------

TODAY = date(2027, 2, 9)


situations = st.randoms(use_true_random=False).map(samples.draw)  # some contradict themselves
question_ids = st.sampled_from(list(BY_ID))
anything = st.dictionaries(
    st.one_of(question_ids, st.text(max_size=20)),
    st.one_of(st.text(max_size=20), st.sampled_from(["none", "unsure", "yes", "1", "2027-02-09"])),
    max_size=8,
)


@law(150)
@given(anything)
def test_every_answer_is_either_kept_or_refused(answers: dict[str, str]) -> None:
    reading = understand(answers, TODAY)
    refused = [problem.question for problem in reading.problems]
    assert sorted([*reading.answers, *refused]) == sorted(answers)
    assert all(reading.answers[question] == answers[question] for question in reading.answers)


@law(100)
@given(situations)
def test_what_was_kept_is_kept_again(drawn: tuple[dict[str, str], date]) -> None:
    answers, today = drawn
    first = understand(answers, today)
    second = understand(first.answers, today)
    assert second.problems == ()
    assert (second.answers, second.situation) == (first.answers, first.situation)


@law(50)
@given(situations)
def test_the_order_of_the_answers_does_not_matter(drawn: tuple[dict[str, str], date]) -> None:
    answers, today = drawn
    backwards = dict(reversed(answers.items()))
    one, other = understand(answers, today), understand(backwards, today)
    assert list(one.answers.items()) == list(other.answers.items())
    assert one.situation == other.situation
    assert {str(problem) for problem in one.problems} == {
        str(problem) for problem in other.problems
    }


@law(50)
@given(situations)
def test_reading_refuses_what_understanding_names(drawn: tuple[dict[str, str], date]) -> None:
    answers, today = drawn
    reading = understand(answers, today)
    assume("interviewed-on" in reading.answers or is_ended(answers))
    if reading.problems:
        with pytest.raises(AnswerError) as caught:
            read_answers(answers, today)
        assert caught.value.question == reading.problems[0].question
    else:
        assert read_answers(answers, today) == reading.situation


# ---- links ------------------------------------------------------------------------------

PLAIN_LINK = st.from_regex(r"#[A-Za-z0-9._~+%=&-]*", fullmatch=True)
links = st.one_of(st.text(), st.text("%&=#+ v1éa2C3", max_size=40), PLAIN_LINK)


@law(150)
@given(st.dictionaries(st.text(), st.text()))
@example({"channels": "email+phone", "": "", "a&b=c": "100 %", "closed": "2027-02-09..2027-02-10"})
def test_answers_survive_the_way_through_a_link(answers: dict[str, str]) -> None:
    assume("v" not in answers)
    link = write_fragment(answers)
    assert read_fragment(link) == answers
    assert list(read_fragment(link)) == list(answers)
    assert all(one.isascii() and one not in " <>\"'`" for one in link)


@law(150)
@given(links)
@example("#v=1&heard=%")
@example("#heard=%E2%82&thanked=%zz&%=%%41")
@example("#heard=%ED%A0%80&thanked=%C0%80")
def test_no_link_is_too_broken_to_read(link: str) -> None:
    answers = read_fragment(link)
    assert read_fragment(write_fragment(answers)) == answers
    assert len(answers) <= link.count("&") + 1


@law(100)
@given(st.text("%0123456789abcdefABCDEFgG", max_size=12))
def test_a_value_with_a_broken_escape_stays_as_it_is(text: str) -> None:
    value = read_fragment(f"#heard={text}&thanked=yes")["heard"]
    assert value == text or "%" in text
    assert read_fragment(f"#heard={text}&thanked=yes")["thanked"] == "yes"


def test_a_plus_joins_a_set_and_is_never_a_space() -> None:
    assert read_fragment("#channels=email+phone") == {"channels": "email+phone"}
    assert read_fragment("#channels=email%2Bphone") == {"channels": "email+phone"}
    assert write_fragment({"channels": "a b"}) == "#v=1&channels=a%20b"


def test_the_version_is_no_answer_and_an_empty_link_holds_none() -> None:
    assert read_fragment("#v=1&thanked=yes") == {"thanked": "yes"}
    assert read_fragment("") == read_fragment("#") == read_fragment("#v=1&&") == {}
    assert write_fragment({}) == ""


def test_half_a_character_is_written_as_the_sign_for_one_that_is_lost() -> None:
    assert write_fragment({"heard": "a\ud83d"}) == "#v=1&heard=a%EF%BF%BD"


# ---- words ----------------------------------------------------------------------------

SPEAKS_OF_NO_DAY = {"move-on"}


@cache
def the_guide() -> Guide:
    """Read the guide once; as a fixture it would be printed with each example."""
    return guide_from_json(to_json(read_guide(DOCS)))


@law(70)
@given(drawn=situations)
def test_no_slot_is_left_open_and_the_headline_names_the_day(
    drawn: tuple[dict[str, str], date],
) -> None:
    answers, today = drawn
    document = advice_document(Inquiry(answers, today, the_guide()))
    text = json.dumps([document["headline"], document["words"]], ensure_ascii=False)
    assert not any(gap in text for gap in ("{}", "  ", " .", " ,"))
    assert all("{" not in one["text"] for one in sentences(document["words"]))
    if document["action"] not in SPEAKS_OF_NO_DAY:
        assert str(date.fromisoformat(document["on"]).day) in document["headline"]["text"]


def sentences(words: dict[str, list[dict[str, str]]]) -> list[dict[str, str]]:
    """Return the sentences of a result."""
    return [one for key in ("lead", "facts", "avoid", "then") for one in words[key]]


@law(40)
@given(drawn=situations, screen=st.integers(1, BESIDE))
def test_every_screen_has_words_for_what_it_asks_and_refuses(
    drawn: tuple[dict[str, str], date], screen: int
) -> None:
    answers, today = drawn
    inquiry = Inquiry(answers, today, the_guide())
    document = question_document(inquiry, screen)
    assert [one["question"] for one in document["problems"]] == [
        problem.question for problem in inquiry.problems
    ]
    texts = [document["title"], *(one["text"] for one in document["problems"])]
    texts += [text for one in document["questions"] for text in (one["title"], one["why"])]
    texts += [text for one in document["told"] for text in (one["label"], one["text"])]
    assert all(text.strip() and "{" not in text for text in texts)
