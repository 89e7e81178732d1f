"""Say in words which questions the screens ask, when, and which lines there are to tick."""

from __future__ import annotations

from followup.questions import (
    ALWAYS,
    ASKED,
    LIVE,
    NOT_ENDED,
    OWES_A_NOTE,
    QUESTIONS,
    SCREENS,
    UNSURE,
    Condition,
    Guard,
    Question,
    both,
    lines_of,
)
from scripts.guide.reader import GuideSource
from scripts.pages.rules_words import tidy

# The guards that have a name, the widest last.
OPEN = "the interview is over, and what you heard does not settle it"
NOTE = "you owe them a last word"
GUARDS: tuple[tuple[Guard, str], ...] = (
    ((*LIVE, *OWES_A_NOTE), f"{OPEN}; or {NOTE}"),
    ((*LIVE, *ASKED), f"{OPEN}; or you owe them an answer"),
    (LIVE, OPEN),
    (NOT_ENDED, "what you heard does not settle it"),
    (ALWAYS, "always"),
)


def screen_table(source: GuideSource) -> str:
    """Return the questions of the screens, when each is asked, and by which lines."""
    rows = ["| Screen | Question | Asked if | Lines to tick |", "| --- | --- | --- | --- |"]
    for question in (one for one in QUESTIONS if one.screen <= SCREENS):
        screen = f"{question.screen}. {source.screens[str(question.screen)]}"
        title = f"[{source.questions[question.id]['title']}](../quiz.md#{question.id})"
        lines = "; ".join(source.lines[line.id] for line in lines_of(question.id))
        rows.append(f"| {screen} | {title} | {asked_if(source, question)} | {lines} |")
    return "\n".join(rows)


def asked_if(source: GuideSource, question: Question) -> str:
    """Return when a question is asked, in words."""
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
    return tidy(f"{named(asked[0].guard)[0]}.")
