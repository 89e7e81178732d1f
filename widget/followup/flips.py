"""What would change the advice, in words: "If …" and the advice it would give."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from followup.answers import situation_from
from followup.model import Action, Channel, Outline, Recipient
from followup.questions import BY_ID, NONE, UNSURE, Kind
from followup.wording import Words, headline_id, sentence


def in_words(
    changes: list[dict[str, Any]], answers: Mapping[str, str], words: Words
) -> list[dict[str, str]]:
    """Return each change as a sentence that begins with "if", and the headline it leads to."""
    return [
        {
            "question": change["question"],
            "to": change["to"],
            "if": condition(change["question"], change["to"], answers, words),
            "then": headline(outline_from(change["advice"]), words, {**answers, **other(change)}),
        }
        for change in changes
    ]


def other(change: Mapping[str, Any]) -> dict[str, str]:
    """Return the one answer that is tried."""
    return {change["question"]: change["to"]}


def condition(question: str, value: str, answers: Mapping[str, str], words: Words) -> str:
    """Return the other answer as a condition; of a set, only what comes or goes."""
    if BY_ID[question].kind is Kind.SET and value != NONE:
        before, after = (set(one.split("+")) for one in (answers.get(question, UNSURE), value))
        added = after - before
        one = min(added or before - after)
        name = f"if-{question}-{'added' if added else 'gone'}"
        return words.guide.phrase(name, answer=words.told(question, one))
    name = f"if-{question}-{value}"
    if name not in words.guide.phrases:
        name = f"if-{question}"
    return words.guide.phrase(name, answer=words.told(question, value))


def outline_from(advice: Mapping[str, Any]) -> Outline:
    """Return what a step comes to, from the document."""
    return Outline(
        action=Action(advice["action"]),
        channel=Channel(advice["channel"]),
        also_call=advice["also_call"],
        to=Recipient(advice["to"]) if advice["to"] else None,
        on=date.fromisoformat(advice["on"]),
    )


def headline(step: Outline, words: Words, answers: Mapping[str, str]) -> str:
    """Return the headline that the advice would have."""
    name = headline_id(step, situation_from(dict(answers), words.today))
    return sentence(words.guide.phrase(name, **words.slots(step)))
