"""Publish the descriptions of the advice and of the guide's data, at addresses that stay.

That of the advice stands in the package without the names that rules, questions and the guide
have: they are put in here, so that a new message or option is described at once.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from followup import timeline
from followup.guide import Guide, guide_from_json
from followup.model import Action, Channel, Confidence, Part, Recipient
from followup.questions import BESIDE, NONE, QUESTIONS, SCREENS, UNSURE, Kind, Question
from followup.rules import AVOID, MESSAGE
from scripts.paths import GUIDE_JSON, PACKAGE, ROOT, SCHEMAS, write_if_changed

SOURCE = PACKAGE / "schema" / "documents.schema.json"  # what the quiz and the terminal say
DATA = ROOT / "scripts" / "site" / "data.schema.json"
DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
DAYS = rf"{DAY}(\.\.{DAY})?"
FORMS = {
    Kind.DATE: DAY,
    Kind.COUNTRY: "[A-Z]{2}",
    Kind.REGION: "[A-Z]{2}-[A-Z0-9]{1,3}",
    Kind.DAYS: rf"{DAYS}(\+{DAYS})*",
}
NAMES: dict[str, Iterable[str]] = {
    "action": Action,
    "channel": Channel,
    "recipient": Recipient,
    "confidence": Confidence,
    "part": Part,
    "kind": Kind,
    "mark": timeline.Kind,
    "question_id": [question.id for question in QUESTIONS],
    "avoid_id": [rule.id for rule in AVOID.rules],
}

NUMBERS = {"screens": SCREENS, "beside": BESIDE, "left": SCREENS - 1}


def publish() -> Path:
    """Write them to where every site generator picks them up."""
    guide = guide_from_json(GUIDE_JSON.read_text(encoding="utf-8"))
    write_if_changed(SCHEMAS / SOURCE.name, as_text(documents(guide)).encode())
    write_if_changed(SCHEMAS / DATA.name, DATA.read_bytes())
    return SCHEMAS


def as_text(schema: dict[str, Any]) -> str:
    """Return a schema as it is published."""
    return f"{json.dumps(schema, indent=2, ensure_ascii=False)}\n"


def documents(guide: Guide) -> dict[str, Any]:
    """Return the description of the advice: an enumeration with a name gets its members."""
    chosen = {rule.id for rule in MESSAGE.rules}
    chosen |= {right.message for right in guide.rights.values() if right.message}
    letters = [message for message in guide.messages if message in chosen]
    names: dict[str, list[str | None]] = {name: [*map(str, one)] for name, one in NAMES.items()}
    names["letter_id"] = [*letters]
    names["message_id"] = [*(one for one in letters if one not in guide.rights), None]
    names["code"] = [code for code in guide.errors if code != "missing-date"]

    def fill(part: dict[str, Any]) -> dict[str, Any]:
        for key, known in (("enum", names), ("maximum", NUMBERS)):
            if isinstance(part.get(key), str):
                part[key] = known[part[key]]
        return part

    schema: dict[str, Any] = json.loads(SOURCE.read_text(encoding="utf-8"), object_hook=fill)
    screen = schema["$defs"]["screen"]
    screen["description"] = screen["description"].format(**NUMBERS)
    answers = schema["$defs"]["answers"]["properties"]
    for question in QUESTIONS:
        answers[question.id] |= {"type": "string", **values(question)}
    return schema


def values(question: Question) -> dict[str, Any]:
    """Return which values a question takes, in the words of a schema."""
    unsure = [UNSURE] if question.accepts_unsure else []
    if question.kind is Kind.CHOICE:
        return {"enum": [*question.values, *unsure]}
    if question.kind in {Kind.DATE, Kind.COUNTRY, Kind.REGION}:
        return {"pattern": f"^({'|'.join((FORMS[question.kind], *unsure))})$"}
    one = f"({'|'.join(value for value in question.values if value != NONE)})"
    several = FORMS.get(question.kind, rf"{one}(\+{one})*")
    return {"pattern": f"^({'|'.join((NONE, *unsure, several))})$"}
