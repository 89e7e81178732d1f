"""By what means."""

from __future__ import annotations

from followup.model import THANKS, Action, Contact, Line, Means, Table, Task

WRITTEN_ONLY = frozenset(
    (
        *THANKS,
        Action.CLOSE_WITH_THANKS,
        Action.WITHDRAW,
        Action.CHECK_IN,
        Action.REARRANGE,
        Action.TELL_DEADLINE,
        Action.ASK_WHICH_HOLDS,
        Action.CALL_AS_ASKED,  # where a line takes its place, or a note follows it
    ),
)


ASKS_THEM_TOO = frozenset((Action.TELL_DEADLINE, Action.CHECK_IN))
TELLS_THEM = ASKS_THEM_TOO | {Action.WITHDRAW, Action.REARRANGE, Action.ASK_WHICH_HOLDS}
NOTHING_TO_SEND = frozenset((Action.PREPARE, Action.WAIT, Action.NO_CONTACT, Action.MOVE_ON))


def an_offer_elsewhere_runs_out(task: Task) -> bool:
    """Another offer runs out in a day or two, on a working day, and calls are not forbidden."""
    s = task.facts.situation
    if task.action is not Action.TELL_DEADLINE or s.deadline is None:
        return False
    at_work = s.calendar.is_business_day(s.today)
    possible = task.facts.has_phone and not task.facts.calls_unwelcome
    return task.facts.deadline_is_close and at_work and possible


CHANNEL = Table[Task, Means]("CHANNEL")


@CHANNEL.line(
    then=Means.NONE,
    ref="§5",
    section="silence#meanwhile",
    claims="M7 M8 N12",
)
def nothing_to_send(task: Task) -> bool:
    """The action is to wait, to prepare or to let go."""
    return task.action in NOTHING_TO_SEND


@CHANNEL.line(
    then=Means.AS_THEY_WROTE,
    ref="§5",
    section="channels#answer-the-way-they-asked",
    claims="F6",
)
def the_way_they_made_the_offer(task: Task) -> bool:
    """The action answers an offer."""
    return task.action is Action.REPLY_TO_OFFER


@CHANNEL.line(
    then=Means.AS_THEY_ASKED,
    ref="§5",
    section="channels#answer-the-way-they-asked",
    claims="F6",
)
def the_way_they_asked(task: Task) -> bool:
    """The action answers a request."""
    return task.action is Action.SEND_REQUESTED


@CHANNEL.line(
    then=Means.CALL,
    ref="§5.2",
    section="calling#the-day-they-set",
    claims="X2 F6",
)
def the_call_they_set(task: Task) -> bool:
    """The action is the call that they set, and it is to be made."""
    return task.action is Action.CALL_AS_ASKED and task.facts.may_make_the_set_call


@CHANNEL.line(
    then=Means.CALL_AND_EMAIL,
    ref="§5.2",
    section="deadlines#call-about-a-deadline",
    claims="F9 D7 D12",
    conflicts="K13",
)
def an_offer_runs_out_write_and_call(task: Task) -> bool:
    """Another offer runs out, a call is possible today, and you have an email address."""
    return an_offer_elsewhere_runs_out(task) and Line.EMAIL in task.facts.situation.lines


@CHANNEL.line(
    then=Means.CALL,
    ref="§5.2",
    section="deadlines#call-about-a-deadline",
    claims="F9 D7 D12",
    conflicts="K13",
)
def an_offer_runs_out_call(task: Task) -> bool:
    """Another offer runs out, a call is possible today, and the phone is the only line."""
    return an_offer_elsewhere_runs_out(task) and task.facts.phone_is_the_only_line


@CHANNEL.line(
    then=Means.CALL,
    ref="§5.3",
    section="thank-you#thank-through-the-agency",
    conflicts="K17",
)
def your_recruiter_by_phone(task: Task) -> bool:
    """Thanks go through your own recruiter, whom you can only call."""
    if task.action not in THANKS:
        return False
    return task.facts.situation.contact is Contact.AGENCY and task.facts.phone_is_the_only_line


@CHANNEL.line(
    then=Means.CALL,
    ref="§5.2",
    section="calling#only-a-phone",
    claims="A5",
    our_judgement=True,
)
def only_a_phone_number_to_tell_them(task: Task) -> bool:
    """You have to tell them something, and know a number alone; they did not ask for silence."""
    facts = task.facts
    if task.action not in TELLS_THEM or not facts.phone_is_the_only_line:
        return False
    if task.action not in ASKS_THEM_TOO:
        return True
    s = facts.situation
    if task.action is Action.CHECK_IN:
        return not facts.calls_unwelcome and not facts.calls_used_up
    in_time = s.deadline is None or s.calendar.next(s.today) <= s.deadline.on
    return not facts.calls_unwelcome and in_time


@CHANNEL.line(
    then=Means.WRITE,
    ref="§5.3",
    section="thank-you#thank-through-the-agency",
    conflicts="K17",
)
def your_recruiter_in_writing(task: Task) -> bool:
    """Thanks go through your own recruiter, to whom you can write."""
    return task.action in THANKS and task.facts.situation.contact is Contact.AGENCY


@CHANNEL.line(
    then=Means.WRITE,
    ref="§5.1",
    section="channels#write-first",
    claims="A1 A4 B6",
)
def always_in_writing(task: Task) -> bool:
    """Thanks, a goodbye, a check-in or a notice: written words."""
    return task.action in WRITTEN_ONLY


@CHANNEL.line(
    then=Means.WRITE,
    ref="§5.1",
    section="channels#no-calls",
    claims="F6 F10 N3",
)
def they_said_not_to_call(task: Task) -> bool:
    """Something they said forbids calls."""
    return task.facts.calls_unwelcome


@CHANNEL.line(
    then=Means.WRITE,
    ref="§5.1",
    section="channels#ladder",
    claims="A1 A2",
    conflicts="K12",
)
def no_number_known(task: Task) -> bool:
    """You have no phone number."""
    return not task.facts.has_phone


@CHANNEL.line(
    then=Means.WRITE,
    ref="§5.1",
    section="channels#no-calls",
    claims="N1 R3",
    conflicts="K8",
)
def your_calls_are_used_up(task: Task) -> bool:
    """You have called before; twice, where the phone is the only line."""
    return task.facts.calls_used_up


@CHANNEL.line(
    then=Means.WRITE,
    ref="§5.1",
    section="channels#no-calls",
    claims="R1 R6",
    conflicts="K16",
)
def too_late_for_a_call(task: Task) -> bool:
    """The good days for a call are over."""
    facts = task.facts
    if facts.invited_to_call or facts.phone_is_the_only_line:
        return task.on > facts.after(facts.anchor, "too-late-for-second")
    return task.on > facts.latest


@CHANNEL.line(
    then=Means.CALL,
    ref="§5.2",
    section="calling#invited",
    claims="X2 SC5",
    conflicts="K1",
)
def they_invited_a_call(task: Task) -> bool:
    """They said that you may call."""
    return task.facts.invited_to_call


@CHANNEL.line(
    then=Means.CALL,
    ref="§5.2",
    section="calling#where-calls-are-normal",
    claims="X3 F8",
    conflicts="K1",
)
def calls_are_normal_there(task: Task) -> bool:
    """Calls are normal in this kind of job, nobody is formal, and you have not asked before."""
    s = task.facts.situation
    formal = s.formal_place or s.formal_manner
    return s.calls_are_normal and not formal and task.facts.used == 0


@CHANNEL.line(
    then=Means.CALL,
    ref="§5.2",
    section="calling#only-a-phone",
    claims="A5",
    conflicts="K1",
)
def only_a_phone_number(task: Task) -> bool:
    """You know a number and no other way."""
    return task.facts.phone_is_the_only_line


@CHANNEL.line(
    then=Means.WRITE,
    ref="§5.3",
    section="channels#write-first",
    claims="G3 X4 A1 B6",
    conflicts="K1",
)
def write_first(_: Task) -> bool:
    """In every other case."""
    return True
