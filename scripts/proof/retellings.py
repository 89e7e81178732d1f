"""What must come out the same, however the reader tells it, and on whatever day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from followup.answers import understand
from followup.done import Answers, retold
from followup.model import Situation
from followup.questions import BY_ID, NONE, UNSURE, Kind
from followup.workdays import ONE_DAY, Calendar, is_year_end
from scripts.proof.events import OF_THE_NEWS, Told
from scripts.proof.invariants import Claim

Pair = tuple[Situation | None, Situation | None]
LATER = (1, 4, 11)  # days on which a link is opened again


def read(answers: Mapping[str, str], today: date) -> Situation | None:
    """Return what the answers describe, None if one of them is refused."""
    reading = understand(answers, today)
    return None if reading.problems else reading.situation


# ---- I23: every attempt counts once ----------------------------------------------------


def attempts(answers: Answers, today: date) -> Iterator[Pair]:
    """Every attempt counts once, whichever question it was told in."""
    s = understand(answers, today).situation
    if not s.call_unanswered or s.call_on is None:
        return
    day = s.call_on
    once = {"check-ins": "1", "last-check-in": day, "calls": "1"}
    twice = {"check-ins": "2", "last-check-in": day, "calls": "1"}
    one = read(retold(answers, once), today)
    for told in (
        {"check-ins": "0", "last-check-in": None, "calls": None},
        {"calls": "0"},
        {"calls": UNSURE},
        {"last-check-in": None},
    ):
        yield one, read(retold(answers, {**once, **told}), today)
    if day > s.interviewed_on:
        earlier = {"check-ins": "1", "last-check-in": day - ONE_DAY, "calls": "0"}
        yield read(retold(answers, twice), today), read(retold(answers, earlier), today)


# ---- I25: old news is history ------------------------------------------------------------

# What was heard before the latest interview, and leaves it open: all else settles it.
HISTORY: tuple[Told, ...] = (
    {"heard": "asked", "replied": "yes"},
    {"heard": "checks", "replied": "yes"},
    {"heard": "on-hold"},
    {"heard": "still-deciding"},
)


GONE: Told = dict.fromkeys(OF_THE_NEWS) | {"heard": "nothing", "heard-on": None, "replied": None}
UNDONE: Told = {"check-ins": "0", "last-check-in": None, "calls": None}
UNSET: Told = {"instructions": NONE, "call-on": None, "called": None}
UNDATED: Told = {"timeline": NONE, "decision-date": None}


def history(answers: Answers, today: date) -> Iterator[Pair]:
    """What was heard, done or set before the latest interview no longer counts."""
    interview = date.fromisoformat(answers["interviewed-on"])
    if interview > today:
        return
    before = interview - ONE_DAY * 5
    done: Told = {"check-ins": "2", "last-check-in": before, "calls": "1"}
    named: Told = {"timeline": "date", "decision-date": before}
    set_call: Told = {"instructions": "call-on", "call-on": before, "called": "no"}
    heard: list[Told] = [{**one, "heard-on": before} for one in HISTORY]
    for without, told in (
        *(({}, one) for one in heard),
        *((UNDONE, done), (UNDATED, named), (UNSET, set_call)),
    ):
        plain = retold(answers, {**GONE, **without})
        yield read(plain, today), read(retold(plain, told), today)


# ---- I26: nothing drifts -----------------------------------------------------------------


def later_days(answers: Answers, today: date) -> Iterator[Pair]:
    """A date that counts as today is written down: the link of a result means the same later."""
    dates = {
        question.id
        for question in BY_ID.values()
        if question.kind is Kind.DATE and question.accepts_unsure
    }
    for unsure in ({}, dict.fromkeys(dates & {*answers}, UNSURE)):
        reading = understand({**answers, **unsure}, today)
        now = reading.situation
        if now.interviewed_on > today:
            continue
        for later in (today + ONE_DAY * days for days in LATER):
            unknown = reading.settled.get("heard-on", UNSURE) == UNSURE
            heard_on = later if unknown else now.heard_on
            moved = replace(now, today=later, heard_on=heard_on)
            yield moved, read(reading.settled, later)


RETELLINGS: dict[Claim, Callable[[Answers, date], Iterator[Pair]]] = {
    (number, tell.__doc__ or ""): tell
    for number, tell in (("I23", attempts), ("I25", history), ("I26", later_days))
}


def faults_of_retelling(answers: Answers, today: date) -> Iterator[Claim]:
    """Yield the claims by which two ways to tell the same lead to different situations."""
    for claim, tell in RETELLINGS.items():
        if any(one != other or one is None for one, other in tell(answers, today)):
            yield claim


# ---- I29: a closed day adds to the usual ones ------------------------------------------------

ADDS = ("I29", "A named closed day is closed, and opens no other but in the same year’s end.")


def faults_of_a_calendar(calendar: Calendar, first: date, days: int) -> Iterator[Claim]:
    """Yield the claim about closed days, if it does not hold on one of these days."""
    usual = replace(calendar, closures=(), own_year_ends=frozenset())
    for offset in range(days):
        day = first + ONE_DAY * offset
        named = any(day in closure for closure in calendar.closures)
        works = calendar.is_business_day(day)
        if (named and works) or (
            works and not usual.is_business_day(day) and not named_beside(calendar, day)
        ):
            yield ADDS
            return


def named_beside(calendar: Calendar, day: date) -> bool:
    """Tell whether a closed day was named in the year’s end in which a day lies."""
    start = date(day.year - (day.month == 1), 12, 24)
    end = (start + ONE_DAY * one for one in range(9))
    return is_year_end(day) and any(one in closure for one in end for closure in calendar.closures)
