"""The work of a proof, in parts that can be shared out; any order gives the same counts."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import chain
from typing import TypeVar

from followup.answers import understand
from followup.done import Answers
from followup.engine import advise, next_outline, next_step
from followup.errors import GapError
from followup.facts import Facts
from followup.guide import Guide
from followup.inquiry import Inquiry
from followup.model import Outline, Situation
from scripts.proof.asking import look_at_a_way, look_at_its_questions
from scripts.proof.by_right import faults_of_rights
from scripts.proof.comparisons import COMPARISONS, advised
from scripts.proof.invariants import Case, Claim, broken_by
from scripts.proof.lazy_search import Begin, Known, Memory, classes
from scripts.proof.leads import faults_of_a_lead
from scripts.proof.lives import life, quiet_life
from scripts.proof.no_reply import asleep, faults_of_doing_nothing
from scripts.proof.results import Kind, Tally, as_command, command
from scripts.proof.retellings import faults_of_a_calendar, faults_of_retelling
from scripts.proof.samples import random_answers
from scripts.proof.space import VIEWS, Space, View, complete, needs
from scripts.proof.tables import deciders
from scripts.proof.telling import answers_for
from scripts.proof.texts import avoided, faults_of_a_result

NO_GAP = ("no gap", "There is a rule for every situation.")
IN_OUTLINE = ("no contradiction", "A step in outline says what the step in full says.")
ONE_CLASS = ("the reduction", "All situations of a class get the same step for the same reasons.")
SAME_BY_ANSWERS = ("the reduction", "Every situation tried is one that answers can describe.")
CLASSES = "classes: "
DRAWN = "situations drawn at random from classes"
DESCRIBED = "situations of classes described by answers"
COMPARED = "situations compared with others"
FOLLOWED = "plans followed in silence"
ASLEEP = "people who look every day and do nothing"
READ = "results read, word by word"
LEADS_READ = "reasons read, of each way to decide and more"
OUTLINED = tuple(one.name for one in fields(Outline))
Found = TypeVar("Found")
DAYS_AROUND = 60  # on which closed days are looked at
LIVES_WITH_A_WAY = 5  # in one of so many lives, each change of advice comes from the quiz
RETOLD = "answers told in another way"
DEPTH = 4  # how many answers are settled before the work is shared out


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is tried, and of how many one gets the slower claims."""

    whole: bool = False  # as far out of the ordinary from every day as from the telling ones
    at_random: int = 20_000
    lives: int = 500
    beyond: int = 199  # situations beside others, plans, the way back to answers
    asleep: int = 10  # of those: people who do nothing
    results: int = 5  # of those: the words of the result
    way: int = 2  # of those: the way through the quiz
    questions: int = 3  # of those: whether each of its questions matters


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look at one situation, or at a class of them, shows."""

    case: Case
    broken: tuple[Claim, ...]
    kind: Kind


@dataclass(frozen=True, slots=True)
class Prover:
    """Looks at situations with one guide and one measure of effort."""

    guide: Guide
    effort: Effort = Effort()

    def case(self, s: Situation) -> Case:
        """Advise."""
        return case_of(Facts(s, self.guide.timings))

    def look(self, s: Situation) -> Seen:
        """Advise, and hold the advice against every claim about a step."""
        return look(Facts(s, self.guide.timings))

    def budget(self, view: View) -> int:
        """Return how much out of the ordinary one situation may hold, seen from a day."""
        return view.budget if self.effort.whole else view.usual_budget

    def begin(self, look: Callable[[Facts], Found]) -> Begin[Found]:
        """Let ``look`` see class after class by facts that keep what still stands."""

        def begun(s: Situation, memories: list[Memory]) -> Callable[[], Found]:
            facts = Facts(s, self.guide.timings)
            memories.append(vars(facts))
            return lambda: look(facts)

        return begun


def case_of(facts: Facts) -> Case:
    """Advise by the facts."""
    return Case(facts.situation, facts, next_step(facts))


def look(facts: Facts) -> Seen:
    """Advise by the facts, and hold the advice against every claim about a step."""
    case = case_of(facts)
    return Seen(case, tuple(broken_by(case)), (tuple(deciders(case)), case.step.message or ""))


# ---- classes of situations ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Classes:
    """A part of the work: some classes of situations, seen from one day."""

    number: int  # of the view
    begun: tuple[Known, ...]
    seed: int

    @property
    def view(self) -> View:
        """The day from which to look; every part shares its calendar, which remembers."""
        return VIEWS[self.number]

    def run(self, prover: Prover) -> Tally:
        """Look at each class, and closer at a situation of some of them."""
        tally, view = Tally(), self.view
        space, counted = Space(view, prover.budget(view)), f"{CLASSES}{view.name}"
        rnd = random.Random(self.seed)  # noqa: S311 - not for secrets
        every = prover.effort.beyond
        given = view.answers
        for number, (known, seen) in enumerate(self.classes(prover, space, tally)):
            tally.counts[counted] += 1
            telling = tally.saw(seen.kind)
            closer = number % every == 0
            if telling or seen.broken or closer:
                s = complete(known, space, rnd)
                example = as_command(s, given)
            if tally.kinds[seen.kind] == 1 or closer:
                tally.counts[LEADS_READ] += 1
                for claim in faults_of_a_lead(prover.guide, advise(s, prover.guide.timings)):
                    tally.breaks(*claim, example)
            if telling:
                light = replace(s, calendar=replace(s.calendar))  # without what it has counted
                tally.examples.setdefault(seen.kind, []).append(light)
            for claim in seen.broken:
                tally.breaks(*claim, example)
            if closer:
                tally.counts[DRAWN] += 1
                case = prover.case(s)
                if case.step != seen.case.step:
                    tally.breaks(*ONE_CLASS, example)
                look_closer(prover, case, example, number // every, tally)
                if given is not None:
                    describe(prover, case, given, number // every, tally)
        return tally

    def classes(self, prover: Prover, space: Space, tally: Tally) -> Iterator[tuple[Known, Seen]]:
        """Yield the classes; a situation without a rule is written down."""
        for begun in self.begun:
            try:
                yield from classes(
                    {**self.view.known, **begun}, space.values, prover.begin(look), needs=needs
                )
            except GapError as gap:
                tally.breaks(*NO_GAP, f"{gap}, seen from {self.view.name}: {begun}")


def look_closer(prover: Prover, case: Case, example: str, number: int, tally: Tally) -> None:
    """Hold a situation against the claims that take more than one look."""
    tally.counts[COMPARED] += 1
    for fault in faults_beside_others(case):
        tally.breaks(*fault, example)
    if number % prover.effort.asleep == 0 and (quiet := asleep(case.s)):
        tally.counts[ASLEEP] += 1
        for fault in faults_of_doing_nothing(prover.case(quiet)):
            tally.breaks(*fault, example)
    if number % prover.effort.results == 0:
        tally.counts[READ] += 1
        plan = advise(case.s, prover.guide.timings)
        tally.avoided.update(avoided(plan))
        faults = faults_of_a_result(prover.guide, plan)
        for fault in chain(faults, faults_of_rights(prover.guide, plan, case.facts)):
            tally.breaks(*fault, example)


def faults_beside_others(case: Case) -> Iterator[tuple[str, str]]:
    """Yield the claims that do not hold beside situations with one answer changed."""
    outline = next_outline(case.facts)
    if any(getattr(outline, name) != getattr(case.step, name) for name in OUTLINED):
        yield IN_OUTLINE
    for claim, (others, holds) in COMPARISONS.items():
        if not all(holds(case, advised(other, case)) for other in others(case.s)):
            yield claim


def describe(
    prover: Prover, case: Case, given: tuple[tuple[str, str], ...], number: int, tally: Tally
) -> None:
    """Describe a situation by answers, and go on from them."""
    tally.counts[DESCRIBED] += 1
    answers = answers_for(case.s, dict(given))
    reading = understand(answers, case.s.today)
    if reading.problems or reading.situation != case.s:
        tally.breaks(*SAME_BY_ANSWERS, as_command(case.s, given))
    go_on(prover, answers, case.s, number, tally)


def go_on(prover: Prover, answers: Answers, s: Situation, number: int, tally: Tally) -> None:
    """Tell the answers in other ways, follow their plan in silence, and take their way."""
    example = command(answers, s.today)
    tally.counts[RETOLD] += 1
    tally.counts[FOLLOWED] += 1
    for claim in faults_of_retelling(answers, s.today):
        tally.breaks(*claim, example)
    for claim in faults_of_a_calendar(s.calendar, s.today, DAYS_AROUND):
        tally.breaks(*claim, example)
    for claim, on in quiet_life(answers, s.today, prover.guide.timings).faults:
        tally.breaks(*claim, f"{example}, then on {on}")
    take_the_way(prover, answers, s.today, number, tally)


def take_the_way(prover: Prover, answers: Answers, today: date, number: int, tally: Tally) -> None:
    """Take one way through the quiz, and at times look at each of its questions."""
    if number % prover.effort.way == 0:
        way = look_at_a_way(Inquiry(answers, today, prover.guide), tally)
        if number % prover.effort.questions == 0:
            look_at_its_questions(way, tally)


# ---- random answers and lives -----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AtRandom:
    """A part of the work: full random answers, by their numbers."""

    first: int
    last: int

    def run(self, prover: Prover) -> Tally:
        """Read and look at each of them."""
        tally, every = Tally(), prover.effort.beyond
        for number, (answers, today) in enumerate(random_answers(self.first, self.last)):
            reading = understand(answers, today)
            tally.counts["random answers"] += 1
            try:
                seen = prover.look(reading.situation)
            except GapError as gap:
                tally.breaks(*NO_GAP, f"{gap}: today {today}, {answers}")
                continue
            tally.saw(seen.kind)
            for claim in seen.broken:
                tally.breaks(*claim, command(reading.answers, today))
            if number % every == 0:
                example = command(reading.answers, today)
                look_closer(prover, seen.case, example, number // every, tally)
                go_on(prover, reading.settled, seen.case.s, number // every, tally)
        return tally


@dataclass(frozen=True, slots=True)
class Lives:
    """A part of the work: lives to their end, by their numbers."""

    first: int
    last: int

    def run(self, prover: Prover) -> Tally:
        """Live each of them."""
        tally = Tally()
        for number in range(self.first, self.last):
            one = life(number, prover.guide.timings)
            tally.counts["lives"] += 1
            tally.counts["days lived"] += one.days
            if number % LIVES_WITH_A_WAY == 0:
                for moment, (answers, today) in enumerate(one.moments):
                    take_the_way(prover, answers, today, moment * 2, tally)
            for claim, on in one.faults:
                tally.breaks(*claim, f"python -m scripts.prove --life {number}, on {on}")
        return tally


# ---- sharing it out -----------------------------------------------------------------------

Part = Classes | AtRandom | Lives
HANDS = {3: 24}  # by the budget of a view
FEW_HANDS, ANSWERS_A_PART, LIVES_A_PART = 4, 10_000, 250
ONE_IN = 3  # of the hands of the largest view, unless the whole is tried


def share_out(prover: Prover, views: Sequence[int] = range(len(VIEWS))) -> list[Part]:
    """Return the whole work in parts of about the same length."""
    parts: list[Part] = []
    for number in views:
        hands = HANDS.get(VIEWS[number].budget, FEW_HANDS)
        begun = first_answers(prover, VIEWS[number])
        busy = range(0, hands, 1 if prover.effort.whole or hands == FEW_HANDS else ONE_IN)
        parts += [Classes(number, tuple(begun[hand::hands]), hand) for hand in busy]
    most, some = prover.effort.at_random, prover.effort.lives
    parts += [AtRandom(*ends) for ends in pieces(0, most, ANSWERS_A_PART)]
    return [*parts, *lives(0, some)]


def lives(first: int, last: int) -> list[Part]:
    """Return lives by their numbers, in parts of about the same length."""
    return [Lives(*ends) for ends in pieces(first, last, LIVES_A_PART)]


def first_answers(prover: Prover, view: View) -> list[Known]:
    """Return the first answers of all classes, without what the view knows."""
    values = Space(view, prover.budget(view)).values
    return [
        {name: one for name, one in begun.items() if name not in view.known}
        for begun, _ in classes(view.known, values, prover.begin(case_of), DEPTH, needs)
    ]


def pieces(first: int, last: int, length: int) -> Iterator[tuple[int, int]]:
    """Yield the ends of pieces of a length that cover the whole."""
    for start in range(first, last, length):
        yield start, min(start + length, last)
