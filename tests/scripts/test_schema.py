"""The description of the documents is published as it stands."""

from pathlib import Path

import pytest

from scripts import schema
from scripts.paths import DOCS


def test_it_is_published_as_it_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(schema, "PUBLISHED", tmp_path / "documents.schema.json")
    assert schema.publish().read_bytes() == schema.SOURCE.read_bytes()


def test_its_address_stays() -> None:
    address = schema.PUBLISHED.relative_to(DOCS).as_posix()
    assert address == "assets/schema/documents.schema.json"
