"""Eight words in a row that stand elsewhere are found; seven are not."""

import sys
from pathlib import Path

import pytest

from scripts.guide import overlap
from scripts.guide.overlap import findings

THEIRS = {"article.txt": "It was a very long and rather dull day at work, they’d said."}


def test_eight_words_in_a_row_are_named_with_their_place() -> None:
    ours = {"timing": "Line one.\n\nSo it WAS a [very long](x.md) and **rather** dull, no?"}
    assert findings(ours, THEIRS) == [
        "docs/timing.md:3: “it was a very long and rather dull” also stands in article.txt"
    ]


def test_seven_words_in_a_row_are_nobodys() -> None:
    assert findings({"timing": "It was a very long and rather"}, THEIRS) == []


def test_a_run_over_two_lines_is_one_run() -> None:
    ours = {"timing": "a very long and rather\ndull day at work, they'd said: a very long and so"}
    (finding,) = findings(ours, THEIRS)
    assert "“a very long and rather dull day at work they'd said”" in finding


def test_only_a_line_that_names_a_source_may_quote_it() -> None:
    line = "- **Some Site:** “It was a very long and rather dull day”"
    assert findings({"sources": line}, THEIRS) == []
    assert findings({"timing": line}, THEIRS)


def test_the_command_says_what_it_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["overlap", str(tmp_path)])
    assert overlap.main() == 2
    (tmp_path / "a.txt").write_text("nothing that anyone else would ever say in this order, never")
    assert overlap.main() == 0
    assert "0 shared with 1 texts" in capsys.readouterr().err
