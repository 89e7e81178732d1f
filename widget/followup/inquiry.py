"""One request: answers, a day and the guide, with all that follows from them.

Everything is worked out when it is first asked for, and then kept as long as
the request.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from followup import opened
from followup.answers import Reading, agreeing, place_of, understand
from followup.engine import next_outline, next_step, plan_for, what_follows
from followup.errors import AnswerError
from followup.facts import Facts
from followup.guide import Guide
from followup.lazy_property import lazy_property
from followup.model import PATIENT, Action, Outline, Plan, Situation, Step
from followup.questions import (
    BESIDE,
    BY_ID,
    QUESTIONS,
    UNSURE,
    Question,
    guarded,
    is_needed,
    no_longer_asked,
    screens_after,
    shown,
    shown_if,
)
from followup.rights import given
from followup.wording import Words
from followup.workdays import WEEK


@dataclass(frozen=True)
class Inquiry:
    """Answers as they were given, the day to count from, and the guide that answers them."""

    given: Mapping[str, str]
    today: date
    guide: Guide
    read_before: Reading | None = field(default=None, repr=False)

    @lazy_property
    def reading(self) -> Reading:
        """The answers as understood, and those that were refused."""
        return self.read_before or understand(self.given, self.today)

    @property
    def answers(self) -> dict[str, str]:
        """The answers that were kept, in the order of their questions."""
        return self.reading.answers

    @property
    def problems(self) -> tuple[AnswerError, ...]:
        """The answers that were refused."""
        return self.reading.problems

    @property
    def situation(self) -> Situation:
        """What the kept answers describe."""
        return self.reading.situation

    @property
    def settled(self) -> Inquiry:
        """The same with the dates that we took where nobody gave them."""
        return self.having(self.reading.settled) if self.reading.assumed else self

    @lazy_property
    def facts(self) -> Facts:
        """The situation with all that follows from it."""
        return Facts(self.situation, self.guide.timings)

    @lazy_property
    def words(self) -> Words:
        """What puts words to ids."""
        return Words(self.guide, self.today)

    @lazy_property
    def outline(self) -> Outline:
        """What the next step comes to."""
        return next_outline(self.facts)

    @property
    def step(self) -> Step:
        """The next step."""
        return next_step(self.facts)

    @lazy_property
    def deed(self) -> Step:
        """The next step; of a wait what comes after it, if anything does."""
        if self.step.action not in PATIENT:
            return self.step
        return next(what_follows(self.situation, self.step, self.guide.timings), self.step)

    @lazy_property
    def plan(self) -> Plan:
        """The next step, and what follows silence."""
        return plan_for(self.facts)

    @property
    def headline(self) -> str:
        """The headline of the next step, without the whole plan: many are compared."""
        return self.words.headline_of(self.step, self.deed, self.situation)

    # ---- other answers -------------------------------------------------------------

    def having(self, answers: dict[str, str]) -> Inquiry:
        """Return the same with other answers, each of which its question accepts."""
        read = agreeing(answers, self.today)
        return Inquiry(answers, self.today, self.guide, read)

    def with_answer(self, question: str, value: str) -> Inquiry:
        """Return the same with one other answer, which its question accepts."""
        if (question, value) not in self.tried:
            self.tried[question, value] = self.having({**self.answers, question: value})
        return self.tried[question, value]

    @lazy_property
    def tried(self) -> dict[tuple[str, str], Inquiry]:
        """The other answers that were looked at: more than one part of a result asks for them."""
        return {}

    # ---- what is asked -------------------------------------------------------------

    @lazy_property
    def guarded(self) -> dict[str, str]:
        """The kept answers as guards read them."""
        return guarded(self.answers, self.today)

    @lazy_property
    def dropped(self) -> tuple[str, ...]:
        """The answers whose question would not be asked."""
        return no_longer_asked(self.guarded)

    @lazy_property
    def way(self) -> tuple[Question, ...]:
        """The questions that the answers lead to, in order."""
        return tuple(shown(self.guarded))

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """The questions on the way that have no answer and cannot do without."""
        return tuple(
            one for one in self.way if one.id not in self.answers and is_needed(one, self.guarded)
        )

    @property
    def next_question(self) -> Question | None:
        """The first question that has to be answered, None if all are."""
        return next(iter(self.open_questions), None)

    @property
    def lost(self) -> tuple[str, ...]:
        """Of the answers that no longer apply, those that say more than a line left alone."""
        return tuple(one for one in self.dropped if self.answers[one] != BY_ID[one].plain)

    def questions_of(self, screen: int) -> list[Question]:
        """Return the questions of a screen, with those that another answer there would bring."""
        here = [question for question in QUESTIONS if question.screen == screen]
        if screen == BESIDE:
            idle = {
                "first-choice": not self.tells_of_a_deadline,
                "other-job-on": not self.moved_by_another_job,
            }
            return [one for one in here if not idle.get(one.id)]
        return [one for one in here if one in self.way or self.may_come(one)]

    @lazy_property
    def regions(self) -> dict[str, str]:
        """The regions of their country by name, where one would change a day or has a law."""
        country, region = place_of(self.answers)
        found = opened.holidays().regions(country)
        return found if region or self.moved_by_region or self.regions_with_a_law else {}

    @lazy_property
    def moved_by_region(self) -> bool:
        """Whether a step of the plan would come on another day in another region of the country."""
        country, region = place_of(self.answers)
        others = self.unlike(country, opened.holidays().regions(country))
        whole = (UNSURE,) if region else ()
        return any(map(self.moves_a_day, (*whole, *others)))

    @lazy_property
    def regions_with_a_law(self) -> list[str]:
        """The regions of their country, by name, whose own law gives the reader something."""
        found = []
        for place, name in opened.holidays().regions(place_of(self.answers)[0]).items():
            own = {one.id: one for one in self.guide.rights.values() if place in one.places}
            there = {**self.answers, "region": place, "staff": "yes"}
            if own and given(self.plan, self.facts, there, own):
                found.append(name)
        return found

    def unlike(self, country: str, regions: Iterable[str]) -> Iterable[str]:
        """Return of regions with other days off than their country one of each sort."""
        whole = opened.holidays().place(country)
        first = min(self.today, *self.facts.days_of_the_case())
        last = max(step.on for step in self.plan.steps) + WEEK
        sorts: dict[frozenset[date | int], str] = {}
        for region in regions:
            part = opened.holidays().place(country, region)
            if whole and part and (differing := whole.differing(part, first, last)):
                sorts.setdefault(differing, region)
        return sorts.values()

    def moves_a_day(self, region: str) -> bool:
        """Tell whether a step of the plan would come on another day in a region."""
        there = self.with_answer("region", region).plan
        return [step.on for step in there.steps] != [step.on for step in self.plan.steps]

    @lazy_property
    def moved_by_another_job(self) -> bool:
        """Whether a question there about another job moves a step of the plan, or ends it."""
        if self.situation.other_job_on:
            return True
        there = self.with_answer("other-job-on", self.today.isoformat()).plan
        return [step.on for step in there.steps] != [step.on for step in self.plan.steps]

    @property
    def tells_of_a_deadline(self) -> bool:
        """The next message tells of a deadline, and has room to say that you want this job most."""
        sent = self.plan.sends
        return sent is not None and sent.action is Action.TELL_DEADLINE

    def may_come(self, question: Question) -> bool:
        """Tell whether another answer on the same screen would bring this question."""
        return shown_if(question, self.guarded) != ()

    def screens_after(self, screen: int) -> tuple[int, bool]:
        """Return how many screens can come after one, and whether all of them will."""
        return screens_after(screen, self.guarded)
