"""The quick checks refuse what they are there for, and say what they saw."""

from pathlib import Path

import pytest

from scripts.check import CHECKS, passes


def test_a_misspelled_word_is_refused_with_its_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.md"
    page.write_text("You will recieve an answer.\n")
    assert not passes("codespell", [CHECKS["codespell"][0], str(page)])
    assert "page.md:1: recieve ==> receive" in capsys.readouterr().out
