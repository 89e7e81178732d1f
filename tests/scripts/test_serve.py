"""While somebody edits: what fails is said, the rest goes on."""

import logging
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from scripts import serve, steps
from scripts.paths import DOCS, PACKAGE


def recording(path: Path) -> steps.Step:
    return steps.Step("recorded", path, (), (path.touch,))


def test_a_fault_is_said_and_the_page_is_shown_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails() -> None:
        raise steps.BuildError("docs/timing.md:3: no such place")

    shown, never = tmp_path / "shown", tmp_path / "never"
    monkeypatch.setattr(steps, "ROOT", tmp_path)
    faulty = replace(recording(never), work=(fails,))
    monkeypatch.setattr(serve, "SHOWN", [faulty, recording(never)])
    monkeypatch.setattr(serve, "READABLE", recording(shown))
    serve.update(serve.code(serve.state()))
    assert "docs/timing.md:3: no such place" in capsys.readouterr().err
    assert shown.exists()
    assert not never.exists()


def test_code_that_has_changed_since_the_start_runs_in_a_process_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere, here = tmp_path / "elsewhere", tmp_path / "here"
    touch = f"import pathlib; pathlib.Path({str(elsewhere)!r}).touch()"
    monkeypatch.setattr(serve, "ELSEWHERE", [sys.executable, "-c", touch])
    monkeypatch.setattr(serve, "SHOWN", [recording(here)])
    begun = serve.code(serve.state())
    serve.update(dict.fromkeys(begun, 0))
    assert elsewhere.exists()
    assert not here.exists()


def test_what_people_edit_is_watched_and_what_is_made_is_not() -> None:
    assert {DOCS / "timing.md", PACKAGE / "engine.py"} <= serve.state().keys()
    assert not steps.IN_PACKAGE & serve.state().keys()


def test_a_warning_names_the_file_that_people_edit() -> None:
    record = logging.makeLogRecord({"msg": "Doc file 'timing.md' contains a link 'nowhere.md'"})
    assert serve.named(record)
    assert "'docs/timing.md'" in record.getMessage()
