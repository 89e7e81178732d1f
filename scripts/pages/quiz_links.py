"""Put a way into the quiz at the end of each section of the guide.

The options of the quiz name the section that explains them. Read the other way round, that tells
which answer a reader of a section would give. So nothing is written by hand, except where a
section already has such a link of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from followup.questions import QUESTIONS, SCREENS, Question, holds
from scripts.guide.reader import QUIZ_PAGE, SOURCES_PAGE, Block, GuideSource

WITHOUT = (QUIZ_PAGE, SOURCES_PAGE, "for-other-sites", "about/")  # they are not about the reader
MOST = 2  # more answers than these are chosen from in the quiz

BY_HAND = re.compile(r"\bfu-ask\b")


@dataclass(frozen=True, slots=True)
class Way:
    """Where a link leads in the quiz, and its words; the first part is for those who only hear."""

    fragment: str
    purpose: str
    label: str


def line(source: GuideSource, block: Block) -> str:
    """Return the line of a section as Markdown; the search leaves it out."""
    title, ways = ways_in(source, block)
    links = " · ".join(
        f'[<span class="fu-hidden">{way.purpose} </span>{way.label}]'
        f"({QUIZ_PAGE}.md{way.fragment}){{ .fu-ask }}"
        for way in ways
    )
    lead = f"<b>{source.phrases['way-in']}</b> {title}".strip()
    return f"{lead} {links}\n{{ .fu-way data-search-exclude }}"


def ways_in(source: GuideSource, block: Block) -> tuple[str, list[Way]]:
    """Return the question that a section answers, and its answers; else where to begin."""
    t = source.phrases
    question, values = best(source, block.ref)
    if question and values and len(values) <= MOST:
        words = source.questions[question.id]
        labels = [words["options"][value]["label"] for value in values]
        return words["title"], [
            Way(f"#v=1&{question.id}={value}", t["way-in-answer"], label)
            for value, label in zip(values, labels, strict=True)
        ]
    question = question or question_of(source, block.page)
    if question and question.screen <= SCREENS:
        title = source.questions[question.id]["title"]
        return "", [Way(f"#{question.id}", t["way-in-question"], title)]
    return "", [Way("", "", t["way-in-quiz"])]


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
        (question for question in QUESTIONS if counts[question.id]),
        key=lambda question: counts[question.id],
        default=None,
    )


def with_ways(source: GuideSource, page: str, text: str) -> str:
    """Return a page with a line at the end of each section that has none by hand."""
    if page.startswith(WITHOUT):
        return text
    lines = text.split("\n")
    blocks = [block for block in source.blocks if block.page == page]
    edges = [*(block.place.line - 1 for block in blocks), len(lines)]
    pieces = lines[: edges[0]]
    for block, start, stop in zip(blocks, edges[:-1], edges[1:], strict=True):
        section = "\n".join(lines[start:stop])
        wanted = block.level > 1 and not BY_HAND.search(section)
        pieces.append(f"{section.rstrip()}\n\n{line(source, block)}\n" if wanted else section)
    return "\n".join(pieces)
