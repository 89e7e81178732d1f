"""The answers that are tried: choices as the flags that rules read, days around each boundary.

Days are counted in business days from today. For each row of the guide's
table there is a day for which the wait is not over, one for which it ends
today, and one for which it has ended.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from followup.answers import calendar_from
from followup.model import (
    CheckIns,
    Contact,
    Deadline,
    Heard,
    Instruction,
    Line,
    Situation,
)
from followup.questions import BY_ID, NONE, UNSURE
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
    answers: (
        tuple[tuple[str, str], ...] | None
    ) = ()  # that give this calendar; None: no answer does

    @property
    def known(self) -> Known:
        """What every situation of this view has in common."""
        return {"today": self.today, "calendar": self.calendar}


def view(name: str, today: date, budget: int, **answers: str) -> View:
    """Return a view whose calendar comes from answers."""
    return View(name, today, calendar_from(answers), budget, tuple(answers.items()))


VIEWS = (
    view("a Tuesday", date(2027, 2, 16), 3),
    view("a Monday", date(2027, 2, 15), 2),
    view("a Thursday", date(2027, 2, 18), 2),
    view("a Friday", date(2027, 2, 19), 2),
    view("a Saturday", date(2027, 2, 20), 2),
    view("a Sunday", date(2027, 2, 21), 2),
    view("a Friday before two closed days", date(2027, 2, 12), 2, closed="2027-02-15..2027-02-16"),
    view("a Wednesday in a closed week", date(2027, 2, 17), 2, closed="2027-02-15..2027-02-19"),
    view("the day after a closed day", date(2027, 2, 16), 2, closed="2027-02-15"),
    view("Christmas Eve, closed as usual", date(2026, 12, 24), 2),
    view("the last day before the holidays", date(2026, 12, 23), 2),
    view("New Year’s Day where no day is closed", date(2027, 1, 1), 2, closed="none"),
    view("the first working Monday of a year", date(2027, 1, 4), 2),
    View(
        "a Sunday where Friday and Saturday are the weekend",
        date(2027, 2, 21),
        Calendar(weekend=frozenset((FRIDAY, SATURDAY))),
        2,
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
RUNGS = (L.EMAIL, L.PORTAL, L.LINKEDIN, L.THREAD, L.POST)
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
    "contact": (Contact.HIRING_MANAGER, Contact.AGENCY, Contact.PANEL, Contact.HR, None),
    "lines": LINES,
    "check_ins": BOTH,
    "check_ins.count": (1, 2, 3),
    "check_ins.calls": (0, 1, 2),
    "deadline": BOTH,
    "deadline.is_offer": BOTH,
    "deadline.told": BOTH,
}
NOT_BOTH = {
    "formal_place": "direct_place",
    "direct_place": "formal_place",
    "formal_manner": "friendly_manner",
    "friendly_manner": "formal_manner",
}
BESIDE_OTHERS = frozenset(
    (*NOT_BOTH, "call_unanswered", "check_ins", "check_ins.count", "check_ins.calls")
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
        (-4, -6, -11, -14, -19, -20, -21, -39, -40, -41, -59, -60, -61),
    ),
    "promised": (
        (6, 0, -1, -2, -5),
        (1, 15, -3, -4, -6, -9, -10, -11, -39, -40, -41, -59, -60, -61),
    ),
    "check_ins.last": ((0, -4, -5, -10), (-1, -6, -9, -11)),
    "call_on": ((3, 0, -2), (1, 8, -1, -3, -9, -10, -11)),
    "deadline.on": ((1, 2, 10, -1), (0, 3, 4, 9, 11, 20, -4, -5, -6)),
}
CALENDAR_DAYS_SINCE_INTERVIEW = (-3, 1, 2, 7, 8)  # thanks are counted in these
HEARD_ON: dict[Heard, tuple[Offsets, Offsets]] = {
    Heard.NOTHING: ((0,), ()),
    Heard.OFFER: ((0, -1, -2, -3, -4), ()),
    Heard.REJECTED: ((0, -2, -3, -19, -20, -21), ()),
    Heard.FILLED: ((0, -2, -3, -19, -20, -21), ()),
    Heard.CANCELLED: ((0, -4, -5, -6, -9, -10, -11), ()),
    Heard.WITHDRAW: ((0, -1), ()),
    Heard.STILL_DECIDING: ((0, -9, -10, -11), (-19, -20, -21, -39, -40, -41)),
    Heard.ON_HOLD: ((0, -19, -20, -21), (-59, -60, -61, -79, -80, -81)),
    Heard.NEW_DATE: ((0, -1, -5, -10), ()),
    Heard.ASKED: ((0, -1, -4, -5, -6), (-14, -15, -16, -39, -40, -41, -59, -60, -61)),
}

# ---- how far out of the ordinary an answer is -----------------------------------------------

# What is not named is ordinary. A day out of the ordinary counts one more.
UNUSUAL: dict[str, dict[Any, int]] = {
    "heard": {Heard.STILL_DECIDING: 1, Heard.ON_HOLD: 1, Heard.NEW_DATE: 1},
    "contact": {Contact.AGENCY: 1, Contact.PANEL: 1, Contact.HR: 2, None: 2},
    "lines": dict.fromkeys(LINES, 2)
    | {frozenset((L.EMAIL, L.PHONE)): 0, frozenset((L.EMAIL,)): 1}
    | {frozenset((L.PHONE,)): 1, frozenset(): 1},
    "instructions": {told: len(told) for told in TOLD},
    "check_ins": {True: 1},
    "check_ins.count": {3: 1},
    "deadline": {True: 1},
    "formal_place": {True: 1},
    "direct_place": {True: 1},
    "formal_manner": {True: 1},
    "friendly_manner": {True: 1},
    "calls_are_normal": {True: 1},
}
UNUSUAL_AT_ALL = frozenset(("promised", "call_on"))  # to have such a day counts one
STRAINED = frozenset((*UNUSUAL, *DAYS, "replied"))  # all others are ordinary, whatever they are


Days = tuple[date, ...]


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
        if name == "replied" and known.get("heard") is Heard.ASKED:
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


def fits(name: str, value: Any, known: Known) -> bool:  # noqa: ANN401 - any answer
    """Tell whether a choice can stand beside the others."""
    if name in NOT_BOTH:
        return not (value and known.get(NOT_BOTH[name]))
    match name:
        case "call_unanswered":
            made = known.get("call_on") is not None and known["call_on"] <= known["today"]
            return not value or (made and bool(known.get("check_ins", True)))
        case "check_ins":
            return bool(value) or not known.get("call_unanswered")
        case "check_ins.count":
            return bool(value >= known.get("check_ins.calls", 0))
        case "check_ins.calls":
            return bool(value <= known.get("check_ins.count", value))
        case _:
            return True


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
    if kind is Heard.NEW_DATE and last:
        calendar = space.view.calendar
        days = [last, min(calendar.after(last, 1), today), calendar.last_before(last)]
    else:
        days = [*space.days(HEARD_ON[kind][0]), *space.days(HEARD_ON[kind][1])]
    until = min(today, known.get("promised") or today) if kind is Heard.NEW_DATE else today
    since = past_interview(known)
    return [day for day in dict.fromkeys(days) if since <= day <= until] or [until]


def contact_days(space: Space, known: Known) -> list[date]:
    """Return days of the latest status contact."""
    since = past_interview(known)
    return [day for day in space.all_days("check_ins.last") if day >= since]


def call_days(space: Space, known: Known) -> list[date | None]:
    """Return days that they may have set for a call."""
    since = known.get("interviewed_on", date.min)
    return [None, *(day for day in space.all_days("call_on") if day >= since)]


def deadline_days(space: Space, _: Known) -> list[date]:
    """Return days on which another firm may want an answer."""
    return space.all_days("deadline.on")


POSSIBLE_DAYS: dict[str, Callable[[Space, Known], Sequence[Any]]] = {
    "interviewed_on": interview_days,
    "promised": promised_days,
    "heard_on": heard_days,
    "check_ins.last": contact_days,
    "call_on": call_days,
    "deadline.on": deadline_days,
}


# ---- from a class to one of its situations, and to the answers that describe it ----------------

PLAIN = tuple(
    name for name in Situation.__dataclass_fields__ if name not in {*PARTS, "today", "calendar"}
)
OF_PART = {"check_ins": ("count", "last", "calls"), "deadline": ("on", "is_offer", "told")}


def complete(known: Known, space: Space, rnd: random.Random) -> Situation:
    """Return a situation of the class: what is blank is filled with anything possible."""
    filled = dict(known)
    for name in (*PLAIN, *PARTS):
        if name not in filled:
            filled[name] = rnd.choice(space.possible(name, filled))
        for part in OF_PART.get(name, ()) if filled[name] else ():
            if f"{name}.{part}" not in filled:
                filled[f"{name}.{part}"] = rnd.choice(space.possible(f"{name}.{part}", filled))
    return as_situation(filled)


def as_situation(filled: Known) -> Situation:
    """Return the situation for values of everything."""
    contacts: list[Any] = [filled.get(f"check_ins.{part}") for part in OF_PART["check_ins"]]
    deadline: list[Any] = [filled.get(f"deadline.{part}") for part in OF_PART["deadline"]]
    return Situation(
        **{name: filled[name] for name in (*PLAIN, "today", "calendar")},
        check_ins=CheckIns(*contacts) if filled["check_ins"] else None,
        deadline=Deadline(*deadline) if filled["deadline"] else None,
    )


def answers_for(s: Situation, calendar: Mapping[str, str]) -> dict[str, str]:
    """Return answers that describe the situation; ``calendar`` gives its calendar."""
    answers = {
        "heard": s.heard.value,
        "heard-on": s.heard_on.isoformat(),
        "replied": yes_or_no(s.replied),
        "interviewed-on": s.interviewed_on.isoformat(),
        "thanked": yes_or_no(s.thanked),
        "contact": s.contact.value if s.contact else UNSURE,
        "channels": joined(s.lines),
        "culture": "formal" if s.formal_place else "direct" if s.direct_place else UNSURE,
        "manner": "formal" if s.formal_manner else "friendly" if s.friendly_manner else UNSURE,
        "calls-normal": "yes" if s.calls_are_normal else UNSURE,
        **promise(s),
        **what_they_said(s),
        **what_was_done(s),
        **what_presses(s),
        **calendar,
    }
    return {question: answers[question] for question in BY_ID if question in answers}


def yes_or_no(fact: bool) -> str:  # noqa: FBT001 - the fact is all there is
    """Return a fact as the quiz writes it."""
    return "yes" if fact else "no"


def joined(members: frozenset[Any]) -> str:
    """Return a set as the quiz writes it."""
    return "+".join(sorted(members)) or NONE


def promise(s: Situation) -> dict[str, str]:
    """Return the answers about the day that they named."""
    if s.promised is None:
        return {"timeline": NONE}
    return {"timeline": "date", "decision-date": s.promised.isoformat()}


def what_they_said(s: Situation) -> dict[str, str]:
    """Return the answers about getting in touch."""
    if s.call_on is None:
        return {"instructions": joined(s.instructions)}
    return {
        "instructions": "+".join(sorted({*s.instructions, "call-on"})),
        "call-on": s.call_on.isoformat(),
        "called": "no-answer" if s.call_unanswered else "no",
    }


def what_was_done(s: Situation) -> dict[str, str]:
    """Return the answers about status contacts."""
    if s.check_ins is None:
        return {"check-ins": "0"}
    return {
        "check-ins": str(s.check_ins.count),
        "last-check-in": s.check_ins.last.isoformat(),
        "calls": str(s.check_ins.calls),
    }


def what_presses(s: Situation) -> dict[str, str]:
    """Return the answers about a deadline from elsewhere."""
    if s.deadline is None:
        return {"other-deadline": NONE}
    return {
        "other-deadline": "offer" if s.deadline.is_offer else "other",
        "deadline-on": s.deadline.on.isoformat(),
        "deadline-told": yes_or_no(s.deadline.told),
    }
