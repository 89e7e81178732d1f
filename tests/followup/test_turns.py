"""Every day on which the advice changes, and the day before it: tests/turns.toml."""

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from followup.answers import read_answers
from followup.engine import next_step
from followup.guide import Guide
from followup.model import Action, Channel, Step
from followup.reckoning import Reckoning
from followup.workdays import ONE_DAY

FILE = Path(__file__).parents[1] / "turns.toml"
STORIES: dict[str, Any] = tomllib.loads(FILE.read_text(encoding="utf-8"))
USUAL = {
    "interviewed-on": "2027-02-02",
    "thanked": "yes",
    "contact": "hiring-manager",
    "channels": "email+phone",
}
DATED_LATER = {Action.WAIT, Action.NO_CONTACT, Action.PREPARE}
AFTER_THE_LAST_TURN = timedelta(days=2)


@pytest.mark.parametrize("name", STORIES)
def test_the_advice_turns_on_these_days_and_on_no_other(name: str, guide: Guide) -> None:
    story = STORIES[name]
    for day, expected in every_day(story["turns"]):
        s = read_answers({**USUAL, **story["answers"]}, day)
        step = next_step(Reckoning(s, guide.timings))
        assert in_short(step) == expected, day
        if step.action not in DATED_LATER and s.calendar.is_business_day(day):
            assert step.on == day


def every_day(turns: list[str]) -> Iterator[tuple[date, str]]:
    """Yield each day from the first turn to a little after the last, with its advice."""
    days = [(date.fromisoformat(turn[:10]), turn[11:]) for turn in turns]
    end = days[-1][0] + AFTER_THE_LAST_TURN
    for (first, advice), (following, _) in pairwise([*days, (end, "")]):
        for number in range((following - first).days):
            yield first + ONE_DAY * number, advice


def in_short(step: Step) -> str:
    """Return what a step says, as a line of a story has it."""
    if step.action in {Action.WAIT, Action.NO_CONTACT}:
        return f"{step.action} until {step.on}"
    if step.channel is Channel.NONE:
        return str(step.action)
    return f"{step.action} {step.channel}{' or call' if step.also_call else ''}"
