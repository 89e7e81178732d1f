"""What must hold while nothing is heard, for those who follow the plan and those who do nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from followup.engine import advise, after_silence
from followup.model import STATUS_CONTACTS, Action, Situation, Step
from followup.workdays import ONE_DAY
from scripts.proof.comparisons import advised
from scripts.proof.invariants import WAITING, Case, Claim, broken_by, calls

PLAN_IS_KEPT = ("I18", "The later steps of a plan are what the rules say when that day comes.")
PLAN_IN_ORDER = ("I5", "The steps of a plan stand in the order of their days.")
PLAN_ENDS = ("I14", "Every plan comes to an end.")
PLAN_WITHIN_LIMIT = ("I3", "A plan holds no more questions than are left.")
PLAN_KEEPS_DISTANCE = ("I11", "In a plan, 5 business days lie between two questions.")
WAIT_IS_OVER = ("I18", "On the day on which a wait ends, the advice is not to wait again.")
WAIT_HOLDS = ("I18", "Until the day that a wait names, the advice stays the same.")
ONLY_FORWARD = ("I14", "Passing time leads forward: wait, ask, move on; never back.")
STALE_IS_WRITTEN = ("I14", "After the latest good day, a question is written.")
OF_PLANS: tuple[Claim, ...] = (
    PLAN_IS_KEPT,
    PLAN_IN_ORDER,
    PLAN_ENDS,
    PLAN_WITHIN_LIMIT,
    PLAN_KEEPS_DISTANCE,
    WAIT_IS_OVER,
)
OF_DOING_NOTHING: tuple[Claim, ...] = (WAIT_HOLDS, ONLY_FORWARD, STALE_IS_WRITTEN)
STEPS_AT_MOST = 30
DAYS_ASLEEP = 130
# The model lets this wait end on its day, whatever the other rules then say.
ENDS_ON_ITS_OWN = "they-set-a-call-and-forbade-calls"


# ---- those who follow the plan -----------------------------------------------------------


def following(case: Case) -> list[Case]:
    """Return the case and all that follow it in silence, waits included."""
    cases = [case]
    while not is_the_end(cases[-1]) and len(cases) < STEPS_AT_MOST:
        last = cases[-1]
        cases.append(advised(after_silence(last.s, last.step, last.facts.timings), case))
    return cases


def is_the_end(case: Case) -> bool:
    """Tell whether nothing follows: it is left with them, or an offer waits for its paper."""
    paper = case.step.action is Action.REPLY_TO_OFFER and case.s.replied
    return paper or case.step.action is Action.MOVE_ON


def faults_of_a_plan(case: Case) -> Iterator[Claim]:
    """Yield the claims about a plan that do not hold."""
    cases = following(case)
    yield from faults_of_each(cases)
    if not is_the_end(cases[-1]):
        yield PLAN_ENDS
    steps = [case.step, *(one.step for one in cases[1:] if one.step.action not in WAITING)]
    if list(advise(case.s, case.facts.timings).steps) != steps:
        yield PLAN_IS_KEPT
    if [step.on for step in steps] != sorted(step.on for step in steps):
        yield PLAN_IN_ORDER
    questions = [step.on for step in steps if step.action in STATUS_CONTACTS]
    if len(questions) > case.facts.left:
        yield PLAN_WITHIN_LIMIT
    if any(
        second < case.facts.after(first, "between-contacts")
        for first, second in pairwise(questions)
    ):
        yield PLAN_KEEPS_DISTANCE


def faults_of_each(cases: list[Case]) -> Iterator[Claim]:
    """Yield what does not hold for a later step, or between a wait and what follows it."""
    for one in cases[1:]:
        yield from broken_by(one)
    for before, after in pairwise(cases):
        waits = before.step.action in WAITING and after.step.action in WAITING
        if waits and not told_of_a_deadline(after.s) and decider(before) != ENDS_ON_ITS_OWN:
            yield WAIT_IS_OVER


def told_of_a_deadline(s: Situation) -> bool:
    """Tell whether they know about a deadline, which may then replace the day of a wait."""
    return s.deadline is not None and s.deadline.told


def decider(case: Case) -> str:
    """Return the id of the rule that decided what to do."""
    return case.step.because[0][1].id


# ---- those who do nothing ------------------------------------------------------------------


def asleep(s: Situation) -> Situation | None:
    """Return the situation without days known ahead, which are news when they come."""
    if s.interviewed_on > s.today or (s.call_on and not s.call_unanswered):
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
