"""No idle line: every rule decides somewhere, and without it some advice would be another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest import mock

from followup import rules
from followup.engine import next_step
from followup.errors import GapError
from followup.facts import Facts
from followup.model import Means, Part, Situation, Step, Table, Task, Timings
from followup.rules import action, wait
from scripts.guide.all_rules import TABLES
from scripts.proof.invariants import Case
from scripts.proof.results import Decided, Tally

IS_REACHED = ("no idle rule", "Every rule decides somewhere.")
IS_NEEDED = ("no idle rule", "Without any one rule, some advice would be another.")
CHANGE_WHAT, CHANGE_WHY = "rules that change what to do", "rules that change only why"
# Rules that come in where a wait would run too long, by the fact that brings them in.
OUTSIDE_THE_TABLES = {
    rules.DEADLINE_COMES_FIRST.id: "told_deadline_comes_up",
    rules.NEAR_ENOUGH_SOON.id: "untold_deadline_from",
}
DECIDING = ("ACTION", "WAIT", "CHANNEL", "ALSO_CALL", "FLOORS")
# Every rule of these tables, by the name of its table and its id.
ALL_LINES: list[Decided] = [(name, rule.id) for name in DECIDING for rule in TABLES[name]]
HOMES_OF_DATES = {rule: table for table, rule in ALL_LINES if table in {"WAIT", "FLOORS"}}


def deciders(case: Case) -> Iterator[Decided]:
    """Yield the rules that decided a case."""
    because, homes = case.step.because, HOMES_OF_DATES
    yield "ACTION", because[0][1].id
    if because[1][1].id in homes:
        yield homes[because[1][1].id], because[1][1].id
    channel = [rule for part, rule in because if part is Part.CHANNEL]
    if not channel:
        yield "CHANNEL", "nothing-to-send"
        return
    yield "CHANNEL", channel[0].id
    if channel[0].then is Means.WRITE:
        task = Task(case.facts, case.step.action, case.step.on)
        yield "ALSO_CALL", rules.ALSO_CALL.decide(task).rule.id


def faults_of_tables(tally: Tally, timings: Timings) -> Iterator[tuple[str, str, str]]:
    """Yield the rules that never decide, and those that could go without a trace."""
    for rule in ALL_LINES:
        weight = most_that_changes(rule, tally, timings)
        if weight is None:
            yield *IS_REACHED, ": ".join(rule)
        elif weight == NOTHING:
            yield *IS_NEEDED, ": ".join(rule)
        else:
            tally.counts[CHANGE_WHAT if weight == DEED else CHANGE_WHY] += 1
    for line in rules.AVOID.rules:
        if not tally.avoided[line.id]:
            yield *IS_REACHED, f"AVOID: {line.id}"


NOTHING, REASON, DEED = range(3)


def most_that_changes(rule: Decided, tally: Tally, timings: Timings) -> int | None:
    """Return the most that would be another without a rule, None if it never decided."""
    most = None
    for s in tally.examples_of(rule):
        most = max(most or NOTHING, difference(s, *rule, timings))
        if most == DEED:
            break
    return most


def difference(s: Situation, table: str, rule: str, timings: Timings) -> int:
    """Return what would be another without a rule: what to do, the reason given, or nothing."""
    before = next_step(Facts(s, timings))
    with without(table, rule):
        try:
            after = next_step(Facts(s, timings))
        except GapError:
            return DEED
    if deed(before) != deed(after):
        return DEED
    return REASON if sections(before) != sections(after) else NOTHING


def deed(step: Step) -> tuple[object, ...]:
    """Return what to do, by what means, with whom, when and with which words."""
    return (
        *(step.action, step.channel, step.also_call, step.to, step.on),
        *(step.earliest, step.latest, step.message),
    )


def sections(step: Step) -> list[tuple[Part, str]]:
    """Return the sections that give the reasons."""
    return [(part, rule.section) for part, rule in step.because]


@contextmanager
def without(table: str, rule: str) -> Iterator[None]:
    """Take a rule out of its table for a while."""
    if rule in OUTSIDE_THE_TABLES:
        with mock.patch.object(Facts, OUTSIDE_THE_TABLES[rule], None):
            yield
    elif rule == rules.AFTER_A_TOLD_DEADLINE.id:
        with ExitStack() as patches:
            for module in (action, wait):
                patches.enter_context(
                    mock.patch.object(module, "not_right_after_the_deadline", lambda _, day: day)
                )
            yield
    else:
        shared: Table[Any, Any] = getattr(rules, table)
        fewer = tuple(one for one in shared.rules if one.id != rule)
        with mock.patch.object(shared, "rules", fewer):
            yield
