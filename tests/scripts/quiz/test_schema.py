"""The descriptions of the documents are published, with the names that the rules have."""

import json
from pathlib import Path

import pytest

from followup.model import Action
from scripts.guide.reader import read_guide, to_json
from scripts.paths import DOCS, PREPARED, SCHEMAS
from scripts.quiz import schema


def test_they_are_published(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(schema, "SCHEMAS", tmp_path / "schema")
    monkeypatch.setattr(schema, "GUIDE_JSON", tmp_path / "guide.json")
    (tmp_path / "guide.json").write_text(to_json(read_guide(DOCS)), encoding="utf-8")
    schema.publish()
    published = tmp_path / "schema"
    assert (published / schema.DATA.name).read_bytes() == schema.DATA.read_bytes()
    parts = json.loads((published / schema.SOURCE.name).read_text(encoding="utf-8"))["$defs"]
    assert [*parts["action"]["enum"]] == [action.value for action in Action]
    assert "ask-for-news" in parts["message_id"]["enum"]


def test_their_addresses_stay() -> None:
    folder = SCHEMAS.relative_to(PREPARED).as_posix()
    names = {schema.SOURCE.name, schema.DATA.name}
    assert {f"{folder}/{name}" for name in names} == {
        "assets/schema/documents.schema.json",
        "assets/schema/data.schema.json",
    }
