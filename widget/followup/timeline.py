"""The plan as marks on a calendar, worked out once; whoever draws it only places them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from followup.answers import day
from followup.model import Action, Heard, Plan, Step
from followup.rules import is_mere_wait
from followup.wording import Words
from followup.workdays import ONE_DAY, Calendar

SHORT = "-short"  # names of few letters: a picture has little room
DAYS_AT_LEAST = 14  # a shorter ruler would be no picture of days
ANSWERED = frozenset(
    (
        Heard.ASKED,
        Heard.CHECKS,
        Heard.CONFLICTING,
        Heard.OFFER,
        Heard.CANCELLED,
        Heard.WITHDRAW,
    )
)


class Kind(StrEnum):
    """What a mark stands for, and so how it looks."""

    THEM = "them"  # what they said, and what is fixed
    YOU = "you"  # what you did
    TODAY = "today"
    DO = "do"  # the next step
    WAIT = "wait"  # the day on which a wait ends, and what to do then
    LATER = "later"  # only if you hear nothing
    END = "end"  # let go


@dataclass(frozen=True, slots=True)
class Mark:
    """Something on a day: a label of a few words, and a sentence."""

    on: date
    kind: Kind
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Collects what the picture of a plan shows."""

    plan: Plan
    answers: Mapping[str, str]
    words: Words
    more: Sequence[Mark] = field(default=(), kw_only=True)  # what the plan itself does not know

    def document(self) -> dict[str, Any]:
        """Return the marks in order of days, the window and the days off between them."""
        marks = self.marks()
        window = self.window()
        days = [mark.on for mark in marks]
        if window:
            days += [date.fromisoformat(window[key]) for key in ("first", "last")]
        first = min(days) - ONE_DAY
        last = max(max(days) + ONE_DAY, first + ONE_DAY * (DAYS_AT_LEAST - 1))
        return {
            "title": self.words.guide.phrase("plan-title"),
            "first": first.isoformat(),
            "last": last.isoformat(),
            "marks": [
                {
                    "date": mark.on.isoformat(),
                    "kind": mark.kind.value,
                    "label": mark.label,
                    "when": self.words.named("date", mark.on, SHORT),
                    "text": mark.text,
                }
                for mark in marks
            ],
            "window": window,
            "off": self.off(first, last),
        }

    def marks(self) -> list[Mark]:
        """Return everything that has a day, in order; what was, before what is to be done."""
        order = list(Kind)
        every = (*self.said(), *self.done(), *self.today(), *self.steps(), *self.more)
        return sorted(every, key=lambda mark: (mark.on, order.index(mark.kind)))

    def mark(self, on: date | None, kind: Kind, name: str) -> Iterator[Mark]:
        """Yield a mark with its label and its sentence, if there is a day for it."""
        if on:
            phrase = self.words.guide.phrase
            text = phrase("mark-sentence", date=self.words.in_words(on), text=phrase(f"{name}-on"))
            yield Mark(on, kind, phrase(name), text)

    # ---- what was ------------------------------------------------------------------

    def said(self) -> Iterator[Mark]:
        """Yield the interview, what they said since, and the days that they or others set."""
        s = self.plan.situation
        if self.plan.next.action is not Action.PREPARE:
            yield from self.mark(day(self.answers, "interviewed-on"), Kind.THEM, "mark-interview")
        if s.heard is not Heard.NOTHING and not self.answered():
            yield from self.mark(day(self.answers, "heard-on"), Kind.THEM, "mark-heard")
        yield from self.mark(s.promised, Kind.THEM, "mark-promised")
        if s.call_on and not s.call_unanswered and self.plan.next.action is Action.NO_CONTACT:
            yield from self.mark(s.call_on, Kind.THEM, "mark-call")
        if s.deadline and s.deadline.on >= s.today:
            yield from self.mark(s.deadline.on, Kind.THEM, "mark-deadline")

    def done(self) -> Iterator[Mark]:
        """Yield your own answer and questions, where their days are known."""
        s = self.plan.situation
        if self.answered():
            yield from self.mark(day(self.answers, "heard-on"), Kind.YOU, "mark-answered")
        if s.call_unanswered:
            yield from self.mark(s.call_on, Kind.YOU, "mark-called")
        if s.check_ins:
            name = "mark-asked" if s.check_ins.count == 1 else "mark-asked-again"
            yield from self.mark(day(self.answers, "last-check-in"), Kind.YOU, name)

    def answered(self) -> bool:
        """Tell whether the day given with what was heard is that of the reader's own answer."""
        s = self.plan.situation
        return s.heard in ANSWERED and s.replied

    def today(self) -> Iterator[Mark]:
        """Yield the day from which all is seen."""
        yield from self.mark(self.plan.situation.today, Kind.TODAY, "mark-today")

    # ---- what is to be done ------------------------------------------------------------

    def steps(self) -> Iterator[Mark]:
        """Yield the next step and the later ones; a wait shows what comes when it ends."""
        first, *others = self.plan.steps
        if first.action is Action.MOVE_ON:
            yield self.step(first, Kind.END)
            return
        if not is_mere_wait(first):
            yield self.step(first, Kind.DO)
        elif others and others[0].on == first.on and others[0].action is not Action.MOVE_ON:
            yield self.step(others.pop(0), Kind.WAIT)
        elif not (others and others[0].on == first.on):
            yield from self.mark(first.on, Kind.WAIT, "mark-wait")
        for one in others:
            yield self.step(one, Kind.END if one.action is Action.MOVE_ON else Kind.LATER)

    def step(self, one: Step, kind: Kind) -> Mark:
        """Return the mark of a step: a later one in the words of the plan."""
        words, s = self.words, self.plan.situation
        label = words.guide.phrase(words.phrase_about(one, "mark"))
        if kind is Kind.DO:
            text = words.sentence_about(one, s, "mark", "-on")
        else:
            text = words.then_of(one, s)
        return Mark(one.on, kind, label, text)

    def window(self) -> dict[str, str] | None:
        """Return the days that are in good time for the next step, or for the one after a wait."""
        step = self.plan.next
        if is_mere_wait(step) and len(self.plan.steps) > 1:
            step = self.plan.steps[1]
        first, last = step.earliest, step.latest
        if first is None or last is None or first == last or step.action is Action.PREPARE:
            return None
        phrase, words = self.words.guide.phrase, self.words
        return {
            "first": first.isoformat(),
            "last": last.isoformat(),
            "label": phrase("mark-window", span=words.span(first, last, SHORT)),
            "short": phrase("mark-window-short", last=words.named("month-day", last, SHORT)),
        }

    # ---- days ------------------------------------------------------------------------

    def off(self, first: date, last: date) -> list[dict[str, str]]:
        """Return the runs of days on which nobody is at work, with the reason unless a weekend."""
        calendar, runs = self.plan.situation.calendar, list[dict[str, str]]()
        before = ""
        while first <= last:
            why = why_off(calendar, first)
            if why and why == before:
                runs[-1]["last"] = first.isoformat()
            elif why:
                label = "" if why == "weekend" else self.words.guide.phrase(f"mark-{why}")
                runs.append({"first": first.isoformat(), "last": first.isoformat(), "label": label})
            before = why
            first += ONE_DAY
        return runs


def why_off(calendar: Calendar, on: date) -> str:
    """Return why nobody is at work on a day, or nothing if they are."""
    if calendar.is_business_day(on):
        return ""
    if on.weekday() in calendar.weekend:
        return "weekend"
    return "holiday" if on in calendar.holidays else "closed"


def timeline(
    plan: Plan, answers: Mapping[str, str], words: Words, more: Sequence[Mark] = ()
) -> dict[str, Any]:
    """Return the picture of a plan as data, with more marks if there are any."""
    return Timeline(plan, answers, words, more=more).document()
