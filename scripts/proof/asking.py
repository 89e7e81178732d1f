"""What the quiz asks: never less than matters, nothing idle, and on how many screens."""

from __future__ import annotations

from collections.abc import Iterator

from followup.engine import next_step
from followup.inquiry import Inquiry
from followup.model import Step
from followup.questions import BESIDE, BY_ID, as_ticked
from followup.what_if import other_values
from scripts.proof.results import Tally

Essence = tuple[object, ...]

EQUAL = (
    "contract, section 6",
    "What is not asked would have changed neither step, day, way nor person, nor what ends a wait.",
)
FOUR_SCREENS = ("contract, section 6", "No way through the quiz has more than 4 screens.")
MEDIAN = ("contract, section 6", "Half of all ways have at most 4 screens.")
NEVER_WRONG = ("steps of the quiz", "No screen says that fewer will come than do, or other ones.")
QUESTIONS_MATTER = (
    "no idle question",
    "For every question there are people for whom another answer to it alone changes the advice.",
)
SCREENS_AT_MOST, MEDIAN_AT_MOST = 4, 4


def asked_only(whole: Inquiry) -> Inquiry:
    """Return the inquiry with what the quiz would have asked for, screen by screen.

    What no line to tick can say becomes what a line says that is left alone.
    """
    answers = whole.answers
    beside = {one: text for one, text in answers.items() if BY_ID[one].screen == BESIDE}
    kept = whole.having(beside)
    while True:
        asked = [one for one in kept.way if one.id in answers and one.id not in kept.answers]
        if not asked:
            return kept
        first = [one.id for one in asked if one.screen == asked[0].screen]
        ticked = {one: as_ticked(one, answers[one], whole.guarded) for one in first}
        kept = kept.having(kept.answers | ticked)


def advice(inquiry: Inquiry) -> tuple[Essence, Essence]:
    """Return what the headline tells: the next step, and what comes after a wait."""
    return essence(next_step(inquiry.facts)), essence(inquiry.deed)


def essence(step: Step) -> Essence:
    """Return what the reader is told to do."""
    return (
        *(step.action, step.channel, step.also_call, step.to, step.on),
        *(step.message, step.thanks_inside),
    )


def look_at_a_way(whole: Inquiry, tally: Tally) -> Inquiry:
    """Take one way through the quiz: compare the advice, and count the screens."""
    kept = asked_only(whole)
    tally.counts["ways"] += 1
    if advice(kept) != advice(whole):
        left_out = {one: text for one, text in whole.answers.items() if one not in kept.answers}
        shown = f"today {whole.today}, asked {kept.answers}, not asked {left_out}"
        tally.breaks(*EQUAL, shown)
    screens = sorted({one.screen for one in kept.way})
    tally.screens[len(screens)] += 1
    for number, screen in enumerate(screens, 1):
        most, certain = kept.screens_after(screen)
        if most < (left := len(screens) - number) or (certain and most != left):
            tally.breaks(*NEVER_WRONG, f"today {whole.today}, {kept.answers}, screen {screen}")
    return kept


def look_at_its_questions(kept: Inquiry, tally: Tally) -> None:
    """Count for each question of a way whether another answer to it alone would matter."""
    for question in kept.way:
        tally.shown[question.id] += 1
        others = (
            kept.with_answer(question.id, value) for value in other_values(question, kept.answers)
        )
        tally.mattered[question.id] += any(
            other.outline != kept.outline for other in others if not other.problems
        )


def faults_of_all_ways(tally: Tally) -> Iterator[tuple[str, str, str]]:
    """Yield the claims about all ways that do not hold, with what was seen."""
    most = max(tally.screens, default=0)
    if most > SCREENS_AT_MOST:
        yield *FOUR_SCREENS, f"the longest has {most}"
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
