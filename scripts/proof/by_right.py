"""What must hold for what the law gives: it stands beside the advice, and comes after all of it."""

from __future__ import annotations

from collections.abc import Iterator

from followup.facts import Facts
from followup.guide import Guide
from followup.model import Channel, Plan
from followup.rights import Given, given
from scripts.proof.invariants import Claim

COMES_LAST = (
    "I31",
    "A request by right comes after the legal day and every ordinary contact.",
)
NOT_FORBIDDEN = (
    "I31",
    "Who is to leave it to them asks only where the law names a request.",
)
ON_A_WORKING_DAY = ("I31", "A request by right falls on a business day, and never in the past.")
PLACE_IS_KNOWN = ("I31", "No right is shown where the place, or a size that matters, is unknown.")
OF_RIGHTS = (COMES_LAST, NOT_FORBIDDEN, ON_A_WORKING_DAY, PLACE_IS_KNOWN)
UNKNOWN: tuple[dict[str, str], ...] = (
    {},
    {"staff": "yes"},
    {"country": "unsure", "staff": "yes"},
    {"region": "unsure"},
)


def faults_of_rights(guide: Guide, plan: Plan, facts: Facts) -> Iterator[Claim]:
    """Yield the claims that do not hold for a plan, wherever the job is."""
    s = plan.situation
    contacts = [step.on for step in plan.steps if step.channel is not Channel.NONE]
    for right in guide.rights.values():
        one = Given(right, plan, facts)
        asked = one.ask_on()
        if asked is None:
            continue
        if (one.on and asked <= one.on) or any(asked <= day for day in contacts):
            yield COMES_LAST
        if facts.waits_for_them and not right.on_request:
            yield NOT_FORBIDDEN
        if asked < s.today or not s.calendar.is_business_day(asked):
            yield ON_A_WORKING_DAY
    interview = {"interviewed-on": s.interviewed_on.isoformat()}
    sized = [one for one in guide.rights.values() if one.people]
    nowhere = (given(plan, facts, {**interview, **told}, guide.rights) for told in UNKNOWN)
    unsized = (
        given(plan, facts, {**interview, "country": place[:2], "region": place}, {one.id: one})
        for one in sized
        for place in one.places
    )
    if any(nowhere) or any(unsized):
        yield PLACE_IS_KNOWN
