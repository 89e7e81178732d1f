"""Stored advice follows a changed number, and nothing else is rewritten."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from followup.guide import Guide
from followup.model import TimingId
from scripts.accept import Stored, accept, cases, stories

CASES = """# What a person wrote stays.

[[case]]
id = "S01"
says = '''They named no day. Is it time?'''
today = 2027-02-03  # the day after
answers = { interviewed-on = "2027-02-02", thanked = "yes", contact = "hr", channels = "email" }
action = "wait"
channel = "none"
on = 2027-02-09
also_call = false

[[case]]
id = "S02"
says = '''They said no.'''
today = 2027-02-03
answers = { interviewed-on = "2027-02-02", thanked = "yes", heard = "rejected", replied = "no" }
action = "close-with-thanks"
channel = "invitation-thread"
on = 2027-02-03
also_call = false
"""
STORY = """["a week of silence"]
answers = { channels = "email" }
turns = [
  "2027-02-02 wait until 2027-02-09",  # their week
  "2027-02-09 follow-up email",
]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "cases.toml").write_text(CASES, encoding="utf-8")
    (tmp_path / "turns").write_text(STORY, encoding="utf-8")
    return tmp_path


def stored(folder: Path) -> Iterator[Stored]:
    yield from cases(folder)
    yield from stories(folder / "turns")


@pytest.fixture
def five(guide: Guide) -> Guide:
    return replace(guide, timings=guide.timings | {TimingId("no-date"): 5})


@pytest.fixture
def six(guide: Guide) -> Guide:
    return replace(guide, timings=guide.timings | {TimingId("no-date"): 6})


def test_nothing_is_rewritten_while_all_is_true(folder: Path, five: Guide) -> None:
    assert accept(stored(folder), five, five.timings)
    assert (folder / "cases.toml").read_text(encoding="utf-8") == CASES
    assert (folder / "turns").read_text(encoding="utf-8") == STORY


def test_a_changed_number_changes_days_and_nothing_else(
    folder: Path, five: Guide, six: Guide, capsys: pytest.CaptureFixture[str]
) -> None:
    assert accept(stored(folder), six, five.timings)
    said = capsys.readouterr().out
    assert "cases.toml:4 S01: They named no day. Is it time?" in said
    assert "expected on = 2027-02-09\n  found    on = 2027-02-10" in said
    assert "S02" not in said
    moved = CASES.replace("on = 2027-02-09", "on = 2027-02-10")
    assert (folder / "cases.toml").read_text(encoding="utf-8") == moved
    later = STORY.replace("02-09", "02-10")
    assert (folder / "turns").read_text(encoding="utf-8") == later
    assert accept(stored(folder), six, six.timings)


def test_what_no_number_explains_is_named_and_left_alone(
    folder: Path, five: Guide, six: Guide, capsys: pytest.CaptureFixture[str]
) -> None:
    other = CASES.replace('"close-with-thanks"', '"move-on"')
    (folder / "cases.toml").write_text(other, encoding="utf-8")
    assert not accept(stored(folder), six, five.timings)
    said = capsys.readouterr().out
    assert "left alone cases.toml:14 S02: They said no.\n  expected action =" in said
    assert 'action = "move-on"' in (folder / "cases.toml").read_text(encoding="utf-8")
