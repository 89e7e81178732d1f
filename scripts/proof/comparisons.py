"""What must hold between two situations that differ in one answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from followup.engine import next_step
from followup.facts import Facts
from followup.model import (
    QUIET,
    STATUS_CONTACTS,
    Action,
    CheckIns,
    Instruction,
    Line,
    Situation,
    Step,
)
from followup.workdays import ONE_DAY
from scripts.proof.invariants import (
    CALLING,
    WAITING,
    Case,
    Claim,
    as_claim,
    calls,
    is_half_a_year_old,
    limit,
    one_is_freed,
)

SILENT, POLITE, WRITTEN, CALLED = range(4)
RESTRICTIONS = (
    Instruction.EMAIL_ONLY,
    Instruction.NO_CALLS,
    Instruction.WAIT_FOR_US,
    Instruction.ONLY_IF,
    Instruction.NO_CONTACT,
)


def advised(s: Situation, like: Case) -> Case:
    """Return the case of another situation, with the same table of numbers."""
    facts = Facts(s, like.facts.timings)
    return Case(s, facts, next_step(facts))


def intrusiveness(step: Step) -> int:
    """Return how much a step asks of them: silence, thanks and replies, a question, a call."""
    if step.action in QUIET:
        return SILENT
    if step.action not in STATUS_CONTACTS:
        return POLITE
    return CALLED if step.channel in CALLING else WRITTEN


def asks(step: Step) -> bool:
    """Tell whether the step asks for news."""
    return step.action in STATUS_CONTACTS


# ---- I8: with all else equal, more contacts made -------------------------------------


def with_more_contacts(s: Situation) -> Iterator[Situation]:
    """Yield the situation with one more contact made, written or by phone."""
    made = s.check_ins
    if made is None:
        first = min(s.interviewed_on, s.today)
        for last in dict.fromkeys((first, s.today)):
            yield replace(s, check_ins=CheckIns(1, last))
        return
    more = replace(made, count=made.count + 1)
    yield replace(s, check_ins=more)
    yield replace(s, check_ins=replace(more, calls=made.calls + 1))
    if made.calls < made.count:
        yield replace(s, check_ins=replace(made, calls=made.calls + 1))


def more_contacts_never_ask_for_more(before: Case, after: Case) -> bool:
    """More contacts made never give a stronger step, an earlier question or a new call."""
    if is_half_a_year_old(before):
        return True  # a contact of today makes the case a live one
    if before.step.action is Action.CALL_AS_ASKED:
        return True  # they asked for that call, so it is no measure of what a question asks
    if intrusiveness(after.step) > intrusiveness(before.step):
        return False
    if not asks(after.step):
        return True
    comparable = asks(before.step) or before.step.action in WAITING
    earlier = comparable and after.step.on < before.step.on
    return not earlier and (calls(before.step) or not calls(after.step))


# ---- I9: one restriction more ----------------------------------------------------------


def with_a_restriction(s: Situation) -> Iterator[Situation]:
    """Yield the situation with one thing more that they forbade."""
    for restriction in RESTRICTIONS:
        if restriction not in s.instructions:
            yield replace(s, instructions=s.instructions | {restriction})


def a_restriction_never_adds_a_contact(before: Case, after: Case) -> bool:
    """One restriction more never adds a question or a call, and never brings one forward."""
    a_call_was_set = before.step.because[0][1].ref == "DR8w"
    if a_call_was_set or before.step.action is Action.CALL_AS_ASKED:
        return True
    if asks(after.step) and not (asks(before.step) and before.step.on <= after.step.on):
        return False
    return calls(before.step) or not calls(after.step)


# ---- I32: a question about another job there --------------------------------------------


def with_another_job(s: Situation) -> Iterator[Situation]:
    """Yield the situation with a question there about another job, made or to come."""
    if s.other_job_on is None:
        for on in (min(s.interviewed_on, s.today), s.today, s.today + ONE_DAY):
            yield replace(s, other_job_on=on)


def another_job_never_adds_a_question(before: Case, after: Case) -> bool:
    """A question there about another job never adds one about this, nor brings one forward."""
    if not asks(after.step):
        return True
    return asks(before.step) and before.step.on <= after.step.on


# ---- I24: a sign of life ---------------------------------------------------------------


def with_another_count(s: Situation) -> Iterator[Situation]:
    """Yield the situation with more or fewer contacts before their latest sign of life."""
    by_phone = s.lines == {Line.PHONE}  # where no more than two calls are
    if s.check_ins and one_is_freed(s) and not by_phone:
        for count in {1, 2, 3} - {s.check_ins.count}:
            calls_made = min(count, s.check_ins.calls)
            yield replace(s, check_ins=replace(s.check_ins, count=count, calls=calls_made))


def exactly_one_is_freed(before: Case, after: Case) -> bool:
    """After a sign of life exactly one question is free, however often you asked before."""
    if Action.CALL_AS_ASKED in {before.step.action, after.step.action}:
        return True  # the call that they set, or its note, is no question
    same = (before.step.action, before.step.on) == (after.step.action, after.step.on)
    return same and before.facts.left == after.facts.left == min(1, limit(before.s))


# ---- I27: a deadline on a day off ----------------------------------------------------------


def with_the_working_day_before(s: Situation) -> Iterator[Situation]:
    """Yield the situation with the deadline on the last working day before it, if that is ahead."""
    if s.deadline:
        felt = s.calendar.last_before(s.deadline.on + ONE_DAY)
        if felt != s.deadline.on and s.today < felt:
            yield replace(s, deadline=replace(s.deadline, on=felt))


def a_day_off_gives_no_more_time(before: Case, after: Case) -> bool:
    """A deadline on a day off is told when the working day before it would be, and as urgently."""
    tells = (after.step.action is Action.TELL_DEADLINE) is (
        before.step.action is Action.TELL_DEADLINE
    )
    return tells and after.step.channel is before.step.channel


Others = Callable[[Situation], Iterator[Situation]]
COMPARISONS: dict[Claim, tuple[Others, Callable[[Case, Case], bool]]] = {
    as_claim(number, holds): (others, holds)
    for number, others, holds in (
        ("I8", with_more_contacts, more_contacts_never_ask_for_more),
        ("I9", with_a_restriction, a_restriction_never_adds_a_contact),
        ("I32", with_another_job, another_job_never_adds_a_question),
        ("I24", with_another_count, exactly_one_is_freed),
        ("I27", with_the_working_day_before, a_day_off_gives_no_more_time),
    )
}
