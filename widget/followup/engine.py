"""Turn a situation into a plan: ask each table once, put days to the answers.

The later steps of a plan are found by living it: do what is advised on the
day it is advised, hear nothing, and ask the same tables again. So the plan
cannot promise what the rules would not say when that day comes.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import repeat

from followup.facts import Facts, cached
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
    Outline,
    Part,
    Plan,
    Recipient,
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
    check_in_due,
    due,
    message_for,
    tells_of_the_deadline,
)
from followup.workdays import ONE_DAY

STEPS_AT_MOST = 12

LADDER = (
    (Line.EMAIL, Channel.EMAIL),
    (Line.PORTAL, Channel.PORTAL),
    (Line.LINKEDIN, Channel.LINKEDIN),
    (Line.THREAD, Channel.INVITATION_THREAD),
    (Line.POST, Channel.POST),
)
PEOPLE = {
    Contact.HIRING_MANAGER: Recipient.HIRING_MANAGER,
    Contact.HR: Recipient.HR,
    Contact.AGENCY: Recipient.AGENCY_RECRUITER,
    Contact.PANEL: Recipient.PANEL_COORDINATOR,
}
TO_NOBODY = frozenset(
    (*QUIET, Action.SEND_REQUESTED, Action.REPLY_TO_OFFER, Action.CALL_AS_ASKED),
)
CARRIES_THANKS = frozenset(
    (*STATUS_CONTACTS, Action.SEND_REQUESTED, Action.TELL_DEADLINE, Action.CALL_AS_ASKED),
)
DATED_BY_WAITING = frozenset((*STATUS_CONTACTS, Action.WAIT))


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
    decided, means, task = settle(facts)
    action, channel = task.action, channel_of(means.rule.then, facts)
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
        message=message_for(Sending(action, channel, facts.situation.promised is not None)),
        thanks_inside=action in CARRIES_THANKS and not facts.situation.thanked,
        because=reasons(task, decided, means, also),
        passed_over=overlooked(decided, means, action),
    )


def next_outline(facts: Facts) -> Outline:
    """Return what the next step comes to, without its reasons and its window: many are compared."""
    _, means, task = settle(facts)
    channel = channel_of(means.rule.then, facts)
    return Outline(
        action=task.action,
        channel=channel,
        also_call=beside_writing(task, means) is not None,
        to=recipient(task),
        on=task_day(task, channel),
    )


@cached
def settle(facts: Facts) -> tuple[Decision[Facts, Move], Decision[Task, Means], Task]:
    """Ask the tables what to do and by what means."""
    decided = ACTION.decide(facts)
    task = Task(facts, decided.rule.then.action, day_of(decided.rule.then, facts))
    return decided, CHANNEL.decide(task), task


def beside_writing(task: Task, means: Decision[Task, Means]) -> Rule[Task, bool] | None:
    """Return the rule by which a call is just as good as writing, None if it is not."""
    if means.rule.then is not Means.WRITE:
        return None
    rule = ALSO_CALL.decide(task).rule
    return rule if rule.then else None


def day_of(move: Move, facts: Facts) -> date:
    """Return the day of a move; a wait also ends when an untold deadline begins to rule."""
    on = move.on(facts)
    if move.action is Action.WAIT and facts.untold_deadline_from is not None:
        return min(on, facts.untold_deadline_from)
    return on


def task_day(task: Task, channel: Channel) -> date:
    """Return the day, moved to a working day for a call that nobody asked for."""
    unasked = channel is Channel.CALL and task.action is not Action.CALL_AS_ASKED
    set_day = task.action is Action.CALL_AS_ASKED and task.on == task.facts.situation.call_on
    late = task.action is Action.CALL_AS_ASKED and not set_day
    return task.facts.situation.calendar.next(task.on) if unasked or late else task.on


def channel_of(means: Means, facts: Facts) -> Channel:
    """Return the channel; writing takes the first known line of the ladder."""
    if means is not Means.WRITE:
        return Channel(means.value)
    known = (channel for line, channel in LADDER if line in facts.situation.lines)
    return next(known, Channel.INVITATION_THREAD)


def recipient(task: Task) -> Recipient | None:
    """Return the one person to turn to."""
    s = task.facts.situation
    if task.action in TO_NOBODY:
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
        case Action.WITHDRAW | Action.REARRANGE:
            last = s.calendar.after(day, 1)
        case Action.SEND_REQUESTED | Action.REPLY_TO_OFFER:
            last = facts.after(s.heard_on, task.action.value)
        case Action.CLOSE_WITH_THANKS:
            last = facts.after(s.heard_on, "close-with-thanks")
        case Action.TELL_DEADLINE:
            last = s.calendar.last_before(s.deadline.on) if s.deadline else day
        case Action.CALL_AS_ASKED:
            call_on = s.call_on or day
            return call_on, max(facts.after(call_on, "asked-call-window"), s.calendar.next(on))
        case _:
            due_day = check_in_due(facts) if task.action is Action.CHECK_IN else due(facts)[0]
            return max(day, due_day), facts.latest if facts.latest >= on else None
    is_call = means.rule.then is Means.CALL  # which waits for a working day
    return day, max(last, day, s.calendar.next(day) if is_call else day)


# ---- why ---------------------------------------------------------------------


def reasons(
    task: Task,
    decided: Decision[Facts, Move],
    means: Decision[Task, Means],
    also: Rule[Task, bool] | None,
) -> tuple[tuple[Part, AnyRule], ...]:
    """Return the rules that decided each part."""
    waited = decided.rule.then.counts_silence and task.action in DATED_BY_WAITING
    parts: list[tuple[Part, AnyRule]] = [
        (Part.ACTION, decided.rule),
        (Part.DATE, due(task.facts)[1] if waited else decided.rule),
    ]
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


def what_follows(situation: Situation, step: Step, timings: Timings) -> tuple[Step, ...]:
    """Live the plan and return its later steps; pure waiting is left out."""
    steps: list[Step] = []
    for _ in range(STEPS_AT_MOST):
        if step.action is Action.MOVE_ON or is_the_end(situation, step):
            break
        situation = after_silence(situation, step, timings)
        step = next_step(Facts(situation, timings))
        if step.action not in {Action.WAIT, Action.NO_CONTACT}:
            steps.append(step)
    return tuple(steps)


def is_the_end(situation: Situation, step: Step) -> bool:
    """Tell whether the plan ends here: an offer on paper ends it, and so does its absence."""
    return step.action is Action.REPLY_TO_OFFER and situation.replied


def after_silence(  # noqa: PLR0911 - one line for each kind of step
    s: Situation,
    step: Step,
    timings: Timings,
) -> Situation:
    """Return the situation once the step was done on its day and nothing was heard."""
    nobody_heard_it = step.action is Action.CALL_AS_ASKED  # in silence, nobody answered it
    done = replace(
        s,
        today=max(step.on, s.today),
        thanked=s.thanked or step.thanks_inside,
        deadline=s.deadline if nobody_heard_it else deadline_after(s.deadline, step),
    )
    match step.action:
        case Action.PREPARE | Action.TELL_DEADLINE:
            return done
        case Action.THANK_YOU | Action.THANK_YOU_LATE:
            return replace(done, thanked=True)
        case Action.FOLLOW_UP | Action.LAST_FOLLOW_UP | Action.CHECK_IN:
            done = replace(done, check_ins=one_more(s.check_ins, step))
            return closed_after_the_last(done, timings)
        case Action.CALL_AS_ASKED:
            done = replace(done, call_unanswered=True, check_ins=one_more(s.check_ins, step))
            return closed_after_the_last(done, timings)
        case Action.REARRANGE if s.replied:
            facts = Facts(s, timings)
            return replace(done, today=facts.after(s.heard_on, "rearrange-again", times=2))
        case (
            Action.SEND_REQUESTED
            | Action.REPLY_TO_OFFER
            | Action.CLOSE_WITH_THANKS
            | Action.WITHDRAW
            | Action.REARRANGE
        ):
            return replace(done, replied=True, heard_on=step.on)
        case _:
            ended = step.on if step.on > s.today else s.today + ONE_DAY
            return replace(done, today=ended)


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
    called = step.channel is Channel.CALL and step.action is not Action.CALL_AS_ASKED
    return CheckIns(before.count + 1, step.on, before.calls + called)


def closed_after_the_last(s: Situation, timings: Timings) -> Situation:
    """Skip to the day on which it counts as closed, where nothing is left to send."""
    facts = Facts(s, timings)
    if facts.left or s.heard in {Heard.STILL_DECIDING, Heard.ON_HOLD}:
        return s
    return replace(s, today=facts.after(s.today, "closed-after-last"))
