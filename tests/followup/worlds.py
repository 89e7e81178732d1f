"""Worlds to try the rules on: an enumerated space of telling answers, and random full ones."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

from followup.questions import QUESTIONS, UNSURE, Kind

World = tuple[dict[str, str], date]

TODAY = date(2027, 2, 16)  # a Tuesday
AHEAD = frozenset(("decision-date", "call-on", "deadline-on"))
INTERVIEWS_AGO = (-3, 0, 1, 2, 5, 7, 8, 10, 12, 14, 15, 21, 28, 40, 60, 90, 130)


def day(offset: int) -> str:
    """Return the day that lies so many days from today."""
    return (TODAY + timedelta(days=offset)).isoformat()


TELLING: dict[str, list[dict[str, str]]] = {
    "news": [
        {},
        {"heard": "still-deciding", "heard-on": day(-1)},
        {"heard": "still-deciding", "heard-on": day(-14)},
        {"heard": "on-hold", "heard-on": day(-30)},
        {"heard": "new-date", "heard-on": day(-1)},
        {"heard": "asked", "replied": "no"},
        {"heard": "asked", "replied": "yes", "heard-on": day(-2)},
        {"heard": "rejected", "replied": "no", "heard-on": day(-1)},
        {"heard": "filled", "replied": "yes", "heard-on": day(-40)},
        {"heard": "offer", "replied": "no", "heard-on": day(0)},
        {"heard": "offer", "replied": "yes", "heard-on": day(-6)},
        {"heard": "cancelled", "replied": "yes", "heard-on": day(-8)},
        {"heard": "withdraw", "replied": "no"},
    ],
    "interview": [{"interviewed-on": day(offset)} for offset in (3, 0, -1, -4, -7, -14, -28, -70)],
    "promise": [{}, {"timeline": "date", "decision-date": day(-1)}]
    + [{"timeline": "date", "decision-date": day(offset)} for offset in (-4, -15, 5)]
    + [{"timeline": "next-week"}],
    "told": [
        {},
        {"instructions": "no-calls"},
        {"instructions": "call-any"},
        {"instructions": "call-on", "call-on": day(0)},
        {"instructions": "wait-for-us"},
        {"instructions": "only-if"},
        {"instructions": "no-contact"},
    ],
    "deadline": [
        {},
        {"other-deadline": "offer", "deadline-on": day(1)},
        {"other-deadline": "offer", "deadline-on": day(20), "deadline-told": "no"},
        {"other-deadline": "other", "deadline-on": day(7), "deadline-told": "yes"},
    ],
    "done": [
        {"thanked": "no"},
        {"thanked": "yes"},
        {"thanked": "yes", "check-ins": "1", "last-check-in": day(-2), "calls": "0"},
        {"thanked": "yes", "check-ins": "1", "last-check-in": day(-8), "calls": "1"},
        {"thanked": "no", "check-ins": "2", "last-check-in": day(-6), "calls": "0"},
    ],
    "people": [
        {},
        {"contact": "hiring-manager", "channels": "email+phone", "calls-normal": "yes"},
        {"contact": "agency", "channels": "phone"},
        {"contact": "panel", "channels": "email+phone", "manner": "friendly"},
    ],
}


def enumerated() -> Iterator[World]:
    """Yield every combination of the telling answers."""
    for parts in product(*TELLING.values()):
        yield {key: value for part in parts for key, value in part.items()}, TODAY


def randomly(count: int, seed: int = 20270216) -> Iterator[World]:
    """Yield full random worlds, the same ones every time."""
    rnd = random.Random(seed)  # noqa: S311 - not for secrets
    for _ in range(count):
        today = date(2026, 11, 1) + timedelta(days=rnd.randrange(240))
        yield full(rnd, today), today


def full(rnd: random.Random, today: date) -> dict[str, str]:
    """Return answers to most questions, with plausible days."""
    interview = today - timedelta(days=rnd.choice(INTERVIEWS_AGO))
    answers = {"interviewed-on": interview.isoformat()}
    for question in QUESTIONS:
        if question.id == "interviewed-on" or rnd.random() < 0.2:
            continue
        if question.kind is Kind.CHOICE:
            answers[question.id] = rnd.choice((*question.values, UNSURE))
        elif question.kind is Kind.SET:
            members = [value for value in question.values if value != "none"]
            chosen = rnd.sample(members, rnd.choice((1, 1, 1, 2, 3)))
            answers[question.id] = rnd.choice(("none", "+".join(chosen), "+".join(chosen)))
        elif question.kind is Kind.DATE:
            answers[question.id] = some_day(rnd, question.id, interview, today).isoformat()
    return answers


def some_day(rnd: random.Random, question: str, interview: date, today: date) -> date:
    """Return a day on the side of today on which the question looks."""
    if question in AHEAD:
        return max(interview, today + timedelta(days=rnd.randrange(-25, 30)))
    past = max(0, (today - interview).days)
    return today - timedelta(days=rnd.randrange(past + 1))
