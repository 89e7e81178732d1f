"""Situations that count as one class get one advice, and a class is not too small."""

import random
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from itertools import chain, combinations
from typing import Any

import pytest

from followup.documents import advice_document
from followup.guide import Guide
from followup.inquiry import Inquiry
from followup.model import Action, Instruction, Line, Situation
from followup.questions import NONE, UNSURE
from scripts.proof.lazy_search import Blank, Known, Trail, classes
from scripts.proof.samples import random_answers
from scripts.proof.space import (
    LINES,
    TOLD,
    VIEWS,
    Space,
    View,
    complete,
    lines_as_rules_read_them,
    needs,
    told_as_rules_read_it,
)
from scripts.proof.telling import answers_for
from scripts.proof.work import Prover, case_of

pytestmark = pytest.mark.slow
Answers = dict[str, str]
Document = dict[str, Any]

# What repeats the answers, and what is worked out from other answers than the given ones.
ECHO = frozenset(("answers", "told", "dropped", "problems", "changes"))
NEXT_STEP = (
    *("headline", "action", "channel", "to", "also_call", "on", "earliest", "latest"),
    *("thanks_inside", "message", "because", "passed_over", "disagreements", "confidence"),
)
SAID = frozenset(("lead", "because", "stated"))
PATIENT = frozenset((Action.WAIT, Action.NO_CONTACT))
ONE_CLASS_IN = 97
DESCRIBED = [view for view in VIEWS if view.answers is not None]


def document(guide: Guide, answers: Answers, today: date) -> Document:
    """Return the advice without what only repeats the answers, or follows from others."""
    whole = advice_document(Inquiry(answers, today, guide))
    kept = {key: part for key, part in whole.items() if key not in ECHO}
    words = {key: part for key, part in whole["words"].items() if key not in ECHO}
    return {**kept, "words": words}


def next_step(guide: Guide, s: Situation, given: Answers) -> Document:
    """Return what the document says of the next step."""
    whole = document(guide, answers_for(s, given), s.today)
    waits = whole["action"] in PATIENT  # then the headline is of what comes after it
    return {key: whole[key] for key in NEXT_STEP if not (waits and key == "headline")}


def unsaid(document: Document) -> Document:
    """Return a document without the sentences that name the answers."""
    words = {key: part for key, part in document["words"].items() if key not in SAID}
    return {**document, "words": words}


def some_classes(guide: Guide, view: View) -> list[tuple[Known, Space]]:
    """Return some of the classes that are seen from one day."""
    space = Space(view, 1)
    found = classes(view.known, space.values, Prover(guide).begin(case_of), needs=needs)
    return [(known, space) for n, (known, _) in enumerate(found) if n % ONE_CLASS_IN == 0]


def subsets(members: type[Instruction] | type[Line]) -> Iterator[frozenset[Any]]:
    """Yield every set of members."""
    sizes = range(len(members) + 1)
    yield from map(frozenset, chain.from_iterable(combinations(members, size) for size in sizes))


def written(members: frozenset[Any], *more: str) -> str:
    """Return a set as an answer."""
    return "+".join(sorted({*members, *more})) or NONE


@pytest.mark.parametrize("view", DESCRIBED[::3], ids=lambda view: view.name)
def test_two_situations_of_a_class_get_the_same_step_in_every_word(
    view: View, guide: Guide
) -> None:
    rnd = random.Random(view.name)  # noqa: S311 - not for secrets
    given = dict(view.answers or ())
    for known, space in some_classes(guide, view):
        one, other = complete(known, space, rnd), complete(known, space, rnd)
        assert next_step(guide, one, given) == next_step(guide, other, given), (one, other)


def test_what_nobody_looks_at_is_left_open(guide: Guide) -> None:
    sizes = [len(known) for known, _ in some_classes(guide, DESCRIBED[0])]
    everything = len(Situation.__dataclass_fields__) + 6  # the parts of contacts and deadline
    assert max(sizes) < everything
    assert min(sizes) <= 7  # a settled case: today, the calendar, the news, and little else


def test_sets_of_instructions_that_rules_read_alike_give_the_same_document(guide: Guide) -> None:
    sets = list(subsets(Instruction))
    assert {told_as_rules_read_it(told) for told in sets} == set(TOLD)
    for told, (answers, today) in zip(sets, random_answers(0, len(sets)), strict=True):
        call = ["call-on"] if "call-on" in answers.get("instructions", "") else []
        alike = told_as_rules_read_it(told)
        one = document(guide, {**answers, "instructions": written(told, *call)}, today)
        other = document(guide, {**answers, "instructions": written(alike, *call)}, today)
        assert unsaid(one) == unsaid(other), (told, answers, today)


def test_sets_of_lines_that_rules_read_alike_give_the_same_document(guide: Guide) -> None:
    sets = list(subsets(Line))
    assert {lines_as_rules_read_them(lines) for lines in sets} == set(LINES)
    for lines, (answers, today) in zip(sets, random_answers(0, len(sets)), strict=True):
        one = unsaid(document(guide, {**answers, "channels": written(lines)}, today))
        alike = written(lines_as_rules_read_them(lines))
        other = unsaid(document(guide, {**answers, "channels": alike}, today))
        assert one == other, (lines, answers)


def test_not_sure_and_no_answer_give_the_same_document(guide: Guide) -> None:
    for answers, today in random_answers(0, 60):
        unsure = {one for one, text in answers.items() if text == UNSURE and one != "calls"}
        kept = {one: text for one, text in answers.items() if one not in unsure}
        one, other = (unsaid(document(guide, known, today)) for known in (answers, kept))
        assert one == other, answers


def test_rumors_count_as_nothing(guide: Guide) -> None:
    for answers, today in random_answers(0, 30):
        rumors, nothing = ({**answers, "heard": text} for text in ("hearsay", "nothing"))
        assert unsaid(document(guide, rumors, today)) == unsaid(document(guide, nothing, today))


def test_an_answer_is_chosen_only_when_it_is_looked_at() -> None:
    looked: list[str] = []

    def values(name: str, _: Known) -> tuple[bool, bool]:
        looked.append(name)
        return False, True

    def look(s: Situation) -> tuple[bool, ...]:
        return (s.thanked,) if s.replied else (s.formal_place, s.direct_place)

    seen = [
        (dict(known), found) for known, found in classes({}, values, lambda s, _: partial(look, s))
    ]
    assert len(seen) == 4 + 2
    assert seen[-1] == ({"replied": True, "thanked": True}, (True,))
    assert set(looked) == {"replied", "thanked", "formal_place", "direct_place"}


def test_what_an_answer_needs_is_chosen_before_it() -> None:
    def needed(name: str, known: Known) -> Iterator[str]:
        if name == "offer":
            yield "heard"
            if known["heard"]:
                yield "replied"

    found = classes(
        {},
        lambda name, _: ("one",) if name == "offer" else (False, True),
        lambda s, _: lambda: s.offer,
        needs=needed,
    )
    assert [[*known] for known, _ in found] == [
        ["heard", "offer"],
        ["heard", "replied", "offer"],
        ["heard", "replied", "offer"],
    ]


def test_a_blank_part_is_none_or_blank_in_turn() -> None:
    def values(name: str, _: Known) -> tuple[Any, ...]:
        return {"deadline": (False, True), "deadline.told": (False, True)}[name]

    def look(s: Situation) -> bool:
        return s.deadline is not None and s.deadline.told

    assert [found for _, found in classes({}, values, lambda s, _: partial(look, s))] == [
        False,
        False,
        True,
    ]
    assert isinstance(Blank(Trail({"deadline": True}, values, lambda *_: ())).deadline, Blank)


def test_what_was_worked_out_before_a_choice_stays_and_what_came_after_is_forgotten() -> None:
    worked_out: list[str] = []

    def begin(s: Situation, memories: list[dict[str, bool]]) -> Callable[[], bool]:
        memory: dict[str, bool] = {}
        memories.append(memory)

        def once(name: str) -> bool:
            if name not in memory:
                worked_out.append(name)
                memory[name] = getattr(s, name)
            return memory[name]

        return lambda: once("replied") and once("thanked")

    found = classes({}, lambda *_: (False, True), begin)
    assert [seen for _, seen in found] == [False, False, True]
    assert worked_out == ["replied", "replied", "thanked", "thanked"]
