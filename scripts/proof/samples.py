"""Answers to try the rules on: random full ones, and combinations of telling ones.

The same number gives the same answers every time, so two versions see the same.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import count as numbers
from itertools import islice, product

from followup.address import write_fragment
from followup.answers import understand
from followup.holidays import Holidays
from followup.questions import NONE, QUESTIONS, UNSURE, Kind

World = tuple[dict[str, str], date]
Part = Mapping[str, int | str]  # a day is written as its distance from today

SEED = 20270216
DAYS = (
    date(2027, 2, 16),  # a Tuesday
    date(2027, 2, 19),  # a Friday
    date(2027, 2, 20),  # a Saturday
    date(2026, 12, 28),  # when most are closed
)
AHEAD = frozenset(("decision-date", "call-on", "deadline-on"))
INTERVIEWS_AGO = (-3, 0, 1, 2, 4, 5, 7, 8, 10, 12, 14, 15, 20, 21, 22, 28, 40, 60, 90, 130)
FIRST_DAY, DAYS_AT_MOST = date(2026, 11, 1), 240  # over a year’s end
CLOSED_ONE_IN = 8
ODD = ("", "+", "soon", "é", "\U0001f600", "2027-02-30", "9999-12-31", "none+none", "x" * 300)
REFUSED_THAT_STAY = 1 / 20
RARE = 4 / 5  # so often is left out what few people have to say
COUNTRIES = ("US", "DE", "AE", "GB", "CA", "SE")
REGIONS = ("US-CO", "DE-BY", "GB-SCT", "CA-ON", "CA-QC")

NEWS: tuple[Part, ...] = (
    {},
    {"heard": "hearsay"},
    {"heard": "still-deciding", "heard-on": -1},
    {"heard": "still-deciding", "heard-on": -14},
    {"heard": "still-deciding", "heard-on": -40},
    {"heard": "on-hold", "heard-on": -2},
    {"heard": "on-hold", "heard-on": -30},
    {"heard": "new-date", "heard-on": -1},
    {"heard": "asked", "replied": "no"},
    *({"heard": "asked", "replied": "yes", "heard-on": ago} for ago in (-2, -8)),
    *({"heard": "rejected", "replied": "no", "heard-on": ago} for ago in (-1, -29)),
    {"heard": "filled", "replied": "yes", "heard-on": -3},
    {"heard": "offer", "replied": "no", "heard-on": 0},
    *({"heard": "offer", "replied": "yes", "heard-on": ago} for ago in (-1, -6)),
    *({"heard": "cancelled", "replied": "yes", "heard-on": ago} for ago in (-2, -8, -20)),
    {"heard": "cancelled", "replied": "no"},
    {"heard": "withdraw", "replied": "no"},
)
INTERVIEWS: tuple[Part, ...] = tuple({"interviewed-on": -ago} for ago in INTERVIEWS_AGO)
PROMISES: tuple[Part, ...] = (
    {},
    {"timeline": "next-week"},
    *({"timeline": "date", "decision-date": day} for day in (5, 0, -1, -2, -4, -7, -15, -60)),
)
TOLD: tuple[Part, ...] = (
    {},
    *({"instructions": one} for one in ("no-calls", "call-any", "wait-for-us", "only-if")),
    {"instructions": "no-contact"},
    *({"instructions": "call-on", "call-on": day} for day in (3, 0, -2)),
    {"instructions": "call-on", "call-on": -1, "called": "no-answer"},
    {"instructions": "call-on+email-only", "call-on": 1},
)
DEADLINES: tuple[Part, ...] = (
    {},
    *({"other-deadline": "offer", "deadline-on": day} for day in (0, 1, 5, 20)),
    {"other-deadline": "other", "deadline-on": 7, "deadline-told": "no"},
    *({"other-deadline": "offer", "deadline-on": d, "deadline-told": "yes"} for d in (0, 3, -3)),
)
DONE: tuple[Part, ...] = (
    {"thanked": "no"},
    {"thanked": "yes"},
    {"thanked": "yes", "check-ins": "1", "last-check-in": -2, "calls": "0"},
    {"thanked": "yes", "check-ins": "1", "last-check-in": -7, "calls": "0"},
    {"thanked": "yes", "check-ins": "1", "last-check-in": -8, "calls": "1"},
    {"thanked": "yes", "check-ins": "2", "last-check-in": -6, "calls": "0"},
    {"thanked": "no", "check-ins": "3", "last-check-in": -1, "calls": "2"},
)
PEOPLE: tuple[Part, ...] = (
    {},
    {"contact": "hiring-manager", "channels": "email+phone"},
    {"contact": "hiring-manager", "channels": "email+phone", "calls-normal": "yes"},
    {"contact": "hr", "channels": "email+phone", "culture": "direct", "manner": "friendly"},
    {"contact": "hr", "channels": "portal", "culture": "formal"},
    {"contact": "agency", "channels": "phone"},
    {"contact": "agency", "channels": "email+phone"},
    {"contact": "panel", "channels": "email+phone", "manner": "friendly"},
)
PARTS = (NEWS, INTERVIEWS, PROMISES, TOLD, DEADLINES, DONE, PEOPLE)


def worlds(count: int) -> Iterator[World]:
    """Yield as many worlds: half of them combinations of the telling answers, half random.

    Of those that are refused, most are left out; some stay, so that a change
    in what is refused shows as well.
    """
    rnd = random.Random(SEED)  # noqa: S311 - not for secrets
    for one in islice(useful(telling(rnd), rnd), count // 2):
        yield one
    for one in islice(useful(map(numbered, numbers()), rnd), count - count // 2):
        yield one


def useful(found: Iterator[World], rnd: random.Random) -> Iterator[World]:
    """Yield the worlds without a refused answer, and a few of the others."""
    for world in found:
        if not understand(*world).problems or rnd.random() < REFUSED_THAT_STAY:
            yield world


def telling(rnd: random.Random) -> Iterator[World]:
    """Yield combinations of the telling answers, drawn evenly from all of them."""
    while True:
        today = rnd.choice(DAYS)
        yield dated([rnd.choice(part) for part in PARTS], today), today


def dated(parts: list[Part], today: date) -> dict[str, str]:
    """Return parts as answers: a distance becomes a day."""
    return {
        question: value if isinstance(value, str) else (today + timedelta(days=value)).isoformat()
        for part in parts
        for question, value in part.items()
    }


# ---- random answers: also such as no quiet life would give ----------------------------------


def random_answers(first: int, last: int) -> Iterator[World]:
    """Yield the random answers with these numbers."""
    yield from map(numbered, range(first, last))


def requests(first: int, last: int, *, odd: bool = False) -> Iterator[str]:
    """Yield what a page may ask, for the random answers with these numbers.

    Half ask for the advice at once, with answers that fit or as they come; some ask for the next
    step of what is kept, the others are on their way.
    Odd ones have an answer that no screen would give, as from a link that somebody changed.
    """
    for number, (answers, today) in enumerate(random_answers(first, last), first):
        rnd = random.Random(-number)  # noqa: S311 - not for secrets
        asked: dict[str, object] = {"answers": answers, "today": today.isoformat()}
        kind = rnd.choice(("fitting", "fitting", "advise", "next", "screen", "submitted", "each"))
        if odd:
            value = rnd.choice((rnd.choice(ODD), *answers.values()))
            asked |= {"answers": answers | {rnd.choice([*answers, "x"]): value}}
        elif kind == "fitting":
            asked |= {"answers": understand(answers, today).answers, "advise": True}
        elif kind == "advise":
            asked["advise"] = True
        elif kind == "each":
            asked = {"each": [write_fragment(answers)], "today": today.isoformat()}
        else:
            some = list(answers.items())[: rnd.randrange(len(answers) + 1)]
            asked |= {"answers": dict(some)} | ({} if kind == "next" else {kind: rnd.randrange(9)})
        yield json.dumps(asked)


def later_rounds() -> Iterator[str]:
    """Yield what a page asks once they were reminded, which random answers seldom come to."""
    reminded: tuple[Part, ...] = (
        {"reminded": "1", "reminded-on": 0},
        {"reminded": "2", "reminded-on": -9},
    )
    for more, news in product(reminded, NEWS):
        parts: list[Part] = [{"offer-state": "accepted"}, news, more, PEOPLE[1]]
        answers = understand(dated(parts, DAYS[0]), DAYS[0]).answers
        yield json.dumps({"answers": answers, "today": DAYS[0].isoformat(), "advise": True})


def with_regions(known: Holidays, today: date) -> Iterator[str]:
    """Yield a question of a reader in each country with regions, whose names are put in order."""
    for country in known.countries:
        if known.regions(country):
            answers = {"heard": "nothing", "country": country, "thanked": "yes"}
            answers["interviewed-on"] = (today - timedelta(days=9)).isoformat()
            yield json.dumps({"answers": answers, "today": today.isoformat(), "advise": True})


def numbered(number: int) -> World:
    """Return the random answers with a number, which is their seed."""
    return draw(random.Random(number))  # noqa: S311 - not for secrets


def draw(rnd: random.Random) -> World:
    """Draw answers on a day of one winter and spring; at times they are closed then."""
    today = FIRST_DAY + timedelta(days=rnd.randrange(DAYS_AT_MOST))
    answers = full(rnd, today)
    if rnd.randrange(CLOSED_ONE_IN) == 0:
        answers["closed"] = closed_days(rnd, today)
    return answers, today


def closed_days(rnd: random.Random, today: date) -> str:
    """Return some days around today on which they are closed, or that no day is."""
    start = today + timedelta(days=rnd.randrange(-10, 10))
    end = start + timedelta(days=rnd.randrange(6))
    return rnd.choice(("none", start.isoformat(), f"{start}..{end}"))


def full(rnd: random.Random, today: date) -> dict[str, str]:
    """Return answers to most questions, with plausible days."""
    interview = today - timedelta(days=rnd.choice(INTERVIEWS_AGO))
    answers = {"interviewed-on": interview.isoformat()}
    for question in QUESTIONS:
        left_out = RARE if question.id == "other-job-on" else 1 / 5
        if question.id == "interviewed-on" or rnd.random() < left_out:
            continue
        if question.kind is Kind.CHOICE:
            answers[question.id] = rnd.choice((*question.values, UNSURE))
        elif question.kind is Kind.SET:
            answers[question.id] = some_of(rnd, question.values)
        elif question.kind is Kind.DATE:
            answers[question.id] = some_day(rnd, question.id, interview, today).isoformat()
        elif question.kind is Kind.COUNTRY:
            answers[question.id] = rnd.choice(COUNTRIES)
        elif question.kind is Kind.REGION:
            region = rnd.choice(REGIONS)
            if region.startswith(answers.get("country", "")):
                answers[question.id] = region
    return answers


def some_of(rnd: random.Random, values: tuple[str, ...]) -> str:
    """Return one to three members of a set, or none."""
    members = [value for value in values if value != NONE]
    chosen = rnd.sample(members, rnd.choice((1, 1, 1, 2, 3)))
    return rnd.choice((NONE, "+".join(chosen), "+".join(chosen)))


def some_day(rnd: random.Random, question: str, interview: date, today: date) -> date:
    """Return a day on the side of today on which the question looks."""
    if question in AHEAD:
        return max(interview, today + timedelta(days=rnd.randrange(-25, 30)))
    past = max(0, (today - interview).days)
    return today - timedelta(days=rnd.randrange(past + 1))
