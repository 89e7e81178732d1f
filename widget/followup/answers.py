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
    AskedFor,
    CheckIns,
    Contact,
    Deadline,
    Elsewhere,
    Heard,
    Instruction,
    Line,
    OfferState,
    Reminders,
    Situation,
)
from followup.questions import (
    BY_ID,
    HEARD_ON,
    NONE,
    UNSURE,
    Kind,
    Question,
    guarded,
    history,
    holds,
    is_ended,
    without_history,
)
from followup.workdays import (
    ONE_DAY,
    SATURDAY,
    SUNDAY,
    WEEK,
    Calendar,
    Closure,
    year_ends_in,
)

CALLED_IN_VAIN = frozenset(("no-answer", "noted"))
USUAL_WEEKEND = frozenset((SATURDAY, SUNDAY))
Answers = Mapping[str, str]

YEARS_AT_MOST = timedelta(days=2 * 366)  # an interview lies within two years of today
DATES_AT_MOST = timedelta(days=10 * 366)  # any other date: further away is a slip of the hand
CLOSED_AT_MOST, NO_TIME = timedelta(days=367), timedelta()  # more is a slip of the hand
FIRST_YEAR, LAST_YEAR = 1900, 9900  # calendars end; nobody needs advice there
COUNTRY_LETTERS = 2
REGION = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")
CALENDARS_KEPT, DAYS_KEPT = 50, 1_000  # so few that whoever builds sees what happens beyond them
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
        return situation_from(without_history(self.answers, self.today), self.today)

    @lazy_property
    def assumed(self) -> dict[str, str]:
        """The dates that nobody gave and that count as today, or as the latest day possible."""
        return {one: day.isoformat() for one, day in dates_assumed(self.answers, self.today)}

    @property
    def settled(self) -> dict[str, str]:
        """The answers with the assumed dates in them, which lead to the same days tomorrow."""
        known = {**self.answers, **self.assumed}
        return {question: known[question] for question in BY_ID if question in known}

    @property
    def history(self) -> tuple[str, ...]:
        """The dates that lie before the latest interview, and no longer count."""
        return tuple(history(self.answers, self.today))


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
            # Anew: the one that was raised knows where, and so this very list.
            problems.append(AnswerError(error.question, error.code, error.value))
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


def check_region(question: Question, value: str) -> None:
    """Accept a region by ISO 3166-2; where we tell a country's regions apart, one of these."""
    known = opened.holidays().regions(value[:COUNTRY_LETTERS])
    if not REGION.fullmatch(value) or (known and value not in known):
        raise AnswerError(question.id, "not-a-region", value)


def check_days(question: Question, value: str) -> None:
    """Accept days and ranges of days."""
    if value != NONE:
        tuple(closures(question.id, value))


CHECKS: dict[Kind, Callable[[Question, str], None]] = {
    Kind.CHOICE: check_choice,
    Kind.SET: check_set,
    Kind.DATE: check_date,
    Kind.COUNTRY: check_country,
    Kind.REGION: check_region,
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
    if answers.get("called", "no") not in {"no", UNSURE} and call_on and call_on > today:
        yield AnswerError("called", "call-not-yet", answers["called"])
    country, region = place_of(answers)
    if region and not region.startswith(f"{country}-"):
        yield AnswerError("region", "region-elsewhere", region)
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
    for question in ("heard-on", "last-check-in", "reminded-on"):
        when = day(answers, question)
        if when and when > today:
            yield AnswerError(question, "in-the-future", answers[question])
    said, named = day(answers, "heard-on"), new_day(answers)
    if said and named and named < said:
        yield AnswerError("decision-date", "before-they-said-it", answers["decision-date"])


def dates_assumed(answers: Answers, today: date) -> Iterator[tuple[str, date]]:
    """Yield the dates that matter and were not given, each with the day that we take."""
    read = guarded(answers, today)
    asked_before = number(read, "check-ins") > 0
    set_call = "call-on" in chosen(read, "instructions") and day(read, "call-on") is not None
    called_in_vain = set_call and read.get("called") in CALLED_IN_VAIN
    last = (day(read, "call-on") or today) if called_in_vain else today
    taken = {
        "heard-on": (holds(HEARD_ON, read), latest_possible(answers, today)),
        "last-check-in": (asked_before or called_in_vain, last),
        "reminded-on": (holds(BY_ID["reminded-on"].guard, read), today),
        "answer-by": (holds(BY_ID["answer-by"].guard, read), today),
    }
    return (  # a day that was given for an earlier interview stays as it was given
        (one, when) for one, (counts, when) in taken.items() if counts and day(answers, one) is None
    )


def latest_possible(answers: Answers, today: date) -> date:
    """Return today, or an earlier day that must lie after what they said.

    They named a new date before it came, and you reminded them after your answer.
    """
    matters = holds(BY_ID["reminded-on"].guard, answers)
    reminded = day(answers, "reminded-on") if matters else None
    return min(one for one in (today, new_day(answers), reminded) if one)


def new_day(answers: Answers) -> date | None:
    """Return the new day that they named, as a day and not in words."""
    is_named = answers.get("heard") == "new-date" and answers.get("timeline") == "date"
    return day(answers, "decision-date") if is_named else None


# ---- the situation ------------------------------------------------------------------


def situation_from(answers: Answers, today: date) -> Situation:
    """Fill the defaults (contract, section 4) and settle the types."""
    calendar = calendar_from(answers)
    heard_on = day(answers, "heard-on") or latest_possible(answers, today)
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
    called = answers.get("called", "no") if "call-on" in told or call_on else "no"
    unanswered = called in CALLED_IN_VAIN
    replied = answers.get("replied") == "yes"
    offer = offer_from(answers) if heard is Heard.OFFER and replied else None
    return Situation(
        today=today,
        interviewed_on=interviewed_on,
        heard=heard,
        heard_on=heard_on,
        replied=replied,
        offer=offer,
        answer_by=(day(answers, "answer-by") or today) if offer is OfferState.ASKED_TIME else None,
        reminders=reminders_from(answers, today)
        if (heard is Heard.CANCELLED and replied) or offer is OfferState.ACCEPTED
        else None,
        asked_for=asked_for_from(answers) if heard is Heard.ASKED and not replied else None,
        list_until=day(answers, "list-until") if heard is Heard.RESERVE_LIST else None,
        thanked=answers.get("thanked") == "yes",
        instructions=frozenset(Instruction(one) for one in told - {"call-on"}),
        call_on=call_on,
        call_unanswered=unanswered,
        call_noted=called in {"noted", "wrote"},
        promised=promised,
        check_ins=check_ins_from(answers, today, (call_on or today) if unanswered else None),
        deadline=deadline_from(answers),
        other_job_on=day(answers, "other-job-on"),
        contact=Contact(answers["contact"]) if is_known(answers, "contact") else None,
        lines=frozenset(Line(one) for one in chosen(answers, "channels")),
        formal_place=answers.get("culture") == "formal",
        direct_place=answers.get("culture") == "direct",
        formal_manner=answers.get("manner") == "formal",
        friendly_manner=answers.get("manner") == "friendly",
        calls_are_normal=answers.get("calls-normal") == "yes",
        first_choice=answers.get("first-choice") == "yes",
        nobody_was_there=answers.get("stage") == "recorded",
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
    """Return the status contacts.

    A call in vain on the day they set is one of them, and a call: among those
    counted if one of them was as late, else one more.
    """
    count, calls = number(answers, "check-ins"), number(answers, "calls")
    counted = count or unanswered_call  # no contact has no day
    last = day(answers, "last-check-in") if counted else None
    if unanswered_call is None:
        return CheckIns(count, last or today, calls) if count else None
    if count and last and last < unanswered_call:
        return CheckIns(count + 1, unanswered_call, calls + 1)
    return CheckIns(max(1, count), max(last or unanswered_call, unanswered_call), max(1, calls))


def offer_from(answers: Answers) -> OfferState:
    """Return what became of an offer that was answered; not sure means that paper may come."""
    value = answers.get("offer-state", UNSURE)
    return OfferState.ACCEPTED if value == UNSURE else OfferState(value)


def reminders_from(answers: Answers, today: date) -> Reminders | None:
    """Return how often they were reminded of new times, or of an offer's paper.

    What was before the answer that they are reminded of is history.
    """
    count, last = number(answers, "reminded"), day(answers, "reminded-on") or today
    answered = day(answers, "heard-on") or latest_possible(answers, today)
    return Reminders(count, last) if count and last >= answered else None


def asked_for_from(answers: Answers) -> AskedFor | None:
    """Return what they asked for, None if unknown."""
    return AskedFor(answers["asked-for"]) if is_known(answers, "asked-for") else None


def deadline_from(answers: Answers) -> Deadline | None:
    """Return the real date from elsewhere, if there is one."""
    kind, on = answers.get("other-deadline", NONE), day(answers, "deadline-on")
    if kind in {NONE, UNSURE} or on is None:
        return None
    return Deadline(on, Elsewhere(kind), told=answers.get("deadline-told") == "yes")


def place_of(answers: Answers) -> tuple[str, str]:
    """Return the country and the region, empty if unknown; a region tells its country."""
    region = answers["region"] if is_known(answers, "region") else ""
    country = answers["country"] if is_known(answers, "country") else ""
    return country or region[:COUNTRY_LETTERS], region


def calendar_from(answers: Answers) -> Calendar:
    """Return the employer's working days."""
    key = (*place_of(answers), answers.get("closed", UNSURE))
    kept = opened.holidays().calendars
    if len(kept) > CALENDARS_KEPT:
        kept.clear()
    if key not in kept:
        kept[key] = new_calendar(*key)
    return kept[key]


def new_calendar(country: str, region: str, closed: str) -> Calendar:
    """Return the working days of a place with its closures."""
    known = opened.holidays().place(country, region)
    days = tuple(closures("closed", closed)) if closed not in {UNSURE, NONE} else ()
    return Calendar(
        closures=days,
        holidays=known.holidays if known else frozenset(),
        weekend=known.weekend if known else USUAL_WEEKEND,
        year_end=closed != NONE,
        own_year_ends=year_ends_in(days),
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
