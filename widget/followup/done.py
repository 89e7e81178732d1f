"""What a reader says once a step was done: the answers that then hold, and nothing else.

Nobody needs to go through the questions again for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from followup.model import (
    STATUS_CONTACTS,
    THANKS,
    Action,
    Channel,
    CheckIns,
    OfferState,
    Situation,
    Step,
)
from followup.questions import BY_ID, NONE
from followup.rules import tells_of_the_deadline

Answers = dict[str, str]
OF_AN_ANSWER = ("offer-state", "answer-by", "reminded", "reminded-on")
MOST_COUNTED = 3  # the quiz offers no more than "3 or more"


def retold(answers: Mapping[str, str], told: Mapping[str, object]) -> Answers:
    """Return the answers with what is told now; None takes an answer back."""
    both = {**answers, **told}
    return {one: written(both[one]) for one in BY_ID if both.get(one) is not None}


def written(value: object) -> str:
    """Return a value as the quiz writes it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, frozenset):
        return "+".join(sorted(value)) or NONE
    return str(value.value if isinstance(value, Enum) else value)


# ---- what was done ---------------------------------------------------------------------


def having_done(answers: Mapping[str, str], s: Situation, step: Step) -> Answers:
    """Return the answers once the step was done today, and nobody has reacted to it."""
    told: dict[str, object] = {}
    if step.thanks_inside or step.action in THANKS:
        told["thanked"] = True
    if step.action is Action.TELL_DEADLINE or was_mentioned(s, step):
        told["deadline-told"] = True
    if step.action in STATUS_CONTACTS:
        told |= one_more_contact(s, by_phone=step.channel is Channel.CALL)
    elif step.action is Action.CALL_AS_ASKED:
        told |= the_set_call(s, step)
    elif step.action is Action.REPLY_TO_OFFER and s.replied:
        told |= about_the_offer(s)
    elif step.action is Action.REARRANGE and s.replied:
        told |= one_more_reminder(s)
    elif step.action in REPLIES:
        told |= {**dict.fromkeys(OF_AN_ANSWER), "replied": True, "heard-on": s.today}
    return retold(answers, told)


def was_mentioned(s: Situation, step: Step) -> bool:
    """Tell whether they now know of a date from elsewhere; nobody hears a call in vain."""
    unheard = step.action is Action.CALL_AS_ASKED and step.channel is Channel.CALL
    return not unheard and tells_of_the_deadline(step.message, s.deadline, s.today)


REPLIES = frozenset(
    (
        Action.REPLY_TO_OFFER,
        Action.REARRANGE,
        Action.SEND_REQUESTED,
        Action.CLOSE_WITH_THANKS,
        Action.WITHDRAW,
        Action.ASK_WHICH_HOLDS,
    )
)


def one_more_contact(s: Situation, *, by_phone: bool) -> dict[str, object]:
    """Return what the reader says of one more question, or of a call that reached nobody."""
    made = s.check_ins or CheckIns(0, s.today)
    return {
        "check-ins": min(MOST_COUNTED, made.count + 1),
        "last-check-in": s.today,
        "calls": min(MOST_COUNTED, made.calls + by_phone),
    }


def the_set_call(s: Situation, step: Step) -> dict[str, object]:
    """Return what the reader says of a call on the day they set: nobody answered, or they wrote."""
    if step.channel is Channel.CALL:
        return {"called": "no-answer", **one_more_contact(s, by_phone=True)}
    return {"called": "noted" if s.call_unanswered else "wrote"}


def about_the_offer(s: Situation) -> dict[str, object]:
    """Return what the reader says of an offer once they have written about it again."""
    if s.offer is OfferState.ACCEPTED:
        return one_more_reminder(s)
    if s.offer is OfferState.IN_WRITING:
        return {"offer-state": OfferState.SIGNED}
    return {
        **dict.fromkeys(OF_AN_ANSWER),
        "offer-state": OfferState.ACCEPTED,
        "heard-on": s.today,
    }


def one_more_reminder(s: Situation) -> dict[str, object]:
    """Return what the reader says of a reminder: of new times, or of an offer’s paper."""
    return {"reminded": (s.reminders.count if s.reminders else 0) + 1, "reminded-on": s.today}
