"""What must hold for the words: in every message of the guide, and in a sample of results."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from followup.guide import Guide
from followup.model import (
    STATUS_CONTACTS,
    Contact,
    Elsewhere,
    Heard,
    Instruction,
    Line,
    OfferState,
    Plan,
    Situation,
)
from followup.rules import SEARCH_IS_OVER
from followup.wording import Words
from scripts.guide.all_rules import ALL_RULES
from scripts.proof.invariants import Claim

NO_ULTIMATUM = ("I7", "No message asks for a decision or sets an ultimatum.")
THANKS_ASK_NOTHING = ("I7", "A thank-you asks nothing, and says nothing of time or of a decision.")
SEARCH_GOES_ON = ("I12", "“Keep searching” is in every result where nothing is settled.")
NOTHING_PUSHY = ("I15", "No headline and no message speaks of a visit, a gift or going higher.")
REASONS_EXIST = (
    "I16",
    "Every reason leads to a section of the guide, to its claims and conflicts.",
)
E1_IS_SILENT = ("I16", "No rule rests on E1, which nobody could verify.")
NOT_BOTH = ("no contradiction", "Nobody is told to ask for news and not to ask about timing.")
NOT_CALL = ("no contradiction", "Words for a call are there if, and only if, a call is an option.")
WORDS_FIT = ("I30", "No words of a result speak of what is not so: a line, a day, a question.")
ALL_FILLED = ("I30", "No day that you have told us is left blank in a message.")
THANKS = ("thank-you-note", "thank-you-recorded")
OF_MESSAGES: tuple[Claim, ...] = (NO_ULTIMATUM, THANKS_ASK_NOTHING)
OF_RULES: tuple[Claim, ...] = (REASONS_EXIST, E1_IS_SILENT)
OF_RESULTS: tuple[Claim, ...] = (
    *(SEARCH_GOES_ON, NOTHING_PUSHY, NOT_BOTH, NOT_CALL),
    *(WORDS_FIT, ALL_FILLED),
)

PUSHES = re.compile(
    r"\b(must hear|need (an answer|to know)|let me know by|at the latest|or else|otherwise i|"
    r"have you decided|did i get|am i hired|make (a decision|up your mind)|please decide|"
    r"you promised|still waiting|(?<!may )i expect|i demand|final chance)\b",
    re.IGNORECASE,
)
ASKS = re.compile(
    r"\?|\b(update|decision|decide|timeline|status|news|when will|next steps?|hear (back|from))\b",
    re.IGNORECASE,
)
PUSHY = re.compile(
    r"\b(visit|drop (in|by)|stop by|come by(?! \w+day\b)|gift|flowers|voucher|present for|"
    r"in person|your (boss|manager|colleague)s?|add you|text you)\b",
    re.IGNORECASE,
)


def invited(s: Situation) -> bool:
    """Tell whether they invited a call."""
    return Instruction.CALL_ANY in s.instructions or s.call_on is not None


def no_other_way(s: Situation) -> bool:
    """Tell whether the message that set up the interview is the one that can be answered."""
    return not s.lines or s.lines == {Line.PHONE}


def presses(s: Situation, kind: Elsewhere) -> bool:
    """Tell whether a date from elsewhere is of a kind."""
    return s.deadline is not None and s.deadline.kind is kind


# Words that may stand in a result only where they are true of it.
TRUE_OF: tuple[tuple[re.Pattern[str], Callable[[Situation], bool]], ...] = tuple(
    (re.compile(words, re.IGNORECASE), true)
    for words, true in (
        (r"never asked|not asked (yet|before)", lambda s: not s.check_ins),
        (r"you have asked (already|as often)|ask once more\.", lambda s: bool(s.check_ins)),
        (r"(before the day they named|their day has passed)", lambda s: bool(s.promised)),
        (r"number is all you have|your only way", lambda s: s.lines == {Line.PHONE}),
        (r"they invited you to call", invited),
        (r"nobody answered the call", lambda s: s.call_unanswered),
        (r"say sorry once\. they wanted", lambda s: bool(s.call_on and s.call_on < s.today)),
        (r"(^|[^,]) reply to the message that|in reply to the invitation", no_other_way),
        (r"the (thread|chat) (you|they) use", lambda s: Line.THREAD in s.lines),
        (r"accepted another job", lambda s: presses(s, Elsewhere.ACCEPTED)),
        (r"another offer (runs|in hand)", lambda s: presses(s, Elsewhere.OFFER)),
        (r"there is a written rule", lambda s: Instruction.NO_CONTACT in s.instructions),
        (r"committee", lambda s: s.contact is Contact.COMMITTEE),
        (r"you passed", lambda s: s.heard is Heard.RESERVE_LIST),
    )
)


def faults_of_messages(guide: Guide) -> Iterator[tuple[str, str, str]]:
    """Yield the claims about the guide's messages that do not hold, with the message."""
    for identifier, whole in all_messages(guide):
        if PUSHES.search(whole):
            yield *NO_ULTIMATUM, f"{identifier}: {whole}"
        if PUSHY.search(whole):
            yield *NOTHING_PUSHY, f"{identifier}: {whole}"
        if identifier in THANKS and ASKS.search(whole):
            yield *THANKS_ASK_NOTHING, f"{identifier}: {whole}"


def all_messages(guide: Guide) -> Iterator[tuple[str, str]]:
    """Yield every message and each of its variants, by the name of the message."""
    for identifier, message in guide.messages.items():
        for text in (message.usual, *message.variants.values()):
            yield identifier, " ".join((text.subject or "", *text.paragraphs))


def faults_of_rules(guide: Guide) -> Iterator[tuple[str, str, str]]:
    """Yield the claims about the reasons of all rules that do not hold, with the rule."""
    for _, rule in ALL_RULES:
        if "E1" in rule.claims:
            yield *E1_IS_SILENT, rule.id
        known = rule.section in guide.sections and set(rule.conflicts) <= set(guide.conflicts)
        if not known:
            yield *REASONS_EXIST, rule.id


def faults_of_a_result(guide: Guide, plan: Plan) -> Iterator[Claim]:
    """Yield the claims about the words of one result that do not hold."""
    s = plan.situation
    words = Words(guide, s.today)
    over = plan.next.action in SEARCH_IS_OVER or s.offer is OfferState.SIGNED
    kept = words.meanwhile(plan) is not None and "stopping-your-search" in avoided(plan)
    if kept is over:
        yield SEARCH_GOES_ON
    if PUSHY.search(words.headline(plan)["text"]):
        yield NOTHING_PUSHY
    if plan.next.action in STATUS_CONTACTS and "asking-about-timing" in avoided(plan):
        yield NOT_BOTH
    reasons = [reason for step in plan.steps for reason in step.because]
    if not all(guide.lead(rule.section) for _, rule in reasons):
        yield REASONS_EXIST
    script = words.call_script(plan.next, s) is not None
    if script is not (plan.next.also_call or plan.next.channel == "call-and-email"):
        yield NOT_CALL

    shown = " ".join(all_words(words, plan))
    if any(found.search(shown) and not true(s) for found, true in TRUE_OF):
        yield WORDS_FIT
    if blanks_of(words.message(plan.next, s)) & {*words.known_days(s), "their date"}:
        yield ALL_FILLED


def all_words(words: Words, plan: Plan) -> Iterator[str]:
    """Yield what a result says of what to do, why, and what follows."""
    yield words.headline(plan)["text"]
    yield from (one["text"] for one in words.then(plan))
    for _, text in runs_of(words.message(plan.next, plan.situation)):
        yield text


def blanks_of(message: dict[str, Any] | None) -> set[str]:
    """Return the blanks of a message that are left to the reader."""
    return {text for kind, text in runs_of(message) if kind == "blank"}


def runs_of(message: dict[str, Any] | None) -> Iterator[tuple[str, str]]:
    """Yield the runs of a message: what each is, and its text."""
    for paragraph in message["paragraphs"] if message else ():
        for run in paragraph:
            yield from run.items()


def avoided(plan: Plan) -> set[str]:
    """Return the ids of what to leave out."""
    return {rule.id for rule in plan.avoid}
