"""What would change the advice: each other answer, tried alone, by the same rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from followup.answers import calendar_from, day
from followup.inquiry import Inquiry
from followup.model import Outline, Step
from followup.questions import BESIDE, NONE, QUESTIONS, UNSURE, Kind, Question

CHANGES_AT_MOST, OF_A_QUESTION_AT_MOST = 8, 3
# What readers get wrong or learn late, the likeliest first; all others come after these.
LIKELY = (
    "instructions",
    "timeline",
    "decision-date",
    "check-ins",
    "culture",
    "calls-normal",
    "manner",
    "channels",
    "thanked",
    "other-deadline",
    "contact",
)
ON_ONE_SIDE = ("interviewed-on", "deadline-on")  # of today: that is where readers know them to be
DAYS_TRIED = 10
DATE_DIFFERS = 2


@dataclass(frozen=True, slots=True)
class WhatIf:
    """One other answer that would change the advice."""

    question: Question
    value: str
    before: Inquiry
    after: Inquiry

    def document(self) -> dict[str, Any]:
        """Return it as the advice document lists it."""
        step = self.after.outline
        return {
            "question": self.question.id,
            "from": self.before.answers.get(self.question.id),
            "to": self.value,
            "advice": {
                "action": step.action.value,
                "channel": step.channel.value,
                "also_call": step.also_call,
                "to": step.to.value if step.to else None,
                "on": step.on.isoformat(),
            },
        }

    def in_words(self) -> dict[str, str]:
        """Return it as a sentence that begins with "if", and the headline it leads to."""
        return {
            "question": self.question.id,
            "to": self.value,
            "if": self.condition(),
            "then": self.after.headline,
        }

    def condition(self) -> str:
        """Return the other answer as a condition; of a set, only what comes or goes."""
        words, value = self.before.words, self.value
        name = f"if-{self.question.id}"
        if self.question.kind is Kind.SET and value != NONE:
            given = self.before.answers.get(self.question.id, UNSURE)
            before, after = set(given.split("+")), set(value.split("+"))
            value = min(after - before or before - after)
            name = f"{name}-{'added' if after - before else 'gone'}"
        if f"{name}-{value}" in words.guide.phrases:
            name = f"{name}-{value}"
        return words.guide.phrase(name, answer=words.told(self.question.id, value))


def changes(inquiry: Inquiry) -> list[WhatIf]:
    """Return the nearest single answers that would change action, channel or date.

    The likeliest come first, and one of each question before a second one.
    What was heard is never among them: that would be another story. One entry
    for each question and resulting action and channel; at most eight.
    """
    found: list[tuple[tuple[int, ...], WhatIf]] = []
    for question in asked(inquiry):
        if question.id == "heard":
            continue
        seen: set[tuple[str, str]] = set()
        for value in other_values(question, inquiry.answers):
            if tells_another_story(question.id, value, inquiry):
                continue
            after = inquiry.with_answer(question.id, value)
            rank = None if after.problems else difference(inquiry.outline, after.outline)
            if rank is None or (question.kind is Kind.DATE and rank == DATE_DIFFERS):
                continue
            step = after.outline
            if (step.action, step.channel) not in seen and len(seen) < OF_A_QUESTION_AT_MOST:
                seen.add((step.action, step.channel))
                place = (len(seen), *likelihood(question, inquiry), rank)
                found.append((place, WhatIf(question, value, inquiry, after)))
    found.sort(key=lambda change: change[0])
    return [change for _, change in found[:CHANGES_AT_MOST]]


def tells_another_story(question: str, value: str, inquiry: Inquiry) -> bool:
    """Tell whether an interview that is over would be ahead, or a deadline ahead would be over."""
    given = day(inquiry.answers, question) if question in ON_ONE_SIDE else None
    if given is None:
        return False
    first, last = sorted((given, date.fromisoformat(value)))
    return first < inquiry.today < last


def likelihood(question: Question, inquiry: Inquiry) -> tuple[int, int]:
    """Return the place of a question among the others: what the reader was not sure of is first."""
    known = inquiry.answers.get(question.id, UNSURE) != UNSURE
    place = LIKELY.index(question.id) if question.id in LIKELY else len(LIKELY)
    return int(known), place


def asked(inquiry: Inquiry) -> Iterator[Question]:
    """Yield the questions on the way and those offered beside the result."""
    yield from inquiry.way
    yield from (question for question in QUESTIONS if question.screen == BESIDE)


def other_values(question: Question, answers: Mapping[str, str]) -> Iterator[str]:
    """Yield the other values of a question, the nearest first."""
    given = answers.get(question.id, UNSURE)
    if question.kind is Kind.DATE:
        yield from nearby_days(question.id, answers)
    elif question.kind is Kind.SET:
        yield from one_more_or_less(question, given)
    elif question.kind is Kind.CHOICE:
        yield from (value for value in question.values if value != given)


def nearby_days(question: str, answers: Mapping[str, str]) -> Iterator[str]:
    """Yield the business days around a date, nearest first, up to ten each way."""
    start = day(answers, question)
    if start is None:
        return
    calendar = calendar_from(answers)
    later = earlier = start
    for _ in range(DAYS_TRIED):
        later, earlier = calendar.after(later, 1), calendar.last_before(earlier)
        yield later.isoformat()
        yield earlier.isoformat()


def one_more_or_less(question: Question, given: str) -> Iterator[str]:
    """Yield a set with one member added or taken away."""
    chosen = [one for one in given.split("+") if one not in {NONE, UNSURE}]
    for value in question.values:
        if value == NONE:
            continue
        changed = [one for one in question.values if (one in chosen) is not (one == value)]
        members = [one for one in changed if one != NONE]
        yield "+".join(members) or NONE


def difference(before: Outline | Step, after: Outline | Step) -> int | None:
    """Return what differs first: 0 the action, 1 the channel, 2 the date; None if nothing."""
    pairs = (
        (before.action, after.action),
        (before.channel, after.channel),
        (before.on, after.on),
    )
    return next((rank for rank, (one, other) in enumerate(pairs) if one != other), None)
