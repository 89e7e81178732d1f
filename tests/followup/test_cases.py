"""Situations of real people: each must get the advice that was set by hand.

P01–P30 are the thirty situations of the first day. S01–S46 are the questions
people really ask, one file for each theme; a letter marks a neighbor.
"""

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from followup.answers import understand
from followup.documents import advice_document
from followup.guide import Guide

FOLDER = Path(__file__).parents[1] / "cases"
KEYS = {"id", "says", "today", "answers", "action", "channel", "on", "also_call"}
MAY_STAND = {"to", "thanks_inside", "section"}  # section: the one that the headline leads to
NOBODY = "nobody"  # there is no null in these files
ON_GUIDE_PAGES = {20, 21}  # a slip in the thank-you, a wrong answer: pages, no path of the quiz


def read(file: Path) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = tomllib.loads(file.read_text(encoding="utf-8"))["case"]
    return cases


CASES = [case for file in sorted(FOLDER.glob("*.toml")) for case in read(file)]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_the_situation_gets_the_expected_advice(case: dict[str, Any], guide: Guide) -> None:
    reading = understand(case["answers"], case["today"])
    assert reading.problems == ()
    advice = advice_document(guide, reading, case["answers"])
    wanted = {key: case[key] for key in case if key not in {"id", "says", "today", "answers"}}
    wanted["on"] = case["on"].isoformat()
    if wanted.get("to") == NOBODY:
        wanted["to"] = None
    got = {**advice, "section": advice["headline"]["section"]}
    assert {key: got[key] for key in wanted} == wanted


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_a_case_says_all_that_a_case_says(case: dict[str, Any]) -> None:
    assert set(case) >= KEYS
    assert set(case) <= KEYS | MAY_STAND


def test_no_id_stands_twice() -> None:
    assert [one for one, times in Counter(case["id"] for case in CASES).items() if times > 1] == []


def test_the_thirty_situations_are_there() -> None:
    ids = {case["id"] for case in CASES if case["id"].startswith("P")}
    assert ids == {f"P{n:02}" for n in range(1, 31)}


def test_every_question_that_an_answer_can_express_is_there() -> None:
    ids = [case["id"] for case in CASES if not case["id"].startswith("P")]
    assert all(re.fullmatch(r"S\d\d[a-z]?", one) for one in ids)
    assert {int(one[1:3]) for one in ids} == set(range(1, 47)) - ON_GUIDE_PAGES
    neighbors = {one[:3] for one in ids if len(one) > len("S01")}
    assert neighbors <= set(ids)
