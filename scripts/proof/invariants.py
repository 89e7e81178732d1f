"""What must hold for every situation. The numbers are the model's; a docstring is the claim.

A claim looks at as little as it can, and at the step before the answers: so
it holds for a whole class of situations at once (``scripts.proof.lazy_search``).
The claims are worked out anew from the answers and do not ask the tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from followup.facts import Facts
from followup.model import (
    QUIET,
    STATUS_CONTACTS,
    Action,
    Channel,
    Contact,
    Heard,
    Instruction,
    Line,
    Recipient,
    Situation,
    Step,
)

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
ANSWERED_BY_THEM = frozenset((*OVER, Heard.OFFER, Heard.CANCELLED))
STILL_OPEN = frozenset((Heard.STILL_DECIDING, Heard.ON_HOLD))
COMES_BEFORE_THANKS = frozenset(
    (
        Action.THANK_YOU,
        Action.PREPARE,
        Action.NO_CONTACT,
        Action.SEND_REQUESTED,
        Action.TELL_DEADLINE,
        Action.CALL_AS_ASKED,
        Action.REPLY_TO_OFFER,
        Action.CLOSE_WITH_THANKS,
        Action.WITHDRAW,
        Action.REARRANGE,
    )
)
RUNGS = {
    Channel.EMAIL: Line.EMAIL,
    Channel.PORTAL: Line.PORTAL,
    Channel.LINKEDIN: Line.LINKEDIN,
    Channel.POST: Line.POST,
}


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


def claim(number: str) -> Callable[[Holds], Holds]:
    """Let a function be a claim about every case."""

    def kept(holds: Holds) -> Holds:
        OF_A_STEP[as_claim(number, holds)] = holds
        return holds

    return kept


def broken_by(case: Case) -> Iterator[Claim]:
    """Yield the claims that do not hold for a case."""
    return (claim for claim, holds in OF_A_STEP.items() if not holds(case))


# ---- about one step --------------------------------------------------------------


def calls(step: Step) -> bool:
    """Tell whether a call is advised or called acceptable."""
    return step.also_call or step.channel in CALLING


def says_only_if(s: Situation) -> bool:
    """Tell whether they will be in touch only if needed; an own recruiter does not count."""
    return s.contact is not Contact.AGENCY and Instruction.ONLY_IF in s.instructions


def limit(s: Situation) -> int:
    """Return how many status contacts their words allow."""
    if Instruction.NO_CONTACT in s.instructions or says_only_if(s):
        return 0
    return 1 if Instruction.WAIT_FOR_US in s.instructions else 2


@claim("I1")
def no_call_where_it_is_unwelcome_or_impossible(case: Case) -> bool:
    """No call is advised or called fine where they forbade it, or where no number is known."""
    if not calls(case.step):
        return True
    set_by_them = case.step.action is Action.CALL_AS_ASKED
    numberless = not set_by_them and Line.PHONE not in case.s.lines
    return not (case.s.instructions & FORBIDS_CALLS or says_only_if(case.s) or numberless)


@claim("I2")
def no_question_before_their_date_is_over(case: Case) -> bool:
    """No question about news goes out before the named day is 2 business days past."""
    if case.step.action not in STATUS_CONTACTS or case.s.promised is None:
        return True
    return case.step.on >= case.facts.after(case.s.promised, "after-their-date")


@claim("I3")
def no_question_beyond_the_limit(case: Case) -> bool:
    """At most 2 questions about news; 1 where they asked you to wait; none where forbidden."""
    s = case.s
    if case.step.action not in STATUS_CONTACTS:
        return True
    most = limit(s)
    if s.check_ins is None:
        return most > 0
    if most and s.heard is Heard.NEW_DATE and s.heard_on >= s.check_ins.last:
        most += 1
    return s.check_ins.count < most


@claim("I3")
def no_second_call_of_your_own(case: Case) -> bool:
    """At most 1 call that they did not ask for, 2 where the phone is the only line."""
    if case.step.action not in STATUS_CONTACTS or not calls(case.step) or not case.s.check_ins:
        return True
    return case.s.check_ins.calls < (2 if case.s.lines == {Line.PHONE} else 1)


@claim("I4")
def thanks_come_first(case: Case) -> bool:
    """Thanks come first: unsent, within a day, nothing asked yet, and a way to write."""
    s = case.s
    if case.step.action in COMES_BEFORE_THANKS or s.heard in ANSWERED_BY_THEM:
        return True
    if not 0 <= (s.today - s.interviewed_on).days <= 1 or s.thanked or s.check_ins:
        return True
    return s.lines == {Line.PHONE} or Instruction.NO_CONTACT in s.instructions


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


@claim("I10")
def nothing_but_farewell_after_the_end(case: Case) -> bool:
    """After a no, a hire of someone else or a withdrawal: no question and no call."""
    if case.step.action not in STATUS_CONTACTS and not calls(case.step):
        return True
    return case.s.heard not in OVER


@claim("I11")
def questions_keep_their_distance(case: Case) -> bool:
    """A question keeps its distance from your last one, your answer and what they said."""
    s, facts, step = case.s, case.facts, case.step
    if step.action not in STATUS_CONTACTS:
        return True
    first = [facts.after(s.check_ins.last, "between-contacts")] if s.check_ins else []
    if s.heard is Heard.ASKED and s.replied:
        first.append(facts.after(s.heard_on, "after-your-answer"))
    if s.heard in STILL_OPEN:
        kind = "on-hold" if s.heard is Heard.ON_HOLD else "still-going-on"
        first.append(facts.after(s.heard_on, f"after-{kind}"))
    return all(step.on >= day for day in first)


@claim("I11")
def no_question_right_after_a_told_deadline(case: Case) -> bool:
    """After a deadline that they knew has passed, 5 business days stay free of questions."""
    if case.step.action not in STATUS_CONTACTS:
        return True
    deadline = case.s.deadline
    if deadline is None or not deadline.told or case.step.on <= deadline.on:
        return True
    return case.step.on >= case.facts.after(deadline.on, "after-deadline")


@claim("I13")
def not_sure_never_means_call(case: Case) -> bool:
    """Not sure is cautious: without a reason to call, a question about news is written."""
    s = case.s
    if case.step.action not in STATUS_CONTACTS or case.step.channel is not Channel.CALL:
        return True
    invited = Instruction.CALL_ANY in s.instructions or s.call_on is not None
    return s.lines == {Line.PHONE} or invited or s.calls_are_normal


@claim("I15")
def only_ways_that_you_named(case: Case) -> bool:
    """Only ways you named are used; with none, the message that set up the interview."""
    channel = case.step.channel
    if channel in RUNGS:
        return RUNGS[channel] in case.s.lines
    if channel is Channel.CALL_AND_EMAIL:
        return {Line.PHONE, Line.EMAIL} <= case.s.lines
    if channel is Channel.INVITATION_THREAD:
        return Line.THREAD in case.s.lines or not case.s.lines & frozenset(RUNGS.values())
    return True


@claim("I15")
def nobody_goes_over_their_contact(case: Case) -> bool:
    """The message goes to your contact: an agency’s candidate turns to the recruiter alone."""
    s, to = case.s, case.step.to
    if to is None or to is Recipient.WHOEVER_ARRANGED:
        return to is None or s.contact is None or not s.lines
    return (to is Recipient.AGENCY_RECRUITER) is (s.contact is Contact.AGENCY)


@claim("I16")
def every_part_has_its_reason(case: Case) -> bool:
    """Every result names the rule that decided, its section and its claims; never E1."""
    because = case.step.because
    named = {claim for _, rule in because for claim in rule.claims}
    return bool(named) and "E1" not in named and all("#" in rule.section for _, rule in because)


@claim("I17")
def nobody_gives_up_before_the_named_day(case: Case) -> bool:
    """Nobody gives up before the named day is 5 business days past, unless it is closed."""
    s = case.s
    if case.step.action is not Action.MOVE_ON or s.promised is None:
        return True
    return s.heard in ANSWERED_BY_THEM or s.today >= case.facts.after(
        s.promised, "closed-after-their-date"
    )


@claim("I17")
def no_silence_while_an_untold_deadline_rules(case: Case) -> bool:
    """No silence while a deadline rules that they do not know about."""
    return case.step.action not in QUIET or not must_be_told(case)


@claim("I17")
def an_untold_deadline_that_rules_is_told_next(case: Case) -> bool:
    """Such a deadline is told before all else, but for what they asked you for."""
    told = case.step.action is Action.TELL_DEADLINE or case.s.heard is Heard.ASKED
    return told or not must_be_told(case)


def must_be_told(case: Case) -> bool:
    """Tell whether a deadline rules that they do not know about, and that they may be told."""
    s = case.s
    if s.deadline is None or s.deadline.told or s.heard in ANSWERED_BY_THEM:
        return False
    if s.interviewed_on > s.today or Instruction.NO_CONTACT in s.instructions:
        return False
    return deadline_rules(s, case.facts)


def deadline_rules(s: Situation, facts: Facts) -> bool:
    """Tell whether the deadline comes before their own answer, as the model defines it."""
    if s.deadline is None or s.today > s.deadline.on:
        return False
    near = s.deadline.on <= facts.after(s.today, "deadline-horizon")
    if s.promised is None:
        return near
    before = s.deadline.on <= facts.after(s.promised, "deadline-after-their-date")
    return before or (near and s.today >= facts.after(s.promised, "after-their-date"))


@claim("I18")
def no_wait_beyond_an_untold_deadline(case: Case) -> bool:
    """No wait runs past the last day on which an untold deadline could still be told."""
    s, step = case.s, case.step
    if step.action is not Action.WAIT or s.heard in ANSWERED_BY_THEM:
        return True
    deadline = s.deadline
    if deadline is None or deadline.told or deadline.on < s.today:
        return True
    return step.on <= deadline.on


# ---- the parts of one advice agree with each other ----------------------------------


@claim("no contradiction")
def silence_has_no_channel(case: Case) -> bool:
    """To wait, to prepare and to let go have no channel; everything else has one."""
    return (case.step.action in QUIET) is (case.step.channel is Channel.NONE)


@claim("no contradiction")
def silence_is_addressed_to_nobody(case: Case) -> bool:
    """To wait, to prepare and to let go are addressed to nobody and send nothing."""
    step = case.step
    return step.action not in QUIET or (step.to is None and step.message is None)


@claim("no contradiction")
def what_is_sent_has_words(case: Case) -> bool:
    """Everything that is sent has its words, but for the answer to an offer."""
    return case.step.action in {*QUIET, Action.REPLY_TO_OFFER} or case.step.message is not None


@claim("no contradiction")
def thanks_inside_are_owed(case: Case) -> bool:
    """A message carries the thanks only where they are not sent yet."""
    return not case.step.thanks_inside or not case.s.thanked


@claim("no contradiction")
def a_call_is_not_advised_twice(case: Case) -> bool:
    """A call is either advised or called fine beside writing, never both."""
    return not (case.step.also_call and case.step.channel in CALLING)
