"""Which words go with an action: the first line that fits decides; for some none does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from followup.model import (
    THANKS,
    Action,
    Channel,
    Deadline,
    MessageId,
    Rule,
    SectionRef,
    Sending,
    Table,
    Written,
)


def a_question_or_the_set_call_by_phone(sending: Sending) -> bool:
    """A question by phone, or the call they set."""
    asked = sending.action in {Action.FOLLOW_UP, Action.LAST_FOLLOW_UP}
    return sending.action is Action.CALL_AS_ASKED or (asked and sending.channel is Channel.CALL)


def a_first_question_on_linkedin(sending: Sending) -> bool:
    """A first question on LinkedIn, where there is little room."""
    return sending.action is Action.FOLLOW_UP and sending.channel is Channel.LINKEDIN


def a_first_question_after_their_day(sending: Sending) -> bool:
    """A first question, and they had named a day."""
    return sending.action is Action.FOLLOW_UP and sending.date_was_promised


def to(*actions: Action) -> Callable[[Sending], bool]:
    """Return the test whether it is one of these actions."""
    return lambda sending: sending.action in actions


def _words(
    identifier: str,
    fits: Callable[[Sending], bool],
    *,
    tells_deadline: bool,
    spoken: bool = False,
    short: bool = False,
) -> Rule[Sending, Written]:
    """Make a line: the message with this heading on the messages page."""
    return Rule(
        id=identifier,
        ref="",
        fits=fits,
        then=Written(tells_deadline=tells_deadline, spoken=spoken, short=short),
        section=SectionRef(f"messages#{identifier}"),
    )


MESSAGE: Table[Sending, Written] = Table(
    "MESSAGE",
    (
        _words(
            "call-script", a_question_or_the_set_call_by_phone, tells_deadline=True, spoken=True
        ),
        _words("linkedin-note", a_first_question_on_linkedin, tells_deadline=True, short=True),
        _words("date-has-passed", a_first_question_after_their_day, tells_deadline=True),
        _words("ask-for-news", to(Action.FOLLOW_UP), tells_deadline=True),
        _words("last-message", to(Action.LAST_FOLLOW_UP), tells_deadline=True),
        _words("still-going-on", to(Action.CHECK_IN), tells_deadline=True),
        _words("what-they-asked-for", to(Action.SEND_REQUESTED), tells_deadline=True),
        _words("thank-you-note", to(*THANKS), tells_deadline=False),
        _words("tell-them-the-deadline", to(Action.TELL_DEADLINE), tells_deadline=False),
        _words("after-a-no", to(Action.CLOSE_WITH_THANKS), tells_deadline=False),
        _words("withdrawing", to(Action.WITHDRAW), tells_deadline=False),
        _words("new-times", to(Action.REARRANGE), tells_deadline=False),
    ),
)


def message_for(sending: Sending) -> MessageId | None:
    """Return the message of the guide for what is sent, None where there is none."""
    return next((MessageId(rule.id) for rule in MESSAGE.rules if rule.fits(sending)), None)


def written(message: MessageId) -> Written:
    """Return how a message is written. Raises ``KeyError`` if no line chooses it."""
    return {rule.id: rule.then for rule in MESSAGE.rules}[message]


def tells_of_the_deadline(message: MessageId | None, deadline: Deadline | None, day: date) -> bool:
    """Tell whether a message sent on ``day`` makes a deadline known that they did not know."""
    if message is None or deadline is None or not written(message).tells_deadline:
        return False
    return not deadline.told and deadline.on >= day
