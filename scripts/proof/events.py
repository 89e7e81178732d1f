"""What happens to a candidate: plausible beginnings, and what an employer or another firm does.

Everything is drawn from one seed, so that a life is the same every time.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from followup.model import CheckIns, Contact, Deadline, Heard, Instruction, Line, Situation
from followup.workdays import ONE_DAY, Calendar, Closure
from scripts.proof.simulation_log import in_words

FIRST_DAY, DAYS = date(2026, 9, 1), 300  # over one year’s end
IN_DAYS = (1, 3, 7, 14, 21, 30)
UNTIL = (0, 1, 2, 3, 5, 7, 10, 14, 20, 30)
SOME_DAYS, EVENTS_AT_MOST = 4, 3


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens on a day, in words, and what it changes."""

    on: date
    text: str
    change: Callable[[Situation], Situation]


def chance(rnd: random.Random, percent: int) -> bool:
    """Draw a yes with so many chances in a hundred."""
    return rnd.random() * 100 < percent


def weighted(rnd: random.Random, choices: dict[str, int]) -> str:
    """Draw one of the choices."""
    return rnd.choices(list(choices), list(choices.values()))[0]


# ---- how it begins -----------------------------------------------------------------


def beginning(rnd: random.Random) -> Situation:
    """Return a candidate on the day on which they first look for advice."""
    calendar = some_calendar(rnd)
    interview = calendar.next(FIRST_DAY + timedelta(days=rnd.randrange(DAYS)))
    later = {"at once": 6, "in days": 3, "late": 2, "before": 1}
    wait = {"at once": 0, "in days": rnd.randrange(1, 9), "late": rnd.randrange(9, 50)}
    today = interview + ONE_DAY * wait.get(weighted(rnd, later), -2)
    s = Situation(
        today=today,
        interviewed_on=interview,
        heard_on=today,
        promised=some_promise(rnd, interview, calendar),
        instructions=some_words(rnd),
        calendar=calendar,
        **some_people(rnd),
    )
    return with_a_past(rnd, with_a_set_call(rnd, s))


def some_calendar(rnd: random.Random) -> Calendar:
    """Return working days: most often the usual ones, at times with closed days."""
    if chance(rnd, 80):
        return Calendar()
    first = FIRST_DAY + timedelta(days=rnd.randrange(DAYS + 60))
    days = tuple(first + ONE_DAY * rnd.randrange(40) * one for one in range(3))
    return Calendar(closures=tuple(Closure(day, day + ONE_DAY * rnd.randrange(5)) for day in days))


def some_promise(rnd: random.Random, said: date, calendar: Calendar) -> date | None:
    """Return the day that they named, if they named one."""
    if chance(rnd, 45):
        return None
    day = said + timedelta(days=rnd.choice(IN_DAYS))
    return day if chance(rnd, 20) else calendar.next(day)


def some_words(rnd: random.Random) -> frozenset[Instruction]:
    """Return what they said about getting in touch."""
    kinds = {"": 60, **{one.value: 8 for one in Instruction}, "no-contact": 3}
    first, second = weighted(rnd, kinds), weighted(rnd, {**kinds, "": 600})
    return frozenset(Instruction(one) for one in (first, second) if one)


def some_people(rnd: random.Random) -> dict[str, Any]:
    """Return whom they know there, by which lines, and what the place is like."""
    lines = {Line.EMAIL: 80, Line.PHONE: 55, Line.PORTAL: 15, Line.LINKEDIN: 15}
    place, manner = rnd.choice(("", "", "formal", "direct")), rnd.choice(("", "formal", "friendly"))
    return {
        "contact": rnd.choice((None, Contact.HIRING_MANAGER, Contact.HIRING_MANAGER, *Contact)),
        "lines": frozenset(line for line, percent in lines.items() if chance(rnd, percent)),
        "formal_place": place == "formal",
        "direct_place": place == "direct",
        "formal_manner": manner == "formal",
        "friendly_manner": manner == "friendly",
        "calls_are_normal": chance(rnd, 20),
    }


def with_a_set_call(rnd: random.Random, s: Situation) -> Situation:
    """Return the situation, at times with a day that they set for a call."""
    if chance(rnd, 90):
        return s
    day = s.calendar.next(s.interviewed_on + timedelta(days=rnd.randrange(2, 15)))
    return replace(s, call_on=day)


def with_a_past(rnd: random.Random, s: Situation) -> Situation:
    """Return the situation with what was done before advice was sought."""
    days = (s.today - s.interviewed_on).days
    thanked = days > 0 and chance(rnd, 60)
    s = replace(s, thanked=thanked)
    if days < SOME_DAYS or chance(rnd, 50):
        return s
    count, last = rnd.choice((1, 1, 2, 3)), s.today - ONE_DAY * rnd.randrange(days - 2)
    calls = rnd.randrange(count + 1) if Line.PHONE in s.lines else 0
    return replace(s, check_ins=CheckIns(count, last, calls))


# ---- what they do --------------------------------------------------------------------


def news(kind: Heard, s: Situation) -> Situation:
    """Return the situation once they have said something today."""
    return replace(s, heard=kind, heard_on=s.today, replied=False)


def a_new_date(rnd: random.Random, on: date) -> Event:
    """Return the news that they need until another day."""
    days = rnd.choice((3, 5, 7, 7, 14, 21))
    until = on + timedelta(days=days)

    def change(s: Situation) -> Situation:
        return replace(news(Heard.NEW_DATE, s), promised=s.calendar.next(until))

    return Event(on, f"they name a new date, about {in_words(until)}", change)


SAID = {
    "still-deciding": "they say it is still going on",
    "on-hold": "they say it is on hold",
    "asked": "they ask for something",
    "rejected": "they say no",
    "filled": "they say someone else was hired",
    "offer": "they offer the job",
}


def word_from_them(rnd: random.Random, on: date, kinds: dict[str, int]) -> Event:
    """Return some news from the employer."""
    kind = weighted(rnd, kinds)
    if kind == "new-date":
        return a_new_date(rnd, on)
    return Event(on, SAID[kind], lambda s: news(Heard(kind), s))


ANY_NEWS = {"still-deciding": 4, "new-date": 3, "asked": 2, "on-hold": 1}
THE_END = {"rejected": 4, "filled": 1, "offer": 3}


def what_they_do(rnd: random.Random, s: Situation) -> list[Event]:
    """Return what the employer does unasked: often nothing, at times one thing after another."""
    events: list[Event] = []
    day = max(s.today, s.interviewed_on)
    while chance(rnd, 40) and len(events) < EVENTS_AT_MOST:
        day += timedelta(days=rnd.randrange(1, 30))
        events.append(word_from_them(rnd, s.calendar.next(day), ANY_NEWS))
    if chance(rnd, 40):
        day += timedelta(days=rnd.randrange(1, 40))
        events.append(word_from_them(rnd, s.calendar.next(day), THE_END))
    return events


def their_reply(rnd: random.Random, s: Situation) -> list[Event]:
    """Return their reply to a question, if they reply."""
    if chance(rnd, 55):
        return []
    on = s.calendar.next(s.today + timedelta(days=rnd.randrange(1, 7)))
    return [word_from_them(rnd, on, {**ANY_NEWS, **THE_END})]


def nobody_answers(rnd: random.Random) -> bool:
    """Draw whether a call that they set reaches nobody."""
    return chance(rnd, 40)


def somebody_answers(rnd: random.Random, on: date) -> Event:
    """Return what they say on the phone."""
    event = word_from_them(rnd, on, {**ANY_NEWS, **THE_END})
    return replace(event, text=f"on the phone {event.text}")


# ---- what happens elsewhere -------------------------------------------------------------


def takes_the_other_job(rnd: random.Random) -> bool:
    """Draw whether the other job is taken once it has to be decided."""
    return chance(rnd, 30)


def what_happens_elsewhere(rnd: random.Random, s: Situation) -> list[Event]:
    """Return a date from another firm, an away note, or nothing."""
    events = [a_deadline(rnd, s)] if chance(rnd, 35) else []
    return [*events, *([an_away_note(rnd, s)] if chance(rnd, 8) else [])]


def a_deadline(rnd: random.Random, s: Situation) -> Event:
    """Return a date from elsewhere, most often an offer."""
    on = s.today + timedelta(days=rnd.randrange(30))
    until, offer = on + timedelta(days=rnd.choice(UNTIL)), chance(rnd, 70)
    kind = "another firm makes an offer" if offer else "another date presses"

    def change(s: Situation) -> Situation:
        return replace(s, deadline=Deadline(until, is_offer=offer, told=False))

    return Event(on, f"{kind}, answer by {in_words(until)}", change)


def an_away_note(rnd: random.Random, s: Situation) -> Event:
    """Return a note that says they are away."""
    on = s.today + timedelta(days=rnd.randrange(20))
    closed = Closure(on, on + timedelta(days=rnd.randrange(1, 10)))

    def change(s: Situation) -> Situation:
        calendar = replace(s.calendar, closures=(*s.calendar.closures, closed))
        return replace(s, calendar=calendar)

    return Event(on, f"an away note: closed until {in_words(closed.last)}", change)
