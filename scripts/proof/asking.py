"""What the quiz asks: never more than matters, never less, and on how many screens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from followup.answers import situation_from, understand
from followup.changes import other_values, outline_after
from followup.engine import next_step
from followup.flow import questions_on_the_way
from followup.model import Outline, Step, Timings
from followup.questions import BESIDE, BY_ID
from followup.reckoning import Reckoning
from scripts.proof.results import Tally

Answers = Mapping[str, str]
Essence = tuple[object, ...]

EQUAL = (
    "contract, section 6",
    "What is not asked would not have changed the next step, its day, its way or its person.",
)
SEVEN_SCREENS = ("contract, section 6", "No way through the quiz has more than 7 screens.")
MEDIAN = ("contract, section 6", "Half of all ways have at most 6 screens.")
QUESTIONS_MATTER = (
    "no idle question",
    "For every question there are people for whom another answer to it alone changes the advice.",
)
SCREENS_AT_MOST, MEDIAN_AT_MOST = 7, 6


def asked_only(answers: Answers, today: date, timings: Timings) -> dict[str, str]:
    """Return the answers that the quiz would have asked for, screen by screen."""
    kept = {one: text for one, text in answers.items() if BY_ID[one].screen == BESIDE}
    while True:
        way = questions_on_the_way(kept, today, timings)
        fresh = [one for one in way if one.id in answers and one.id not in kept]
        if not fresh:
            return kept
        first = fresh[0].screen
        kept |= {one.id: answers[one.id] for one in fresh if one.screen == first}


def essence(step: Step) -> Essence:
    """Return what the reader is told to do."""
    return (
        *(step.action, step.channel, step.also_call, step.to, step.on),
        *(step.message, step.thanks_inside),
    )


def look_at_a_way(answers: Answers, today: date, timings: Timings, tally: Tally) -> dict[str, str]:
    """Take one way through the quiz: compare the advice, and count the screens."""
    reading = understand(answers, today)
    kept = asked_only(reading.answers, today, timings)
    asked = next_step(Reckoning(situation_from(kept, today), timings))
    known = next_step(Reckoning(reading.situation, timings))
    tally.counts["ways"] += 1
    if essence(asked) != essence(known):
        left_out = {one: text for one, text in reading.answers.items() if one not in kept}
        tally.breaks(*EQUAL, f"today {today}, asked {kept}, not asked {left_out}")
    tally.screens[len({one.screen for one in questions_on_the_way(kept, today, timings)})] += 1
    return kept


def look_at_its_questions(kept: Answers, today: date, timings: Timings, tally: Tally) -> None:
    """Count for each question of a way whether another answer to it alone would matter."""
    before = next_step(Reckoning(situation_from(kept, today), timings))
    same = Outline(
        action=before.action,
        channel=before.channel,
        also_call=before.also_call,
        to=before.to,
        on=before.on,
    )
    for question in questions_on_the_way(kept, today, timings):
        tally.shown[question.id] += 1
        others = (
            outline_after(kept, question.id, value, today, timings)
            for value in other_values(question, kept)
        )
        tally.mattered[question.id] += any(one not in {None, same} for one in others)


def faults_of_all_ways(tally: Tally) -> Iterator[tuple[str, str, str]]:
    """Yield the claims about all ways that do not hold, with what was seen."""
    most = max(tally.screens, default=0)
    if most > SCREENS_AT_MOST:
        yield *SEVEN_SCREENS, f"the longest has {most}"
    if median(tally) > MEDIAN_AT_MOST:
        yield *MEDIAN, f"the median is {median(tally)}"
    for question in tally.shown:
        if not tally.mattered[question]:
            yield *QUESTIONS_MATTER, f"{question} was shown {tally.shown[question]} times"


def median(tally: Tally) -> int:
    """Return the number of screens that half of all ways do not exceed."""
    ways, total = 0, tally.screens.total()
    for screens in sorted(tally.screens):
        ways += tally.screens[screens]
        if 2 * ways >= total:
            return screens
    return 0
