"""Make the one way into the quiz that each section of the guide has, and say what it starts with.

The options of the quiz name the section that explains them. Read the other way round, that tells
which answer a reader of a section would give. So nothing is written by hand, except where a
section has such a line of its own: ``[Find my day](quiz.md#v=1&…){ .fu-ask } Starts with: ….``
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from followup.questions import QUESTIONS, SCREENS, Question, holds
from scripts.guide.reader import DOUBTFUL_PAGE, QUIZ_PAGE, SOURCES_PAGE, Block, GuideSource

# They are not about the reader, or have a way of their own.
FOR_OTHERS = ("for-other-sites", "advisers", "handout", "lesson", "accessibility")
WITHOUT = ("index", QUIZ_PAGE, SOURCES_PAGE, DOUBTFUL_PAGE, *FOR_OTHERS, "about/")

TELLING = 3  # words from which on an answer is understood without its question
SHARED = 3  # sections of a page that a question needs, to be the one that its others begin with

BY_HAND = re.compile(
    rf"^\[Find my day\]\(({QUIZ_PAGE}\.md[^()\s]*)\)\{{ \.fu-ask \}} ?(.*)$", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Way:
    """Where a section leads in the quiz, and what the quiz knows then."""

    fragment: str
    starts: str = ""


def line(source: GuideSource, block: Block, text: str) -> str:
    """Return the line of a section as Markdown, its own if it has one; the search leaves it out."""
    if block.page.startswith(WITHOUT):
        return ""
    own = BY_HAND.search(text)
    way = way_in(source, block)
    target, starts = own.groups() if own else (f"{QUIZ_PAGE}.md{way.fragment}", way.starts)
    label = source.phrases["way-in"]
    button = f"[{label}]({target}){{ .fu-ask .fu-button .fu-button--quiet }}"
    return f"{button} {starts}".strip() + "\n{ .fu-way data-search-exclude }"


def way_in(source: GuideSource, block: Block) -> Way:
    """Return the answer that a reader of a section gives, else the question, else the beginning."""
    t = source.phrases
    question, values = best(source, block.ref)
    if question and len(values) == 1:
        label = source.questions[question.id]["options"][values[0]]["label"]
        return Way(f"#v=1&{question.id}={values[0]}", answered(source, question, label))
    question = question or question_of(source, block.page)
    if question and question.screen <= SCREENS:
        title = source.questions[question.id]["title"]
        return Way(f"#{question.id}", t["way-in-question"].format(question=title))
    return Way("")


def answered(source: GuideSource, question: Question, label: str) -> str:
    """Return what the quiz starts with: a short answer, such as “No”, with its question."""
    phrase = "way-in-answer" if len(label.split()) >= TELLING else "way-in-short-answer"
    answer = label.removeprefix("“").removesuffix("”") if label.startswith("“") else label
    title = source.questions[question.id]["title"]
    return source.phrases[phrase].format(answer=answer, question=title)


def best(source: GuideSource, ref: str) -> tuple[Question | None, list[str]]:
    """Return the first question that names a section, and the answers to begin with.

    A question that hangs under the answer to another cannot come first, so it has no answers here.
    """
    found = [(one, values) for one in QUESTIONS if (values := naming(source, one, ref))]
    for question, values in found:
        if stands_alone(question, values[0]):
            return question, values
    return (found[0][0], []) if found else (None, [])


def naming(source: GuideSource, question: Question, ref: str) -> list[str]:
    """Return the values of a question whose options name a section."""
    options = source.questions[question.id]["options"]
    return [one for one in question.values if options[one]["section"] == ref]


def stands_alone(question: Question, value: str) -> bool:
    """Tell whether a question is asked where nothing but its own answer is known."""
    return holds(question.guard, {question.id: value})


def question_of(source: GuideSource, page: str) -> Question | None:
    """Return the question whose options lead to most sections of a page."""
    sections = {
        (question, block.id)
        for question in QUESTIONS
        for block in source.blocks
        if block.page == page and question.screen <= SCREENS
        for value in naming(source, question, block.ref)
        if stands_alone(question, value)
    }
    counts = Counter(question.id for question, _ in sections)
    return max(
        (question for question in QUESTIONS if counts[question.id] >= SHARED),
        key=lambda question: counts[question.id],
        default=None,
    )
