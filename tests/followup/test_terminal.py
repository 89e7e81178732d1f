"""The terminal's door: what is printed, and the exit status."""

import io
import json
from pathlib import Path

import pytest

from followup import __main__ as terminal
from followup import guide as guide_module
from followup.guide import Guide

ANSWERS = ["interviewed-on=2027-02-02", "thanked=yes", "channels=email"]
ADVISE = ["advise", "--today", "2027-02-09"]


@pytest.fixture(autouse=True)
def _the_guide_is_built(monkeypatch: pytest.MonkeyPatch, guide: Guide) -> None:
    monkeypatch.setattr(terminal, "load_guide", lambda: guide)


def test_advice_is_printed_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert terminal.main([*ADVISE, *ANSWERS]) == 0
    printed = capsys.readouterr().out
    assert "Tuesday, February\u00a09" in printed.splitlines()[0]
    assert "timing#a-week-of-silence" in printed


def test_what_the_law_gives_is_printed_with_its_words(
    capsys: pytest.CaptureFixture[str], guide: Guide
) -> None:
    assert terminal.main([*ADVISE, *ANSWERS, "region=CA-ON", "staff=yes"]) == 0
    printed = capsys.readouterr().out
    assert guide.phrase("law-title") in printed.splitlines()
    assert "Friday, March\u00a019" in printed
    assert guide.rights["law-ontario"].address in printed
    assert "asks employers to say so within 45 days" in printed
    assert terminal.main([*ADVISE, *ANSWERS]) == 0
    assert guide.phrase("law-title") not in capsys.readouterr().out


def test_json_is_the_advice_document(capsys: pytest.CaptureFixture[str]) -> None:
    assert terminal.main([*ADVISE, "--json", *ANSWERS]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["action"], document["on"]) == ("follow-up", "2027-02-09")


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["heard=maybe", *ANSWERS], "heard"),
        (["colour=red", *ANSWERS], "colour"),
        (["colour", *ANSWERS], "colour"),
        (["thanked=yes"], "interviewed-on"),
        (["interviewed-on=2027-02-30"], "interviewed-on"),
        ([*ANSWERS, "check-ins=1", "last-check-in=2027-02-10"], "last-check-in"),
    ],
)
def test_bad_input_is_one_line_that_names_the_question(
    capsys: pytest.CaptureFixture[str], arguments: list[str], names: str
) -> None:
    assert terminal.main([*ADVISE, *arguments]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(f"{names}: ")
    assert printed.err.count("\n") == 1


def test_a_today_that_is_no_date_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert terminal.main(["advise", "--today", "soon", *ANSWERS]) == 2
    assert capsys.readouterr().err.startswith("--today: ")


@pytest.mark.parametrize("left", [None, "{}", '{"sections": []}', "not JSON"])
def test_without_a_guide_of_this_version_one_line_names_the_command(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    left: str | None,
) -> None:
    if left is not None:  # by another version
        (tmp_path / "guide.json").write_text(left, encoding="utf-8")
    monkeypatch.setattr(guide_module, "BUILT", tmp_path / "guide.json")
    monkeypatch.setattr(terminal, "load_guide", guide_module.load_guide)
    assert terminal.main([*ADVISE, *ANSWERS]) == 1
    printed = capsys.readouterr().err
    assert "make build" in printed
    assert printed.count("\n") == 1


def test_batch_answers_each_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = f"{' '.join(ANSWERS)}\nheard=maybe\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))
    assert terminal.main([*ADVISE, "--batch"]) == 2
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (first["kind"], second["kind"]) == ("advice", "refused")
