"""What to leave out: every line that fits is shown."""

from __future__ import annotations

from collections.abc import Callable

from followup.model import (
    STATUS_CONTACTS,
    THANKS,
    Action,
    ClaimId,
    Instruction,
    Means,
    OfferState,
    Rule,
    SectionRef,
    Table,
    Task,
    always,
    ids,
)
from followup.rules.also_call import ALSO_CALL
from followup.rules.channel import CHANNEL

SEARCH_IS_OVER = frozenset((Action.PREPARE, Action.REPLY_TO_OFFER, Action.WITHDRAW))


QUESTION_IS_DUE = frozenset((*STATUS_CONTACTS, Action.CALL_AS_ASKED))


CALLING = frozenset((Means.CALL, Means.CALL_AND_EMAIL))


def the_search_goes_on(task: Task) -> bool:
    """Nothing is settled, so the search goes on."""
    signed = task.facts.situation.offer is OfferState.SIGNED
    return task.action not in SEARCH_IS_OVER and not signed


def no_question_is_due(task: Task) -> bool:
    """It is too early to ask when they will decide."""
    early = {*THANKS, Action.WAIT, Action.SEND_REQUESTED, Action.NO_CONTACT}
    return task.action in early


def a_call_may_be_made(task: Task) -> bool:
    """A call is advised or acceptable."""
    means = CHANNEL.decide(task).rule.then
    also = means is Means.WRITE and ALSO_CALL.decide(task).rule.then
    return means in CALLING or also


def a_contact_was_made_or_is_due(task: Task) -> bool:
    """You have asked before, or are about to."""
    return task.facts.used > 0 or task.action in QUESTION_IS_DUE


def they_said_how(task: Task) -> bool:
    """They said something about getting in touch."""
    told = task.facts.situation.instructions - {Instruction.CALL_ANY}
    return bool(told) or task.facts.situation.call_on is not None


def _dont(identifier: str, fits: Callable[[Task], bool], claims: str) -> Rule[Task, str]:
    """Make a line of the avoid table; its words are a heading of the guide."""
    return Rule(
        id=identifier,
        ref="§7",
        fits=fits,
        then=identifier,
        section=SectionRef(f"messages#{identifier}"),
        claims=ids(ClaimId, claims),
    )


AVOID: Table[Task, str] = Table(
    "AVOID",
    (
        _dont("pressing-for-a-decision", always, "N5"),
        _dont("demands-and-reproach", always, "N4"),
        _dont("generic-or-long", always, "N7 N8"),
        _dont("gifts-visits-and-pushing", always, "R4"),
        _dont("stopping-your-search", the_search_goes_on, "N12"),
        _dont("asking-about-timing", no_question_is_due, "N6 R10"),
        _dont("new-sensitive-topics", a_call_may_be_made, "N2"),
        _dont("rambling", a_call_may_be_made, "D9"),
        _dont("again-within-five-days", a_contact_was_made_or_is_due, "N9"),
        _dont("against-their-instruction", they_said_how, "N3 R4"),
    ),
)
