"""What must hold for those who look every day, hear nothing, and do nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from followup.model import STATUS_CONTACTS, Action, Situation, Step
from followup.workdays import ONE_DAY
from scripts.proof.comparisons import advised
from scripts.proof.invariants import WAITING, Case, Claim, calls

WAIT_IS_OVER = ("I20", "On the day on which a wait ends, the advice is not to wait again.")
WAIT_HOLDS = ("I18", "Until the day that a wait names, the advice stays the same.")
ONLY_FORWARD = ("I14", "Passing time leads forward: wait, ask, move on; never back.")
STALE_IS_WRITTEN = ("I14", "After the latest good day, a question is written.")
OF_DOING_NOTHING: tuple[Claim, ...] = (WAIT_HOLDS, WAIT_IS_OVER, ONLY_FORWARD, STALE_IS_WRITTEN)
DAYS_ASLEEP = 130


def asleep(s: Situation) -> Situation | None:
    """Return the situation without days known ahead, which are news when they come."""
    if s.interviewed_on > s.today or (s.call_on and not s.call_noted):
        return None
    return replace(s, deadline=None)


def faults_of_doing_nothing(case: Case) -> Iterator[Claim]:
    """Yield the claims that do not hold while somebody looks every day and does nothing."""
    before = case
    for _ in range(DAYS_ASLEEP):
        if before.step.action is Action.MOVE_ON:
            return
        after = advised(replace(before.s, today=before.s.today + ONE_DAY), case)
        yield from faults_overnight(before, after)
        before = after


def faults_overnight(before: Case, after: Case) -> Iterator[Claim]:
    """Yield what does not hold from one day to the next."""
    waits = before.step.action in WAITING
    if waits and after.s.today < before.step.on:
        if (before.step.action, before.step.on) != (after.step.action, after.step.on):
            yield WAIT_HOLDS
    elif waits and after.step.action in WAITING:
        yield WAIT_IS_OVER
    if how_far(after.step) < how_far(before.step):
        yield ONLY_FORWARD
    if is_stale(after) and calls(after.step):
        yield STALE_IS_WRITTEN


def how_far(step: Step) -> int:
    """Return how far along a step is: thanks, a wait, a question or a reply, the end."""
    if step.action in {Action.THANK_YOU, Action.THANK_YOU_LATE}:
        return 0
    if step.action in WAITING:
        return 1
    return 3 if step.action is Action.MOVE_ON else 2


def is_stale(case: Case) -> bool:
    """Tell whether a question comes after the latest good day, without an invitation to call."""
    late = case.step.action in STATUS_CONTACTS and case.step.latest is None
    return late and not case.facts.invited_to_call and not case.facts.phone_is_the_only_line
