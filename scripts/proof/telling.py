"""Tell a situation in answers, as a reader would."""

from __future__ import annotations

from collections.abc import Mapping

from followup.done import Answers, retold
from followup.model import CheckIns, Reminders, Situation
from followup.questions import NONE


def answers_for(s: Situation, calendar: Mapping[str, str]) -> Answers:
    """Return answers that describe the situation; ``calendar`` gives its calendar."""
    set_call = frozenset(("call-on",) if s.call_on else ())
    told = {
        "heard": s.heard,
        "heard-on": s.heard_on,
        "replied": s.replied,
        "list-until": s.list_until,
        "asked-for": s.asked_for,
        "offer-state": s.offer,
        "answer-by": s.answer_by,
        **counted(s.reminders, "reminded", "reminded-on"),
        "interviewed-on": s.interviewed_on,
        "thanked": s.thanked,
        "timeline": "date" if s.promised else NONE,
        "decision-date": s.promised,
        "instructions": s.instructions | set_call,
        "call-on": s.call_on,
        "called": called(s),
        **counted(s.check_ins, "check-ins", "last-check-in"),
        "calls": s.check_ins.calls if s.check_ins else None,
        "other-deadline": s.deadline.kind if s.deadline else NONE,
        "deadline-on": s.deadline.on if s.deadline else None,
        "deadline-told": s.deadline.told if s.deadline else None,
        "other-job-on": s.other_job_on,
        "contact": s.contact,
        "channels": s.lines,
        "culture": "formal" if s.formal_place else "direct" if s.direct_place else None,
        "manner": "formal" if s.formal_manner else "friendly" if s.friendly_manner else None,
        "calls-normal": s.calls_are_normal,
        "first-choice": s.first_choice,
        "stage": "recorded" if s.nobody_was_there else None,
    }
    return retold(calendar, told)


def counted(made: CheckIns | Reminders | None, how_often: str, last: str) -> dict[str, object]:
    """Return what was done several times: how often, and when it was done last."""
    return {how_often: made.count, last: made.last} if made else {how_often: 0}


def called(s: Situation) -> str | None:
    """Return what came of a call that they set."""
    if s.call_on is None:
        return None
    if s.call_unanswered:
        return "noted" if s.call_noted else "no-answer"
    return "wrote" if s.call_noted else "no"
