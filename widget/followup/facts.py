"""The dates and counts that follow from a situation: what the rules compare.

Everything here restates a definition of the guide; the numbers come from its
one table (``timing#numbers``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import TypeVar

from followup import questions
from followup.lazy_property import lazy_property
from followup.model import (
    Contact,
    Elsewhere,
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
WANTS_SOMETHING = frozenset(map(Heard, questions.WANTS_SOMETHING))
STILL_OPEN = frozenset((Heard.STILL_DECIDING, Heard.ON_HOLD))
ENDED = frozenset(map(Heard, questions.ENDED_BY))


def asks_about_two_jobs(s: Situation) -> bool:
    """Tell whether since this interview you asked them about another job, or are about to."""
    return s.other_job_on is not None and s.other_job_on >= s.interviewed_on


def asked_in_one_note(s: Situation) -> bool:
    """Tell whether your last question was on the same day as that about another job: one note."""
    return s.check_ins is not None and s.check_ins.last == s.other_job_on


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
    def waits_for_them(self) -> bool:
        """Something they said leaves the next word to them."""
        return self.asked_to_wait or self.only_if or self.must_not_contact

    @property
    def calls_unwelcome(self) -> bool:
        """Something they said forbids calls."""
        return self.only_if or bool(self.situation.instructions & BANS)

    @property
    def invited_to_call(self) -> bool:
        """They invited a call; one set for a day that was made no longer counts."""
        s = self.situation
        return Instruction.CALL_ANY in s.instructions or self.a_call_is_set

    @property
    def a_call_is_set(self) -> bool:
        """They told you to call on a day, and you have neither tried nor written instead."""
        s = self.situation
        return s.call_on is not None and not s.call_unanswered and not s.call_noted

    @property
    def may_make_the_set_call(self) -> bool:
        """They set a call that nothing else they said forbids."""
        return self.a_call_is_set and not self.calls_unwelcome

    @property
    def writes_instead_of_the_call(self) -> bool:
        """They set a call and asked for written words: a line on that day answers both."""
        unwelcome = self.a_call_is_set and self.calls_unwelcome
        return unwelcome and self.can_write and not self.waits_for_them

    @property
    def set_call_is_let_go(self) -> bool:
        """They set a call which their other words forbid, in any form."""
        return self.a_call_is_set and self.calls_unwelcome and not self.writes_instead_of_the_call

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

    @property
    def no_way_is_left(self) -> bool:
        """You know a number alone, and calls are not welcome."""
        return self.phone_is_the_only_line and self.calls_unwelcome

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
        """The most status contacts that make sense with what they said, and beside another job."""
        if self.only_if or self.must_not_contact or self.no_way_is_left:
            return 0
        s = self.situation
        apart = asks_about_two_jobs(s) and not asked_in_one_note(s)
        return 1 if self.asked_to_wait or apart else CONTACTS_AT_MOST

    @lazy_property
    def sign_of_life(self) -> date | None:
        """The day on which they last gave a sign of life that leaves it open, if they did.

        A request counts on the day on which you answered it.
        """
        s = self.situation
        renewed = s.heard is Heard.NEW_DATE and s.promised is not None
        return s.heard_on if renewed or s.heard in STILL_OPEN else self.answered_on

    @lazy_property
    def one_is_freed(self) -> bool:
        """They gave a sign of life after your last contact, so one more is fair."""
        if self.last is None or self.sign_of_life is None or self.limit == 0:
            return False
        return self.last <= self.sign_of_life

    @lazy_property
    def left(self) -> int:
        """Status contacts that are still open to you."""
        if self.phone_is_the_only_line and self.calls_used_up:
            return 0
        return 1 if self.one_is_freed else max(0, self.limit - self.used)

    @property
    def asked_already(self) -> bool:
        """You have asked, and they have given no sign of life since."""
        return self.used > 0 and not self.one_is_freed

    # ---- dates ----------------------------------------------------------

    @property
    def answered_on(self) -> date | None:
        """The day you answered what they asked for, if you did."""
        s = self.situation
        return s.heard_on if s.heard in WANTS_SOMETHING and s.replied else None

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
    def is_a_committee(self) -> bool:
        """A university's or a college's search committee: they need longest."""
        return self.situation.contact is Contact.COMMITTEE

    @property
    def is_slow_place(self) -> bool:
        """A formal place, a panel or a committee: they need longer."""
        s = self.situation
        return s.formal_place or s.contact is Contact.PANEL or self.is_a_committee

    @property
    def is_patient(self) -> bool:
        """A slow place, or checks that take weeks: more room between questions and to the end."""
        return self.is_slow_place or self.situation.heard is Heard.CHECKS

    def ask_again(self, last: date) -> date:
        """Return the first day for another question after the one of ``last``."""
        return self.after(
            last, "between-contacts-patient" if self.is_patient else "between-contacts"
        )

    def closed_after(self, last: date) -> date:
        """Return the day from which silence after the last question is the answer."""
        return self.after(
            last, "closed-after-last-patient" if self.is_patient else "closed-after-last"
        )

    @lazy_property
    def is_half_a_year_old(self) -> bool:
        """Nothing has happened for half a year; a date that they do not know is no matter here."""
        return self.is_old_on(self.situation.today)

    def is_old_on(self, day: date) -> bool:
        """Tell whether on ``day`` half a year has gone since the last thing that happened."""
        return not any(day <= self.after(one, "case-is-old") for one in self.days_of_the_case())

    def days_of_the_case(self) -> Iterator[date]:
        """Yield the days that the case knows, those first that settle most."""
        s = self.situation
        if s.heard is not Heard.NOTHING:
            yield s.heard_on
        yield s.interviewed_on
        if self.last:
            yield self.last
        if s.promised:
            yield s.promised
        if s.call_on:
            yield s.call_on
        if s.answer_by:
            yield s.answer_by
        if s.reminders:
            yield s.reminders.last
        if s.deadline and s.deadline.told:
            yield s.deadline.on

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

    @lazy_property
    def deadline_in_working_days(self) -> date:
        """The last day on which they can act before the deadline: itself, or the one before."""
        s = self.situation
        return s.calendar.last_before(s.deadline.on + ONE_DAY) if s.deadline else date.min

    def deadline_rules_on(self, day: date) -> bool:
        """Tell whether, seen from ``day``, the deadline comes before their own answer."""
        s = self.situation
        if s.deadline is None or day > s.deadline.on:
            return False
        on = self.deadline_in_working_days
        near = on <= self.after(day, "deadline-horizon")
        if s.promised is None:
            return near
        before_their_date = on <= self.after(s.promised, "deadline-after-their-date")
        return before_their_date or (near and day >= self.after(s.promised, "after-their-date"))

    @lazy_property
    def told_deadline_comes_up(self) -> date | None:
        """The deadline that they know about, if it is ahead and nothing of theirs comes before."""
        s = self.situation
        if s.heard in ENDED or self.must_not_contact:
            return None
        ahead = s.deadline is not None and s.deadline.told and s.deadline.on >= s.today
        return s.deadline.on if s.deadline and ahead else None

    @lazy_property
    def untold_deadline_from(self) -> date | None:
        """The first day on which an untold deadline rules, if there is one ahead.

        What they said can end it, and half a year can: then nobody is told.
        """
        s = self.situation
        if s.heard in ENDED or self.must_not_contact:
            return None
        if s.deadline is None or s.deadline.told or s.deadline.on < s.today:
            return None
        if not self.deadline_rules_on(s.deadline.on):
            return None
        day = s.deadline.on
        while day > s.today and self.deadline_rules_on(day - ONE_DAY):
            day -= ONE_DAY
        return None if self.is_old_on(day) else day

    @property
    def their_day_is_ahead(self) -> bool:
        """A day that they set for a call is still to come, and you call or write then."""
        s = self.situation
        ahead = s.call_on is not None and s.call_on > s.today
        return ahead and (self.may_make_the_set_call or self.writes_instead_of_the_call)

    def is_apart(self, first: date, second: date) -> bool:
        """Tell whether two contacts on these days would not crowd them."""
        return second - first >= ONE_DAY * self.timings[TimingId("thanks-apart")]

    @lazy_property
    def their_day_tells_the_deadline(self) -> bool:
        """An untold deadline waits for a day that they set and that is very near: one contact."""
        s = self.situation
        if not self.their_day_is_ahead or s.deadline is None or s.call_on is None:
            return False
        first = max(s.today, self.untold_deadline_from or s.today)
        return s.call_on <= s.deadline.on and not self.is_apart(first, s.call_on)

    @property
    def deadline_is_close(self) -> bool:
        """So few business days remain that an offer also deserves a call."""
        s = self.situation
        offer = s.deadline is not None and s.deadline.kind is Elsewhere.OFFER
        return offer and self.deadline_in_working_days <= self.after(s.today, "deadline-call")


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
