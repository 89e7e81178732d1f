"""Situations of real people: each must get the advice that was set by hand.

P01–P30 are the thirty situations of the first day; S01, S02 … are questions people really ask,
one file for each theme, and a letter marks a neighbor. ``make accept`` rewrites the days after a
change in the table of numbers.
"""

import re
import tomllib
from collections import Counter
from typing import Any

import pytest

from followup.guide import Guide
from scripts.accept import ADVISED, TESTS, Stored, cases

STORED = list(cases())
CASES = [
    case
    for file in sorted((TESTS / "cases").glob("*.toml"))
    for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]
]
KEYS = {"id", "says", "today", "answers", "action", "channel", "on", "also_call"}


@pytest.mark.parametrize(
    "stored", {one.name: one for one in STORED}.values(), ids=lambda stored: stored.name
)
def test_the_situation_gets_the_expected_advice(stored: Stored, real_guide: Guide) -> None:
    found = stored.found(real_guide)
    if found != stored.expected:
        pytest.fail(stored.difference(found), pytrace=False)


@pytest.mark.parametrize(
    "case", {one["id"]: one for one in CASES}.values(), ids=lambda case: case["id"]
)
def test_a_case_says_all_that_a_case_says(case: dict[str, Any]) -> None:
    assert set(case) >= KEYS
    assert set(case) <= KEYS | {*ADVISED}
    assert re.fullmatch(r"[A-Z]\d\d[a-z]?", case["id"])


def test_no_id_stands_twice_and_a_neighbor_has_its_neighbor() -> None:
    ids = Counter(case["id"] for case in CASES)
    if twice := [f"{one}: choose another id" for one in STORED if ids[one.name] > 1]:
        pytest.fail("\n".join(twice), pytrace=False)
    assert {one[:3] for one in ids} <= set(ids)
