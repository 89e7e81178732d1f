"""Write a life down so that a person can read it in a minute."""

from __future__ import annotations

from datetime import date
from functools import cache

from followup.model import QUIET, Action, Situation, Step

MARKS = {
    "formal_place": "a formal place",
    "direct_place": "a direct place",
    "formal_manner": "a formal interviewer",
    "friendly_manner": "a friendly interviewer",
    "calls_are_normal": "calls are normal there",
    "thanked": "thanked",
}


@cache
def in_words(day: date) -> str:
    """Return a day as a diary writes it."""
    return f"{day:%a} {day.day} {day:%b}"


def beginning_in_words(s: Situation) -> str:
    """Return where a life begins."""
    made = s.check_ins
    closed = ", ".join(
        f"{in_words(one.first)} to {in_words(one.last)}" for one in s.calendar.closures
    )
    facts = [
        f"interview {in_words(s.interviewed_on)} {s.interviewed_on.year}",
        f"they named {in_words(s.promised)}" if s.promised else "they named no day",
        f"they said {'+'.join(sorted(s.instructions))}" if s.instructions else "",
        f"they set a call for {in_words(s.call_on)}" if s.call_on else "",
        f"contact {s.contact or 'unknown'} by {'+'.join(sorted(s.lines)) or 'nothing known'}",
        *(words for mark, words in MARKS.items() if getattr(s, mark)),
        f"asked {made.count} times, last {in_words(made.last)}" if made else "",
        f"{made.calls} of them calls" if made and made.calls else "",
        f"closed {closed}" if closed else "",
    ]
    return "; ".join(fact for fact in facts if fact)


def step_in_words(step: Step, today: date) -> str:
    """Return the advice of a day; a wait reads the same on every day of it."""
    rule = step.because[0][1].id
    if step.action is Action.MOVE_ON:
        return f"{step.action}  [{rule}]"
    day = "today" if step.on == today else f"{in_words(step.on)}"
    if step.action in QUIET:
        return f"{step.action} until {day}  [{rule}]"
    thanks = " with thanks" if step.thanks_inside else ""
    also = " (a call is as good)" if step.also_call else ""
    last = f", at the latest {in_words(step.latest)}" if step.latest else ""
    return f"{step.action}{thanks} by {step.channel}{also} {day}{last}  [{rule}]"
