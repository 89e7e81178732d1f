"""Publish the descriptions of the advice and of the guide's data, at addresses that stay."""

from pathlib import Path

from scripts.paths import PACKAGE, ROOT, SCHEMAS, write_if_changed

SOURCE = PACKAGE / "schema" / "documents.schema.json"  # what the quiz and the terminal say
DATA = ROOT / "scripts" / "site" / "data.schema.json"


def publish() -> Path:
    """Copy them to where every site generator picks them up."""
    for source in (SOURCE, DATA):
        write_if_changed(SCHEMAS / source.name, source.read_bytes())
    return SCHEMAS
