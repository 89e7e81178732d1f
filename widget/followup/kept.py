"""Several applications at once: the next step of each, and what holds once it was done.

Nothing is tried here that a reader did not say, so many are answered in the time of one result.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from followup import rights
from followup.address import read_fragment
from followup.done import having_done
from followup.errors import AnswerError
from followup.inquiry import Inquiry
from followup.model import QUIET, Channel, Plan
from followup.opened import guide
from followup.questions import is_ended
from followup.said import Said
from followup.timeline import Mark, Timeline

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Deed:
    """How a step was done: on which day, and whether by phone; None where it was as advised."""

    on: date | None = None
    by_phone: bool | None = None


def next_steps(links: Iterable[str], today: date, deed: Deed) -> Document:
    """Return the next step of each application, whose answers stand in the fragment of a link."""
    return {"kind": "next", "each": [next_step_of(link, today, deed) for link in links]}


def next_step_of(link: str, today: date, deed: Deed) -> Document | None:
    """Return the next step for the answers of a link, None if they lead to none."""
    try:
        inquiry = Inquiry(read_fragment(link), today, guide()).settled
    except AnswerError:
        return None
    if "interviewed-on" not in inquiry.answers and not is_ended(inquiry.answers):
        return None
    plan, words = inquiry.plan, inquiry.words
    step = plan.next
    marks = Timeline(plan, inquiry.answers, words).steps()
    return {
        "headline": words.headline(plan),
        "words": {"lead": Said(plan, inquiry.answers, words).lead(), "then": words.then(plan)},
        "answers": inquiry.answers,
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
