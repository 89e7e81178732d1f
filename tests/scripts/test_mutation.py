"""What breaks the rules on purpose knows its tests, and reads its results."""

import re
import tomllib
from pathlib import Path

import pytest

from scripts import mutation
from scripts.paths import PACKAGE, ROOT


@pytest.mark.parametrize("module", mutation.TESTS)
def test_a_module_and_its_tests_exist(module: str) -> None:
    assert (PACKAGE / f"{module}.py").is_file()
    for name in mutation.TESTS[module].split():
        assert (ROOT / "tests" / "followup" / f"{name}.py").is_file()


@pytest.mark.parametrize("module", mutation.TESTS)
def test_the_settings_of_a_run_can_be_read(
    module: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(mutation, "WORK", tmp_path)
    settings = tomllib.loads(mutation.configure(module).read_text(encoding="utf-8"))["cosmic-ray"]
    assert settings["module-path"] == f"widget/followup/{module}.py"
    assert mutation.TESTS[module].split()[0] in settings["test-command"]
    assert settings["distributor"] == {"name": "local"}


def test_what_cannot_be_told_apart_is_left_out_and_no_more() -> None:
    left_out = re.compile("|".join(mutation.SAME_IN_EFFECT))
    same = ("BinaryOperator_BitOr_Add", "ComparisonOperator_Is_Eq", "ComparisonOperator_IsNot_Lt")
    other = ("ComparisonOperator_Is_IsNot", "ComparisonOperator_Lt_LtE", "BinaryOperator_Add_Sub")
    assert all(left_out.match(f"core/Replace{name}") for name in same)
    assert not any(left_out.match(f"core/Replace{name}") for name in other)


def test_a_change_is_caught_by_a_test_that_fails_or_never_ends(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def changed(outcome: str) -> mutation.Mutant:
        change = {"start_pos": [2, 7], "operator_name": "core/ReplaceTrueWithFalse"}
        result = {"worker_outcome": "normal", "test_outcome": outcome}
        return mutation.mutant("rules", change, result, ["first", "    second = True"])

    mutation.report("rules", [changed(one) for one in ("killed", "killed", "survived", "killed")])
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].startswith("rules      3 of 4 caught, 75.0%")
    assert printed[1].split() == ["rules.py:2:7", "ReplaceTrueWithFalse", "second", "=", "True"]
