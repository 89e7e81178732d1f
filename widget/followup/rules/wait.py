"""How long to keep quiet, and from when."""

from __future__ import annotations

from datetime import date

from followup.facts import Facts, cached
from followup.model import (
    ClaimId,
    ConflictId,
    Heard,
    Rule,
    SectionRef,
    Table,
    TimingId,
    Wait,
    always,
    ids,
)


def today(facts: Facts) -> date:
    """Return today: replies run by the clock, weekends included."""
    return facts.situation.today


def promised_day(facts: Facts) -> date:
    """Return the day they named."""
    return facts.situation.promised or date.min


def start_of_silence(facts: Facts) -> date:
    """Return the day from which silence is counted."""
    return facts.start


def day_of_your_answer(facts: Facts) -> date:
    """Return the day you answered what they asked for."""
    return facts.answered_on or date.min


def last_contact(facts: Facts) -> date:
    """Return the day of your latest status contact."""
    return facts.last or date.min


def day_of_the_call(facts: Facts) -> date:
    """Return the day on which they told you to call."""
    return facts.situation.call_on or date.min


def day_of_the_deadline(facts: Facts) -> date:
    """Return the deadline from elsewhere."""
    return facts.situation.deadline.on if facts.situation.deadline else date.min


def day_of_the_other_question(facts: Facts) -> date:
    """Return the day of a question there about another job."""
    return facts.situation.other_job_on or date.min


WAIT = Table[Facts, Wait]("WAIT")


@WAIT.line(
    then=Wait(promised_day, TimingId("after-their-date-asked-to-wait")),
    ref="DR13",
    section="timing#asked-to-wait",
    claims="F6 F10 T9",
    conflicts="K5 K11",
)
def their_date_and_a_request_to_wait(facts: Facts) -> bool:
    """They said by when, and asked you to wait for them."""
    return facts.situation.promised is not None and facts.asked_to_wait


@WAIT.line(
    then=Wait(promised_day, TimingId("after-their-date")),
    ref="DR13",
    section="timing#their-date",
    claims="T9 T10 X1",
    conflicts="K5",
)
def two_business_days_after_their_date(facts: Facts) -> bool:
    """They said by when you would hear."""
    return facts.situation.promised is not None


@WAIT.line(
    then=Wait(start_of_silence, TimingId("no-date-committee")),
    ref="DR13",
    section="special-cases#universities",
    claims="F11 F12",
    conflicts="K4",
    our_judgement=True,
)
def a_committee_needs_four_weeks(facts: Facts) -> bool:
    """A search committee, and they did not name a day."""
    return facts.is_a_committee


@WAIT.line(
    then=Wait(start_of_silence, TimingId("no-date-patient")),
    ref="DR13",
    section="timing#patient-places",
    claims="F2 F11 F12 T8",
    conflicts="K4",
)
def slow_places_need_two_weeks(facts: Facts) -> bool:
    """A formal place, a panel, or they asked you to wait."""
    return facts.is_slow_place or facts.asked_to_wait


@WAIT.line(
    then=Wait(start_of_silence, TimingId("no-date")),
    ref="DR13",
    section="timing#no-date-yet",
    claims="T4 T7 T13",
    conflicts="K3 K4",
)
def no_date_means_a_week(_: Facts) -> bool:
    """In every other case."""
    return True


# Every line that fits counts; the latest day wins.
FLOORS = Table[Facts, Wait]("FLOORS")


@FLOORS.line(
    then=Wait(day_of_your_answer, TimingId("after-checks")),
    ref="DR13",
    section="replies#checks-before-the-job",
    claims="F12",
    our_judgement=True,
)
def two_weeks_for_their_checks(facts: Facts) -> bool:
    """They check you before they hire you, and have all they asked for."""
    return facts.answered_on is not None and facts.situation.heard is Heard.CHECKS


@FLOORS.line(
    then=Wait(day_of_your_answer, TimingId("no-date-patient")),
    ref="DR13",
    section="timing#patient-places",
    claims="F2 F11 F12 D17",
    our_judgement=True,
)
def two_weeks_after_your_answer_in_a_slow_place(facts: Facts) -> bool:
    """A slow employer asked for something and you have answered."""
    return facts.answered_on is not None and facts.is_slow_place


@FLOORS.line(
    then=Wait(day_of_your_answer, TimingId("after-your-answer")),
    ref="DR13",
    section="replies#you-have-answered-them",
    claims="D17",
    our_judgement=True,
)
def a_week_after_your_answer(facts: Facts) -> bool:
    """They asked for something and you have answered."""
    return facts.answered_on is not None


@FLOORS.line(
    then=Wait(last_contact, TimingId("between-contacts-patient")),
    ref="DR12",
    section="timing#between-messages-patient",
    claims="F11 N9",
    conflicts="K7",
    our_judgement=True,
)
def two_weeks_between_contacts_in_a_slow_place(facts: Facts) -> bool:
    """You have asked a slow employer before, or they check you."""
    return facts.last is not None and facts.is_patient


@FLOORS.line(
    then=Wait(last_contact, TimingId("between-contacts")),
    ref="DR12",
    section="timing#between-messages",
    claims="N9 N1 R3",
    conflicts="K7",
)
def a_week_between_contacts(facts: Facts) -> bool:
    """You have asked for news before."""
    return facts.last is not None


@FLOORS.line(
    then=Wait(day_of_the_call, TimingId("after-written-line")),
    ref="DR8w",
    section="calling#write-instead-of-the-call",
    claims="N9",
    conflicts="K3",
    our_judgement=True,
)
def some_days_after_a_line_in_place_of_the_call(facts: Facts) -> bool:
    """You wrote in place of a call that they set."""
    return facts.situation.call_noted and not facts.situation.call_unanswered


@FLOORS.line(
    then=Wait(day_of_the_call, TimingId("asked-call-window")),
    ref="DR8w",
    section="calling#set-call-not-wanted",
    claims="F6 N3",
    conflicts="K3",
)
def a_set_call_goes_by(facts: Facts) -> bool:
    """They set a call, and their other words forbid it."""
    return facts.set_call_is_let_go


@FLOORS.line(
    then=Wait(day_of_the_other_question, TimingId("after-other-job")),
    ref="DR12",
    section="special-cases#two-jobs-at-one-employer",
    claims="N9 R2",
    our_judgement=True,
)
def a_week_after_a_question_about_another_job(facts: Facts) -> bool:
    """You ask there about another job, too."""
    return facts.situation.other_job_on is not None


AFTER_A_TOLD_DEADLINE: Rule[Facts, Wait] = Rule(
    id="a-week-after-a-told-deadline",
    ref="DR13",
    fits=always,
    then=Wait(day_of_the_deadline, TimingId("after-deadline")),
    section=SectionRef("deadlines#after-the-deadline"),
    claims=ids(ClaimId, "N5 N9"),
    conflicts=ids(ConflictId, "K13"),
)


def not_right_after_the_deadline(facts: Facts, day: date) -> date:
    """Return ``day``, moved if a deadline you told them about will have passed by then."""
    deadline = facts.situation.deadline
    if deadline is None or not deadline.told or max(today(facts), day) <= deadline.on:
        return day
    return max(day, facts.after(deadline.on, AFTER_A_TOLD_DEADLINE.then.timing))


@cached
def due(facts: Facts) -> tuple[date, Rule[Facts, Wait]]:
    """Return the first day for a status contact and the rule that sets it."""
    lines = (*FLOORS.all_that_fit(facts), WAIT.decide(facts).rule)
    days = [(facts.after(rule.then.since(facts), rule.then.timing), rule) for rule in lines]
    day, rule = max(days, key=lambda pair: pair[0])  # on a tie the floor, which says why anew
    moved = not_right_after_the_deadline(facts, day)
    return (day, rule) if moved == day else (moved, AFTER_A_TOLD_DEADLINE)


def due_date(facts: Facts) -> date:
    """Return the first day on which you may ask for news."""
    return due(facts)[0]
