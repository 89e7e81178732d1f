"""The dates and counts that follow from a situation: what the rules compare.

Everything here restates a definition of the guide; the numbers come from its
one table (``timing#numbers``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import TypeVar

from followup.lazy_property import lazy_property
from followup.model import (
    Contact,
    Heard,
    Instruction,
    Line,
    Situation,
    TimingId,
    Timings,
)
from followup.workdays import ONE_DAY

CONTACTS_AT_MOST = 2  # the guide says why: timing#two-is-enough
CALLS_AT_MOST = 1
CALLS_AT_MOST_BY_PHONE_ONLY = 2
THANKS_LATE_FROM_DAY = 2

BANS = frozenset(
    (
        Instruction.EMAIL_ONLY,
        Instruction.NO_CALLS,
        Instruction.WAIT_FOR_US,
        Instruction.NO_CONTACT,
    ),
)


@dataclass(frozen=True)
class Facts:
    """A situation with all that can be worked out from it; what takes long, only once."""

    situation: Situation
    timings: Timings

    def after(self, day: date, timing: str, times: int = 1) -> date:
        """Return the business day that lies a row of the timing table after ``day``."""
        return self.situation.calendar.after(day, self.timings[TimingId(timing)] * times)

    def within(self, day: date, timing: str) -> bool:
        """Tell whether today is not later than ``timing`` after ``day``."""
        return self.situation.today <= self.after(day, timing)

    # ---- what they allow ------------------------------------------------

    @property
    def only_if(self) -> bool:
        """They will be in touch only if needed; your own recruiter does not count."""
        s = self.situation
        return Instruction.ONLY_IF in s.instructions and s.contact is not Contact.AGENCY

    @property
    def asked_to_wait(self) -> bool:
        """They asked you to wait for them."""
        return Instruction.WAIT_FOR_US in self.situation.instructions

    @property
    def must_not_contact(self) -> bool:
        """There is an explicit rule against contacting them."""
        return Instruction.NO_CONTACT in self.situation.instructions

    @property
    def calls_unwelcome(self) -> bool:
        """Something they said forbids calls."""
        return self.only_if or bool(self.situation.instructions & BANS)

    @property
    def invited_to_call(self) -> bool:
        """They invited a call; one set for a day that was made no longer counts."""
        s = self.situation
        set_and_open = s.call_on is not None and not s.call_unanswered
        return Instruction.CALL_ANY in s.instructions or set_and_open

    # ---- how to reach them ----------------------------------------------

    @property
    def has_phone(self) -> bool:
        """You know a number."""
        return Line.PHONE in self.situation.lines

    @property
    def phone_is_the_only_line(self) -> bool:
        """You know a number and no other way."""
        return self.situation.lines == {Line.PHONE}

    @property
    def can_write(self) -> bool:
        """There is a way to write; with nothing known, reply to the invitation."""
        return not self.phone_is_the_only_line

    # ---- status contacts ------------------------------------------------

    @lazy_property
    def used(self) -> int:
        """Status contacts made so far."""
        check_ins = self.situation.check_ins
        return check_ins.count if check_ins else 0

    @property
    def last(self) -> date | None:
        """The day of the latest status contact."""
        check_ins = self.situation.check_ins
        return check_ins.last if check_ins else None

    @property
    def calls(self) -> int:
        """How many status contacts were calls."""
        check_ins = self.situation.check_ins
        return check_ins.calls if check_ins else 0

    @property
    def calls_used_up(self) -> bool:
        """You have called before; twice, where the phone is the only line."""
        most = CALLS_AT_MOST_BY_PHONE_ONLY if self.phone_is_the_only_line else CALLS_AT_MOST
        return self.calls >= most

    @lazy_property
    def limit(self) -> int:
        """The most status contacts that make sense with what they said."""
        if self.only_if or self.must_not_contact:
            return 0
        return 1 if self.asked_to_wait else CONTACTS_AT_MOST

    @lazy_property
    def new_date_frees_one(self) -> bool:
        """They gave a new date after your last contact, so one more is fair."""
        s = self.situation
        renewed = s.heard is Heard.NEW_DATE and s.promised is not None
        return renewed and self.last is not None and s.heard_on >= self.last and self.limit > 0

    @lazy_property
    def left(self) -> int:
        """Status contacts that are still open to you."""
        if self.new_date_frees_one:
            return max(0, min(1, self.limit + 1 - self.used))
        return max(0, self.limit - self.used)

    # ---- dates ----------------------------------------------------------

    @property
    def answered_on(self) -> date | None:
        """The day you answered what they asked for, if you did."""
        s = self.situation
        return s.heard_on if s.heard is Heard.ASKED and s.replied else None

    @lazy_property
    def start(self) -> date:
        """The day from which silence is counted where no date was promised."""
        return max(self.situation.interviewed_on, self.answered_on or date.min)

    @lazy_property
    def anchor(self) -> date:
        """The day from which the latest and the too-late dates are counted."""
        if self.situation.promised is None:
            return self.start
        return max(self.situation.promised, self.answered_on or date.min)

    @property
    def is_slow_place(self) -> bool:
        """A formal place or a panel: they need longer."""
        return self.situation.formal_place or self.situation.contact is Contact.PANEL

    @lazy_property
    def latest(self) -> date:
        """The last day in good time for a status contact."""
        promised = self.situation.promised
        return self.after(
            self.anchor, "latest-no-date" if promised is None else "latest-after-their-date"
        )

    @lazy_property
    def date_has_run_out(self) -> date:
        """The day from which a promised date is surely over."""
        return self.after(self.situation.promised or date.min, "closed-after-their-date")

    # ---- a deadline elsewhere -------------------------------------------

    def deadline_rules_on(self, day: date) -> bool:
        """Tell whether, seen from ``day``, the deadline comes before their own answer."""
        s = self.situation
        if s.deadline is None or day > s.deadline.on:
            return False
        near = s.deadline.on <= self.after(day, "deadline-horizon")
        if s.promised is None:
            return near
        before_their_date = s.deadline.on <= self.after(s.promised, "deadline-after-their-date")
        return before_their_date or (near and day >= self.after(s.promised, "after-their-date"))

    @lazy_property
    def untold_deadline_from(self) -> date | None:
        """The first day on which an untold deadline rules, if there is one ahead.

        An offer of theirs, or an interview that fell through, has rules of its own.
        """
        s = self.situation
        if s.heard in {Heard.OFFER, Heard.CANCELLED}:
            return None
        if s.deadline is None or s.deadline.told or s.deadline.on < s.today:
            return None
        if not self.deadline_rules_on(s.deadline.on):
            return None
        day = s.deadline.on
        while day > s.today and self.deadline_rules_on(day - ONE_DAY):
            day -= ONE_DAY
        return day

    @property
    def deadline_is_close(self) -> bool:
        """So few business days remain that an offer also deserves a call."""
        s = self.situation
        return s.deadline is not None and s.deadline.on <= self.after(s.today, "deadline-call")


Found = TypeVar("Found")


def cached(work_out: Callable[[Facts], Found]) -> Callable[[Facts], Found]:
    """Let a function of facts work its answer out once for each of them."""
    name = f"_{work_out.__name__}"

    @wraps(work_out)
    def remembered(facts: Facts) -> Found:
        if name not in facts.__dict__:
            facts.__dict__[name] = work_out(facts)
        found: Found = facts.__dict__[name]
        return found

    return remembered
