"""The guide as the brain sees it: titles, leads, numbers, messages, questions, phrases.

``scripts.guide`` reads all of it out of ``docs/*.md``; nothing here knows
Markdown, and no sentence of the guide has a copy in Python.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from followup.errors import GuideError
from followup.model import Confidence, ConflictId, MessageId, SectionRef, TimingId, Timings

BUILT = Path(__file__).with_name("guide.json")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its lead, the paragraph that gives the advice."""

    title: str
    lead: str


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to a question, in words."""

    label: str
    hint: str
    section: SectionRef
    group: str = ""  # the row that it stands behind: "Something else"


@dataclass(frozen=True, slots=True)
class QuestionText:
    """A question in words."""

    title: str
    why: str
    hint: str
    options: dict[str, Option]


@dataclass(frozen=True, slots=True)
class MessageText:
    """A message: its subject (None for spoken words) and its paragraphs."""

    subject: str | None
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """A message of the guide; variants for an agency or a panel beside the usual one."""

    title: str
    section: SectionRef
    usual: MessageText
    variants: dict[str, MessageText]
    reasons: tuple[str, ...]  # why each sentence of the usual text is there


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place where the sources disagree, and how we settle it."""

    title: str
    section: SectionRef
    ours: str
    sides: tuple[tuple[str, str], ...]
    sure: Confidence


@dataclass(frozen=True, slots=True)
class Right:
    """What the law gives in some places: a row of the page on the law."""

    id: str
    section: SectionRef
    places: tuple[str, ...]  # countries, and regions by ISO 3166-2
    days: int | None  # from the interview, all days counted
    people: int | None  # the employer has at least so many; None: any
    on_request: bool  # the law itself names a request
    begins: str  # "interview", "choice", "refusal" or "end"
    since: date
    checked: date
    confirmed: str  # "yes", "in part" or "no"
    source: str
    address: str
    message: MessageId | None


@dataclass(frozen=True, slots=True)
class Guide:
    """All words and numbers that the quiz shows."""

    sections: dict[SectionRef, Section]
    timings: Timings
    messages: dict[MessageId, Message]
    screens: dict[int, str]
    lines: dict[str, str]
    questions: dict[str, QuestionText]
    phrases: dict[str, str]
    errors: dict[str, str]
    conflicts: dict[ConflictId, Conflict]
    rights: dict[str, Right] = field(default_factory=dict)

    def lead(self, ref: SectionRef) -> str:
        """Return the advice of a section. Raises ``GuideError`` if there is no such section."""
        if ref not in self.sections:
            message = f"the guide has no section {ref}"
            raise GuideError(message)
        return self.sections[ref].lead

    def phrase(self, identifier: str, **slots: str) -> str:
        """Return a phrase with its slots filled. Raises ``GuideError`` if it is unknown."""
        if identifier not in self.phrases:
            message = f"the guide has no phrase {identifier}; make build brings in what docs/ says"
            raise GuideError(message)
        return self.phrases[identifier].format(**slots)


def load_guide() -> Guide:
    """Return the guide that was built into this package.

    Raises ``GuideError`` if it has not been built.
    """
    try:
        text = BUILT.read_text(encoding="utf-8")
    except FileNotFoundError:
        message = "the guide has not been built: run `make build` in the project folder"
        raise GuideError(message) from None
    try:
        return guide_from_json(text)
    except (AttributeError, KeyError, TypeError, ValueError):
        message = "another version built the guide: run `make build` in the project folder"
        raise GuideError(message) from None


def guide_from_json(text: str) -> Guide:
    """Return the guide that a JSON text holds, as ``scripts.guide`` writes it."""
    data: dict[str, Any] = json.loads(text)
    return Guide(
        sections={SectionRef(ref): Section(**one) for ref, one in data["sections"].items()},
        timings={TimingId(row): count for row, count in data["timings"].items()},
        messages={MessageId(one): message(text) for one, text in data["messages"].items()},
        screens={int(number): title for number, title in data["screens"].items()},
        lines=data["lines"],
        questions={one: question(text) for one, text in data["questions"].items()},
        phrases=data["phrases"],
        errors=data["errors"],
        conflicts={ConflictId(one): conflict(text) for one, text in data["conflicts"].items()},
        rights={one: right(one, row) for one, row in data["rights"].items()},
    )


def message(data: dict[str, Any]) -> Message:
    """Return a message from its JSON."""
    variants = {who: message_text(text) for who, text in data["variants"].items()}
    usual, reasons = message_text(data["usual"]), tuple(data["reasons"])
    return Message(data["title"], data["section"], usual, variants, reasons)


def message_text(data: dict[str, Any]) -> MessageText:
    """Return the words of a message from their JSON."""
    return MessageText(data["subject"], tuple(data["paragraphs"]))


def question(data: dict[str, Any]) -> QuestionText:
    """Return a question from its JSON."""
    options = {value: Option(**one) for value, one in data["options"].items()}
    return QuestionText(data["title"], data["why"], data["hint"], options)


def right(identifier: str, data: dict[str, Any]) -> Right:
    """Return a right from its JSON."""
    days = {name: date.fromisoformat(data[name]) for name in ("since", "checked")}
    return Right(**{**data, **days, "id": identifier, "places": tuple(data["places"])})


def conflict(data: dict[str, Any]) -> Conflict:
    """Return a conflict from its JSON."""
    sides = tuple((who, says) for who, says in data["sides"])
    return Conflict(data["title"], data["section"], data["ours"], sides, Confidence(data["sure"]))
