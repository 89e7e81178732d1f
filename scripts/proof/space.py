"""The answers that are tried: choices as the flags that rules read, days around each boundary.

Days are counted in business days from today. For each row of the guide's
table there is a day for which the wait is not over, one for which it ends
today, and one for which it has ended.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from followup.answers import calendar_from
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
from followup.workdays import ONE_DAY, SATURDAY, Calendar
from scripts.proof.lazy_search import PARTS, Known

FRIDAY = 4
Offsets = tuple[int, ...]
Given = tuple[tuple[str, str], ...] | None  # answers that give a calendar; None if none do


@dataclass(frozen=True, slots=True)
class View:
    """A day from which to look, and the employer's calendar."""

    name: str
    today: date
    calendar: Calendar
    budget: int  # how much out of the ordinary one situation may hold
    usual_budget: int  # and as make test looks, where some days stand for others like them
    answers: (
        tuple[tuple[str, str], ...] | None
    ) = ()  # that give this calendar; None: no answer does

    @property
    def known(self) -> Known:
        """What every situation of this view has in common."""
        return {"today": self.today, "calendar": self.calendar}


def view(name: str, today: date, budget: int, usual_budget: int = 1, **answers: str) -> View:
    """Return a view whose calendar comes from answers."""
    calendar = calendar_from(answers)
    return View(name, today, calendar, budget, usual_budget, tuple(answers.items()))


VIEWS = (
    view("a Tuesday", date(2027, 2, 16), 3, 3),
    view("a Monday", date(2027, 2, 15), 2),
    view("a Friday", date(2027, 2, 19), 2),
    view("a Saturday", date(2027, 2, 20), 2, 2),
    view("a Sunday", date(2027, 2, 21), 2),
    view("a Friday before two closed days", date(2027, 2, 12), 2, closed="2027-02-15..2027-02-16"),
    view("a Wednesday in a closed week", date(2027, 2, 17), 2, closed="2027-02-15..2027-02-19"),
    view(
        "a Thursday before a closed day in December", date(2026, 12, 17), 2, 2, closed="2026-12-21"
    ),
    view("a Monday between the years", date(2026, 12, 28), 2, closed="2026-12-24..2026-12-25"),
    view("Christmas Eve, closed as usual", date(2026, 12, 24), 2),
    view("the last day before the holidays", date(2026, 12, 23), 2),
    view("New Year’s Day where no day is closed", date(2027, 1, 1), 2, closed="none"),
    view("the first working Monday of a year", date(2027, 1, 4), 2),
    View(
        "a Sunday where Friday and Saturday are the weekend",
        date(2027, 2, 21),
        Calendar(weekend=frozenset((FRIDAY, SATURDAY))),
        2,
        1,
        answers=None,
    ),
)

# ---- choices: one value for each set of flags that a rule reads ----------------------------

L = Line
BOTH = (False, True)
TOLD: tuple[frozenset[Instruction], ...] = tuple(
    frozenset(one)
    for one in (
        (),
        (Instruction.CALL_ANY,),
        (Instruction.NO_CALLS,),
        (Instruction.WAIT_FOR_US,),
        (Instruction.ONLY_IF,),
        (Instruction.ONLY_IF, Instruction.CALL_ANY),
        (Instruction.ONLY_IF, Instruction.NO_CALLS),
        (Instruction.ONLY_IF, Instruction.WAIT_FOR_US),
        (Instruction.NO_CONTACT,),
    )
)
RUNGS = (L.THREAD, L.EMAIL, L.PORTAL, L.LINKEDIN, L.POST)
LINES: tuple[frozenset[Line], ...] = (
    *(frozenset((rung, L.PHONE)) for rung in RUNGS),
    *(frozenset((rung,)) for rung in RUNGS),
    frozenset((L.PHONE,)),
    frozenset(),
)
CHOICES: dict[str, Sequence[Any]] = {
    **{one.name: BOTH for one in fields(Situation) if one.type == "bool"},
    "heard": tuple(Heard),
    "thanked": (True, False),
    "instructions": TOLD,
    "contact": (*Contact, None),
    "lines": LINES,
    "check_ins": BOTH,
    "check_ins.count": (1, 2, 3),
    "check_ins.calls": (0, 1, 2),
    "reminders": BOTH,
    "reminders.count": (1, 2),
    "offer": (*OfferState, None),
    "asked_for": (*AskedFor, None),
    "deadline": BOTH,
    "deadline.kind": tuple(Elsewhere),
    "deadline.told": BOTH,
}
NOT_BOTH = {
    "formal_place": "direct_place",
    "direct_place": "formal_place",
    "formal_manner": "friendly_manner",
    "friendly_manner": "formal_manner",
}
BESIDE_OTHERS = frozenset(
    (
        *NOT_BOTH,
        *("offer", "asked_for", "reminders", "call_unanswered", "call_noted"),
        *("check_ins", "check_ins.count", "check_ins.calls"),
    )
)  # all other choices can stand beside anything


def told_as_rules_read_it(told: frozenset[Instruction]) -> frozenset[Instruction]:
    """Return the member of ``TOLD`` that no rule can tell from ``told``."""
    if Instruction.NO_CONTACT in told:
        return frozenset((Instruction.NO_CONTACT,))
    if Instruction.WAIT_FOR_US in told:
        return told & {Instruction.WAIT_FOR_US, Instruction.ONLY_IF}
    if told & {Instruction.NO_CALLS, Instruction.EMAIL_ONLY}:
        return frozenset((Instruction.NO_CALLS, *(told & {Instruction.ONLY_IF})))
    return told


def lines_as_rules_read_them(lines: frozenset[Line]) -> frozenset[Line]:
    """Return the member of ``LINES`` that no rule can tell from ``lines``."""
    first = next((rung for rung in RUNGS if rung in lines), None)
    return lines & ({L.PHONE} | ({first} if first else set()))


# ---- days: (usual ones, ones that are out of the ordinary) -----------------------------------

DAYS: dict[str, tuple[Offsets, Offsets]] = {
    "interviewed_on": (
        (0, -5, -9, -10, -15, -16),
        (-4, -6, -11, -14, -19, -20, -21, -39, -40, -41, -59, -60, -61, -130, -131),
    ),
    "promised": (
        (6, 0, -1, -2, -5),
        (1, 15, -3, -4, -6, -9, -10, -11, -39, -40, -41, -59, -60, -61, -131),
    ),
    "check_ins.last": ((0, -4, -5, -10), (-1, -6, -9, -11, -19, -20, -21)),
    "reminders.last": ((0, -4, -5, -6, -9, -10, -11), ()),
    "answer_by": ((3, 0, -1, -19, -20, -21), ()),
    "list_until": ((3, 0, -1), ()),
    "other_job_on": ((0, -4), (2, -5)),
    "call_on": ((3, 0, -2), (1, 8, -1, -3, -4, -9, -10, -11)),
    "deadline.on": ((1, 2, 10, -1), (0, 3, 4, 9, 11, 20, -4, -5, -6)),
}
CALENDAR_DAYS_SINCE_INTERVIEW = (-3, 1, 2, 7, 8)  # thanks are counted in these
A_YEAR = 365  # and a reserve list in these
HEARD_ON: dict[Heard, tuple[Offsets, Offsets]] = {
    Heard.NOTHING: ((0,), ()),
    Heard.OFFER: ((0, -1, -2, -3, -4, -39, -40, -41), ()),
    Heard.REJECTED: ((0, -2, -3, -19, -20, -21, -131), ()),
    Heard.FILLED: ((0, -2, -3, -19, -20, -21, -131), ()),
    Heard.CANCELLED: ((0, -4, -5, -6, -9, -10, -11), ()),
    Heard.WITHDRAW: ((0, -1), ()),
    Heard.STILL_DECIDING: ((0, -9, -10, -11), (-19, -20, -21, -39, -40, -41)),
    Heard.ON_HOLD: ((0, -19, -20, -21), (-59, -60, -61, -79, -80, -81)),
    Heard.NEW_DATE: ((0, -1, -5, -10), ()),
    Heard.ASKED: ((0, -1, -4, -5, -6), (-14, -15, -16, -39, -40, -41, -59, -60, -61)),
    Heard.CHECKS: ((0, -1, -9, -10, -11), (-14, -15, -16, -39, -40, -41, -59, -60, -61)),
    Heard.RESERVE_LIST: ((0, -5, -131), ()),
    Heard.CONFLICTING: ((0, -9, -10, -11), ()),
}

# ---- how far out of the ordinary an answer is -----------------------------------------------

# What is not named is ordinary. A day out of the ordinary counts one more.
UNUSUAL: dict[str, dict[Any, int]] = {
    "heard": {Heard.STILL_DECIDING: 1, Heard.ON_HOLD: 1, Heard.NEW_DATE: 1, Heard.CHECKS: 1},
    "contact": {Contact.AGENCY: 1, Contact.PANEL: 1, Contact.COMMITTEE: 2, Contact.HR: 2, None: 2},
    "lines": dict.fromkeys(LINES, 2)
    | {frozenset((L.EMAIL, L.PHONE)): 0, frozenset((L.EMAIL,)): 1}
    | {frozenset((L.PHONE,)): 1, frozenset(): 1},
    "instructions": {told: len(told) for told in TOLD},
    "check_ins": {True: 1},
    "check_ins.count": {3: 1},
    "call_noted": {True: 1},
    "deadline": {True: 1},
    "deadline.kind": {Elsewhere.OTHER: 1, Elsewhere.ACCEPTED: 1},
    "formal_place": {True: 1},
    "direct_place": {True: 1},
    "formal_manner": {True: 1},
    "friendly_manner": {True: 1},
    "calls_are_normal": {True: 1},
}
UNUSUAL_AT_ALL = frozenset(("promised", "call_on", "other_job_on"))  # to have such a day counts one
STRAINED = frozenset((*UNUSUAL, *DAYS, "replied"))  # all others are ordinary, whatever they are


Days = tuple[date, ...]
WANTS_SOMETHING = frozenset((Heard.ASKED, Heard.CHECKS))


@dataclass(slots=True)
class Space:
    """What each blank answer can be, seen from one day, once others are known."""

    view: View
    budget: int
    _strains: dict[tuple[str, Any], int] = field(default_factory=dict)
    _days: dict[tuple[int, ...], Days] = field(default_factory=dict)

    def values(self, name: str, known: Known) -> Sequence[Any]:
        """Return the values to try: possible beside the others, and not too far-fetched."""
        possible = self.possible(name, known)
        if name not in STRAINED:
            return possible
        strains = [self.strain(name, one, known) for one in possible]
        if not any(strains):
            return possible
        left = self.budget - sum(
            self.strain(one, value, known) for one, value in known.items() if one in STRAINED
        )
        fitting = zip(possible, strains, strict=True)
        return [one for one, strain in fitting if strain <= left] or possible[:1]

    def strain(self, name: str, value: Any, known: Known) -> int:  # noqa: ANN401 - any answer
        """Return how far out of the ordinary a value is beside the others."""
        if name == "promised" and known.get("heard") is Heard.NEW_DATE:
            return int(value in self.days(DAYS[name][1]))
        if name == "replied" and known.get("heard") in WANTS_SOMETHING:
            return int(value)
        if name == "check_ins" and known.get("call_unanswered"):
            return 0
        key = (name, value)
        if key not in self._strains:
            self._strains[key] = self.usual_strain(name, value)
        return self._strains[key]

    def usual_strain(self, name: str, value: Any) -> int:  # noqa: ANN401 - any answer
        """Return how far out of the ordinary a value is by itself."""
        if name in DAYS and value is not None:
            return int(name in UNUSUAL_AT_ALL) + int(value in self.days(DAYS[name][1]))
        return UNUSUAL.get(name, {}).get(value, 0)

    def possible(self, name: str, known: Known) -> Sequence[Any]:
        """Return every value that the answers known so far leave open."""
        if name in CHOICES:
            if name not in BESIDE_OTHERS:
                return CHOICES[name]
            return [one for one in CHOICES[name] if fits(name, one, known)]
        if name not in POSSIBLE_DAYS:
            raise LookupError(
                f"scripts/proof/space.py: say in CHOICES which values of {name} to try"
            )
        return POSSIBLE_DAYS[name](self, known)

    def days(self, offsets: Offsets) -> Days:
        """Return the days that lie so many business days from today."""
        if offsets not in self._days:
            self._days[offsets] = tuple(business_day(self.view, one) for one in offsets)
        return self._days[offsets]

    def all_days(self, name: str) -> list[date]:
        """Return the usual and the unusual days of an answer, each once."""
        usual, unusual = DAYS[name]
        return list(dict.fromkeys((*self.days(usual), *self.days(unusual))))


def business_day(view: View, offset: int) -> date:
    """Return the day that lies so many business days after today, or before it."""
    if offset >= 0:
        return view.calendar.after(view.today, offset)
    day = view.today
    for _ in range(-offset):
        day = view.calendar.last_before(day)
    return day


# ---- what can stand beside what: nothing is tried that the quiz would refuse ------------------


def needs(name: str, known: Known) -> Iterator[str]:
    """Yield the answers without which another cannot be given; they are chosen before it."""
    match name:
        case "call_unanswered" | "call_noted":
            yield "call_on"
        case "list_until":
            yield "heard"
        case "answer_by":
            yield "offer"
        case "offer" | "asked_for" | "reminders":
            yield "heard"
            if known["heard"] in {Heard.OFFER, Heard.ASKED, Heard.CANCELLED}:
                yield "replied"
            if name == "reminders" and known["heard"] is Heard.OFFER:
                yield "offer"


def fits(name: str, value: Any, known: Known) -> bool:  # noqa: ANN401 - any answer
    """Tell whether a choice can stand beside the others; what says nothing always can."""
    if name in NOT_BOTH:
        return not (value and known.get(NOT_BOTH[name]))
    if name == "check_ins.count":
        return bool(value >= known.get("check_ins.calls", 0))
    if name == "check_ins.calls":
        return bool(known.get("call_unanswered", 0) <= value <= known.get("check_ins.count", value))
    if name == "check_ins":
        return bool(value or not known.get("call_unanswered"))
    if name == "offer":
        return (value is None) is not (known["heard"] is Heard.OFFER and known["replied"])
    return not value or MAY_BE_SAID[name](known)


def may_have_called_in_vain(known: Known) -> bool:
    """Tell whether they set a call, and the contacts leave room for it among them."""
    day, last = known["call_on"], known.get("check_ins.last", known["today"])
    among_them = known.get("check_ins", True) and known.get("check_ins.calls", 1)
    return day is not None and day <= last and bool(among_them)


MAY_BE_SAID: dict[str, Callable[[Known], bool]] = {
    "call_unanswered": may_have_called_in_vain,
    "call_noted": lambda known: (known["call_on"] or date.max) <= known["today"],
    "asked_for": lambda known: known["heard"] is Heard.ASKED and not known["replied"],
    "reminders": lambda known: (
        known["replied"]
        if known["heard"] is Heard.CANCELLED
        else known["heard"] is Heard.OFFER and known["offer"] is OfferState.ACCEPTED
    ),
}


def past_interview(known: Known) -> date:
    """Return the day of the interview if it is known and over, else the first of all days."""
    day: date = known.get("interviewed_on", date.min)
    return day if day <= known["today"] else date.min


def interview_days(space: Space, known: Known) -> list[date]:
    """Return days of the interview that lie before all that came of it."""
    today = known["today"]
    near = [today - ONE_DAY * days for days in CALENDAR_DAYS_SINCE_INTERVIEW]
    ahead = [known[name] for name in ("promised", "call_on") if known.get(name)]
    past = [known[name] for name in ("heard_on", "check_ins.last") if name in known]
    fitting = [
        day
        for day in dict.fromkeys((*near, *space.all_days("interviewed_on")))
        if all(day <= one for one in ahead) and (day > today or all(day <= one for one in past))
    ]
    return fitting or [min((*ahead, *past))]


def promised_days(space: Space, known: Known) -> list[date | None]:
    """Return days that they may have named; a new date is named after it was said."""
    renewed = known["heard"] is Heard.NEW_DATE
    first = known.get("interviewed_on", date.min)
    if renewed:
        first = max(first, known.get("heard_on", date.min))
    days = [day for day in space.all_days("promised") if day >= first]
    return [*days] if renewed else [None, *days]


def heard_days(space: Space, known: Known) -> list[date]:
    """Return days of the news, after the interview and before the day that it named."""
    kind, today = known["heard"], known["today"]
    last = known.get("check_ins.last")
    days = [*space.days(HEARD_ON[kind][0]), *space.days(HEARD_ON[kind][1])]
    if kind is Heard.NEW_DATE and last:
        calendar = space.view.calendar
        days = [last, min(calendar.after(last, 1), today), calendar.last_before(last)]
    if kind is Heard.RESERVE_LIST:
        days += [today - ONE_DAY * A_YEAR, today - ONE_DAY * (A_YEAR - 1)]
    until = min(today, known.get("promised") or today) if kind is Heard.NEW_DATE else today
    since = past_interview(known)
    return [day for day in dict.fromkeys(days) if since <= day <= until] or [until]


def contact_days(space: Space, known: Known) -> list[date]:
    """Return days of the latest status contact; a call in vain on the day they set is one."""
    since = past_interview(known)
    if known.get("call_unanswered"):
        since = max(since, known["call_on"])
    return [day for day in space.all_days("check_ins.last") if day >= since]


def reminder_days(space: Space, known: Known) -> list[date]:
    """Return days of the latest reminder, which came after your answer."""
    since = known.get("heard_on", date.min)
    return [day for day in space.all_days("reminders.last") if day >= since]


def call_days(space: Space, known: Known) -> list[date | None]:
    """Return days that they may have set for a call."""
    since = known.get("interviewed_on", date.min)
    return [None, *(day for day in space.all_days("call_on") if day >= since)]


def other_job_days(space: Space, _: Known) -> list[date | None]:
    """Return days of a question there about another job, made or to come."""
    return [None, *space.all_days("other_job_on")]


def answer_days(space: Space, known: Known) -> Sequence[date | None]:
    """Return days until which the reader may have asked for time to answer an offer."""
    return space.all_days("answer_by") if known["offer"] is OfferState.ASKED_TIME else [None]


def list_days(space: Space, known: Known) -> Sequence[date | None]:
    """Return days on which a reserve list may end."""
    on_list = known["heard"] is Heard.RESERVE_LIST
    return [None, *(space.all_days("list_until") if on_list else ())]


def deadline_days(space: Space, known: Known) -> list[date]:
    """Return days on which another firm may want an answer, two of them days off."""
    days = space.all_days("deadline.on")
    return [*days, *(day_off_after(space.view, one) for one in (known["today"], days[2]))]


def day_off_after(view: View, day: date) -> date:
    """Return the first day after ``day`` on which nobody is at work."""
    day += ONE_DAY
    while view.calendar.is_business_day(day):
        day += ONE_DAY
    return day


POSSIBLE_DAYS: dict[str, Callable[[Space, Known], Sequence[Any]]] = {
    "interviewed_on": interview_days,
    "promised": promised_days,
    "heard_on": heard_days,
    "check_ins.last": contact_days,
    "reminders.last": reminder_days,
    "answer_by": answer_days,
    "list_until": list_days,
    "other_job_on": other_job_days,
    "call_on": call_days,
    "deadline.on": deadline_days,
}


# ---- from a class to one of its situations ---------------------------------------------------

PLAIN = tuple(
    name for name in Situation.__dataclass_fields__ if name not in {*PARTS, "today", "calendar"}
)
KINDS_OF_PARTS = {"check_ins": CheckIns, "reminders": Reminders, "deadline": Deadline}


def complete(known: Known, space: Space, rnd: random.Random) -> Situation:
    """Return a situation of the class: what is blank is filled with anything possible."""
    filled = dict(known)
    for name in (*PLAIN, *PARTS):
        if name not in filled:
            filled[name] = rnd.choice(space.possible(name, filled))
        for part in parts_of(name) if filled[name] else ():
            if part not in filled:
                filled[part] = rnd.choice(space.possible(part, filled))
    return as_situation(filled)


def parts_of(name: str) -> list[str]:
    """Return the names of the parts of an answer."""
    if name not in PARTS:
        return []
    return [f"{name}.{part.name}" for part in fields(KINDS_OF_PARTS[name])]


def as_situation(filled: Known) -> Situation:
    """Return the situation for values of everything."""
    parts: Known = {
        name: kind(*(filled[part] for part in parts_of(name))) if filled[name] else None
        for name, kind in KINDS_OF_PARTS.items()
    }
    plain: Known = {name: filled[name] for name in (*PLAIN, "today", "calendar")}
    return Situation(**plain, **parts)
