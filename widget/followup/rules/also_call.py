"""May you call as well? Asked only beside a written recommendation."""

from __future__ import annotations

from followup.model import THANKS, Action, Contact, Table, Task
from followup.rules.channel import (
    an_offer_elsewhere_runs_out,
    no_number_known,
    they_said_not_to_call,
    too_late_for_a_call,
    your_calls_are_used_up,
)

CALL_ALSO_FINE = "channels#call-also-fine"


ALSO_CALL = Table[Task, bool]("ALSO_CALL")


@ALSO_CALL.line(
    then=True,
    ref="§5.2",
    section="deadlines#call-about-a-deadline",
    claims="F9 D7 D12",
)
def call_too_an_offer_runs_out(task: Task) -> bool:
    """Another offer runs out in a day or two, on a working day, and calls are not forbidden."""
    return an_offer_elsewhere_runs_out(task)


@ALSO_CALL.line(
    then=True,
    ref="§5.3",
    section="thank-you#thank-through-the-agency",
)
def call_too_your_recruiter(task: Task) -> bool:
    """Thanks go through your own recruiter, who has a phone and is at work."""
    s = task.facts.situation
    if task.action not in THANKS or s.contact is not Contact.AGENCY:
        return False
    welcome = task.facts.has_phone and not task.facts.calls_unwelcome
    return welcome and s.calendar.is_business_day(s.today)


@ALSO_CALL.line(
    then=False,
    ref="§5.1",
    section="channels#write-first",
)
def no_call_not_a_question(task: Task) -> bool:
    """It is neither your first nor your last question about news."""
    return task.action not in {Action.FOLLOW_UP, Action.LAST_FOLLOW_UP}


@ALSO_CALL.line(
    then=False,
    ref="§5.1",
    section="channels#no-calls",
    claims="F6 N1 N3 R1 R6",
)
def no_call_ruled_out(task: Task) -> bool:
    """A call is forbidden, impossible, used up or too late."""
    impossible = they_said_not_to_call(task) or no_number_known(task)
    return impossible or your_calls_are_used_up(task) or too_late_for_a_call(task)


@ALSO_CALL.line(
    then=False,
    ref="§5.4",
    section="channels#no-calls",
    claims="N1",
)
def no_call_after_two_contacts(task: Task) -> bool:
    """You have asked more than once."""
    return task.facts.used > 1


@ALSO_CALL.line(
    then=False,
    ref="§5.4",
    section="channels#no-calls",
    claims="F2 F5 F7",
)
def no_call_someone_is_formal(task: Task) -> bool:
    """A formal place, a formal interviewer or a panel."""
    return task.facts.is_slow_place or task.facts.situation.formal_manner


@ALSO_CALL.line(
    then=True,
    ref="§5.4",
    section=CALL_ALSO_FINE,
    claims="X1",
)
def call_too_their_date_is_past(task: Task) -> bool:
    """The day they named is two business days past."""
    facts = task.facts
    promised = facts.situation.promised
    return promised is not None and task.on >= facts.after(promised, "after-their-date")


@ALSO_CALL.line(
    then=True,
    ref="§5.4",
    section=CALL_ALSO_FINE,
    claims="T8",
)
def call_too_two_quiet_weeks(task: Task) -> bool:
    """No date was named, and two weeks of silence have passed."""
    facts = task.facts
    return facts.situation.promised is None and task.on >= facts.after(facts.start, "call-no-date")


@ALSO_CALL.line(
    then=True,
    ref="§5.4",
    section=CALL_ALSO_FINE,
    claims="F1 F4 T7 A5 G2",
)
def call_too_an_open_place(task: Task) -> bool:
    """No date, a week of silence, and the company is direct or the interviewer was friendly."""
    s, facts = task.facts.situation, task.facts
    warm = s.direct_place or s.friendly_manner
    return (
        s.promised is None and warm and task.on >= facts.after(facts.start, "call-no-date-direct")
    )


@ALSO_CALL.line(
    then=True,
    ref="§5.4",
    section=CALL_ALSO_FINE,
)
def call_too_your_own_recruiter(task: Task) -> bool:
    """Your contact is an agency recruiter."""
    return task.facts.situation.contact is Contact.AGENCY


@ALSO_CALL.line(
    then=False,
    ref="§5.3",
    section="channels#write-first",
    claims="G3 X4",
)
def no_call_without_a_reason(_: Task) -> bool:
    """In every other case."""
    return True
