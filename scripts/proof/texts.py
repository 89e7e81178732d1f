"""What must hold for the words: in every message of the guide, and in a sample of results."""

from __future__ import annotations

import re
from collections.abc import Iterator

from followup.guide import Guide
from followup.model import STATUS_CONTACTS, Plan
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
OF_MESSAGES: tuple[Claim, ...] = (NO_ULTIMATUM, THANKS_ASK_NOTHING)
OF_RULES: tuple[Claim, ...] = (REASONS_EXIST, E1_IS_SILENT)
OF_RESULTS: tuple[Claim, ...] = (SEARCH_GOES_ON, NOTHING_PUSHY, NOT_BOTH, NOT_CALL)

PUSHES = re.compile(
    r"\b(must hear|need (an answer|to know)|let me know by|at the latest|or else|otherwise i|"
    r"have you decided|did i get|am i hired|make (a decision|up your mind)|please decide|"
    r"you promised|still waiting|i expect|i demand|final chance)\b",
    re.IGNORECASE,
)
ASKS = re.compile(
    r"\?|\b(update|decision|decide|timeline|status|news|when will|next steps?|hear (back|from))\b",
    re.IGNORECASE,
)
PUSHY = re.compile(
    r"\b(visit|drop (in|by)|stop by|come by|gift|flowers|voucher|present for|in person|"
    r"your (boss|manager|colleague)s?|add you|text you)\b",
    re.IGNORECASE,
)
SECTION = re.compile(r"^[a-z/-]+#[a-z0-9-]+$")


def faults_of_messages(guide: Guide) -> Iterator[tuple[str, str, str]]:
    """Yield the claims about the guide's messages that do not hold, with the message."""
    for identifier, whole in all_messages(guide):
        if PUSHES.search(whole):
            yield *NO_ULTIMATUM, f"{identifier}: {whole}"
        if PUSHY.search(whole):
            yield *NOTHING_PUSHY, f"{identifier}: {whole}"
        if identifier == "thank-you-note" and ASKS.search(whole):
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
    over = plan.next.action in SEARCH_IS_OVER
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


def avoided(plan: Plan) -> set[str]:
    """Return the ids of what to leave out."""
    return {rule.id for rule in plan.avoid}
