"""The quick checks refuse what they are there for, and say what they saw."""

from pathlib import Path

import pytest

from scripts.check import CHECKS, main, passes


def test_a_misspelled_word_is_refused_with_its_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.md"
    page.write_text("You will recieve an answer.\n")
    assert not passes("codespell", [CHECKS["codespell"][0], str(page)])
    assert "page.md:1: recieve ==> receive" in capsys.readouterr().out


def test_a_check_that_there_is_not_is_said_with_those_there_are(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["check", "ruf"])
    assert main() != 0
    told = capsys.readouterr().err
    assert "ruf" in told
    assert all(name in told for name in CHECKS)
