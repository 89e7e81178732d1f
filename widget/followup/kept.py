"""Several applications at once: the next step of each, and what holds once it was done.

Nothing is tried here that a reader did not say, so many are answered in the time of one result.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from followup import rights
from followup.address import read_fragment
from followup.done import having_done
from followup.errors import AnswerError
from followup.inquiry import Inquiry
from followup.model import QUIET, STATUS_CONTACTS, Channel, Plan
from followup.opened import guide
from followup.questions import is_ended
from followup.said import Said
from followup.timeline import Mark, Timeline

Document = dict[str, Any]
OTHER_JOB = "other-job-on"
NOTES_AHEAD = 5  # so many notes to one employer are told apart; more would be years of waiting


@dataclass(frozen=True, slots=True)
class Deed:
    """How a step was done: on which day, and whether by phone; None where it was as advised."""

    on: date | None = None
    by_phone: bool | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """An application among others at one employer."""

    inquiry: Inquiry
    is_told: bool = False  # the reader has said when they ask about another job there
    other_job_on: str | None = None  # else what the others there make of it
    one_note: tuple[int, ...] = ()  # those whose question is due on the same day

    @property
    def question(self) -> date | None:
        """The day of the next question about news, None if none comes."""
        steps = self.inquiry.plan.steps
        return next((one.on for one in steps if one.action in STATUS_CONTACTS), None)

    def behind(self, other: date | None) -> Place:
        """Return the same beside a question about another job, if one about this is to come."""
        if other is None or self.is_told or self.question is None:
            return self
        day = max(self.other_job_on or "", other.isoformat())
        return replace(self, inquiry=self.inquiry.with_answer(OTHER_JOB, day), other_job_on=day)


def next_steps(
    links: Sequence[str], today: date, deed: Deed, employers: Sequence[str] = ()
) -> Document:
    """Return the next step of each application, whose answers stand in the fragment of a link.

    Where two of ``employers`` are the same, and not empty, a question there about one job keeps
    its distance from a question about the other.
    """
    places = dict(read_all(links, today))
    there: dict[str, list[int]] = {}
    for number in places:
        if number < len(employers) and employers[number]:
            there.setdefault(employers[number], []).append(number)
    for group in there.values():
        if len(group) > 1:
            keep_apart(group, places)
    each = (places.get(number) for number in range(len(links)))
    return {"kind": "next", "each": [one and next_step_of(one, deed) for one in each]}


def read_all(links: Iterable[str], today: date) -> Iterator[tuple[int, Place]]:
    """Yield each application whose answers lead to a step, with its number."""
    for number, link in enumerate(links):
        try:
            inquiry = Inquiry(read_fragment(link), today, guide()).settled
        except AnswerError:
            continue
        if "interviewed-on" in inquiry.answers or is_ended(inquiry.answers):
            yield number, Place(inquiry, is_told=OTHER_JOB in inquiry.answers)


def keep_apart(group: Sequence[int], places: dict[int, Place]) -> None:
    """Let the questions at one employer wait for each other; those due on one day are one note."""
    asked = {number: places[number].inquiry.facts.last for number in group}
    for number in group:
        others = (day for other, day in asked.items() if day and other != number)
        places[number] = places[number].behind(max(others, default=None))
    left, before = list(group), None
    for _ in range(NOTES_AHEAD):
        moved = {number: places[number].behind(before) for number in left}
        due = {number: day for number, one in moved.items() if (day := one.question)}
        day = min(due.values(), default=None)
        note = [number for number in due if due[number] == day]
        for number in note:
            with_it = tuple(other for other in note if other != number)
            places[number] = replace(moved[number], one_note=with_it)
        left = [number for number in left if number not in note]
        before = max((one for one in (before, day) if one), default=None)
    for number in left:
        places[number] = places[number].behind(before)


def next_step_of(place: Place, deed: Deed) -> Document:
    """Return the next step of an application."""
    inquiry = place.inquiry
    plan, words = inquiry.plan, inquiry.words
    step = plan.next
    marks = Timeline(plan, inquiry.answers, words).steps()
    return {
        "headline": words.headline(plan),
        "words": {"lead": Said(plan, inquiry.answers, words).lead(), "then": words.then(plan)},
        "answers": inquiry.answers,
        "other_job_on": place.other_job_on,
        "one_note": list(place.one_note),
        "action": step.action.value,
        "channel": step.channel.value,
        "to": step.to.value if step.to else None,
        "on": step.on.isoformat(),
        "latest": step.latest.isoformat() if step.latest else None,
        "timeline": {"marks": [mark_part(mark) for mark in marks]},
        "rights": rights.document(plan, inquiry.facts, inquiry.answers, words),
        "done": None if step.action in QUIET else answers_after(inquiry, plan, deed),
    }


def mark_part(mark: Mark) -> dict[str, str]:
    """Return a day on which something is to be done."""
    on, kind = mark.on.isoformat(), mark.kind.value
    return {"date": on, "kind": kind, "label": mark.label, "text": mark.text}


def answers_after(inquiry: Inquiry, plan: Plan, deed: Deed) -> dict[str, str]:
    """Return the answers that hold once the next step was done."""
    step = plan.next
    if deed.by_phone is not None and deed.by_phone is not (step.channel is Channel.CALL):
        step = replace(step, channel=Channel.CALL if deed.by_phone else Channel.EMAIL)
    then = replace(plan.situation, today=deed.on or plan.situation.today)
    return having_done(inquiry.answers, then, step)
