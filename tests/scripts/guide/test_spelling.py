"""A misspelled word is named with its place."""

from pathlib import Path

from scripts.guide import spelling


def test_a_misspelling_is_named_with_its_line(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    (docs / "about").mkdir(parents=True)
    (docs / "timing.md").write_text("Wait.\n\nThen " + "rec" + "ieve an answer.\n")
    (docs / "about" / "glossary.md").write_text("All is well.\n")
    (finding,) = spelling.findings(docs)
    assert finding.startswith("docs/timing.md:3: ")
    assert finding.endswith("==> receive")
