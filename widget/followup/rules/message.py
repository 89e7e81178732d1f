"""Which words go with an action: the first line that fits decides; for some none does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from followup.model import (
    THANKS,
    Action,
    AskedFor,
    Channel,
    Deadline,
    Heard,
    MessageId,
    OfferState,
    Rule,
    SectionRef,
    Sending,
    Table,
    Written,
)


def a_question_or_the_set_call_by_phone(sending: Sending) -> bool:
    """A question by phone, or the call they set."""
    asked = {Action.FOLLOW_UP, Action.LAST_FOLLOW_UP, Action.CALL_AS_ASKED}
    return sending.action in asked and sending.channel is Channel.CALL


def a_note_after_the_set_call(sending: Sending) -> bool:
    """A note after the call they set, which nobody answered."""
    return sending.action is Action.CALL_AS_ASKED and sending.nobody_answered


def a_call_back(sending: Sending) -> bool:
    """A call back, after one that you missed."""
    missed = sending.asked_for is AskedFor.MISSED_CALL
    return sending.action is Action.SEND_REQUESTED and missed


def a_yes_to_another_talk(sending: Sending) -> bool:
    """An answer to their wish for another talk."""
    return sending.action is Action.SEND_REQUESTED and sending.asked_for is AskedFor.TALK


def what_their_checks_need(sending: Sending) -> bool:
    """What they need to check you before they hire you."""
    return sending.action is Action.SEND_REQUESTED and sending.heard is Heard.CHECKS


def a_question_about_the_paper(sending: Sending) -> bool:
    """A question about an offer that you accepted and that is not in writing."""
    return sending.action is Action.REPLY_TO_OFFER and sending.offer is OfferState.ACCEPTED


def a_first_answer_to_an_offer(sending: Sending) -> bool:
    """A first answer to their offer."""
    return sending.action is Action.REPLY_TO_OFFER and sending.offer is None


def an_offer_to_sign(sending: Sending) -> bool:
    """An offer in writing, to be read and signed."""
    return sending.action is Action.REPLY_TO_OFFER and sending.offer is OfferState.IN_WRITING


def an_answer_on_the_day_you_named(sending: Sending) -> bool:
    """The answer to their offer, on the day until which you asked for time."""
    return sending.action is Action.REPLY_TO_OFFER and sending.offer is OfferState.ASKED_TIME


def a_first_question_on_linkedin(sending: Sending) -> bool:
    """A first question on LinkedIn, where there is little room."""
    return sending.action is Action.FOLLOW_UP and sending.channel is Channel.LINKEDIN


def a_first_question_after_their_day(sending: Sending) -> bool:
    """A first question, and they had named a day."""
    return sending.action is Action.FOLLOW_UP and sending.date_was_promised


def thanks_after_a_recording(sending: Sending) -> bool:
    """Thanks after a recorded or AI interview, where nobody was there."""
    return sending.action in THANKS and sending.nobody_was_there


def to(*actions: Action) -> Callable[[Sending], bool]:
    """Return the test whether it is one of these actions."""
    return lambda sending: sending.action in actions


def _words(
    identifier: str, fits: Callable[[Sending], bool], form: Written
) -> Rule[Sending, Written]:
    """Make a line: the message with this heading on the messages page."""
    return Rule(
        id=identifier,
        ref="",
        fits=fits,
        then=form,
        section=SectionRef(f"messages#{identifier}"),
    )


LETTER = Written()
QUESTION = Written(tells_deadline=True)
NEWS = replace(QUESTION, asks_for_both=True)
MESSAGE: Table[Sending, Written] = Table(
    "MESSAGE",
    (
        _words("call-script", a_question_or_the_set_call_by_phone, replace(QUESTION, spoken=True)),
        _words("after-a-call", a_note_after_the_set_call, replace(QUESTION, short=True)),
        _words("instead-of-the-call", to(Action.CALL_AS_ASKED), QUESTION),
        _words("linkedin-note", a_first_question_on_linkedin, replace(NEWS, short=True)),
        _words("date-has-passed", a_first_question_after_their_day, NEWS),
        _words("ask-for-news", to(Action.FOLLOW_UP), NEWS),
        _words("last-message", to(Action.LAST_FOLLOW_UP), NEWS),
        _words("still-going-on", to(Action.CHECK_IN), NEWS),
        _words("calling-back", a_call_back, replace(QUESTION, spoken=True)),
        _words("another-talk-yes", a_yes_to_another_talk, QUESTION),
        _words("checks-and-offer", what_their_checks_need, QUESTION),
        _words("what-they-asked-for", to(Action.SEND_REQUESTED), QUESTION),
        _words("thank-you-recorded", thanks_after_a_recording, LETTER),
        _words("thank-you-note", to(*THANKS), LETTER),
        _words(
            "tell-them-the-deadline",
            to(Action.TELL_DEADLINE),
            replace(LETTER, says_first_choice=True),
        ),
        _words("after-a-no", to(Action.CLOSE_WITH_THANKS), LETTER),
        _words("withdrawing", to(Action.WITHDRAW), LETTER),
        _words("new-times", to(Action.REARRANGE), LETTER),
        _words("which-answer-holds", to(Action.ASK_WHICH_HOLDS), LETTER),
        _words("answer-an-offer", a_first_answer_to_an_offer, LETTER),
        _words("yes-to-an-offer", an_answer_on_the_day_you_named, LETTER),
        _words("signed-offer", an_offer_to_sign, LETTER),
        _words("ask-for-the-paper", a_question_about_the_paper, LETTER),
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
