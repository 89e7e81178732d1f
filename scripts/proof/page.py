"""Write down what a run of the proof has seen: the page of the site that is made at each build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from followup.questions import QUESTIONS
from scripts.proof.asking import EQUAL, FOUR_SCREENS, MEDIAN, NEVER_WRONG, QUESTIONS_MATTER, median
from scripts.proof.by_right import OF_RIGHTS
from scripts.proof.comparisons import COMPARISONS
from scripts.proof.invariants import OF_A_STEP, Claim
from scripts.proof.leads import OF_LEADS
from scripts.proof.lives import OF_A_LIFE
from scripts.proof.no_reply import OF_DOING_NOTHING
from scripts.proof.results import Tally
from scripts.proof.retellings import ADDS, RETELLINGS
from scripts.proof.space import VIEWS
from scripts.proof.tables import ALL_LINES, CHANGE_WHAT, CHANGE_WHY, IS_NEEDED, IS_REACHED
from scripts.proof.texts import OF_MESSAGES, OF_RESULTS, OF_RULES
from scripts.proof.work import (
    ASLEEP,
    CLASSES,
    COMPARED,
    DESCRIBED,
    DRAWN,
    FOLLOWED,
    IN_OUTLINE,
    LEADS_READ,
    NO_GAP,
    ONE_CLASS,
    READ,
    RETOLD,
    SAME_BY_ANSWERS,
)

Row = tuple[str, ...]

HEAD = """---
title: The last proof
description: How many situations were tried for these rules, what held in all of them, and how much the quiz asks.
reviewed: 2026-11-22
---

# The last proof { #last-proof }

"""
PROVEN = """All of this held for the rules of this site. One exception, and this page would not be here.
[How it is proven](how-it-is-proven.md) explains the words, and says what such a proof cannot show.
"""
NOT_YET = """This copy of the site was made without running the proof, so there are no counts here. The
advice is the same. [How it is proven](how-it-is-proven.md) says what is tried, and `make proof`
followed by `make build` puts the counts on this page.
"""
ALL_LIVES = 20_000  # of `make proof`
MESSAGES, RULES = "messages of the guide", "rules with their reasons"
BESIDES = (
    *("random answers", DRAWN, COMPARED, RETOLD, FOLLOWED, ASLEEP, READ, LEADS_READ),
    *("lives", "days lived", MESSAGES, RULES),
)
LAST = 99
TITLES = {
    "ACTION": "What to do",
    "WAIT": "How long to keep quiet",
    "CHANNEL": "By what means",
    "ALSO_CALL": "Whether a call is just as good",
    "FLOORS": "What moves a day",
}


def page(tally: Tally) -> str:
    """Return the page: what was tried, what held, which rules decided, how much is asked."""
    return HEAD + "\n".join((PROVEN, *tried(tally), *held(tally), *decided(tally), *asked(tally)))


def table(heads: Row, rows: Iterable[Row]) -> Iterator[str]:
    """Yield a Markdown table."""
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


def number(count: int, unit: str = "") -> str:
    """Return a count as people read it; on a narrow screen a row has no heads to name its unit."""
    return f"{count:,} {unit}".strip()


# ---- what was tried -----------------------------------------------------------------


def tried(tally: Tally) -> Iterator[str]:
    """Yield how much was tried."""
    counts = tally.counts
    views = [view.name for view in VIEWS if counts[f"{CLASSES}{view.name}"]]
    total = sum(counts[f"{CLASSES}{name}"] for name in views)
    yield "## What was tried { #what-was-tried }\n"
    yield f"{number(total)} classes of situations, and {number(counts['random answers'])} random sets"
    yield f"of answers. They led to {number(len(tally.kinds))} kinds of advice. Two kinds differ in"
    yield "a rule that decided, or in the message to send.\n"
    rows = ((name, number(counts[f"{CLASSES}{name}"], "classes")) for name in views)
    yield from table(("Seen from", "Tried"), rows)
    yield from table(
        ("And besides", "Number"),
        ((name, number(counts[name])) for name in BESIDES if counts[name]),
    )
    yield f"`make proof` tries all of this, and lives {number(ALL_LIVES)} lives, each to its end. `make test`"
    yield "tries a third of what a Tuesday shows, and from most days fewer things out of the ordinary.\n"


# ---- what held ------------------------------------------------------------------------


def held(tally: Tally) -> Iterator[str]:
    """Yield the claims by number, each with how often it was tried."""
    yield "## What held { #what-held }\n"
    yield "Each line held every time. I1 to I31 are numbers that reviewers use.\n"
    rows = sorted(claims(tally), key=lambda row: by_number(row[0]))
    yield from table(
        ("Claim", "Tried"),
        ((f"{name}: {sentence}", number(count, "times")) for name, sentence, count in rows),
    )


def by_number(name: str) -> tuple[int, str]:
    """Return where a claim stands: the numbered ones first."""
    digits = name.removeprefix("I")
    return (int(digits), "") if digits.isdigit() else (LAST, name)


def claims(tally: Tally) -> Iterator[tuple[str, str, int]]:
    """Yield every claim with the number of cases on which it was tried."""
    counts = tally.counts
    one_by_one = sum(counts[name] for name in counts if name.startswith(CLASSES))
    groups: tuple[tuple[int, Iterable[Claim]], ...] = (
        (one_by_one + counts["random answers"], (NO_GAP, *OF_A_STEP)),
        (counts[COMPARED], (IN_OUTLINE, *COMPARISONS)),
        (counts[DRAWN], (ONE_CLASS,)),
        (counts[DESCRIBED], (SAME_BY_ANSWERS,)),
        (counts[ASLEEP], OF_DOING_NOTHING),
        (counts["lives"] + counts[FOLLOWED], OF_A_LIFE),
        (counts[RETOLD], (*RETELLINGS, ADDS)),
        (counts[READ], (*OF_RESULTS, *OF_RIGHTS)),
        (counts[LEADS_READ], OF_LEADS),
        (counts[MESSAGES], OF_MESSAGES),
        (counts[RULES], OF_RULES),
        (counts["ways"], (EQUAL, FOUR_SCREENS, MEDIAN, NEVER_WRONG)),
        (len(ALL_LINES), (IS_REACHED, IS_NEEDED)),
        (len(tally.shown), (QUESTIONS_MATTER,)),
    )
    for count, found in groups:
        yield from ((name, sentence, count) for name, sentence in found)


# ---- which rules decided ------------------------------------------------------------------


def decided(tally: Tally) -> Iterator[str]:
    """Yield how often each rule decided."""
    deeds, reasons = (number(tally.counts[name]) for name in (CHANGE_WHAT, CHANGE_WHY))
    yield "## Every rule is used { #every-rule-is-used }\n"
    yield "Here is how often each line of [the tables](rules.md) decided. Without any one of them, some"
    yield f"advice would be another. {deeds} change what to do, and {reasons} only the reason given.\n"
    for name, found in groupby(ALL_LINES, key=lambda one: one[0]):
        yield f"### {TITLES[name]} {{ #{TITLES[name].lower().replace(' ', '-')}-decided }}\n"
        rows = ((f"`{rule}`", number(tally.decided[name, rule], "times")) for _, rule in found)
        yield from table(("Line", "Decided"), rows)


# ---- how much is asked -------------------------------------------------------------------


def asked(tally: Tally) -> Iterator[str]:
    """Yield the number of screens, and how often each question matters."""
    screens = tally.screens
    yield "## How much the quiz asks { #how-much-the-quiz-asks }\n"
    yield f"{number(screens.total())} ways through the quiz were taken. The longest has"
    yield f"{max(screens, default=0)} screens. Half of them have {median(tally)} or fewer.\n"
    rows = (
        (f"{one} screen{'s' * (one > 1)}", number(screens[one], "ways")) for one in sorted(screens)
    )
    yield from table(("Screens", "Ways"), rows)
    yield "And this is how often another answer to one question alone would change the advice.\n"
    shown = (question.id for question in QUESTIONS if tally.shown[question.id])
    yield from table(
        ("Question", "Asked", "Another answer"),
        (
            (
                f"[{one}](../quiz.md#{one})",
                number(tally.shown[one], "times asked,"),
                number(tally.mattered[one], "times it would matter"),
            )
            for one in shown
        ),
    )
