"""What must hold for every situation. The numbers are the model's; a docstring is the claim.

A claim is about a step of some kinds, and looks at as few answers as it can:
so it holds for a whole class of situations at once (``scripts.proof.lazy_search``).
The claims are worked out anew from the answers and do not ask the tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from followup.facts import Facts
from followup.model import (
    QUIET,
    STATUS_CONTACTS,
    THANKS,
    Action,
    Channel,
    Contact,
    Heard,
    Instruction,
    Line,
    OfferState,
    Recipient,
    Situation,
    Step,
)
from followup.workdays import ONE_DAY

FORBIDS_CALLS = frozenset(
    (
        Instruction.EMAIL_ONLY,
        Instruction.NO_CALLS,
        Instruction.WAIT_FOR_US,
        Instruction.NO_CONTACT,
    )
)
CALLING = frozenset((Channel.CALL, Channel.CALL_AND_EMAIL))
WAITING = frozenset((Action.WAIT, Action.NO_CONTACT))
OVER = frozenset((Heard.REJECTED, Heard.FILLED, Heard.WITHDRAW))
HAS_ITS_OWN_END = frozenset(
    (*OVER, Heard.OFFER, Heard.CANCELLED, Heard.RESERVE_LIST, Heard.CONFLICTING)
)
STILL_OPEN = frozenset((Heard.STILL_DECIDING, Heard.ON_HOLD))
WANTS_SOMETHING = frozenset((Heard.ASKED, Heard.CHECKS))
SLOW = frozenset((Contact.PANEL, Contact.COMMITTEE))
MAY_STAND_BEFORE_THANKS = frozenset((Action.WAIT, Action.MOVE_ON, *STATUS_CONTACTS))
RUNGS = {
    Channel.EMAIL: Line.EMAIL,
    Channel.PORTAL: Line.PORTAL,
    Channel.LINKEDIN: Line.LINKEDIN,
    Channel.POST: Line.POST,
}
ONE_LINE_TO_THEM = frozenset((Action.WITHDRAW, Action.REARRANGE, Action.ASK_WHICH_HOLDS))
DAYS_APART = 3  # between two contacts on one matter


@dataclass(frozen=True, slots=True)
class Case:
    """A situation, all that follows from it, and the step that is advised."""

    s: Situation
    facts: Facts
    step: Step


Claim = tuple[str, str]  # the model's number, and the claim in words
Holds = Callable[[Case], bool]


def as_claim(number: str, holds: Callable[..., bool]) -> Claim:
    """Return what a function tests as a claim: the model's number, and its docstring."""
    return number, (holds.__doc__ or "").partition("\n")[0]


OF_A_STEP: dict[Claim, Holds] = {}
BY_ACTION: dict[Action, list[tuple[Claim, Holds]]] = {action: [] for action in Action}


def claim(number: str, about: Iterable[Action] = Action) -> Callable[[Holds], Holds]:
    """Let a function be a claim about every case in which one of these things is advised."""

    def kept(holds: Holds) -> Holds:
        found = as_claim(number, holds)
        OF_A_STEP[found] = holds
        for action in about:
            BY_ACTION[action].append((found, holds))
        return holds

    return kept


def broken_by(case: Case) -> Iterator[Claim]:
    """Yield the claims that do not hold for a case."""
    return (claim for claim, holds in BY_ACTION[case.step.action] if not holds(case))


# ---- about one step --------------------------------------------------------------


def calls(step: Step) -> bool:
    """Tell whether a call is advised or called acceptable."""
    return step.also_call or step.channel in CALLING


def says_only_if(s: Situation) -> bool:
    """Tell whether they will be in touch only if needed; an own recruiter does not count."""
    return s.contact is not Contact.AGENCY and Instruction.ONLY_IF in s.instructions


def limit(s: Situation) -> int:
    """Return how many status contacts their words allow."""
    if Instruction.NO_CONTACT in s.instructions or says_only_if(s) or no_way_is_welcome(s):
        return 0
    return 1 if Instruction.WAIT_FOR_US in s.instructions or asks_about_two_jobs(s) else 2


def asks_about_two_jobs(s: Situation) -> bool:
    """Tell whether another job there was asked about since the interview, in a note of its own."""
    if s.other_job_on is None or s.other_job_on < s.interviewed_on:
        return False
    return s.check_ins is None or s.check_ins.last != s.other_job_on


def no_way_is_welcome(s: Situation) -> bool:
    """Tell whether the phone is the only line known, and they want no calls."""
    return s.lines == {Line.PHONE} and bool(s.instructions & FORBIDS_CALLS)


def sign_of_life(s: Situation) -> date | None:
    """Return the day on which they last named a date, asked for something or said it goes on."""
    if s.heard in WANTS_SOMETHING:
        return s.heard_on if s.replied else None
    return s.heard_on if s.heard in {*STILL_OPEN, Heard.NEW_DATE} else None


def one_is_freed(s: Situation) -> bool:
    """Tell whether your last question came before such a sign, which counts as its answer."""
    sign = sign_of_life(s)
    return sign is not None and s.check_ins is not None and s.check_ins.last <= sign


def is_patient(s: Situation) -> bool:
    """Tell whether they need longer: a formal place, a panel, a committee, or checks."""
    return s.formal_place or s.contact in SLOW or s.heard is Heard.CHECKS


# ---- questions about news --------------------------------------------------------


@claim("I2", STATUS_CONTACTS)
def no_question_before_their_date_is_over(case: Case) -> bool:
    """No question about news goes out before the named day is 2 business days past."""
    promised = case.s.promised
    return promised is None or case.step.on >= case.facts.after(promised, "after-their-date")


@claim("I3", STATUS_CONTACTS)
def no_question_beyond_the_limit(case: Case) -> bool:
    """At most 2 questions about news; 1 if asked to wait or for each of two jobs; or none."""
    s = case.s
    most = limit(s)
    if s.check_ins is None or not most:
        return most > 0
    return s.check_ins.count < most or one_is_freed(s)


@claim("I3", STATUS_CONTACTS)
def no_second_call_of_your_own(case: Case) -> bool:
    """At most 1 call that they did not ask for, 2 where the phone is the only line."""
    if not calls(case.step) or not case.s.check_ins:
        return True
    return case.s.check_ins.calls < (2 if case.s.lines == {Line.PHONE} else 1)


@claim("I11", STATUS_CONTACTS)
def questions_keep_their_distance(case: Case) -> bool:
    """A question keeps its distance from your last one, your answer and what they said."""
    s, facts = case.s, case.facts
    first = []
    if s.check_ins:
        row = "between-contacts-patient" if is_patient(s) else "between-contacts"
        first.append(facts.after(s.check_ins.last, row))
    if s.heard in WANTS_SOMETHING and s.replied:
        row = "after-checks" if s.heard is Heard.CHECKS else "after-your-answer"
        first.append(facts.after(s.heard_on, row))
    if s.heard in STILL_OPEN:
        kind = "on-hold" if s.heard is Heard.ON_HOLD else "still-going-on"
        first.append(facts.after(s.heard_on, f"after-{kind}"))
    return all(case.step.on >= day for day in first)


@claim("I32", STATUS_CONTACTS)
def one_employer_is_not_asked_twice_in_a_week(case: Case) -> bool:
    """A question keeps 5 business days from one to the same people about another job."""
    other = case.s.other_job_on
    return other is None or case.step.on >= case.facts.after(other, "after-other-job")


@claim("I11", STATUS_CONTACTS)
def no_question_right_after_a_told_deadline(case: Case) -> bool:
    """After a deadline that they knew has passed, 5 business days stay free of questions."""
    deadline = case.s.deadline
    if deadline is None or not deadline.told or case.step.on <= deadline.on:
        return True
    return case.step.on >= case.facts.after(deadline.on, "after-deadline")


@claim("I13", STATUS_CONTACTS)
def not_sure_never_means_call(case: Case) -> bool:
    """Not sure is cautious: without a reason to call, a question about news is written."""
    s = case.s
    if case.step.channel is not Channel.CALL:
        return True
    invited = Instruction.CALL_ANY in s.instructions or s.call_on is not None
    return s.lines == {Line.PHONE} or invited or s.calls_are_normal


@claim("I22", STATUS_CONTACTS)
def a_line_in_place_of_the_call_stands_alone(case: Case) -> bool:
    """After a line in place of a call they set, 3 business days stay free of questions."""
    s = case.s
    if not s.call_noted or s.call_unanswered or s.call_on is None:
        return True
    return case.step.on >= case.facts.after(s.call_on, "after-written-line")


@claim("I24", (Action.LAST_FOLLOW_UP,))
def a_sign_of_life_makes_no_question_the_last(case: Case) -> bool:
    """After a sign of life, the next question is never called the last one."""
    return not one_is_freed(case.s)


# ---- calls and other ways ----------------------------------------------------------


@claim("I1")
def no_call_where_it_is_unwelcome_or_impossible(case: Case) -> bool:
    """No call is advised or called fine where they forbade it, or where no number is known."""
    if not calls(case.step):
        return True
    if case.step.action in ONE_LINE_TO_THEM and case.s.lines == {Line.PHONE}:
        return True  # what they must know, by the only way there is
    set_by_them = case.step.action is Action.CALL_AS_ASKED
    numberless = not set_by_them and Line.PHONE not in case.s.lines
    return not (case.s.instructions & FORBIDS_CALLS or says_only_if(case.s) or numberless)


@claim("I10")
def nothing_but_farewell_after_the_end(case: Case) -> bool:
    """After a no or a hire of someone else: no question and no call. You may withdraw by phone."""
    if case.step.action not in STATUS_CONTACTS and not calls(case.step):
        return True
    if case.s.heard not in OVER:
        return True
    return case.step.action in ONE_LINE_TO_THEM and case.s.lines == {Line.PHONE}


@claim("I15")
def only_ways_that_you_named(case: Case) -> bool:
    """Only ways you named are used; with none, the message that set up the interview."""
    channel = case.step.channel
    if channel in RUNGS:
        return RUNGS[channel] in case.s.lines
    if channel is Channel.CALL_AND_EMAIL:
        return {Line.PHONE, Line.EMAIL} <= case.s.lines
    if channel is not Channel.INVITATION_THREAD or Line.THREAD in case.s.lines:
        return True
    # Their number alone is no way to tell of a deadline where calls are forbidden or nobody works.
    by_phone = case.s.lines == {Line.PHONE} and case.step.action is Action.TELL_DEADLINE
    return not case.s.lines or by_phone


@claim("I15")
def you_write_where_they_write(case: Case) -> bool:
    """Where they write to you in a thread, every message goes there."""
    return case.step.channel not in RUNGS or Line.THREAD not in case.s.lines


@claim("I15")
def nobody_goes_over_their_contact(case: Case) -> bool:
    """The message goes to your contact: an agency’s candidate turns to the recruiter alone."""
    s, to = case.s, case.step.to
    if to is None or to is Recipient.WHOEVER_ARRANGED:
        return to is None or s.contact is None or not s.lines
    return (to is Recipient.AGENCY_RECRUITER) is (s.contact is Contact.AGENCY)


# ---- thanks -------------------------------------------------------------------------


@claim("I4", MAY_STAND_BEFORE_THANKS)
def thanks_come_first(case: Case) -> bool:
    """Thanks come first: unsent, within a day, nothing asked yet, and a way to write."""
    s = case.s
    if s.heard in HAS_ITS_OWN_END or not 0 <= (s.today - s.interviewed_on).days <= 1:
        return True
    if s.thanked or s.check_ins or s.lines == {Line.PHONE}:
        return True
    inside = case.step.on - s.today < ONE_DAY * DAYS_APART  # what carries them
    return Instruction.NO_CONTACT in s.instructions or inside


@claim("I4", THANKS)
def nobody_thanks_twice(case: Case) -> bool:
    """Nobody is told to send thanks twice."""
    return not case.s.thanked


# ---- days ---------------------------------------------------------------------------


@claim("I5")
def one_day_and_a_wait_ends_later(case: Case) -> bool:
    """Nothing is dated in the past; a wait ends later, or today is the day to decide."""
    s, step = case.s, case.step
    if step.action not in WAITING or step.on > s.today:
        return step.on >= s.today
    deadline = s.deadline
    return deadline is not None and deadline.told and deadline.on == step.on == s.today


@claim("I6")
def questions_and_calls_fall_on_business_days(case: Case) -> bool:
    """Questions about news, and calls that they did not ask for, fall on business days."""
    step = case.step
    unasked = step.channel in CALLING and step.action is not Action.CALL_AS_ASKED
    if step.action not in STATUS_CONTACTS and not unasked:
        return True
    return case.s.calendar.is_business_day(step.on)


@claim("I6")
def the_day_lies_in_its_window(case: Case) -> bool:
    """The recommended day is never before the earliest and never after the latest."""
    step = case.step
    early = step.earliest is not None and step.on < step.earliest
    late = step.latest is not None and step.on > step.latest
    return not early and not late


COMES_BEFORE_A_SET_DAY = frozenset(
    (Action.PREPARE, Action.CALL_AS_ASKED, Action.SEND_REQUESTED, Action.NO_CONTACT)
)


@claim("I20", frozenset(Action) - COMES_BEFORE_A_SET_DAY)
def what_they_set_comes_first_on_its_day(case: Case) -> bool:
    """On the day that they set for a call, the call comes first, or the line in its place."""
    s = case.s
    if s.heard in HAS_ITS_OWN_END or s.call_on != s.today or s.call_unanswered or s.call_noted:
        return True
    if Instruction.NO_CONTACT in s.instructions or says_only_if(s) or no_way_is_welcome(s):
        return True
    return Instruction.WAIT_FOR_US in s.instructions


@claim("I20", (Action.WAIT,))
def no_wait_on_the_day_to_answer(case: Case) -> bool:
    """On the day until which you asked for time, you answer their offer."""
    s = case.s
    return s.offer is not OfferState.ASKED_TIME or s.answer_by is None or s.today < s.answer_by


# ---- letting go ---------------------------------------------------------------------


@claim("I17", (Action.MOVE_ON,))
def nobody_gives_up_before_the_named_day(case: Case) -> bool:
    """Nobody gives up before the named day is 5 business days past, unless it is closed."""
    s = case.s
    if s.heard in HAS_ITS_OWN_END or s.promised is None:
        return True
    return s.today >= case.facts.after(s.promised, "closed-after-their-date")


@claim("I28", frozenset(Action) - {Action.MOVE_ON})
def nothing_half_a_year_old_is_reopened(case: Case) -> bool:
    """Where the latest day is half a year old, it is left with them; a list has its own end."""
    return case.s.heard is Heard.RESERVE_LIST or not is_half_a_year_old(case)


def is_half_a_year_old(case: Case) -> bool:
    """Tell whether half a year has passed since the latest day that the case knows."""
    s, facts = case.s, case.facts
    days = days_known(s)
    return not any(day and s.today <= facts.after(day, "case-is-old") for day in days)


def days_known(s: Situation) -> Iterator[date | None]:
    """Yield the days that a case knows: of what was said, done and set."""
    yield s.heard_on if s.heard is not Heard.NOTHING else None
    yield s.interviewed_on
    yield s.check_ins.last if s.check_ins else None
    yield s.promised
    yield s.call_on
    yield s.answer_by
    yield s.reminders.last if s.reminders else None
    yield s.deadline.on if s.deadline and s.deadline.told else None


# ---- a deadline from elsewhere --------------------------------------------------------


@claim("I17", QUIET)
def no_silence_while_an_untold_deadline_rules(case: Case) -> bool:
    """No silence while a deadline rules that they do not know, but for a set call that is near."""
    return not must_be_told(case) or is_near(case.s.call_on, case.s)


@claim("I17", frozenset(Action) - {*QUIET, Action.TELL_DEADLINE})
def an_untold_deadline_that_rules_is_told_next(case: Case) -> bool:
    """Such a deadline is told before all else, but for a request and a call that they set."""
    set_by_them = case.step.action is Action.CALL_AS_ASKED or case.s.heard in WANTS_SOMETHING
    return set_by_them or not must_be_told(case)


def is_near(day: date | None, s: Situation) -> bool:
    """Tell whether a day is less than three days ahead, so that it can carry what is due today."""
    return day is not None and s.today < day < s.today + ONE_DAY * DAYS_APART


def must_be_told(case: Case) -> bool:
    """Tell whether a deadline rules that they do not know about, and that they may be told."""
    s = case.s
    if s.deadline is None or s.deadline.told or s.heard in HAS_ITS_OWN_END:
        return False
    if s.interviewed_on > s.today or Instruction.NO_CONTACT in s.instructions:
        return False
    return deadline_rules(s, case.facts) and not is_half_a_year_old(case)


def deadline_rules(s: Situation, facts: Facts) -> bool:
    """Tell whether the deadline comes before their own answer, counted in working days."""
    if s.deadline is None or s.today > s.deadline.on:
        return False
    on = s.calendar.last_before(s.deadline.on + ONE_DAY)
    near = on <= facts.after(s.today, "deadline-horizon")
    if s.promised is None:
        return near
    before = on <= facts.after(s.promised, "deadline-after-their-date")
    return before or (near and s.today >= facts.after(s.promised, "after-their-date"))


@claim("I18", (Action.WAIT,))
def no_wait_beyond_an_untold_deadline(case: Case) -> bool:
    """No wait runs past the last day on which an untold deadline could still be told."""
    s = case.s
    if s.heard in HAS_ITS_OWN_END or Instruction.NO_CONTACT in s.instructions:
        return True
    deadline = s.deadline
    if deadline is None or deadline.told or deadline.on < s.today:
        return True
    return case.step.on <= deadline.on


# ---- the parts of one advice agree with each other ----------------------------------


@claim("I16")
def every_part_has_its_reason(case: Case) -> bool:
    """Every result names the rule that decided, its section and its claims; never E1."""
    because = case.step.because
    named = {claim for _, rule in because for claim in rule.claims}
    return bool(named) and "E1" not in named and all("#" in rule.section for _, rule in because)


@claim("no contradiction")
def silence_has_no_channel(case: Case) -> bool:
    """To wait, to prepare and to let go have no channel; everything else has one."""
    return (case.step.action in QUIET) is (case.step.channel is Channel.NONE)


@claim("no contradiction", QUIET)
def silence_is_addressed_to_nobody(case: Case) -> bool:
    """To wait, to prepare and to let go are addressed to nobody and send nothing."""
    return case.step.to is None and case.step.message is None


@claim("no contradiction", frozenset(Action) - {*QUIET, Action.REPLY_TO_OFFER})
def what_is_sent_has_words(case: Case) -> bool:
    """Everything that is sent has its words, but for the answer to an offer."""
    return case.step.message is not None


@claim("no contradiction")
def thanks_inside_are_owed(case: Case) -> bool:
    """A message carries the thanks only where they are not sent yet."""
    return not case.step.thanks_inside or not case.s.thanked


@claim("no contradiction")
def a_call_is_not_advised_twice(case: Case) -> bool:
    """A call is either advised or called fine beside writing, never both."""
    return not (case.step.also_call and case.step.channel in CALLING)
