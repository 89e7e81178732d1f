"""Live through months that obey the advice, day by day to the end, and keep a diary.

Every morning the candidate asks for advice. What is due that day is done and
told in answers, and what they hear changes the answers. The claims are about
the whole life, not about one day of it. A life without events is what a plan
promises to those who follow it and hear nothing.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from followup.answers import understand
from followup.done import Answers, having_done
from followup.engine import advise, next_step
from followup.facts import Facts
from followup.model import (
    QUIET,
    STATUS_CONTACTS,
    THANKS,
    Action,
    Heard,
    Instruction,
    Situation,
    Step,
    Timings,
)
from followup.questions import without_history
from followup.workdays import ONE_DAY
from scripts.proof.events import (
    Event,
    takes_the_other_job,
    what_comes_of,
    what_happens_elsewhere,
    what_they_do,
)
from scripts.proof.invariants import (
    DAYS_APART,
    HAS_ITS_OWN_END,
    WAITING,
    WANTS_SOMETHING,
    Case,
    Claim,
    broken_by,
)
from scripts.proof.results import command
from scripts.proof.samples import numbered

KEPT = ("I19", "Who obeys and hears nothing is told what the plan had named, on the day it named.")
HOLDS = ("I18", "A wait holds until its day, unless something is new.")
ENDS = ("I20", "On the day on which a wait ends, nobody is told to wait again.")
TWICE = ("I21", "What was done and told is not advised again, unless something is new.")
ONE_CONTACT = ("I22", "No day asks for two contacts; a call and the note after it are one.")
APART = ("I22", "Three days lie between two contacts on one matter, unless something is new.")
DEADLINE = ("I17", "No date from elsewhere passes in silence that could have been told.")
FORWARD = ("I14", "Nobody who moved on is called back, unless an untold deadline draws near.")
AN_END = ("I28", "Every life comes to its end.")
TOLD = ("I21", "Answers can tell all that happens and all that is done.")
OF_A_LIFE: tuple[Claim, ...] = (
    *(KEPT, HOLDS, ENDS, TWICE, ONE_CONTACT, APART),
    *(DEADLINE, FORWARD, AN_END, TOLD),
)

DAYS_AT_MOST = 600  # a reserve list lasts a year
A_DAYS_WORK = 4
LATER = frozenset((*WAITING, Action.PREPARE))  # until a day, and then something else
# What may follow on the same day: the call that they set after a reply, and one note after it.
ONE_AFTER_ANOTHER = frozenset(
    (
        (Action.SEND_REQUESTED, Action.CALL_AS_ASKED),
        (Action.CALL_AS_ASKED, Action.CALL_AS_ASKED),
        (Action.CALL_AS_ASKED, Action.TELL_DEADLINE),
    )
)
ASKS = frozenset((*STATUS_CONTACTS, Action.TELL_DEADLINE, Action.CALL_AS_ASKED))


@dataclass(slots=True)
class Life:
    """One life: where it stands, what is still to come, what was done, and the diary."""

    answers: Answers
    today: date
    timings: Timings
    rnd: random.Random | None = None  # None: nothing ever happens
    ahead: list[Event] = field(default_factory=list)
    diary: list[str] = field(default_factory=list)
    faults: list[tuple[Claim, date]] = field(default_factory=list)
    days: int = 0
    over: bool = False
    s: Situation = field(init=False)
    undated: tuple[bool, bool] = (False, False)  # whether news and interview count as today
    named: list[Step] | None = None  # what the plan says will come, while nothing is new
    held: Step | None = None  # what was advised last, while nothing is new
    done: dict[str, date] = field(default_factory=dict)  # by its rule, while nothing is new
    contact: tuple[Action, date] | None = None  # the last one, while nothing is new
    looks: str = ""  # the advice as the diary shows it
    moments: list[tuple[Answers, date]] = field(default_factory=list)  # when the advice was new

    def __post_init__(self) -> None:
        """Read the answers of the first day."""
        self.diary.append(command(self.answers, self.today))
        self.read()

    def read(self) -> None:
        """Read the answers; none of them may be refused."""
        reading = understand(self.answers, self.today)
        self.s = reading.situation
        counts = without_history(reading.answers, self.today)
        self.undated = "heard-on" not in counts, "interviewed-on" not in counts
        for problem in reading.problems:
            self.breaks(TOLD, str(problem))
        if self.s.heard in HAS_ITS_OWN_END and self.s.interviewed_on > self.today:
            del self.answers["interviewed-on"]  # it will not take place
            self.read()

    def write(self, text: str) -> None:
        """Write a line into the diary."""
        self.diary.append(f"{in_words(self.today):>10}  {text}")

    def breaks(self, claim: Claim, why: str) -> None:
        """Write down that a claim is broken."""
        self.faults.append((claim, self.today))
        self.write(f"!! {claim[0]} {claim[1]} ({why})")

    def is_new(self) -> None:
        """Forget what was said for the case of silence."""
        self.named = self.held = self.contact = None
        self.done = {}


def life(number: int, timings: Timings) -> Life:
    """Live one life; the number is its seed."""
    rnd = random.Random(f"life {number}")  # noqa: S311 - not for secrets
    answers, today = numbered(number)
    ahead = [*what_they_do(rnd, today), *what_happens_elsewhere(rnd, today)]
    settled = understand(answers, today).settled
    return lived(Life(settled, today, timings, rnd, sorted(ahead, key=lambda event: event.on)))


def quiet_life(answers: Mapping[str, str], today: date, timings: Timings) -> Life:
    """Live on from a day without any news."""
    return lived(Life(dict(answers), today, timings))


def lived(one: Life) -> Life:
    """Live a life to its end."""
    while not one.over and one.days < DAYS_AT_MOST:
        a_day(one)
        one.days += 1
        one.today += ONE_DAY
        one.s = next_morning(one)
    if not one.over:
        one.breaks(AN_END, f"after {one.days} days")
    return one


def next_morning(one: Life) -> Situation:
    """Return what the answers describe a day later; on the day of the interview, old ones go."""
    if one.today == one.s.interviewed_on:
        one.read()
        return one.s
    heard, interviewed = one.undated
    return replace(
        one.s,
        today=one.today,
        heard_on=one.today if heard else one.s.heard_on,
        interviewed_on=one.today if heard and interviewed else one.s.interviewed_on,
    )


def a_day(one: Life) -> None:
    """Hear what there is to hear, ask for advice, and do what is due today."""
    hear(one)
    for _ in range(A_DAYS_WORK):
        step = advised(one)
        if step.action in QUIET or step.on > one.today:
            break
        do(one, step)
    one.held = step
    one.over = step.action is Action.MOVE_ON and not one.ahead


# ---- what is heard ------------------------------------------------------------------------


def hear(one: Life) -> None:
    """Take in the news of the day; after an answer from them, nothing more is of interest."""
    deadline = one.s.deadline
    if one.rnd and one.days and deadline and deadline.on == one.today - ONE_DAY:
        a_deadline_has_passed(one, one.rnd)
    while one.ahead and one.ahead[0].on <= one.today:
        event = one.ahead.pop(0)
        if (
            one.s.heard not in HAS_ITS_OWN_END
            or "interviewed-on" in event.told
            or of_the_offer(one, event)
        ):
            take_in(one, event)


def of_the_offer(one: Life, event: Event) -> bool:
    """Tell whether news of an offer comes to those who have it."""
    return one.s.heard is Heard.OFFER and "offer-state" in event.told


def take_in(one: Life, event: Event) -> None:
    """Let one piece of news change the answers."""
    one.answers = event.change(one.answers)
    one.write(f"** {event.text}")
    one.is_new()
    one.read()


def a_deadline_has_passed(one: Life, rnd: random.Random) -> None:
    """See whether it passed in silence, and at times take the other job."""
    told = one.s.deadline is not None and one.s.deadline.told
    one.write(f"** the other date has passed{'' if told else ', untold'}")
    if not told and could_have_been_told(one.s):
        one.breaks(DEADLINE, "untold")
    if one.s.heard not in HAS_ITS_OWN_END:
        one.ahead[:0] = takes_the_other_job(rnd, one.today)


def could_have_been_told(s: Situation) -> bool:
    """Tell whether they could be told: nothing is settled, owed or forbidden."""
    owed = s.heard in WANTS_SOMETHING and not s.replied
    settled = s.heard in HAS_ITS_OWN_END or s.interviewed_on >= s.today - ONE_DAY
    return not owed and not settled and Instruction.NO_CONTACT not in s.instructions


# ---- what is advised and done -------------------------------------------------------------------


def advised(one: Life) -> Step:
    """Ask for advice, hold it against what was said before, and write it down if it is new."""
    facts = Facts(one.s, one.timings)
    step = next_step(facts)
    for claim in broken_by(Case(one.s, facts, step)):
        one.breaks(claim, "on this day")
    looks = step_in_words(step, one.today)
    if looks != one.looks:
        one.write(looks)
        one.moments.append((one.answers, one.today))
        told = understand(one.answers, one.today).situation
        if one.s.interviewed_on >= one.today:  # what they said of time counts from then on
            told = replace(told, promised=one.s.promised)
        if told != one.s:
            one.breaks(TOLD, "another situation")
    one.looks = looks
    if one.named is None:
        first, *later = advise(one.s, one.timings).steps
        ahead = first.action in LATER and first.on > one.today
        one.named = later if ahead else [first, *later]
    else:
        judge(one, step)
    return step


def do(one: Life, step: Step) -> None:
    """Do what is advised today, tell it, and draw what comes of it."""
    before = one.s
    judge_a_contact(one, step)
    one.write("   done")
    one.answers = having_done(one.answers, before, step)
    one.done[step.rule.id] = one.today
    one.contact, one.held = (step.action, one.today), None
    if one.named and is_named(step, one.named[0]):
        one.named.pop(0)
    one.read()
    if one.rnd:
        for event in what_comes_of(one.rnd, step, before):
            if event.on == one.today:
                take_in(one, event)
            else:
                one.ahead = sorted([*one.ahead, event], key=lambda event: event.on)


# ---- what must hold ------------------------------------------------------------------------------


def judge(one: Life, step: Step) -> None:
    """Hold the advice against what was said before, while nothing is new."""
    held = one.held
    if held and held.action is Action.MOVE_ON:
        if step.action is not Action.MOVE_ON:
            if step.action is not Action.TELL_DEADLINE:
                one.breaks(FORWARD, f"and now {step.action}")
            one.named = None
        return
    if held and held.action in LATER:
        judge_a_wait(one, held, step)
    judge_by_the_plan(one, step, one.named or [])


def judge_a_wait(one: Life, held: Step, step: Step) -> None:
    """Hold the advice against the wait of yesterday."""
    if one.today < held.on and (held.action, held.on) != (step.action, step.on):
        one.breaks(HOLDS, f"until {in_words(held.on)}, and now {step.action}")
    if one.today == held.on < step.on and {held.action, step.action} <= WAITING:
        one.breaks(ENDS, f"until {in_words(held.on)}")


def judge_by_the_plan(one: Life, step: Step, named: list[Step]) -> None:
    """Hold the advice against what the plan named: a wait may stand before what is named later."""
    while named and named[0].action in LATER and is_over(named[0], one.today):
        named.pop(0)
    if not named or is_named(step, named[0]) or is_the_note(one, step):
        return
    expected = named[0]
    if step.action not in LATER or not one.today < step.on <= expected.on:
        one.breaks(KEPT, f"the plan said {expected.action} on {in_words(expected.on)}")
        one.named = None


def is_over(named: Step, today: date) -> bool:
    """Tell whether a day to decide, or that of an interview, is behind."""
    return named.on < today or (named.on == today and named.action is Action.PREPARE)


def is_named(step: Step, named: Step) -> bool:
    """Tell whether a step is what a plan named; thanks that wait for Monday come late."""
    one, other = ("thanks" if it.action in THANKS else it.action for it in (step, named))
    same = (step.channel, step.message, step.on) == (named.channel, named.message, named.on)
    return one == other and same


def is_the_note(one: Life, step: Step) -> bool:
    """Tell whether this is the note after a call of today, which is one contact with it."""
    after_a_call = one.contact == (Action.CALL_AS_ASKED, one.today)
    return after_a_call and step.action is Action.CALL_AS_ASKED


def judge_a_contact(one: Life, step: Step) -> None:
    """Hold what is to be done today against what was done before."""
    if step.rule.id in one.done:
        one.breaks(TWICE, f"{step.rule.id}, on {in_words(one.done[step.rule.id])}")
    if one.contact is None:
        return
    action, on = one.contact
    if on == one.today and (action, step.action) not in ONE_AFTER_ANOTHER:
        one.breaks(ONE_CONTACT, f"{action} and {step.action}")
    asks = action in ASKS and step.action in ASKS
    one_matter = (
        asks or action is step.action or (action in THANKS and step.action in STATUS_CONTACTS)
    )
    soon = on < one.today < on + ONE_DAY * DAYS_APART
    one_contact = (action, step.action) in ONE_AFTER_ANOTHER  # a call in vain told them nothing
    if soon and one_matter and not one_contact and step.action is not Action.CALL_AS_ASKED:
        one.breaks(APART, f"{action} on {in_words(on)}")


# ---- the diary --------------------------------------------------------------------------------


@cache
def in_words(day: date) -> str:
    """Return a day as a diary writes it."""
    return f"{day:%a} {day.day} {day:%b}"


def step_in_words(step: Step, today: date) -> str:
    """Return the advice of a day; a wait reads the same on every day of it."""
    rule = step.rule.id
    if step.action is Action.MOVE_ON:
        return f"{step.action}  [{rule}]"
    day = "today" if step.on == today else f"{in_words(step.on)}"
    if step.action in QUIET:
        return f"{step.action} until {day}  [{rule}]"
    thanks = " with thanks" if step.thanks_inside else ""
    also = " (a call is as good)" if step.also_call else ""
    last = f", at the latest {in_words(step.latest)}" if step.latest else ""
    return f"{step.action}{thanks} by {step.channel}{also} {day}{last}  [{rule}]"
