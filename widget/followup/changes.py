"""What would change the advice: each other answer, tried alone, by the same rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from followup.answers import calendar_from, contradictions, day, situation_from
from followup.engine import next_outline
from followup.flow import questions_on_the_way
from followup.model import Outline, Timings
from followup.questions import BESIDE, NONE, QUESTIONS, UNSURE, Kind, Question
from followup.reckoning import Reckoning

CHANGES_AT_MOST = 8
DAYS_TRIED = 10

Change = tuple[int, int, dict[str, Any]]


def changes(answers: Mapping[str, str], today: date, timings: Timings) -> list[dict[str, Any]]:
    """Return the nearest single answers that would change action, channel or date.

    Changes of action come first, then of channel, then of date, in the order
    of the questions; one entry for each question and resulting action and
    channel; at most eight.
    """
    before = outline_of(answers, today, timings)
    found: list[Change] = []
    for position, question in enumerate(asked(answers, today, timings)):
        seen: set[tuple[str, str]] = set()
        for value in other_values(question, answers):
            step = outline_after(answers, question.id, value, today, timings)
            rank = difference(before, step) if step else None
            if step is None or rank is None or (step.action, step.channel) in seen:
                continue
            if question.kind is Kind.DATE and (rank == DATE_DIFFERS):
                continue
            seen.add((step.action, step.channel))
            found.append((rank, position, entry(question, answers, value, step)))
    found.sort(key=lambda change: change[:2])
    return [change for _, _, change in found[:CHANGES_AT_MOST]]


DATE_DIFFERS = 2


def outline_of(answers: Mapping[str, str], today: date, timings: Timings) -> Outline:
    """Return what the next step comes to, for answers that have been read before."""
    return next_outline(Reckoning(situation_from(answers, today), timings))


def outline_after(
    answers: Mapping[str, str],
    question: str,
    value: str,
    today: date,
    timings: Timings,
) -> Outline | None:
    """Return the same with one other answer, None if that answer cannot be."""
    changed = {**answers, question: value}
    impossible = any(contradictions(changed, today))
    return None if impossible else outline_of(changed, today, timings)


def asked(answers: Mapping[str, str], today: date, timings: Timings) -> Iterator[Question]:
    """Yield the questions on the way and those offered beside the result."""
    yield from questions_on_the_way(answers, today, timings)
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


def difference(before: Outline, after: Outline) -> int | None:
    """Return what differs first: 0 the action, 1 the channel, 2 the date; None if nothing."""
    pairs = (
        (before.action, after.action),
        (before.channel, after.channel),
        (before.on, after.on),
    )
    return next((rank for rank, (one, other) in enumerate(pairs) if one != other), None)


def entry(
    question: Question, answers: Mapping[str, str], value: str, step: Outline
) -> dict[str, Any]:
    """Return one change as the advice document lists it."""
    return {
        "question": question.id,
        "from": answers.get(question.id),
        "to": value,
        "advice": {
            "action": step.action.value,
            "channel": step.channel.value,
            "also_call": step.also_call,
            "to": step.to.value if step.to else None,
            "on": step.on.isoformat(),
        },
    }
