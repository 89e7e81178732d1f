"""No line of a table can be taken out unnoticed: some story would go another way."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest

from followup.answers import read_answers
from followup.engine import next_outline
from followup.errors import GapError
from followup.facts import Facts
from followup.guide import Guide
from followup.model import Outline, Table
from followup.rules import ACTION, ALSO_CALL, CHANNEL, WAIT
from scripts.accept import USUAL
from scripts.guide.references import place_of_rule
from tests.followup.test_steps import EXPLAINED_BY, REASON_FOR_THE_WAY
from tests.followup.test_turns import TEXT, every_day

Story = tuple[Facts, Outline | None]
TABLES: tuple[Table[Any, Any], ...] = (ACTION, WAIT, CHANNEL, ALSO_CALL)
LINES = {rule.id: (table, place) for table in TABLES for place, rule in enumerate(table.rules)}

HOW_TO_MEND = (
    "without this line no story in tests/turns.toml goes another way. Add a story whose days turn "
    "on it. Does it only give a better reason for the same advice? Then name it in EXPLAINED_BY, "
    "in tests/followup/test_steps.py."
)


@pytest.fixture(scope="module")
def stories(real_guide: Guide) -> list[Story]:
    """Give every day of every story, with its advice."""
    days = (
        Facts(read_answers({**USUAL, **story["answers"]}, day), real_guide.timings)
        for story in TEXT.values()
        for day, _ in every_day(story["turns"])
    )
    return [(r, advice(r)) for r in days]


def advice(r: Facts) -> Outline | None:
    """Return what is advised; a table without a line that fits advises nothing."""
    try:
        return next_outline(replace(r))  # a new one: each works its dates out only once
    except GapError:
        return None


@contextmanager
def without(table: Table[Any, Any], place: int) -> Iterator[None]:
    """Take a line out of a table for a while."""
    whole = table.rules
    table.rules = whole[:place] + whole[place + 1 :]
    try:
        yield
    finally:
        table.rules = whole


@pytest.mark.parametrize("line", LINES)
def test_without_a_line_some_story_goes_another_way(line: str, stories: list[Story]) -> None:
    likely_first = sorted(stories, key=lambda one: one[1] is None or one[1].rule.id != line)
    with without(*LINES[line]):
        noticed = any(advice(r) != usual for r, usual in likely_first)
    # Some lines give a better reason for the same advice; test_steps asks for those by name.
    if not noticed and line not in {*EXPLAINED_BY.values(), *REASON_FOR_THE_WAY.values()}:
        place = place_of_rule(LINES[line][0].name, line)
        pytest.fail(f"{place}: {HOW_TO_MEND}", pytrace=False)
