"""A build that stops says where, why, and what to do."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from scripts import build, build_cache, steps
from scripts.guide import spelling
from scripts.paths import ROOT

COMPLAINT = "the table begins elsewhere"
FAILS = [sys.executable, "-c", f"import sys; sys.exit({COMPLAINT!r})"]


def step(*work: Callable[[], object]) -> steps.Step:
    return steps.Step("an example", ROOT / "no-such-product", (), work)


def refusal(*work: Callable[[], object]) -> str:
    with pytest.raises(steps.StepError) as refused:
        step(*work).run()
    return str(refused.value)


@pytest.mark.parametrize("captured", [True, False], ids=["captured", "shown"])
def test_a_failing_program_is_named_with_what_it_said(
    captured: bool,  # noqa: FBT001
    capfd: pytest.CaptureFixture[str],
) -> None:
    said = refusal(lambda: subprocess.run(FAILS, check=True, capture_output=captured))
    assert COMPLAINT in said + capfd.readouterr().err
    assert "an example" in said
    assert steps.WAY_OUT in said


def test_a_missing_program_is_no_traceback() -> None:
    said = refusal(lambda: subprocess.run(["no-such-program"], check=True))
    assert "no-such-program" in said
    assert steps.WAY_OUT in said


def test_the_command_prints_it_and_ends_with_a_status(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fails = step(lambda: subprocess.run(["no-such-program"], check=True))
    monkeypatch.setattr(build, "EVERYTHING", [fails])
    monkeypatch.setattr(sys, "argv", ["build"])
    assert build.main() == 1
    assert "no-such-program" in capsys.readouterr().err


def test_a_step_runs_again_when_anything_of_it_has_changed_or_its_work_has_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build_cache, "STAMPS", tmp_path / "stamps")
    monkeypatch.setattr(steps, "ROOT", tmp_path)
    source, product = tmp_path / "source", tmp_path / "product"
    source.write_text("one")

    def copy() -> None:
        product.write_text(source.read_text())

    def fail() -> None:
        raise ValueError

    good = steps.Step("copy", product, (source, "A_SETTING"), (copy,))
    assert [good.run(), good.run()] == [True, False]
    monkeypatch.setenv("A_SETTING", "other")
    assert [good.run(), good.run()] == [True, False]
    source.write_text("two")
    with pytest.raises(steps.StepError):
        replace(good, work=(copy, fail)).run()
    assert [good.run(), good.run()] == [True, False]
    product.unlink()
    assert good.run()


@pytest.mark.parametrize("table", [steps.SHOWN, steps.EVERYTHING], ids=["shown", "everything"])
def test_a_step_comes_after_those_that_make_what_it_is_made_of(table: list[steps.Step]) -> None:
    for number, one in enumerate(table):
        later = {other.makes for other in table[number + 1 :]}
        assert not {place for place in one.of if place in later}, one.name


def test_a_speller_that_breaks_down_does_not_pass_for_a_clean_guide(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "docs").mkdir()
    monkeypatch.setattr(spelling, "ROOT", tmp_path)  # without its settings it cannot begin
    with pytest.raises(subprocess.CalledProcessError):
        spelling.findings(tmp_path / "docs")
