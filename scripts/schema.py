"""Publish the description of the documents, at an address that stays."""

from pathlib import Path

from scripts.paths import DOCS, PACKAGE, write_if_changed

SOURCE = PACKAGE / "schema" / "documents.schema.json"
PUBLISHED = DOCS / "assets" / "schema" / SOURCE.name


def publish() -> Path:
    """Copy it to where every site generator picks it up."""
    write_if_changed(PUBLISHED, SOURCE.read_bytes())
    return PUBLISHED
