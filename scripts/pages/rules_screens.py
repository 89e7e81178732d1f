"""Say in words which questions the screens ask, and when.

The guards of screens 1-5 are data and are read as such; those of screens 6 and
7 ask the rules, and their tests say in their docstrings what they mean.
"""

from __future__ import annotations

from collections.abc import Callable

from followup.questions import (
    ALWAYS,
    ASKED,
    LIVE,
    MAY_CONTACT,
    NOT_ENDED,
    QUESTIONS,
    SCREENS,
    UNSURE,
    Condition,
    Guard,
    Question,
    both,
)
from followup.screens import RuleGuards
from scripts.guide.reader import GuideSource
from scripts.pages.rules_words import first_line, tidy

# The guards of screens 1-5 that have a name, the widest last.
OPEN = "the interview is over, and what you heard does not settle it"
GUARDS: tuple[tuple[Guard, str], ...] = (
    (
        (*MAY_CONTACT, *ASKED),
        f"{OPEN}, and no written rule forbids contact; or you owe them an answer",
    ),
    ((*LIVE, *ASKED), f"{OPEN}; or you owe them an answer"),
    (MAY_CONTACT, f"{OPEN}, and no written rule forbids contact"),
    (LIVE, OPEN),
    (NOT_ENDED, "what you heard does not settle it"),
    (ALWAYS, "always"),
)
# The guards of screens 6 and 7 ask the rules; each name stands for these tests.
GUARDS_THAT_ASK: dict[str, tuple[Callable[..., bool], ...]] = {
    "contact": (RuleGuards.note, RuleGuards.near, RuleGuards.only_if_from_them, RuleGuards.matters),
    "channels": (
        *(RuleGuards.note, RuleGuards.near, RuleGuards.only_if_from_them),
        RuleGuards.matters,
    ),
    "culture": (RuleGuards.matters, RuleGuards.call),
    "manner": (RuleGuards.call,),
    "calls-normal": (RuleGuards.call,),
}


def screen_table(source: GuideSource) -> str:
    """Return the questions of the seven screens, and when each is asked."""
    rows = ["| Screen | Question | Asked if |", "| --- | --- | --- |"]
    for question in (one for one in QUESTIONS if one.screen <= SCREENS):
        screen = f"{question.screen}. {source.screens[str(question.screen)]}"
        title = f"[{source.questions[question.id]['title']}](../quiz.md#{question.id})"
        rows.append(f"| {screen} | {title} | {asked_if(source, question)} |")
    return "\n".join(rows)


def asked_if(source: GuideSource, question: Question) -> str:
    """Return when a question is asked, in words."""
    if question.rules_guard:
        return shown([question])
    _, more = named(question.guard)
    extra = " Or: ".join(
        " And: ".join(condition(source, one) for one in conditions) for conditions in more
    )
    return extra or shown([question])


def named(guard: Guard) -> tuple[str, Guard]:
    """Return the words of the named guard that a guard begins with, and what it asks besides."""
    for base, words in GUARDS:
        times = len(guard) // len(base)
        extra = tuple(conditions[len(base[0]) :] for conditions in guard[:times])
        if times and both(base, extra) == guard:
            return words, extra
    raise ValueError(f"no guard with a name begins {guard}")


def condition(source: GuideSource, one: Condition) -> str:
    """Return a condition in words: the question and the answers that it takes."""
    text = source.questions[one.question]
    labels = [f"**{text['options'][value]['label']}**" for value in one.values if value != UNSURE]
    either = " or ".join(labels)
    return f"{text['title']} {'Not ' if one.negated else ''}{either}."


def shown(asked: list[Question]) -> str:
    """Return when a screen is shown, in words."""
    if not asked[0].rules_guard:
        return tidy(f"{named(asked[0].guard)[0]}.")
    tests = [test for one in asked for test in GUARDS_THAT_ASK[one.rules_guard]]
    return " Or: ".join(first_line(test) for test in dict.fromkeys(tests))
