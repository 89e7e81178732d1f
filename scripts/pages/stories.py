"""How long the quiz is for six readers with a phone: their presses, and what was counted.

A test in a browser takes each way and counts again (``tests/site/test_short.py``). What it counts
must be what ``stories.json`` says, so the page that shows it cannot be wrong.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

COUNTED = Path(__file__).with_name("stories.json")
PHONE = {"width": 360, "height": 740}  # pixels
CONTINUE = "continue"


@dataclass(frozen=True, slots=True)
class Story:
    """A reader in a sentence, and what they press once the quiz is open.

    ``heard=nothing`` chooses an answer, ``interviewed-on~a-week-ago`` a day that has a button,
    ``timeline…`` opens more answers, ``+thanked-yes`` ticks a line.
    """

    id: str
    title: str
    presses: tuple[str, ...]


NOTHING = ("heard=nothing", CONTINUE)
WEEK_AGO = (*NOTHING, "interviewed-on~a-week-ago")
STORIES = (
    Story(
        "passed",
        "Their date has passed",
        (
            *(*NOTHING, "interviewed-on~two-weeks-ago"),
            *("timeline=date", "decision-date~yesterday", "+thanked-yes", CONTINUE),
        ),
    ),
    Story(
        "no-date",
        "They named no date",
        (*WEEK_AGO, "timeline=none", CONTINUE, "+thanked-yes", CONTINUE),
    ),
    Story(
        "wait",
        "Two weeks, and please wait",
        (
            *(*WEEK_AGO, "timeline…", "timeline=two-weeks", CONTINUE),
            *("+instructions-wait-for-us", CONTINUE),
        ),
    ),
    Story(
        "missed-call",
        "You missed their call",
        ("heard=asked", "replied=no", "asked-for=missed-call", CONTINUE, CONTINUE),
    ),
    Story(
        "offer",
        "An offer from elsewhere",
        (
            *(*NOTHING, "interviewed-on~yesterday", "timeline=none", CONTINUE),
            *("+other-deadline-offer", "deadline-on~in-a-week", CONTINUE),
        ),
    ),
    Story(
        "shop",
        "A shop: only a phone, “call me”",
        (
            *(*WEEK_AGO, "timeline=none", CONTINUE),
            *("+instructions-call-any", "+channels-phone", CONTINUE),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Counted:
    """What a way costs its reader; start and Continue are presses, too."""

    screens: int
    words: int  # on all screens, as they come
    most_words: int  # on one screen
    presses: int
    deepest: int  # where Continue ends, in pixels from the top, on the screen where that is most


def counted() -> dict[str, Counted]:
    """Return what was counted, by story."""
    found = json.loads(COUNTED.read_text(encoding="utf-8"))
    return {story: Counted(**one) for story, one in found.items()}


def table() -> str:
    """Return it as a table of the page."""
    rows = [
        "| Reader | Screens | Words on all of them | On one, at most | Presses |",
        "| --- | --- | --- | --- | --- |",
    ]
    known = counted()
    for story in STORIES:
        one = known[story.id]
        numbers = (one.screens, one.words, one.most_words, one.presses)
        rows.append(f"| {story.title} | {' | '.join(map(str, numbers))} |")
    return "\n".join(rows)
