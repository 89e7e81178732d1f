"""Every day on which the advice changes, and on no other: tests/turns.toml."""

import tomllib
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from followup.answers import read_answers
from followup.guide import Guide
from followup.model import Action
from followup.workdays import ONE_DAY
from scripts.accept import STANDS_FOR, TESTS, USUAL, Stored, advice_on, stories

STORIES = list(stories())
TEXT: dict[str, Any] = tomllib.loads((TESTS / "turns.toml").read_text(encoding="utf-8"))
DATED_LATER = {Action.WAIT, Action.NO_CONTACT, Action.PREPARE}


@pytest.mark.parametrize("stored", STORIES, ids=lambda stored: stored.name)
def test_the_advice_turns_on_these_days_and_on_no_other(stored: Stored, real_guide: Guide) -> None:
    found = stored.found(real_guide)
    if found != stored.expected:
        pytest.fail(stored.difference(found), pytrace=False)
    story = TEXT[stored.name]
    for day, _ in every_day(story["turns"]):
        step = advice_on(story, day, real_guide.timings)
        s = read_answers({**USUAL, **story["answers"]}, day)
        if step.action not in DATED_LATER and s.calendar.is_business_day(day):
            assert step.on == day, f"{stored}, on {day}"


def every_day(turns: list[str]) -> Iterator[tuple[date, str]]:
    """Yield each day from the first turn to a little after the last, with its advice."""
    days = [(date.fromisoformat(turn[:10]), turn[11:]) for turn in turns]
    end = days[-1][0] + ONE_DAY * STANDS_FOR
    for (first, advice), (following, _) in pairwise([*days, (end, "")]):
        for number in range((following - first).days):
            yield first + ONE_DAY * number, advice
