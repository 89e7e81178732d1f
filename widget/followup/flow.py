"""Which screen comes next: the guards that ask the rules, and the way through."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import product
from typing import Any

from followup.answers import situation_from
from followup.engine import next_outline
from followup.model import (
    STATUS_CONTACTS,
    THANKS,
    Action,
    Contact,
    Heard,
    Instruction,
    Move,
    Outline,
    Situation,
    Timings,
)
from followup.questions import (
    LIVE,
    SCREENS,
    UNSURE,
    Kind,
    Question,
    guarded,
    holds,
    shown,
)
from followup.reckoning import (
    BANS,
    CALLS_AT_MOST,
    CALLS_AT_MOST_BY_PHONE_ONLY,
    Reckoning,
)
from followup.rules import ACTION

SOON = timedelta(days=10)
A_WEEK = timedelta(days=7)
LATEST_SCREEN_THAT_IS_DATA = 5
NEXT_IS_A_CONTACT = frozenset(
    (*THANKS, *STATUS_CONTACTS, Action.CALL_AS_ASKED, Action.TELL_DEADLINE)
)
ENDED = frozenset((Heard.REJECTED, Heard.FILLED, Heard.CANCELLED, Heard.WITHDRAW))


@dataclass(frozen=True)
class Whom:
    """The guards of screens 6 and 7 for one set of answers; the rules are asked once."""

    situation: Situation
    timings: Timings
    live: bool

    @cached_property
    def r(self) -> Reckoning:
        """The situation with all that follows from it."""
        return Reckoning(self.situation, self.timings)

    @cached_property
    def next(self) -> Outline:
        """What the next step comes to."""
        return next_outline(self.r)

    @cached_property
    def move(self) -> Move:
        """What the action rule that decides says."""
        return ACTION.decide(self.r).rule.then

    def __call__(self, guard: str) -> bool:
        """Tell whether the guard with this name holds."""
        s = self.situation
        no_contact = Instruction.NO_CONTACT in s.instructions
        only_if = self.live and Instruction.ONLY_IF in s.instructions and not no_contact
        match guard:
            case "channels":
                return self.note() or self.near() or only_if
            case "contact":
                return self.note() or self.near() or self.open() or only_if
            case "culture":
                return self.open() or self.call()
            case "manner":
                return self.call()
            case _:
                return self.call() and self.r.used == 0

    def note(self) -> bool:
        """A written note is owed after news that ends it, or a reminder about new times."""
        s = self.situation
        if s.heard is Heard.CANCELLED and s.replied:
            return self.next.action is not Action.MOVE_ON
        return s.heard in ENDED and not s.replied

    def near(self) -> bool:
        """A contact is due now or soon, or thanks may still be sent."""
        if not self.live:
            return False
        if self.next.action in NEXT_IS_A_CONTACT or self.thanks_may_be_sent():
            return True
        return self.move.leads_to_contact and self.next.on <= self.situation.today + SOON

    def thanks_may_be_sent(self) -> bool:
        """Thanks are unsent, nothing was asked, and the interview was this week."""
        s = self.situation
        settled = s.heard in {Heard.STILL_DECIDING, Heard.ON_HOLD}
        forbidden = Instruction.NO_CONTACT in s.instructions
        fresh = s.today - s.interviewed_on <= A_WEEK
        return not s.thanked and s.check_ins is None and not settled and not forbidden and fresh

    def open(self) -> bool:
        """A formal place or a panel could still move the date."""
        s = self.situation
        if not self.live or s.promised or Instruction.WAIT_FOR_US in s.instructions:
            return False
        r = self.r
        unthanked = not s.thanked and r.used == 0
        matters = self.move.counts_silence or (unthanked and self.move.yields_to_thanks)
        return matters and s.today < r.after(r.start, "no-date-patient")

    def call(self) -> bool:
        """A call could still be advised, or be just as good."""
        s = self.situation
        r = self.r
        most = CALLS_AT_MOST_BY_PHONE_ONLY if r.phone_is_the_only_line else CALLS_AT_MOST
        unspoken_for = not (s.instructions & BANS or self.only_if_from_them())
        invited = Instruction.CALL_ANY in s.instructions
        set_and_open = s.call_on is not None and not s.call_unanswered
        possible = r.has_phone and r.calls < most and r.used <= 1
        asked_already = invited or set_and_open
        sensible = unspoken_for and possible and not asked_already
        return sensible and self.near() and self.move.counts_silence

    def only_if_from_them(self) -> bool:
        """They, and not your own recruiter, said "only if"."""
        s = self.situation
        return Instruction.ONLY_IF in s.instructions and s.contact is not Contact.AGENCY


def whom(answers: Mapping[str, str], today: date, timings: Timings) -> Whom:
    """Return the guards of screens 6 and 7 for these answers."""
    live = holds(LIVE, guarded(answers, today))
    return Whom(situation_from(answers, today), timings, live)


def questions_on_the_way(
    answers: Mapping[str, str],
    today: date,
    timings: Timings,
) -> tuple[Question, ...]:
    """Return the questions that these answers lead to, in order."""
    asked = dict(answers), today
    if not (_latest and _latest[0] == asked and _latest[1] is timings):
        _latest[:] = asked, timings, tuple(shown(answers, today, whom(answers, today, timings)))
    way: tuple[Question, ...] = _latest[2]
    return way


_latest: list[Any] = []  # one screen asks for the same way several times


def next_question(
    answers: Mapping[str, str],
    today: date,
    timings: Timings,
) -> Question | None:
    """Return the first question that is asked and not answered, None if all are."""
    for question in questions_on_the_way(answers, today, timings):
        if question.id not in answers:
            return question
    return None


def screens_left(
    answers: Mapping[str, str],
    screen: int,
    today: date,
    timings: Timings,
) -> int | None:
    """Return how many screens come after this one, None where that is not certain."""
    if screen <= LATEST_SCREEN_THAT_IS_DATA:
        return None
    if screen >= SCREENS:
        return 0
    here = [q for q in questions_on_the_way(answers, today, timings) if q.screen == screen]
    found = {
        len({q.screen for q in questions_on_the_way(maybe, today, timings) if q.screen > screen})
        for maybe in every_way(answers, here)
    }
    return found.pop() if len(found) == 1 else None


def every_way(
    answers: Mapping[str, str],
    questions: list[Question],
) -> Iterator[dict[str, str]]:
    """Yield the answers with every telling choice for these questions."""
    choices = [(*telling(question), UNSURE) for question in questions]
    for values in product(*choices):
        picked = zip((question.id for question in questions), values, strict=True)
        yield {**answers, **dict(picked)}


def telling(question: Question) -> tuple[str, ...]:
    """Return values that rules tell apart: for lines to reach them, phone and email."""
    if question.kind is Kind.SET:
        return ("phone", "email", "email+phone")
    return question.values
