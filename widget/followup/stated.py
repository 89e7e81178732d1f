"""What the advice goes by: each answer that could change it, as a short statement that is true.

A line that was left alone is an answer, too, so it is stated with the others. The sentences are
the guide's (``about/phrases#what-we-go-by``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from followup.answers import check_value, day
from followup.errors import AnswerError
from followup.inquiry import Inquiry
from followup.lazy_property import lazy_property
from followup.model import PATIENT, Channel, Line
from followup.questions import BY_ID, NONE, QUESTIONS, UNSURE, Kind, Question
from followup.what_if import DATE_DIFFERS, LIKELY, difference, other_values

# A day is told with the answer that it belongs to.
DAY_OF = {
    one: question.id
    for question in QUESTIONS
    for one in question.dates
    if BY_ID[one].kind is Kind.DATE
}
DEADLINE_AHEAD = 2  # business days until one that is only supposed
DIFFERS_LEAST = 3  # neither what to do, nor how, nor when, but to whom, or in which words
CALL = Channel.CALL.value
CALLED_ONLY = Line.PHONE.value  # no other way is known
# What decides which days count; these are offered beside the result, so nobody need have said them.
ABOUT_DAYS = tuple(BY_ID[one] for one in ("country", "region", "closed"))
# Stated if told: to all others it says nothing.
ABOUT_OTHERS = (BY_ID["other-job-on"],)
SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Stated:
    """Finds the statements of an inquiry whose dates are settled."""

    inquiry: Inquiry

    def statements(self) -> list[dict[str, str | int]]:
        """Return them, those that would change most first; of these, the likeliest to be wrong."""
        effects: dict[str, int] = {}
        told = (one for one in ABOUT_OTHERS if self.inquiry.situation.other_job_on)
        for question in (*self.inquiry.way, *told, *ABOUT_DAYS):
            effect = self.effect(question)
            if effect is not None:
                name = DAY_OF.get(question.id, question.id)
                effects[name] = min(effect, effects.get(name, effect))
        order = sorted(effects, key=lambda one: (effects[one], likelihood(one)))
        return [
            {"question": one, "screen": BY_ID[one].screen.value, "text": text}
            for one in order
            for text in self.texts(BY_ID[one])
        ]

    # ---- what another answer would change ------------------------------------------------

    def effect(self, question: Question) -> int | None:
        """Return the most that another answer alone would change, None if nothing."""
        if question.kind is Kind.REGION:
            return DATE_DIFFERS if self.inquiry.moved_by_region else None
        found = (self.difference(other) for other in self.others(question))
        return min((one for one in found if one is not None), default=None)

    def others(self, question: Question) -> Iterator[Inquiry]:
        """Yield the inquiry with each other answer; a deadline that is only supposed is near."""
        here = self.inquiry
        if question.kind in {Kind.COUNTRY, Kind.DAYS}:
            closed = self.other_days_off(question)
            with suppress(AnswerError):  # a year of closed days holds not one more
                check_value("closed", closed)
                yield here.with_answer("closed", closed)
            return
        for value in other_values(question, here.answers):
            other = here.with_answer(question.id, value)
            if question.id == "other-deadline" and "deadline-on" not in here.answers:
                near = here.situation.calendar.after(here.today, DEADLINE_AHEAD)
                other = other.with_answer("deadline-on", near.isoformat())
            if not other.problems:
                yield other

    def other_days_off(self, question: Question) -> str:
        """Return other closed days: also the very day of the step, as in some country; or none."""
        closed = self.inquiry.answers.get("closed", UNSURE)
        if question.kind is Kind.DAYS:
            return UNSURE if closed == NONE else NONE
        told = [] if closed in {NONE, UNSURE} else [closed]
        return "+".join([*told, self.inquiry.outline.on.isoformat()])

    def difference(self, other: Inquiry) -> int | None:
        """Return what differs first, None if nothing: of a wait also in what comes after it."""
        here = self.inquiry
        found = difference(here.outline, other.outline)
        if found is None and here.outline.action in PATIENT:
            found = difference(here.deed, other.deed)
        if found is None and self.small_print != small_print(other):
            return DIFFERS_LEAST
        return found

    @lazy_property
    def small_print(self) -> tuple[object, ...]:
        """What differs last."""
        return small_print(self.inquiry)

    # ---- the sentences -------------------------------------------------------------------

    def texts(self, question: Question) -> Iterator[str]:
        """Yield what is stated of a question: all that they said is stated by itself."""
        value = self.inquiry.guarded.get(question.id) or self.counted(question)
        members = value.split("+") if question.kind is Kind.SET else [value]
        told = [one for one in members if one not in {NONE, UNSURE}]
        if not told or value == CALLED_ONLY:
            yield self.text(question.id, members[0])
        elif question in {*ABOUT_DAYS, *ABOUT_OTHERS}:
            told_in_words = self.inquiry.words.told(question.id, value)
            yield self.inquiry.guide.phrase(f"is-{question.id}", answer=told_in_words)
        elif question.id == "channels":
            phrase = self.inquiry.guide.phrase
            ways = (phrase(f"by-{CALL if one == CALLED_ONLY else one}") for one in told)
            yield phrase("is-channels", ways=self.either(*ways))
        else:
            yield from (self.text(question.id, member) for member in told)

    def either(self, *ways: str) -> str:
        """Return ways as one says them: "by email, letter or phone"."""
        words = [one.partition(" ")[0] for one in ways]
        said = [
            one.removeprefix(f"{before} ")
            for one, before in zip(ways, ["", *words[:-1]], strict=True)
        ]
        *some, last = said
        either = self.inquiry.guide.phrase("either", some=", ".join(some), last=last)
        return either if some else last

    def counted(self, question: Question) -> str:
        """Return what a missing answer counts as: the plain one, or not sure."""
        plain = question.plain or UNSURE
        same = self.inquiry.with_answer(question.id, plain).situation == self.inquiry.situation
        return plain if same else UNSURE

    def text(self, question: str, value: str) -> str:
        """Return the statement of an answer; some depend on the news."""
        guide, read = self.inquiry.guide, self.inquiry.guarded
        value = read.get(question, value) if BY_ID[question].kind is Kind.DATE else value
        usual = f"is-{question}-{value}"
        own = f"{usual}-{read.get('heard')}"
        name = own if own in guide.phrases else usual
        slots = SLOT.findall(guide.phrases.get(name, ""))
        return guide.phrase(name, **{one: self.day(one.replace("_", "-")) for one in slots})

    def day(self, question: str) -> str:
        """Return a day in words, known or not."""
        known = day(self.inquiry.answers, question)
        words = self.inquiry.words
        return words.in_words(known) if known else self.inquiry.guide.phrase("day-unsure")


def small_print(inquiry: Inquiry) -> tuple[object, ...]:
    """Return what an outline does not compare: to whom and in which words."""
    step = inquiry.deed
    headline = inquiry.words.phrase_about(inquiry.outline, "headline")
    return step.to, step.also_call, step.message, step.thanks_inside, headline


def likelihood(question: str) -> int:
    """Return the place of a question among those that readers get wrong or learn late."""
    return LIKELY.index(question) if question in LIKELY else len(LIKELY)
