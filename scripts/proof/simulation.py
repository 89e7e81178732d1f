"""Live through months that obey the advice, day by day, and keep a diary.

Every morning the candidate asks for advice. What is due that day is done, and
what they hear changes the answers. The claims are about the whole life, not
about one day of it.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from datetime import date

from followup.engine import advise, after_silence, next_step
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
from followup.workdays import ONE_DAY
from scripts.proof.events import (
    Event,
    beginning,
    nobody_answers,
    somebody_answers,
    takes_the_other_job,
    their_reply,
    what_happens_elsewhere,
    what_they_do,
)
from scripts.proof.invariants import (
    ANSWERED_BY_THEM,
    WAITING,
    Case,
    Claim,
    broken_by,
    deadline_rules,
    limit,
)
from scripts.proof.no_reply import ENDS_ON_ITS_OWN
from scripts.proof.simulation_log import beginning_in_words, in_words, step_in_words

DISTANCE = ("I11", "In a life, 5 business days lie between two questions about news.")
TWO_DAYS = ("I11", "Nobody is told to chase on two days running, unless something is new.")
LIMIT = ("I3", "In a life, nobody asks more often than they allowed; a new date frees one.")
DEADLINE = ("I17", "No date from elsewhere passes in silence that could have been told.")
HOLDS = (
    "I18",
    "A wait holds until its day, unless something is new or a told deadline comes first.",
)
ENDS = ("I18", "On the day on which a wait ends, nobody is told to wait again.")
KEPT = ("I18", "What a plan said would follow silence is what is advised then.")
FORWARD = ("I14", "Nobody who moved on is called back, unless a known deadline draws near.")
THANKED = ("I4", "Nobody is told to send thanks twice.")
ONE_DAY_IS_ENOUGH = ("I5", "No day asks for more than three things.")
OF_A_LIFE: tuple[Claim, ...] = (
    DISTANCE,
    TWO_DAYS,
    LIMIT,
    DEADLINE,
    HOLDS,
    ENDS,
    KEPT,
    FORWARD,
    THANKED,
    ONE_DAY_IS_ENOUGH,
)

DAYS_AT_MOST = 150
A_DAYS_WORK = 3
CHASES = frozenset((*STATUS_CONTACTS, Action.TELL_DEADLINE))


@dataclass(slots=True)
class Life:
    """One life: where it stands, what is still to come, what was done, and the diary."""

    s: Situation
    timings: Timings
    rnd: random.Random
    ahead: list[Event]
    diary: list[str] = field(default_factory=list)
    faults: list[tuple[Claim, date]] = field(default_factory=list)
    days: int = 0
    over: bool = False
    held: Step | None = None  # what was advised last, while nothing is new
    waited: list[Situation] = field(default_factory=list)  # what was known while waiting
    chased: date | None = None  # the last chase, while nothing is new
    asked: date | None = None  # the last question about news
    questions: int = 0  # how many count
    thanks: int = 0
    reminded: bool = False
    looks: str = ""  # the advice as the diary shows it
    moments: list[Situation] = field(default_factory=list)  # when the advice was new

    def write(self, text: str) -> None:
        """Write a line into the diary."""
        self.diary.append(f"{in_words(self.s.today):>10}  {text}")

    def breaks(self, claim: Claim, why: str) -> None:
        """Write down that a claim is broken."""
        self.faults.append((claim, self.s.today))
        self.write(f"!! {claim[0]} {claim[1]} ({why})")

    def is_new(self) -> None:
        """Forget what was said for the case of silence."""
        self.held = self.chased = None
        self.waited = []
        self.reminded = False


def life(number: int, timings: Timings) -> Life:
    """Live one life; the number is its seed."""
    rnd = random.Random(number)  # noqa: S311 - not for secrets
    s = beginning(rnd)
    events = [*what_they_do(rnd, s), *what_happens_elsewhere(rnd, s)]
    one = Life(s, timings, rnd, sorted(events, key=lambda event: event.on))
    if s.check_ins:
        one.asked, one.questions = s.check_ins.last, s.check_ins.count
    one.diary.append(beginning_in_words(s))
    while not one.over and one.days < DAYS_AT_MOST:
        a_day(one)
        one.days += 1
        one.s = replace(one.s, today=one.s.today + ONE_DAY)
    return one


def a_day(one: Life) -> None:
    """Hear what there is to hear, ask for advice, and do what is due today."""
    hear(one)
    for done in range(A_DAYS_WORK + 1):
        step = advised(one)
        if step.action in QUIET or step.on > one.s.today or one.reminded:
            break
        if done == A_DAYS_WORK:
            one.breaks(ONE_DAY_IS_ENOUGH, f"and now {step.action}")
        do(one, step)
    remember(one, step)


# ---- what is heard ------------------------------------------------------------------------


def hear(one: Life) -> None:
    """Take in the news of the day; after an answer from them, nothing more is of interest."""
    while one.ahead and one.ahead[0].on <= one.s.today:
        event = one.ahead.pop(0)
        if one.s.heard not in ANSWERED_BY_THEM:
            take_in(one, event)
    deadline, interview = one.s.deadline, one.s.interviewed_on
    if deadline and deadline.on == one.s.today - ONE_DAY:
        a_deadline_has_passed(one)
    if one.s.today in {interview, interview + ONE_DAY}:
        one.is_new()  # the interview itself, and the day on which it has become the past


def take_in(one: Life, event: Event) -> None:
    """Let one piece of news change the answers."""
    one.s = event.change(one.s)
    one.write(f"** {event.text}")
    one.is_new()
    if one.s.heard is Heard.NEW_DATE and one.s.heard_on == one.s.today:
        one.questions = max(0, one.questions - 1)


def a_deadline_has_passed(one: Life) -> None:
    """See whether it passed in silence, and at times take the other job."""
    told = one.s.deadline is not None and one.s.deadline.told
    one.write(f"** the other date has passed{'' if told else ', untold'}")
    if not told and could_have_been_told(one.s):
        one.breaks(DEADLINE, "untold")
    one.is_new()
    if one.s.heard not in ANSWERED_BY_THEM and takes_the_other_job(one.rnd):
        one.s = replace(one.s, heard=Heard.WITHDRAW, heard_on=one.s.today, replied=False)
        one.write("** takes the other job")


def could_have_been_told(s: Situation) -> bool:
    """Tell whether they could be told: nothing is settled, owed or forbidden."""
    owed = s.heard is Heard.ASKED and not s.replied
    settled = s.heard in ANSWERED_BY_THEM or s.interviewed_on >= s.today - ONE_DAY
    return not owed and not settled and Instruction.NO_CONTACT not in s.instructions


# ---- what is advised ------------------------------------------------------------------------


def advised(one: Life) -> Step:
    """Ask for advice, hold it against what was said before, and write it down if it is new."""
    facts = Facts(one.s, one.timings)
    step = next_step(facts)
    for claim in broken_by(Case(one.s, facts, step)):
        one.breaks(claim, "on this day")
    judge(one, step, facts)
    looks = step_in_words(step, one.s.today)
    if looks != one.looks:
        one.write(looks)
        one.moments.append(one.s)
    one.looks = looks
    return step


def remember(one: Life, step: Step) -> None:
    """Remember what was said for the case that nothing is heard."""
    one.held = step if step.action in {*WAITING, Action.MOVE_ON} else None
    if step.action in WAITING:
        one.waited.append(one.s)
    if step.action is Action.MOVE_ON and not one.ahead:
        one.over = True


# ---- what is done ------------------------------------------------------------------------------


def do(one: Life, step: Step) -> None:
    """Do what is advised today, and draw what comes of it."""
    before = one.s
    one.write("   done")
    one.held, one.waited = None, []
    one.thanks += step.action in THANKS or step.thanks_inside
    if step.action in STATUS_CONTACTS:
        one.asked, one.questions = before.today, one.questions + 1
    if step.action in CHASES:
        one.chased = before.today
    one.s = replace(after_silence(before, step, one.timings), today=before.today)
    match step.action:
        case Action.REARRANGE:
            one.reminded = before.replied  # no answer says so; nobody reminds twice
        case Action.REPLY_TO_OFFER:
            one.over = True
        case Action.CALL_AS_ASKED:
            the_call_they_set(one, before)
        case action if action in CHASES:
            replies = their_reply(one.rnd, one.s)
            one.ahead = sorted([*one.ahead, *replies], key=lambda event: event.on)


def the_call_they_set(one: Life, before: Situation) -> None:
    """Reach someone on the day they set, or nobody."""
    if nobody_answers(one.rnd):
        one.write("** nobody answers")
        one.asked, one.questions = before.today, one.questions + 1
        return
    one.s = replace(one.s, call_on=None, call_unanswered=False, check_ins=before.check_ins)
    take_in(one, somebody_answers(one.rnd, before.today))


# ---- what must hold ------------------------------------------------------------------------------


def judge(one: Life, step: Step, facts: Facts) -> None:
    """Hold the advice of the day against what was said before."""
    held, today = one.held, one.s.today
    if held and held.action is Action.MOVE_ON and step.action is not Action.MOVE_ON:
        if not deadline_rules(one.s, facts):
            one.breaks(FORWARD, f"and now {step.action}")
        one.write("-- a known deadline draws near")
    elif held and held.action in WAITING:
        judge_wait(one, held, step)
    if step.on != today:
        return
    if step.action in STATUS_CONTACTS:
        judge_question(one)
    if step.action in CHASES and one.chased in {today, today - ONE_DAY}:
        one.breaks(TWO_DAYS, f"the last on {in_words(one.chased)}")
    if step.action in THANKS and one.thanks:
        one.breaks(THANKED, f"{one.thanks} before")


def judge_wait(one: Life, held: Step, step: Step) -> None:
    """Hold the advice against the wait that was named."""
    told = one.s.deadline is not None and one.s.deadline.told
    waits = step.action in WAITING and (step.on > one.s.today or one.s.today < held.on)
    if waits and told and step.on != held.on:
        one.write(f"-- a told deadline takes the place of {in_words(held.on)}")
        one.waited = []
    elif one.s.today < held.on:
        if not waits or step.on != held.on:
            one.breaks(HOLDS, f"until {in_words(held.on)}, and now {step.action}")
    elif not waits:
        judge_what_follows(one, step)
    elif held.because[0][1].id == ENDS_ON_ITS_OWN:
        one.waited = []
    else:
        one.breaks(ENDS, f"until {in_words(held.on)}")


def judge_what_follows(one: Life, step: Step) -> None:
    """Hold what is advised after a wait against the plan that was made before it."""
    if step.action in WAITING:
        return
    plans = (advise(s, one.timings).steps for s in one.waited)
    said = next((later[0] for _, *later in plans if later), None)
    if said is None:
        return
    same = (said.action, said.channel, said.message) == (step.action, step.channel, step.message)
    if not same or (said.on != step.on and step.action is not Action.MOVE_ON):
        one.breaks(KEPT, f"the plan said {said.action} on {in_words(said.on)}")


def judge_question(one: Life) -> None:
    """Hold a question about news against those before it."""
    s = one.s
    if one.asked and s.today < Facts(s, one.timings).after(one.asked, "between-contacts"):
        one.breaks(DISTANCE, f"the last on {in_words(one.asked)}")
    if one.questions >= limit(s):
        one.breaks(LIMIT, f"{one.questions} before")
