"""What the law gives the reader, where their job is: beside the advice, and never part of it.

The guide has it in ``law.md``. A right moves no step and adds none: the request it allows comes
after the legal day, and after every ordinary question. Laws count plain days, so a legal day has a
counter of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from followup.answers import day, place_of
from followup.facts import Facts
from followup.guide import Right
from followup.model import Action, Channel, Heard, Plan
from followup.timeline import Kind, Mark, timeline
from followup.wording import Words, runs, sentence
from followup.workdays import ONE_DAY

STALE_AFTER = timedelta(days=180)  # then the reader is sent to the official page
FROM_CHOICE, FROM_REFUSAL, FROM_END = "choice", "refusal", "end"
CHOSE_ANOTHER = frozenset((Heard.REJECTED, Heard.FILLED))
NOTHING_TO_CLAIM = frozenset(
    (Heard.OFFER, Heard.CANCELLED, Heard.WITHDRAW, Heard.RESERVE_LIST, Heard.CONFLICTING)
)


@dataclass(frozen=True)
class Given:
    """A right that counts for a plan, with its days."""

    right: Right
    plan: Plan
    facts: Facts

    @property
    def on(self) -> date | None:
        """The legal day: the last on which they are in time."""
        if self.right.days is None:
            return None
        return self.plan.situation.interviewed_on + ONE_DAY * self.right.days

    @property
    def chose_another(self) -> bool:
        """They told you that it is not you."""
        return self.plan.situation.heard in CHOSE_ANOTHER

    @property
    def is_over(self) -> bool:
        """There is nothing left to wait for."""
        return self.chose_another or self.plan.next.action is Action.MOVE_ON

    def counts(self) -> bool:
        """Tell whether it has something to say just now."""
        if self.right.begins == FROM_END:
            return self.is_over
        if self.right.begins == FROM_REFUSAL:
            return self.chose_another
        return self.right.on_request or not self.chose_another

    def ask_on(self) -> date | None:
        """Return the first day to ask by right; none where nothing can be asked, or not yet."""
        waits_for_choice = self.right.begins == FROM_CHOICE and not self.chose_another
        forbidden = self.facts.waits_for_them and not self.right.on_request
        if self.right.message is None or waits_for_choice or forbidden:
            return None
        s = self.plan.situation
        asked = [step.on for step in self.plan.steps if step.channel is not Channel.NONE]
        last = max((*asked, *([self.facts.last] if self.facts.last else [])), default=None)
        first = [s.today]
        if self.on:
            first.append(self.on + ONE_DAY)
        if last:
            first.append(self.facts.ask_again(last))
        return s.calendar.next(max(first))

    @property
    def end(self) -> date | None:
        """The day on which the plan lets go."""
        step = self.plan.steps[-1]
        return step.on if step.action is Action.MOVE_ON else None


def given(
    plan: Plan, facts: Facts, answers: Mapping[str, str], rights: Mapping[str, Right]
) -> list[Given]:
    """Return the rights that count; none where the place, or a size that matters, is unknown."""
    country, region = place_of(answers)
    s = plan.situation
    ahead = s.interviewed_on >= s.today or day(answers, "interviewed-on") is None
    if not country or ahead or s.heard in NOTHING_TO_CLAIM or facts.is_half_a_year_old:
        return []
    found = (
        Given(right, plan, facts)
        for right in rights.values()
        if {country, region} & {*right.places} and s.interviewed_on >= right.since
        if right.people is None or answers.get("staff") == "yes"
    )
    return [one for one in found if one.counts()]


# ---- in words --------------------------------------------------------------------------


def document(
    plan: Plan, facts: Facts, answers: Mapping[str, str], words: Words
) -> dict[str, Any] | None:
    """Return what the law gives, in words; None if nothing is known of a right there."""
    found = given(plan, facts, answers, words.guide.rights)
    if not found:
        return None
    marks = [mark for one in found for mark in marks_of(one, words)]
    return {
        "title": words.guide.phrase("law-title"),
        "items": [item(one, words) for one in found],
        "timeline": timeline(plan, answers, words, marks) if marks else None,
    }


def item(one: Given, words: Words) -> dict[str, Any]:
    """Return one right: what it says, its day, how to ask, and how sure that is."""
    ask = one.ask_on()
    text = [*what(one, words), *([when_to_ask(one, ask, words)] if ask else [])]
    return {
        "id": one.right.id,
        "section": one.right.section,
        "text": " ".join(text),
        "on": one.on.isoformat() if one.on else None,
        "sure": sure(one.right, words),
        "source": {"name": one.right.source, "address": one.right.address},
        "checked": one.right.checked.isoformat(),
        "ask": {"on": ask.isoformat(), "message": letter(one, words)} if ask else None,
    }


def what(one: Given, words: Words) -> Iterator[str]:
    """Yield what they must do, or what you may ask for."""
    if one.on is None:
        yield words.guide.lead(one.right.section)
        return
    past = "-past" if one.on < one.plan.situation.today else ""
    yield words.guide.phrase(f"law-by{past}", date=words.in_words(one.on))
    if one.facts.waits_for_them:
        yield words.guide.phrase("law-theirs-to-tell")


def when_to_ask(one: Given, ask: date, words: Words) -> str:
    """Return when to ask by right, after all that is ordinary."""
    late = one.end is not None and ask >= one.end and not one.is_over
    name = "law-ask-after-end" if late else "law-ask" if one.on else "law-ask-for-it"
    return sentence(words.guide.phrase(name, day=words.when(ask)))


def sure(right: Right, words: Words) -> str:
    """Return what was confirmed and when; after half a year, that the official page counts."""
    confirmed = words.guide.phrase(f"law-confirmed-{right.confirmed.replace(' ', '-')}")
    name = "law-stale" if is_stale(right.checked, words.today) else "law-checked"
    return f"{confirmed} {words.guide.phrase(name, date=words.in_words(right.checked))}"


def is_stale(checked: date, today: date) -> bool:
    """Tell whether a row of the page was checked too long ago."""
    return today - checked > STALE_AFTER


def letter(one: Given, words: Words) -> dict[str, Any]:
    """Return the words to ask with."""
    identifier = one.right.message
    assert identifier  # noqa: S101 - without words there is no day to ask
    message, known = words.guide.messages[identifier], words.known_days(one.plan.situation)
    return {
        "id": identifier,
        "title": words.guide.phrase("law-words"),
        "section": message.section,
        "kind": "email",
        "subject": runs(message.usual.subject or "", known),
        "paragraphs": [runs(paragraph, known) for paragraph in message.usual.paragraphs],
        "reasons": [],
        "offers": None,
    }


def marks_of(one: Given, words: Words) -> Iterator[Mark]:
    """Yield the legal day as a mark of the picture, and the day to ask by right."""
    phrase = words.guide.phrase
    for on, name, kind in (
        (one.on, "mark-law", Kind.THEM),
        (one.ask_on(), "mark-by-right", Kind.LATER),
    ):
        if one.on and on:
            text = phrase("mark-sentence", date=words.in_words(on), text=phrase(f"{name}-on"))
            yield Mark(on, kind, phrase(name), text)
