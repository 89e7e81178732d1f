"""Each of the laws can fail: a rule that is broken on purpose breaks its law, and no other."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from followup import answers, engine, facts, opened, rights, rules
from followup.answers import understand
from followup.guide import Guide
from followup.model import Action, AnyRule, CheckIns, Table
from followup.rules import action, message
from followup.workdays import ONE_DAY
from scripts.proof.results import Tally
from scripts.proof.work import Effort, Prover, go_on, look_closer

Mutation = Callable[[pytest.MonkeyPatch], None]
LAWS = [f"I{number}" for number in range(19, 33)]
B = {"interviewed-on": "2027-02-02", "thanked": "yes", "channels": "email"}
TUESDAY = date(2027, 2, 16)
CLOSER = Effort(asleep=10**9, results=1, way=10**9)


def line(table: Table[Any, Any], identifier: str, fits: Callable[[Any], bool]) -> Mutation:
    """Change the test of one line of a table."""
    lines = (replace(one, fits=fits) if one.id == identifier else one for one in table.rules)
    return name(table, "rules", tuple(lines))


def never_on_the_day(one: AnyRule) -> AnyRule:
    """Return a rule that waits until tomorrow, on every day."""
    wait = replace(one.then, on=lambda facts: facts.situation.today + ONE_DAY)
    return replace(one, then=wait) if one.id == "the-silence-is-still-short" else one


def name(owner: object, attribute: str, value: object) -> Mutation:
    """Change what a name stands for."""
    return lambda patch: patch.setattr(owner, attribute, value, raising=False)


MUTATIONS: dict[str, tuple[Mutation, dict[str, str], date]] = {
    "I19": (
        name(engine, "one_more", lambda _, step: CheckIns(2, step.on)),
        {**B, "check-ins": "0"},
        date(2027, 2, 9),
    ),
    "I20": (
        name(rules.ACTION, "rules", tuple(map(never_on_the_day, rules.ACTION.rules))),
        B,
        date(2027, 2, 3),
    ),
    "I21": (
        line(rules.ACTION, "the-written-offer-is-late", action.may_ask_for_paper),
        {**B, "heard": "offer", "heard-on": "2027-02-09", "replied": "yes"},
        TUESDAY,
    ),
    "I22": (
        name(action, "a_question_is_far", lambda _: True),
        {**B, "thanked": "no", "timeline": "tomorrow"},
        date(2027, 2, 3),
    ),
    "I23": (
        name(
            answers,
            "check_ins_from",
            lambda told, today, _, count=answers.check_ins_from: count(told, today, None),
        ),
        {**B, "instructions": "call-on", "call-on": "2027-02-12", "called": "noted"},
        TUESDAY,
    ),
    "I24": (
        name(facts.Facts, "one_is_freed", property(lambda _: False)),
        {
            **B,
            "heard": "asked",
            "heard-on": "2027-02-10",
            "replied": "yes",
            "check-ins": "2",
            "calls": "0",
            "last-check-in": "2027-02-09",
        },
        date(2027, 2, 11),
    ),
    "I25": (name(answers, "without_history", lambda told, _: dict(told)), B, TUESDAY),
    "I26": (
        name(answers, "dates_assumed", lambda *_: iter(())),
        {**B, "check-ins": "1", "calls": "0", "last-check-in": "2027-02-09"},
        date(2027, 2, 10),
    ),
    "I27": (
        name(facts.Facts, "deadline_in_working_days", property(lambda f: f.situation.deadline.on)),
        {**B, "other-deadline": "offer", "deadline-on": "2027-03-06", "deadline-told": "no"},
        date(2027, 2, 19),
    ),
    "I28": (
        line(rules.ACTION, "it-is-half-a-year-old", lambda _: False),
        {**B, "heard": "offer", "heard-on": "2027-02-09"},
        date(2027, 10, 1),
    ),
    "I29": (
        name(answers, "year_ends_in", lambda _: frozenset((2026,))),
        {**B, "interviewed-on": "2026-12-17", "closed": "2026-12-21"},
        date(2026, 12, 18),
    ),
    "I30": (
        line(message.MESSAGE, "date-has-passed", message.to(Action.FOLLOW_UP)),
        B,
        TUESDAY,
    ),
    "I32": (
        line(rules.FLOORS, "a-week-after-a-question-about-another-job", lambda _: False),
        {**B, "other-job-on": "2027-02-15"},
        TUESDAY,
    ),
    "I31": (name(rights.Given, "ask_on", lambda one: one.plan.situation.today), B, TUESDAY),
}


@pytest.fixture
def fresh_calendars() -> Iterator[None]:
    """Forget the calendars that a broken rule has made."""
    opened.holidays().calendars.clear()
    yield
    opened.holidays().calendars.clear()


def broken(guide: Guide, told: dict[str, str], today: date) -> set[str]:
    """Return the numbers of the claims that break for one set of answers, and from there on."""
    prover, tally = Prover(guide, CLOSER), Tally()
    reading = understand(told, today)
    seen = prover.look(reading.situation)
    look_closer(prover, seen.case, "", 0, tally)
    go_on(prover, reading.settled, reading.situation, 0, tally)
    return {number for number, _ in seen.broken} | {one.number for one in tally.broken}


@pytest.mark.usefixtures("fresh_calendars")
@pytest.mark.parametrize("law", LAWS)
def test_a_broken_rule_breaks_its_law_and_no_other(
    law: str, guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    mutate, told, today = MUTATIONS[law]
    assert broken(guide, told, today) == set()
    opened.holidays().calendars.clear()
    mutate(monkeypatch)
    assert broken(guide, told, today) & {*LAWS} == {law}
