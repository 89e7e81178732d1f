"""A build that stops says where, why, and what to do."""

import subprocess
import sys
from pathlib import Path

import pytest

from scripts import build
from scripts.guide import spelling

COMPLAINT = "the table begins elsewhere"
FAILS = [sys.executable, "-c", f"import sys; sys.exit({COMPLAINT!r})"]


@pytest.mark.parametrize("captured", [True, False], ids=["captured", "shown"])
def test_a_failing_program_is_named_with_what_it_said(
    captured: bool,  # noqa: FBT001
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    def fails() -> Path:
        subprocess.run(FAILS, check=True, capture_output=captured)
        raise AssertionError

    monkeypatch.setattr(build, "build_guide", fails)
    monkeypatch.setattr(sys, "argv", ["build"])
    assert build.main() == 1
    said = capfd.readouterr().err
    assert said.count(COMPLAINT) >= 1
    assert "guide" in said
    assert build.WAY_OUT in said


def test_a_missing_program_is_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails() -> Path:
        subprocess.run(["no-such-program"], check=True)
        raise AssertionError

    monkeypatch.setattr(build, "build_guide", fails)
    monkeypatch.setattr(sys, "argv", ["build"])
    assert build.main() == 1
    said = capsys.readouterr().err
    assert "no-such-program" in said
    assert build.WAY_OUT in said


def test_a_speller_that_breaks_down_does_not_pass_for_a_clean_guide(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "docs").mkdir()
    monkeypatch.setattr(spelling, "ROOT", tmp_path)  # without its settings it cannot begin
    with pytest.raises(subprocess.CalledProcessError):
        spelling.findings(tmp_path / "docs")
