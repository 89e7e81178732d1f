"""When screens 6 and 7 are shown: the guards that ask the rules."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from followup.engine import settle
from followup.facts import Facts
from followup.model import (
    STATUS_CONTACTS,
    THANKS,
    Action,
    Contact,
    Heard,
    Instruction,
    Line,
    Move,
    Situation,
    Task,
)

SOON = timedelta(days=10)
A_WEEK = timedelta(days=7)
NEXT_IS_A_CONTACT = frozenset(
    (*THANKS, *STATUS_CONTACTS, Action.CALL_AS_ASKED, Action.TELL_DEADLINE)
)
ENDED = frozenset(
    (Heard.REJECTED, Heard.FILLED, Heard.CANCELLED, Heard.WITHDRAW, Heard.CONFLICTING)
)
# Answers that could move a day, beside what is answered otherwise.
PHONE_OR_NOT = ({"lines": frozenset((Line.PHONE,))}, {"lines": frozenset((Line.EMAIL,))})
SLOW_CONTACTS = ({"contact": None}, {"contact": Contact.PANEL}, {"contact": Contact.COMMITTEE})
FORMAL_OR_NOT = ({"formal_place": False}, {"formal_place": True, "direct_place": False})


@dataclass(frozen=True, slots=True)
class RuleGuards:
    """The guards of screens 6 and 7 for one set of answers."""

    facts: Facts
    live: bool

    @property
    def situation(self) -> Situation:
        """What is known."""
        return self.facts.situation

    @property
    def next(self) -> Task:
        """What is to be done next, and when."""
        return settle(self.facts)[2]

    @property
    def move(self) -> Move:
        """What the action rule that decides says."""
        return settle(self.facts)[0].rule.then

    def __call__(self, guard: str) -> bool:
        """Tell whether the guard with this name holds."""
        s = self.situation
        no_contact = Instruction.NO_CONTACT in s.instructions
        only_if = self.live and Instruction.ONLY_IF in s.instructions and not no_contact
        match guard:
            case "channels":
                return self.note() or self.near() or only_if or self.matters(PHONE_OR_NOT)
            case "contact":
                return self.note() or self.near() or only_if or self.matters(SLOW_CONTACTS)
            case "culture":
                return self.matters(FORMAL_OR_NOT) or self.call()
            case "manner":
                return self.call()
            case _:
                return self.call() and self.facts.used == 0

    def note(self) -> bool:
        """A written note is owed after news that ends it, or a reminder about new times."""
        s = self.situation
        if s.heard is Heard.CANCELLED and s.replied:
            return s.reminders is None and self.next.action is not Action.MOVE_ON
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

    def matters(self, others: tuple[dict[str, Any], ...]) -> bool:
        """Another answer to it could move what is advised, or its day.

        ``others`` are those that could.
        """
        if not self.live:
            return False
        facts = (Facts(replace(self.situation, **one), self.facts.timings) for one in others)
        tasks = (settle(one)[2] for one in facts)
        return len({(task.action, task.on) for task in tasks}) > 1

    def call(self) -> bool:
        """A call could still be advised, or be just as good."""
        facts = self.facts
        possible = facts.has_phone and not facts.calls_used_up and facts.used <= 1
        asked_already = facts.calls_unwelcome or facts.invited_to_call
        sensible = possible and not asked_already
        return sensible and self.near() and self.move.counts_silence

    def only_if_from_them(self) -> bool:
        """They, and not your own recruiter, said "only if"."""
        return self.facts.only_if
