"""Turn a situation into a plan: ask each table once, put days to the answers.

The later steps of a plan are found by living it: do what is advised on the
day it is advised, hear nothing, and ask the same tables again. So the plan
cannot promise what the rules would not say when that day comes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import repeat

from followup.facts import STILL_OPEN, WANTS_SOMETHING, Facts, cached
from followup.model import (
    QUIET,
    STATUS_CONTACTS,
    THANKS,
    Action,
    AnyRule,
    Channel,
    CheckIns,
    Contact,
    Deadline,
    Decision,
    Heard,
    Line,
    Means,
    Move,
    OfferState,
    Outline,
    Part,
    Plan,
    Recipient,
    Reminders,
    Rule,
    Sending,
    Situation,
    Step,
    Task,
    TimingId,
    Timings,
)
from followup.rules import (
    ACTION,
    ALSO_CALL,
    AVOID,
    CHANNEL,
    DAY_OF_THE_DEADLINE,
    DEADLINE_COMES_FIRST,
    ENDS_IN_SILENCE,
    ENDS_WITH_THE_SET_CALL,
    NEAR_ENOUGH_SOON,
    SET_CALL_GOES_BY,
    check_in_due,
    day_of_the_call,
    due,
    is_mere_wait,
    message_for,
    set_call_has_lapsed,
    tells_of_the_deadline,
)
from followup.workdays import ONE_DAY

STEPS_AT_MOST = 24
PAPER_TO_SIGN = "the-offer-is-in-writing"

LADDER = (
    (Line.THREAD, Channel.INVITATION_THREAD),
    (Line.EMAIL, Channel.EMAIL),
    (Line.PORTAL, Channel.PORTAL),
    (Line.LINKEDIN, Channel.LINKEDIN),
    (Line.POST, Channel.POST),
)
PEOPLE = {
    Contact.HIRING_MANAGER: Recipient.HIRING_MANAGER,
    Contact.HR: Recipient.HR,
    Contact.AGENCY: Recipient.AGENCY_RECRUITER,
    Contact.PANEL: Recipient.PANEL_COORDINATOR,
    Contact.COMMITTEE: Recipient.COMMITTEE_CHAIR,
}
TO_NOBODY = frozenset((*QUIET, Action.SEND_REQUESTED, Action.REPLY_TO_OFFER))
CARRIES_THANKS = frozenset(
    (*STATUS_CONTACTS, Action.SEND_REQUESTED, Action.TELL_DEADLINE, Action.CALL_AS_ASKED),
)
LEAVES_IT_OPEN = frozenset((*STILL_OPEN, *WANTS_SOMETHING, Heard.NEW_DATE))
DATED_BY_SILENCE = frozenset((*STATUS_CONTACTS, Action.WAIT))
DATED_BY_WAITING = DATED_BY_SILENCE | {Action.MOVE_ON}


def advise(situation: Situation, timings: Timings) -> Plan:
    """Return the plan for a situation: the next step, then what follows silence.

    ``timings`` maps the rows of the guide's table to counts. Raises
    ``GapError`` if a table has no rule that fits.
    """
    return plan_for(Facts(situation, timings))


def plan_for(facts: Facts) -> Plan:
    """Return the same for a situation whose facts are known."""
    step = next_step(facts)
    task = Task(facts, step.action, step.on)
    return Plan(
        situation=facts.situation,
        steps=(step, *what_follows(facts.situation, step, facts.timings)),
        contacts_used=facts.used,
        contacts_left=facts.left,
        avoid=AVOID.all_that_fit(task),
    )


@cached
def next_step(facts: Facts) -> Step:
    """Ask the tables for the one next step."""
    decided, means, action, on = settle(facts)
    task, channel = Task(facts, action, on), channel_of(means.rule.then, facts)
    also = beside_writing(task, means)
    earliest, latest = window(task, means)
    return Step(
        action=action,
        channel=channel,
        to=recipient(task),
        also_call=also is not None,
        on=task_day(task, channel),
        earliest=earliest,
        latest=latest,
        message=message_for(sending(facts.situation, action, channel)),
        thanks_inside=action in CARRIES_THANKS and not facts.situation.thanked,
        because=reasons(task, decided, means, also),
        passed_over=overlooked(decided, means, action),
    )


def next_outline(facts: Facts) -> Outline:
    """Return what the next step comes to, without its reasons and its window: many are compared."""
    decided, means, action, on = settle(facts)
    task, channel = Task(facts, action, on), channel_of(means.rule.then, facts)
    return Outline(
        action=action,
        channel=channel,
        also_call=beside_writing(task, means) is not None,
        to=recipient(task),
        on=task_day(task, channel),
        rule=until(decided.rule, facts),
    )


def sending(s: Situation, action: Action, channel: Channel) -> Sending:
    """Return an action by its channel as the message rules look at it."""
    return Sending(
        action,
        channel,
        date_was_promised=action is Action.FOLLOW_UP and s.promised is not None,
        heard=s.heard,
        asked_for=s.asked_for if action is Action.SEND_REQUESTED else None,
        offer=s.offer if action is Action.REPLY_TO_OFFER else None,
        nobody_answered=action is Action.CALL_AS_ASKED and s.call_unanswered,
        nobody_was_there=action in THANKS and s.nobody_was_there,
    )


@cached
def settle(facts: Facts) -> tuple[Decision[Facts, Move], Decision[Task, Means], Action, date]:
    """Ask the tables what to do and by what means; return that with the action and its day.

    Facts keep this. With the task, which knows its facts, that would be a ring, which only a search
    for garbage takes apart; the Python of the page never searches.
    """
    decided = ACTION.decide(facts)
    move = until(decided.rule, facts).then
    on = move.on(facts)
    return decided, CHANNEL.decide(Task(facts, move.action, on)), move.action, on


def beside_writing(task: Task, means: Decision[Task, Means]) -> Rule[Task, bool] | None:
    """Return the rule by which a call is just as good as writing, None if it is not."""
    if means.rule.then is not Means.WRITE:
        return None
    rule = ALSO_CALL.decide(task).rule
    return rule if rule.then else None


def until(rule: Rule[Facts, Move], facts: Facts) -> Rule[Facts, Move]:
    """Return the rule whose day holds: a deadline from elsewhere can come before a later day.

    One that they do not know ends the wait on the day on which they should hear of it. One that
    they know takes its place, if it will rule by then; a call that they set comes first.
    """
    if rule.then.action not in DATED_BY_WAITING:
        return rule
    on = rule.then.on(facts)
    if rule.then.action in STATUS_CONTACTS and on == facts.situation.today:
        return rule
    if rule.then.on is day_of_the_call and facts.their_day_tells_the_deadline:
        return rule
    ends = rule.then.action is Action.MOVE_ON or rule.then.on in ENDS_IN_SILENCE
    if rule.then.on in ENDS_WITH_THE_SET_CALL and facts.set_call_is_let_go:
        rule = SET_CALL_GOES_BY if on == set_call_has_lapsed(facts) else rule
    on = date.max if ends else on  # what is closed opens no more, so it closes after a deadline
    if facts.untold_deadline_from is not None and facts.untold_deadline_from <= on:
        return NEAR_ENOUGH_SOON
    deadline = facts.told_deadline_comes_up
    their_day_first = rule.then.on is day_of_the_call and deadline is not None and on <= deadline
    if deadline is None or their_day_first or deadline == on:
        return rule
    return DEADLINE_COMES_FIRST if facts.deadline_rules_on(min(on, deadline)) else rule


def task_day(task: Task, channel: Channel) -> date:
    """Return the day, moved to a working day for a call that nobody asked for."""
    s = task.facts.situation
    if channel is not Channel.CALL or (
        task.action is Action.CALL_AS_ASKED and task.on == s.call_on
    ):
        return task.on
    if task.action is Action.TELL_DEADLINE:
        return day_to_call_about_the_deadline(task.facts)
    return s.calendar.next(task.on)


def day_to_call_about_the_deadline(facts: Facts) -> date:
    """Return the first working day that keeps its distance from your last contact, if in time."""
    s = facts.situation
    first = s.calendar.next(s.today)
    if facts.last is None or s.deadline is None or facts.is_apart(facts.last, first):
        return first
    apart = ONE_DAY * facts.timings[TimingId("thanks-apart")]
    later = (s.calendar.next(facts.last + apart), s.calendar.next(facts.last + ONE_DAY))
    return next((day for day in later if first <= day <= s.deadline.on), first)


def channel_of(means: Means, facts: Facts) -> Channel:
    """Return the channel; writing takes the first known line of the ladder."""
    if means is not Means.WRITE:
        return Channel(means.value)
    known = (channel for line, channel in LADDER if line in facts.situation.lines)
    return next(known, Channel.INVITATION_THREAD)


def recipient(task: Task) -> Recipient | None:
    """Return the one person to turn to."""
    s = task.facts.situation
    the_set_call = task.action is Action.CALL_AS_ASKED and task.facts.may_make_the_set_call
    if task.action in TO_NOBODY or the_set_call:  # the number is the one they gave
        return None
    if task.action in THANKS and s.contact is Contact.PANEL:
        return Recipient.EACH_INTERVIEWER
    if s.contact is None or not s.lines:
        return Recipient.WHOEVER_ARRANGED
    return PEOPLE[s.contact]


def window(task: Task, means: Decision[Task, Means]) -> tuple[date | None, date | None]:
    """Return the first and the last good day; None where there is no window."""
    facts, s = task.facts, task.facts.situation
    day, on = s.today, task.on
    match task.action:
        case Action.WAIT | Action.NO_CONTACT | Action.MOVE_ON:
            return None, None
        case Action.PREPARE:
            return day, s.interviewed_on
        case Action.THANK_YOU:
            last = s.interviewed_on + ONE_DAY
        case Action.THANK_YOU_LATE:
            last = s.interviewed_on + ONE_DAY * facts.timings[TimingId("thanks-late")]
        case Action.WITHDRAW | Action.REARRANGE | Action.ASK_WHICH_HOLDS:
            last = s.calendar.after(day, 1)
        case Action.SEND_REQUESTED | Action.REPLY_TO_OFFER:
            last = facts.after(s.heard_on, task.action.value)
        case Action.CLOSE_WITH_THANKS:
            last = facts.after(s.heard_on, "close-with-thanks")
        case Action.TELL_DEADLINE:
            last = s.calendar.last_before(s.deadline.on) if s.deadline else day
        case Action.CALL_AS_ASKED:
            return window_of_the_call(task)
        case _:
            due_day = check_in_due(facts) if task.action is Action.CHECK_IN else due(facts)[0]
            return max(day, due_day), facts.latest if facts.latest >= on else None
    is_call = means.rule.then is Means.CALL  # which waits for a working day
    return day, max(last, day, task_day(task, Channel.CALL) if is_call else day)


def window_of_the_call(task: Task) -> tuple[date, date]:
    """Return the good days for the call they set, for a line in its place or a note after it."""
    s = task.facts.situation
    if s.call_unanswered:
        return s.today, s.calendar.after(s.today, 1)
    call_on = s.call_on or s.today
    if not task.facts.may_make_the_set_call:
        return call_on, call_on
    last = task.facts.after(call_on, "asked-call-window")
    return call_on, max(last, s.calendar.next(task.on))


# ---- why ---------------------------------------------------------------------


def reasons(
    task: Task,
    decided: Decision[Facts, Move],
    means: Decision[Task, Means],
    also: Rule[Task, bool] | None,
) -> tuple[tuple[Part, AnyRule], ...]:
    """Return the rules that decided each part."""
    waited = decided.rule.then.counts_silence and task.action in DATED_BY_SILENCE
    rule = until(decided.rule, task.facts)
    dated = due(task.facts)[1] if waited and rule is decided.rule else rule
    parts: list[tuple[Part, AnyRule]] = [(Part.ACTION, rule), (Part.DATE, dated)]
    if task.action not in QUIET:
        parts.append((Part.CHANNEL, means.rule))
        if also:
            parts.append((Part.CHANNEL, also))
    return tuple(parts)


def overlooked(
    decided: Decision[Facts, Move],
    means: Decision[Task, Means],
    action: Action,
) -> tuple[tuple[Part, AnyRule], ...]:
    """Return the rules that were considered and did not fit."""
    by_channel = () if action in QUIET else means.passed_over
    return (
        *zip(repeat(Part.ACTION), decided.passed_over),
        *zip(repeat(Part.CHANNEL), by_channel),
    )


# ---- what follows silence --------------------------------------------------------


def what_follows(situation: Situation, step: Step, timings: Timings) -> Iterator[Step]:
    """Live the plan and yield its later steps; pure waiting is left out."""
    for _ in range(STEPS_AT_MOST):
        if step.action is Action.MOVE_ON or step.rule.id == PAPER_TO_SIGN:
            break
        situation = after_silence(situation, step)
        step = next_step(Facts(situation, timings))
        if not is_mere_wait(step):
            yield step


def refusal(plan: Plan, timings: Timings) -> Step | None:
    """Return how to say no to the job, on the day on which an offer must be answered.

    That is an offer of theirs, or one from elsewhere. None if no such day comes next.
    """
    s, (step, *later) = plan.situation, plan.steps
    coming = [step, *later[:1]] if step.action is Action.WAIT else [step]
    day = next((one for one in coming if takes_a_yes_or_no(one, s)), None)
    if day is None:
        return None
    no = replace(s, heard=Heard.WITHDRAW, heard_on=s.today, replied=False, offer=None)
    return replace(next_step(Facts(no, timings)), on=day.on)


def takes_a_yes_or_no(step: Step, s: Situation) -> bool:
    """Tell whether an offer is answered then: theirs, or by taking another, this job."""
    theirs = step.action is Action.REPLY_TO_OFFER and s.offer is not OfferState.ACCEPTED
    return theirs or step.rule.id == DAY_OF_THE_DEADLINE


def after_silence(  # noqa: PLR0911 - one line for each kind of step
    s: Situation,
    step: Step,
) -> Situation:
    """Return the situation once the step was done on its day and nothing was heard."""
    done = replace(
        s,
        today=max(step.on, s.today),
        thanked=s.thanked or step.thanks_inside,
        deadline=deadline_after(s.deadline, step),
    )
    match step.action:
        case Action.PREPARE:
            return without_history(done)
        case Action.TELL_DEADLINE:
            return done
        case Action.THANK_YOU | Action.THANK_YOU_LATE:
            return replace(done, thanked=True)
        case Action.FOLLOW_UP | Action.LAST_FOLLOW_UP | Action.CHECK_IN:
            return replace(done, check_ins=one_more(s.check_ins, step))
        case Action.CALL_AS_ASKED if step.channel is Channel.CALL:
            # In silence nobody answered it; the note of that day tells of a deadline.
            is_only_contact = s.check_ins is None or step.on == s.call_on
            noted = s.lines != {Line.PHONE} and is_only_contact
            deadline = done.deadline if noted else s.deadline
            tried = replace(done, deadline=deadline, call_unanswered=True, call_noted=noted)
            return replace(tried, check_ins=one_more(s.check_ins, step))
        case Action.CALL_AS_ASKED:
            return replace(done, call_noted=True)
        case Action.REARRANGE | Action.REPLY_TO_OFFER if may_be_reminded(s):
            count = s.reminders.count if s.reminders else 0
            return replace(done, reminders=Reminders(count + 1, step.on))
        case Action.REPLY_TO_OFFER:
            return replace(done, replied=True, heard_on=step.on, offer=OfferState.ACCEPTED)
        case (
            Action.SEND_REQUESTED
            | Action.CLOSE_WITH_THANKS
            | Action.WITHDRAW
            | Action.REARRANGE
            | Action.ASK_WHICH_HOLDS
        ):
            return replace(done, replied=True, heard_on=step.on, asked_for=None)
        case _:
            ended = step.on if step.on > s.today else s.today + ONE_DAY
            return replace(done, today=ended)


def may_be_reminded(s: Situation) -> bool:
    """Tell whether you wait for new times that you offered, or for an offer's paper."""
    return s.offer is OfferState.ACCEPTED or (s.heard is Heard.CANCELLED and s.replied)


def without_history(s: Situation) -> Situation:
    """Return the situation on the day of the interview, when all before it is history."""
    renewed = s.heard is Heard.NEW_DATE  # their new date went with it
    promised = None if renewed or (s.promised and s.promised < s.interviewed_on) else s.promised
    if s.heard in LEAVES_IT_OPEN:
        s = replace(s, heard=Heard.NOTHING, heard_on=s.today, replied=False)
    if s.call_on and s.call_on < s.interviewed_on:
        s = replace(s, call_on=None, call_unanswered=False, call_noted=False)
    return replace(s, promised=promised, check_ins=None)


def deadline_after(deadline: Deadline | None, step: Step) -> Deadline | None:
    """Return the deadline, told if the step was to tell it or its message mentions it."""
    if deadline is None:
        return None
    mentioned = tells_of_the_deadline(step.message, deadline, step.on)
    told = deadline.told or mentioned or step.action is Action.TELL_DEADLINE
    return replace(deadline, told=told)


def one_more(check_ins: CheckIns | None, step: Step) -> CheckIns:
    """Return the status contacts with this step counted."""
    before = check_ins or CheckIns(0, step.on)
    return CheckIns(before.count + 1, step.on, before.calls + (step.channel is Channel.CALL))
