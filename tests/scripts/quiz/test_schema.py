"""The descriptions of the documents are published as they stand."""

from pathlib import Path

import pytest

from scripts.paths import PREPARED, SCHEMAS
from scripts.quiz import schema


def test_they_are_published_as_they_are(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(schema, "SCHEMAS", tmp_path)
    schema.publish()
    for source in (schema.SOURCE, schema.DATA):
        assert (tmp_path / source.name).read_bytes() == source.read_bytes()


def test_their_addresses_stay() -> None:
    folder = SCHEMAS.relative_to(PREPARED).as_posix()
    names = {schema.SOURCE.name, schema.DATA.name}
    assert {f"{folder}/{name}" for name in names} == {
        "assets/schema/documents.schema.json",
        "assets/schema/data.schema.json",
    }
