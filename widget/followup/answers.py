"""Turn answers, which are strings, into a situation: the only place where that happens.

An answer that cannot be used is refused by question and code; all others are
kept. The sentence for each code is in the guide.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from followup import opened
from followup.errors import AnswerError
from followup.lazy_property import lazy_property
from followup.model import (
    CheckIns,
    Contact,
    Deadline,
    Heard,
    Instruction,
    Line,
    Situation,
)
from followup.questions import BY_ID, NONE, UNSURE, Kind, Question, is_ended
from followup.workdays import ONE_DAY, SATURDAY, SUNDAY, WEEK, Calendar, Closure

USUAL_WEEKEND = frozenset((SATURDAY, SUNDAY))
Answers = Mapping[str, str]

YEARS_AT_MOST = timedelta(days=2 * 366)  # an interview lies within two years of today
DATES_AT_MOST = timedelta(days=10 * 366)  # any other date: further away is a slip of the hand
CLOSED_AT_MOST, NO_TIME = timedelta(days=367), timedelta()  # more is a slip of the hand
FIRST_YEAR, LAST_YEAR = 1900, 9900  # calendars end; nobody needs advice there
COUNTRY_LETTERS = 2
CALENDARS_KEPT, DAYS_KEPT = 500, 5_000
DATES = tuple(question.id for question in BY_ID.values() if question.kind is Kind.DATE)
ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class Reading:
    """Answers as understood, the situation they describe, and what was refused."""

    answers: dict[str, str]
    today: date
    problems: tuple[AnswerError, ...]

    @lazy_property
    def situation(self) -> Situation:
        """What the answers describe."""
        return situation_from(self.answers, self.today)


def read_answers(answers: Answers, today: date) -> Situation:
    """Return the situation that the answers describe.

    Raises ``AnswerError`` for the first answer that cannot be used, and if
    the day of the interview is missing though it matters.
    """
    reading = understand(answers, today)
    if reading.problems:
        raise reading.problems[0]
    if "interviewed-on" not in answers and not is_ended(answers):
        raise AnswerError("interviewed-on", "missing")
    return reading.situation


def understand(answers: Answers, today: date) -> Reading:
    """Read what can be read, and name the rest."""
    kept: dict[str, str] = {}
    problems: list[AnswerError] = []
    for question, value in answers.items():
        try:
            check_value(question, value)
        except AnswerError as error:
            problems.append(error)
        else:
            kept[question] = value
    ordered = {question: kept[question] for question in BY_ID if question in kept}
    return agreeing(ordered, today, problems)


def agreeing(answers: dict[str, str], today: date, refused: Iterable[AnswerError] = ()) -> Reading:
    """Read answers that were looked at by themselves: of two that contradict, one is refused."""
    found = tuple(contradictions(answers, today))
    kept, problems = dict(answers) if found else answers, [*refused]
    for refusal in found:
        if kept.pop(refusal.question, None) is not None:
            problems.append(refusal)  # noqa: PERF401 - popping must happen in between
    return Reading(kept, today, tuple(problems))


# ---- one value by itself -------------------------------------------------------


def check_value(question: str, value: str) -> None:
    """Refuse a value that its question does not accept."""
    if question not in BY_ID:
        raise AnswerError(question, "unknown-question", value)
    known = BY_ID[question]
    if value == UNSURE and known.accepts_unsure:
        return
    CHECKS[known.kind](known, value)


def check_choice(question: Question, value: str) -> None:
    """Accept one of the options."""
    if value not in question.values:
        raise AnswerError(question.id, "unknown-option", value)


def check_set(question: Question, value: str) -> None:
    """Accept options joined by a plus sign; "none" stands alone."""
    chosen = value.split("+", maxsplit=len(question.values))
    if not {*chosen} <= {*question.values, UNSURE}:
        raise AnswerError(question.id, "unknown-option", value)
    if len(set(chosen)) > 1 and {NONE, UNSURE} & set(chosen):
        raise AnswerError(question.id, "none-with-others", value)


def check_date(question: Question, value: str) -> None:
    """Accept a date."""
    to_date(question.id, value)


def check_country(question: Question, value: str) -> None:
    """Accept a country code of two letters."""
    letters = value.isascii() and value.isalpha() and value.isupper()
    known = opened.holidays().countries
    if len(value) != COUNTRY_LETTERS or not letters or (known and value not in known):
        raise AnswerError(question.id, "not-a-country", value)


def check_days(question: Question, value: str) -> None:
    """Accept days and ranges of days."""
    if value != NONE:
        tuple(closures(question.id, value))


CHECKS: dict[Kind, Callable[[Question, str], None]] = {
    Kind.CHOICE: check_choice,
    Kind.SET: check_set,
    Kind.DATE: check_date,
    Kind.COUNTRY: check_country,
    Kind.DAYS: check_days,
}


@lru_cache(DAYS_KEPT)
def to_date(question: str, value: str) -> date:
    """Return an ISO date. Raises ``AnswerError`` for a day that does not exist."""
    if not ISO_DATE.fullmatch(value):
        raise AnswerError(question, "not-a-date", value)
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise AnswerError(question, "no-such-day", value) from None


def read_today(text: str) -> date:
    """Return the day to count from. Raises ``AnswerError`` if it is none."""
    day = to_date("today", text)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise AnswerError("today", "too-far-away", text)
    return day


def closures(question: str, value: str) -> Iterator[Closure]:
    """Read "2027-02-15+2027-03-01..2027-03-05" as closures, a year of days at most."""
    days_left = CLOSED_AT_MOST
    for part in value.split("+"):
        first, _, last = part.partition("..")
        if part == NONE:
            raise AnswerError(question, "none-with-others", value)
        start = to_date(question, first)
        end = to_date(question, last) if ".." in part else start
        if end < start:
            raise AnswerError(question, "range-backwards", value)
        days_left -= end - start + ONE_DAY
        if days_left < NO_TIME:
            raise AnswerError(question, "range-too-long", value)
        yield Closure(start, end)


# ---- one value against the others -------------------------------------------------


def day(answers: Answers, question: str) -> date | None:
    """Return the date of a date question whose answer was kept, None if unknown."""
    value = answers.get(question, UNSURE)
    return None if value == UNSURE else date.fromisoformat(value)


def contradictions(answers: Answers, today: date) -> Iterator[AnswerError]:
    """Yield every answer that cannot be, given today and the others."""
    yield from days_too_far_away(answers, today)
    yield from days_out_of_order(answers, today)
    call_on = day(answers, "call-on")
    if answers.get("called") == "no-answer" and call_on and call_on > today:
        yield AnswerError("called", "call-not-yet", answers["called"])
    if number(answers, "calls") > number(answers, "check-ins"):
        yield AnswerError("calls", "more-calls-than-contacts", answers["calls"])


def days_too_far_away(answers: Answers, today: date) -> Iterator[AnswerError]:
    """Yield dates so far off that they must be a slip."""
    for question in DATES:
        when = day(answers, question)
        if when is None:
            continue
        most = YEARS_AT_MOST if question == "interviewed-on" else DATES_AT_MOST
        if abs(when - today) > most:
            yield AnswerError(question, "too-far-away", answers[question])


def days_out_of_order(answers: Answers, today: date) -> Iterator[AnswerError]:
    """Yield dates that lie on the wrong side of another."""
    interview = day(answers, "interviewed-on")
    for question in ("heard-on", "last-check-in"):
        when = day(answers, question)
        if when and when > today:
            yield AnswerError(question, "in-the-future", answers[question])
        elif when and interview and when < interview <= today:
            yield AnswerError(question, "before-the-interview", answers[question])
    for question in ("decision-date", "call-on"):
        when = day(answers, question)
        if when and interview and when < interview:
            yield AnswerError(question, "before-the-interview", answers[question])
    said, named = day(answers, "heard-on"), day(answers, "decision-date")
    if answers.get("heard") == "new-date" and said and named and named < said:
        yield AnswerError("decision-date", "before-they-said-it", answers["decision-date"])


# ---- the situation ------------------------------------------------------------------


def situation_from(answers: Answers, today: date) -> Situation:
    """Fill the defaults (contract, section 4) and settle the types."""
    calendar = calendar_from(answers)
    heard_on = day(answers, "heard-on") or today
    interviewed_on = day(answers, "interviewed-on") or min(heard_on, today)
    told = chosen(answers, "instructions")
    call_on = day(answers, "call-on") if "call-on" in told else None
    if "call-on" in told and call_on is None:
        told = told - {"call-on"} | {"call-any"}
    heard = heard_from(answers)
    said = heard_on if heard is Heard.NEW_DATE else interviewed_on
    promised = promised_from(answers, said, calendar)
    if heard is Heard.NEW_DATE and promised is None:
        heard = Heard.STILL_DECIDING
    unanswered = answers.get("called") == "no-answer" and "call-on" in told
    return Situation(
        today=today,
        interviewed_on=interviewed_on,
        heard=heard,
        heard_on=heard_on,
        replied=answers.get("replied") == "yes",
        thanked=answers.get("thanked") == "yes",
        instructions=frozenset(Instruction(one) for one in told - {"call-on"}),
        call_on=call_on,
        call_unanswered=unanswered,
        promised=promised,
        check_ins=check_ins_from(answers, today, (call_on or today) if unanswered else None),
        deadline=deadline_from(answers),
        contact=Contact(answers["contact"]) if is_known(answers, "contact") else None,
        lines=frozenset(Line(one) for one in chosen(answers, "channels")),
        formal_place=answers.get("culture") == "formal",
        direct_place=answers.get("culture") == "direct",
        formal_manner=answers.get("manner") == "formal",
        friendly_manner=answers.get("manner") == "friendly",
        calls_are_normal=answers.get("calls-normal") == "yes",
        calendar=calendar,
    )


def is_known(answers: Answers, question: str) -> bool:
    """Tell whether a question has an answer other than "not sure"."""
    return answers.get(question, UNSURE) != UNSURE


def chosen(answers: Answers, question: str) -> frozenset[str]:
    """Return the chosen members of a set, without "none" and "unsure"."""
    return frozenset(answers.get(question, NONE).split("+")) - {NONE, UNSURE}


def number(answers: Answers, question: str) -> int:
    """Return a count; not sure counts as none, but for calls as one where asked before."""
    value = answers.get(question, "0")
    if value != UNSURE:
        return int(value)
    asked = question == "calls" and number(answers, "check-ins") > 0
    return 1 if asked else 0


def heard_from(answers: Answers) -> Heard:
    """Return the news; rumors and "not sure" are none."""
    value = answers.get("heard", UNSURE)
    return Heard.NOTHING if value in {UNSURE, "hearsay"} else Heard(value)


def check_ins_from(answers: Answers, today: date, unanswered_call: date | None) -> CheckIns | None:
    """Return the status contacts; a call in vain on the day they set is at least one."""
    count = number(answers, "check-ins")
    if count == 0 and unanswered_call is None:
        return None
    last = day(answers, "last-check-in") if count else None  # no contact has no day
    calls = number(answers, "calls")
    return CheckIns(max(1, count), last or unanswered_call or today, calls)


def deadline_from(answers: Answers) -> Deadline | None:
    """Return the real date from elsewhere, if there is one."""
    kind, on = answers.get("other-deadline", NONE), day(answers, "deadline-on")
    if kind in {NONE, UNSURE} or on is None:
        return None
    return Deadline(on, is_offer=kind == "offer", told=answers.get("deadline-told") == "yes")


def calendar_from(answers: Answers) -> Calendar:
    """Return the employer's working days."""
    key = answers.get("country", UNSURE), answers.get("closed", UNSURE)
    kept = opened.holidays().calendars
    if len(kept) > CALENDARS_KEPT:
        kept.clear()
    if key not in kept:
        kept[key] = new_calendar(*key)
    return kept[key]


def new_calendar(country: str, closed: str) -> Calendar:
    """Return the working days of a country with its closures."""
    known = opened.holidays().country(country)
    named = closed not in {UNSURE, NONE}
    return Calendar(
        closures=tuple(closures("closed", closed)) if named else (),
        holidays=known.holidays if known else frozenset(),
        weekend=known.weekend if known else USUAL_WEEKEND,
        year_end=closed == UNSURE,
    )


# ---- a promised date in words (guide: timing#what-their-words-mean) -------------------


def promised_from(answers: Answers, said: date, calendar: Calendar) -> date | None:
    """Return the last day by which they said you would hear; a range means its later end."""
    word = answers.get("timeline", NONE)
    if word == "date":
        return day(answers, "decision-date")
    if word in {NONE, UNSURE}:
        return None
    return PROMISES[word](said, calendar)


def promises(answers: Answers, today: date) -> dict[str, date]:
    """Return the day that each word for a time comes to; none while it is open when it was said."""
    is_new = answers.get("heard") == "new-date"
    said = day(answers, "heard-on") or today if is_new else day(answers, "interviewed-on")
    calendar = calendar_from(answers)
    return {word: promise(said, calendar) for word, promise in PROMISES.items()} if said else {}


def this_week(said: date, calendar: Calendar) -> date:
    """Return this week's last working weekday; said at the weekend, the coming week's."""
    _, last = calendar.week_of(said)
    return last if said <= last else last + WEEK


def next_week(said: date, calendar: Calendar) -> date:
    """Return next week's last working weekday."""
    return calendar.week_of(said)[1] + WEEK


def early_next_week(said: date, calendar: Calendar) -> date:
    """Return the third weekday of next week: the Wednesday of a week that begins on Monday."""
    return calendar.week_of(said)[0] + WEEK + ONE_DAY * 2


def end_of_month(said: date, calendar: Calendar) -> date:
    """Return the month's last business day, or the next month's if that is past."""
    last = calendar.last_before(first_of_month(said, 1))
    return last if last >= said else calendar.last_before(first_of_month(said, 2))


def first_of_month(day: date, later: int) -> date:
    """Return the first day of a month ``later`` months on."""
    months = day.year * 12 + day.month - 1 + later
    return date(months // 12, months % 12 + 1, 1)


def one_month(said: date, _: Calendar) -> date:
    """Return the same day of the next month, or that month's last day."""
    last = first_of_month(said, 2) - ONE_DAY
    return last if said.day > last.day else last.replace(day=said.day)


def new_year(said: date, calendar: Calendar) -> date:
    """Return the tenth business day of January."""
    january = 1
    this_january = calendar.after(date(said.year - 1, 12, 31), 10)
    if said.month == january and said <= this_january:
        return this_january
    return calendar.after(date(said.year, 12, 31), 10)


PROMISES: dict[str, Callable[[date, Calendar], date]] = {
    "tomorrow": lambda said, calendar: calendar.after(said, 1),
    "few-days": lambda said, calendar: calendar.after(said, 3),
    "this-week": this_week,
    "early-next-week": early_next_week,
    "next-week": next_week,
    "one-week": lambda said, _: said + timedelta(days=7),
    "two-weeks": lambda said, _: said + timedelta(days=14),
    "three-weeks": lambda said, _: said + timedelta(days=21),
    "end-of-month": end_of_month,
    "one-month": one_month,
    "new-year": new_year,
}
