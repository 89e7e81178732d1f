"""The thirty situations: each must get the advice that was set by hand."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from followup.answers import understand
from followup.documents import advice_document
from followup.guide import Guide

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "situations.toml").read_text(encoding="utf-8")
)["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_the_situation_gets_the_expected_advice(case: dict[str, Any], guide: Guide) -> None:
    reading = understand(case["answers"], case["today"])
    assert reading.problems == ()
    advice = advice_document(guide, reading, case["answers"])
    got = {key: advice[key] for key in ("action", "channel", "on", "also_call")}
    wanted = {key: case[key] for key in ("action", "channel", "also_call")}
    assert got == {**wanted, "on": case["on"].isoformat()}


def test_there_are_thirty_situations() -> None:
    assert len({case["id"] for case in CASES}) == 30
