"""The published description of the documents is true, and says the same as the code."""

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from followup import bridge
from followup.address import write_fragment
from followup.documents import advice_document
from followup.errors import AnswerError
from followup.guide import Guide, guide_from_json
from followup.inquiry import Inquiry
from followup.questions import BESIDE, QUESTIONS, UNSURE, Kind
from followup.rules import MESSAGE
from scripts.guide.reader import read_guide, to_json
from scripts.paths import DOCS
from scripts.proof.samples import random_answers, worlds
from scripts.quiz.schema import documents
from tests.followup import fuzzing

Json = Any

SCHEMA: Json = documents(guide_from_json(to_json(read_guide(DOCS))))
PARTS: Json = SCHEMA["$defs"]
VALID = Draft202012Validator(SCHEMA)
ADVICES, SCREENS, REQUESTS, APPLICATIONS = 120, 200, 300, 60
PART = {
    kind: Draft202012Validator({**part, "$defs": PARTS})
    for kind, part in PARTS.items()
    if "kind" in part.get("properties", {})
}


@pytest.fixture(autouse=True, scope="module")
def _the_guide_is_open() -> None:
    bridge.start(to_json(read_guide(DOCS)))


def assert_valid(document: Json) -> None:
    """Check a document against the schema, and the order of its keys."""
    faults = PART[document["kind"]].iter_errors(document)
    assert [f"{one.json_path}: {one.message}" for one in faults] == []
    assert out_of_order(document, PARTS[document["kind"]]) == []


def out_of_order(value: Json, schema: Json) -> list[list[str]]:
    """Return the keys of every object in which they do not come as in the schema."""
    schema = meant(schema)
    if isinstance(value, list):
        return [keys for one in value for keys in out_of_order(one, schema.get("items", {}))]
    if not isinstance(value, dict):
        return []
    known = list(schema["properties"])
    wrong = [] if sorted(value, key=known.index) == list(value) else [list(value)]
    for key, inner in value.items():
        wrong += out_of_order(inner, schema["properties"][key])
    return wrong


def meant(schema: Json) -> Json:
    """Follow references; of "this or null" take this."""
    while isinstance(schema, dict) and ("$ref" in schema or "anyOf" in schema):
        if "anyOf" in schema:
            schema = next(one for one in schema["anyOf"] if one.get("type") != "null")
        else:
            schema = PARTS[schema["$ref"].removeprefix("#/$defs/")]
    return schema if isinstance(schema, dict) else {}


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_all_kinds_of_advice_are_valid(guide: Guide) -> None:
    for answers, today in worlds(ADVICES):
        assert_valid(advice_document(Inquiry(answers, today, guide)))


def test_all_screens_are_valid() -> None:
    rnd = random.Random(32)  # noqa: S311 - not for secrets
    for answers, today in random_answers(0, SCREENS):
        some = fuzzing.fewer(rnd, answers)
        more = {"screen": rnd.randrange(1, BESIDE + 1), "submitted": rnd.randrange(1, BESIDE + 1)}
        request = {"answers": some, "today": today.isoformat(), **more}
        assert_valid(json.loads(bridge.view(json.dumps(request))))


def test_the_next_steps_of_several_applications_are_valid() -> None:
    for first in range(0, APPLICATIONS, 6):
        worlds_of_a_day = list(random_answers(first, first + 6))
        links = [write_fragment(answers) for answers, _ in worlds_of_a_day]
        together = {"each": [*links, ""], "employers": ["Mill", "Mill"]}
        request = {"today": worlds_of_a_day[0][1].isoformat(), **together}
        assert_valid(json.loads(bridge.view(json.dumps(request))))


def test_what_comes_of_bad_input_is_valid_too() -> None:
    for request in fuzzing.requests(REQUESTS, seed=33):
        try:
            text = bridge.view(request)
        except AnswerError:
            continue
        assert_valid(json.loads(text))


def test_a_refused_line_of_a_batch_is_valid() -> None:
    assert_valid({"kind": "refused", "text": "heard: …"})


def test_what_is_not_described_is_not_valid(guide: Guide) -> None:
    ((answers, today),) = random_answers(0, 1)
    document = advice_document(Inquiry(answers, today, guide))
    assert VALID.is_valid(document)
    assert not VALID.is_valid({**document, "more": 1})
    assert not VALID.is_valid({key: document[key] for key in document if key != "plan"})
    assert not VALID.is_valid({**document, "action": "shout"})
    assert not VALID.is_valid({**document, "on": "soon"})
    assert not VALID.is_valid({**document, "kind": "question"})


# ---- the same names as in the code ---------------------------------------------------------


def test_answers_take_the_values_of_their_questions() -> None:
    answers = PARTS["answers"]["properties"]
    told = 'in documents.schema.json, list "answers" in the order of QUESTIONS, in questions.py'
    assert list(answers) == [question.id for question in QUESTIONS], told
    for question in QUESTIONS:
        unsure = [UNSURE] if question.accepts_unsure else []
        described = Draft202012Validator(answers[question.id])
        for value in (*question.values, *unsure):
            assert described.is_valid(value), (question.id, value)
        if question.kind is Kind.CHOICE:
            assert answers[question.id]["enum"] == [*question.values, *unsure]
        assert not described.is_valid("no such answer")
        assert described.is_valid(UNSURE) is question.accepts_unsure


def test_every_message_of_the_rules_is_described(guide: Guide) -> None:
    by_right = {right.message for right in guide.rights.values()} - {None}
    assert set(PARTS["letter_id"]["enum"]) == {rule.id for rule in MESSAGE.rules} | by_right
    assert not by_right & {*PARTS["message_id"]["enum"]}
    assert set(guide.messages) > set(PARTS["letter_id"]["enum"])


def test_every_key_is_described_and_every_part_is_used() -> None:
    mute = [path for path, one in keys(SCHEMA, "") if "description" not in {**meant(one), **one}]
    assert mute == []
    text = json.dumps(SCHEMA)
    assert [name for name in PARTS if f'"#/$defs/{name}"' not in text] == []


def keys(schema: Json, path: str) -> Iterator[tuple[str, Json]]:
    """Yield the schema of every key."""
    if isinstance(schema, dict):
        for name, inner in schema.get("properties", {}).items():
            if "const" not in inner:
                yield f"{path}.{name}", inner
        for name, inner in schema.items():
            yield from keys(inner, f"{path}.{name}")
    elif isinstance(schema, list):
        for inner in schema:
            yield from keys(inner, path)
