"""Which words."""

from __future__ import annotations

from datetime import date

from followup.model import Action, Deadline, MessageId

MESSAGES: dict[Action, str] = {
    Action.THANK_YOU: "thank-you-note",
    Action.THANK_YOU_LATE: "thank-you-note",
    Action.SEND_REQUESTED: "what-they-asked-for",
    Action.FOLLOW_UP: "ask-for-news",
    Action.LAST_FOLLOW_UP: "last-message",
    Action.CHECK_IN: "still-going-on",
    Action.CALL_AS_ASKED: "call-script",
    Action.TELL_DEADLINE: "tell-them-the-deadline",
    Action.CLOSE_WITH_THANKS: "after-a-no",
    Action.WITHDRAW: "withdrawing",
    Action.REARRANGE: "new-times",
}


# These carry a sentence about a deadline from elsewhere that they do not know yet.
MENTIONS_A_DEADLINE = frozenset(
    (
        "what-they-asked-for",
        "ask-for-news",
        "date-has-passed",
        "last-message",
        "still-going-on",
        "call-script",
        "linkedin-note",
    ),
)


def tells_of_the_deadline(message: str | None, deadline: Deadline | None, day: date) -> bool:
    """Tell whether a message sent on ``day`` makes a deadline known that they did not know."""
    if message not in MENTIONS_A_DEADLINE or deadline is None:
        return False
    return not deadline.told and deadline.on >= day


def message_for(action: Action, means: str, *, date_was_promised: bool) -> MessageId | None:
    """Choose the message of the guide for an action and its channel."""
    follow_up = action is Action.FOLLOW_UP
    if means == "call" and action in {Action.FOLLOW_UP, Action.LAST_FOLLOW_UP}:
        return MessageId("call-script")
    if means == "linkedin" and follow_up:
        return MessageId("linkedin-note")
    if follow_up and date_was_promised:
        return MessageId("date-has-passed")
    return MessageId(MESSAGES[action]) if action in MESSAGES else None
