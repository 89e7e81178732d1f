"""What to do, exceptions first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from followup.facts import STILL_OPEN, THANKS_LATE_FROM_DAY, WANTS_SOMETHING, Facts
from followup.model import (
    PATIENT,
    Action,
    AskedFor,
    ClaimId,
    ConflictId,
    Contact,
    Elsewhere,
    Heard,
    Move,
    OfferState,
    Rule,
    SectionRef,
    Step,
    Table,
    TimingId,
    ids,
)
from followup.rules.wait import (
    AFTER_A_TOLD_DEADLINE,
    day_of_the_call,
    day_of_the_deadline,
    day_of_the_other_question,
    day_of_your_answer,
    due,
    due_date,
    last_contact,
    not_right_after_the_deadline,
    promised_day,
    some_days_after_a_line_in_place_of_the_call,
    start_of_silence,
    today,
)
from followup.workdays import ONE_DAY

DAY_OF_THE_DEADLINE = "the-deadline-is-today"  # the one wait that is a step of the plan


def is_mere_wait(step: Step) -> bool:
    """Tell whether nothing is done on the day of a step, not even decided."""
    return step.action in PATIENT and step.rule.id != DAY_OF_THE_DEADLINE


def today_or_next_business_day(facts: Facts) -> date:
    """Return today, or the next day on which people are at work."""
    return facts.situation.calendar.next(facts.situation.today)


def day_of_the_interview(facts: Facts) -> date:
    """Return the day of the interview."""
    return facts.situation.interviewed_on


def paper_is_due(facts: Facts) -> date:
    """Return the day on which to ask for the written offer, the first time or again."""
    reminders = facts.situation.reminders
    if reminders is None:
        return facts.after(facts.situation.heard_on, "paper-after-offer")
    return facts.after(reminders.last, "paper-asked-again")


def paper_has_run_out(facts: Facts) -> date:
    """Return the day from which an offer that never came in writing is none."""
    reminders = facts.situation.reminders
    if reminders is not None and reminders.count >= ASKED_FOR_PAPER_AT_MOST:
        return facts.after(reminders.last, "closed-after-last")
    days = [facts.after(facts.situation.heard_on, "paper-too-late")]
    if reminders is not None:  # the second time may be asked, whenever the first was
        days.append(facts.after(reminders.last, "closed-after-last"))
    return max(days) + ONE_DAY


def day_to_answer_the_offer(facts: Facts) -> date:
    """Return the day until which you asked for time."""
    return facts.situation.answer_by or today(facts)


def end_of_the_list(facts: Facts) -> date:
    """Return the day on which the reserve list ends: the one they named, or a year on."""
    s = facts.situation
    return s.list_until or s.heard_on + ONE_DAY * facts.timings[TimingId("reserve-list-lasts")]


def which_answer_holds_stays_open(facts: Facts) -> date:
    """Return the day from which no word on which of two answers holds is a no."""
    return facts.after(facts.situation.heard_on, "ask-which-holds-ends")


def new_times_are_due(facts: Facts) -> date:
    """Return the day on which to remind them of the new times."""
    return facts.after(facts.situation.heard_on, "rearrange-again")


def new_times_have_run_out(facts: Facts) -> date:
    """Return the day on which a new interview is no longer to be expected."""
    s = facts.situation
    if s.reminders is not None:
        return facts.after(s.reminders.last, "rearrange-again")
    return facts.after(s.heard_on, "rearrange-again", times=2)


def your_words_have_had_their_time(facts: Facts) -> date:
    """Return the day until which what you sent or asked them may still be answered."""
    answered = your_answer_has_been_read(facts)
    return max(answered, facts.closed_after(facts.last)) if facts.last else answered


def no_contact_ends(facts: Facts) -> date:
    """Return the day on which to treat it as closed, without a word."""
    promised = facts.situation.promised
    if promised is None:
        closed = facts.after(facts.situation.interviewed_on, "no-contact-no-date")
    else:
        closed = facts.after(promised, "no-contact-after-date")
    return max(closed, your_answer_has_been_read(facts))


def day_to_decide(facts: Facts) -> date:
    """Return the deadline, or the day of a call they set before it."""
    deadline, call = day_of_the_deadline(facts), day_of_the_call(facts)
    if not facts.a_call_is_set or facts.set_call_is_let_go or call <= today(facts):
        return deadline
    return min(deadline, call)


def a_set_call_gone_by(facts: Facts, day: date) -> date:
    """Return ``day``, moved behind the day of a call which they set and which you must not make."""
    return max(day, set_call_has_lapsed(facts)) if facts.set_call_is_let_go else day


def set_call_has_lapsed(facts: Facts) -> date:
    """Return the day on which a call that they set is out of the way."""
    return facts.after(day_of_the_call(facts), "asked-call-window")


def only_if_ends(facts: Facts) -> date:
    """Return the day from which silence is their announced answer."""
    promised = facts.situation.promised
    if promised is None:
        closed = facts.after(facts.situation.interviewed_on, "only-if-no-date")
    else:
        closed = facts.after(promised, "only-if-after-date")
    return a_set_call_gone_by(facts, max(closed, your_words_have_had_their_time(facts)))


def after_their_answer(facts: Facts, row: str) -> date:
    """Return ``row`` after their answer; a job on hold has longer rows."""
    kind = "on-hold" if facts.situation.heard is Heard.ON_HOLD else "still-going-on"
    return facts.after(facts.situation.heard_on, f"{row}-{kind}")


def check_in_due(facts: Facts) -> date:
    """Return the first day for the one check-in after their answer."""
    days = [after_their_answer(facts, "after")]
    if facts.situation.promised:
        days.append(facts.after(facts.situation.promised, "after-their-date"))
    if facts.last:
        days.append(facts.ask_again(facts.last))
    if facts.situation.other_job_on:
        days.append(facts.after(facts.situation.other_job_on, "after-other-job"))
    day = not_right_after_the_deadline(facts, max(days))
    return max(a_set_call_gone_by(facts, day), after_a_line(facts))


def after_a_line(facts: Facts) -> date:
    """Return the first day for a question after a line in place of a call; no matter if none."""
    wrote = some_days_after_a_line_in_place_of_the_call(facts)
    return facts.after(day_of_the_call(facts), "after-written-line") if wrote else date.min


def check_in_too_late(facts: Facts) -> date:
    """Return the last day on which a check-in still makes sense."""
    last = after_their_answer(facts, "too-late-after")
    if facts.situation.promised is None:
        return last
    return max(last, facts.after(facts.situation.promised, "latest-after-their-date"))


def their_answer_has_run_out(facts: Facts) -> date:
    """Return the day on which to plan as if it were closed."""
    days = [a_set_call_gone_by(facts, after_their_answer(facts, "closed-after"))]
    if facts.last:
        days.append(facts.closed_after(facts.last))
    if facts.situation.promised:
        days.append(facts.date_has_run_out)
    return max(days)


def your_answer_has_been_read(facts: Facts) -> date:
    """Return the day until which what you sent them is surely being read."""
    return facts.after(day_of_your_answer(facts), "after-your-answer")


def silence_is_the_answer(facts: Facts) -> date:
    """Return the day on which your last question and their date have both had their time."""
    days = [facts.closed_after(last_contact(facts)), your_answer_has_been_read(facts)]
    if facts.situation.promised:
        days.append(facts.date_has_run_out)
    return a_set_call_gone_by(facts, max(days))


ASKED_FOR_PAPER_AT_MOST = 2
A_NO = frozenset((Heard.REJECTED, Heard.FILLED))


def may_ask_for_paper(facts: Facts) -> bool:
    """You said yes to their offer, and may ask for the paper now or later."""
    s = facts.situation
    if s.offer is not OfferState.ACCEPTED:
        return False
    asked = s.reminders.count if s.reminders else 0
    return asked < ASKED_FOR_PAPER_AT_MOST and today(facts) < paper_has_run_out(facts)


def the_set_call_may_be_made(facts: Facts) -> bool:
    """They told you to call, nothing forbids it, and the day has come."""
    return facts.may_make_the_set_call and day_of_the_call(facts) <= today(facts)


def a_deed_of_their_day_is_due(facts: Facts) -> bool:
    """Today you call as they set, write in its place, or send the note after it."""
    if write_in_place_of_the_call(facts) or the_note_after_an_unanswered_call(facts):
        return True
    at_work = facts.situation.calendar.is_business_day(today(facts))
    possible = at_work or today(facts) == facts.situation.call_on
    due = they_set_a_day_for_your_call(facts) or the_set_call_is_late(facts)
    return possible and due


def may_not_ask_again(facts: Facts) -> bool:
    """You have asked as often as is wise, or another question would come very late."""
    return facts.left == 0 or (facts.used > 0 and comes_too_late(facts, "too-late-for-second"))


def may_still_answer(facts: Facts) -> bool:
    """You may not ask again, or not for the first time anymore, and it is not over yet."""
    late = may_not_ask_again(facts) or too_late_for_a_first_message(facts)
    return late and today(facts) < silence_is_the_answer(facts)


def comes_too_late(facts: Facts, row: str) -> bool:
    """The next question would come later than ``row`` after their date, or after the start."""
    return max(today(facts), due_date(facts)) > facts.after(facts.anchor, row)


def too_early(facts: Facts, *since: Callable[[Facts], date]) -> bool:
    """A question would come too soon, and a day from which we count one of these sets its day."""
    day, rule = due(facts)
    return today(facts) < day and rule.then.since in since


def a_question_is_far(facts: Facts) -> bool:
    """The next question keeps its distance from thanks that are sent today."""
    tell = facts.untold_deadline_from
    carried = tell is None or facts.their_day_tells_the_deadline
    if not carried and not facts.is_apart(today(facts), tell or today(facts)):
        return False
    if facts.their_day_is_ahead:
        return facts.is_apart(today(facts), day_of_the_call(facts))
    return no_question_is_near(facts) or facts.is_apart(today(facts), due_date(facts))


def no_question_is_near(facts: Facts) -> bool:
    """You may not ask, they have just said that it goes on, or another day comes first."""
    told = facts.told_deadline_comes_up
    puts_off = told is not None and facts.deadline_rules_on(min(due_date(facts), told))
    first = puts_off or facts.their_day_is_ahead
    return first or facts.limit == 0 or facts.situation.heard in STILL_OPEN


def thanks_can_be_sent(facts: Facts) -> bool:
    """No thanks yet, nothing asked yet, and there is a way to say it."""
    s = facts.situation
    by_phone = s.contact is Contact.AGENCY and facts.has_phone and not facts.calls_unwelcome
    return not s.thanked and facts.used == 0 and (facts.can_write or by_phone)


# Until a question may be asked.
A_WAIT = Move(Action.WAIT, due_date, counts_silence=True)

ACTION = Table[Facts, Move]("ACTION")


@ACTION.line(
    then=Move(Action.MOVE_ON, today),
    ref="DR14",
    section="timing#half-a-year",
    claims="T5 M4 M7",
    conflicts="K16",
    our_judgement=True,
)
def it_is_half_a_year_old(facts: Facts) -> bool:
    """Half a year has gone since the last thing that happened, and no list still runs."""
    ends_on_its_own = facts.situation.heard is Heard.RESERVE_LIST
    return not ends_on_its_own and facts.is_half_a_year_old


@ACTION.line(
    then=Move(Action.REPLY_TO_OFFER, today),
    ref="DR1",
    section="replies#they-offered-the-job",
    claims="D2 D6",
    our_judgement=True,
)
def they_offered_you_the_job(facts: Facts) -> bool:
    """They offered you the job and you have not answered."""
    return facts.situation.heard is Heard.OFFER and not facts.situation.replied


@ACTION.line(
    then=Move(Action.MOVE_ON, today),
    ref="DR1",
    section="replies#offer-declined",
    claims="D6",
    our_judgement=True,
)
def you_declined_the_offer(facts: Facts) -> bool:
    """You turned their offer down."""
    return facts.situation.offer is OfferState.DECLINED


@ACTION.line(
    then=Move(Action.MOVE_ON, today),
    ref="DR1",
    section="replies#offer-signed",
    claims="D6",
    our_judgement=True,
)
def you_have_signed(facts: Facts) -> bool:
    """You have signed their offer."""
    return facts.situation.offer is OfferState.SIGNED


@ACTION.line(
    then=Move(Action.REPLY_TO_OFFER, today),
    ref="DR1",
    section="replies#offer-in-writing",
    claims="D6 D16",
    our_judgement=True,
)
def the_offer_is_in_writing(facts: Facts) -> bool:
    """You have their offer in writing."""
    return facts.situation.offer is OfferState.IN_WRITING


@ACTION.line(
    then=Move(Action.WAIT, day_to_answer_the_offer),
    ref="DR1",
    section="replies#time-to-answer-an-offer",
    claims="D2 D6",
    our_judgement=True,
)
def you_asked_for_time(facts: Facts) -> bool:
    """You asked for time to answer their offer, and that day is still to come."""
    asked = facts.situation.offer is OfferState.ASKED_TIME
    return asked and today(facts) < day_to_answer_the_offer(facts)


@ACTION.line(
    then=Move(Action.REPLY_TO_OFFER, today),
    ref="DR1",
    section="replies#asked-time-is-up",
    claims="D2 D6",
    our_judgement=True,
)
def the_time_you_asked_for_is_up(facts: Facts) -> bool:
    """You asked for time to answer their offer, and that day has come."""
    asked = facts.situation.offer is OfferState.ASKED_TIME
    return asked and facts.within(day_to_answer_the_offer(facts), "answer-by-too-late")


@ACTION.line(
    then=Move(Action.WAIT, paper_is_due),
    ref="DR1",
    section="replies#offer-without-paper",
    claims="D6",
    our_judgement=True,
)
def the_written_offer_may_still_come(facts: Facts) -> bool:
    """You said yes to their offer, and asking for the paper would be too early."""
    return may_ask_for_paper(facts) and today(facts) < paper_is_due(facts)


@ACTION.line(
    then=Move(Action.REPLY_TO_OFFER, today),
    ref="DR1",
    section="replies#ask-for-the-written-offer",
    claims="D2 D6",
    our_judgement=True,
)
def the_written_offer_is_late(facts: Facts) -> bool:
    """You said yes to their offer, nothing came in writing, and you have not asked for it."""
    return may_ask_for_paper(facts) and facts.situation.reminders is None


@ACTION.line(
    then=Move(Action.REPLY_TO_OFFER, today),
    ref="DR1",
    section="replies#ask-again-for-the-written-offer",
    claims="D2 D6",
    our_judgement=True,
)
def ask_for_the_written_offer_again(facts: Facts) -> bool:
    """You said yes to their offer, and asked once for the paper."""
    return may_ask_for_paper(facts)


@ACTION.line(
    then=Move(Action.WAIT, paper_has_run_out),
    ref="DR1",
    section="replies#written-offer-asked-twice",
    claims="M4",
    our_judgement=True,
)
def you_asked_twice_for_the_written_offer(facts: Facts) -> bool:
    """You said yes to their offer, and have asked for the paper twice."""
    said_yes = facts.situation.offer is OfferState.ACCEPTED
    return said_yes and today(facts) < paper_has_run_out(facts)


@ACTION.line(
    then=Move(Action.MOVE_ON, today),
    ref="DR1",
    section="replies#offer-never-written",
    claims="M4 M7",
    our_judgement=True,
)
def the_written_offer_never_came(facts: Facts) -> bool:
    """They offered you the job, and then let it be."""
    return facts.situation.heard is Heard.OFFER


@ACTION.line(
    then=Move(Action.WAIT, end_of_the_list),
    ref="DR9",
    section="replies#reserve-list",
    claims="M1 M7",
    our_judgement=True,
)
def you_are_on_a_reserve_list(facts: Facts) -> bool:
    """You are on a reserve list, and it has not ended."""
    return facts.situation.heard is Heard.RESERVE_LIST and today(facts) < end_of_the_list(facts)


@ACTION.line(
    then=Move(Action.MOVE_ON, today),
    ref="DR9",
    section="replies#reserve-list-has-ended",
    claims="M4 M7",
    our_judgement=True,
)
def the_reserve_list_has_ended(facts: Facts) -> bool:
    """You were on a reserve list."""
    return facts.situation.heard is Heard.RESERVE_LIST


@ACTION.line(
    then=Move(Action.ASK_WHICH_HOLDS, today),
    ref="DR9",
    section="replies#two-different-answers",
    claims="D6",
    our_judgement=True,
)
def two_answers_differ(facts: Facts) -> bool:
    """Two people there told you two things, and you have not asked which holds."""
    return facts.situation.heard is Heard.CONFLICTING and not facts.situation.replied


@ACTION.line(
    then=Move(Action.WAIT, which_answer_holds_stays_open),
    ref="DR9",
    section="replies#which-answer-holds-is-asked",
    claims="M1 M2",
    our_judgement=True,
)
def you_asked_which_answer_holds(facts: Facts) -> bool:
    """Two people there told you two things, and you have asked which holds."""
    asked = facts.situation.heard is Heard.CONFLICTING
    return asked and today(facts) < which_answer_holds_stays_open(facts)


@ACTION.line(
    then=Move(Action.MOVE_ON, today),
    ref="DR9",
    section="silence#leave-it-with-them",
    claims="M4 M5 M7",
    our_judgement=True,
)
def nobody_said_which_answer_holds(facts: Facts) -> bool:
    """Two people there told you two things, and nobody said which holds."""
    return facts.situation.heard is Heard.CONFLICTING


@ACTION.line(
    then=Move(Action.CLOSE_WITH_THANKS, today),
    ref="DR2",
    section="replies#they-said-no",
    claims="D2 D6 N4 M5 M9 M7",
)
def they_said_no(facts: Facts) -> bool:
    """They said no, or hired someone else, not long ago; you have not answered, and can write."""
    s = facts.situation
    unanswered = s.heard in A_NO and not s.replied and facts.can_write
    return unanswered and facts.within(s.heard_on, "close-with-thanks-until")


@ACTION.line(
    then=Move(Action.MOVE_ON, today),
    ref="DR2",
    section="replies#after-the-no",
    claims="M5 M7 M9",
)
def the_no_is_answered_or_old(facts: Facts) -> bool:
    """They said no, or hired someone else."""
    return facts.situation.heard in A_NO


@ACTION.line(
    then=Move(Action.WITHDRAW, today),
    ref="DR2w",
    section="replies#no-longer-interested",
    claims="D2 D6",
    our_judgement=True,
)
def you_no_longer_want_the_job(facts: Facts) -> bool:
    """You no longer want the job and have not said so."""
    return facts.situation.heard is Heard.WITHDRAW and not facts.situation.replied


@ACTION.line(
    then=Move(Action.MOVE_ON, today),
    ref="DR2w",
    section="replies#after-withdrawing",
    claims="M7",
    our_judgement=True,
)
def you_have_withdrawn(facts: Facts) -> bool:
    """You told them that you no longer want the job."""
    return facts.situation.heard is Heard.WITHDRAW


@ACTION.line(
    then=Move(Action.SEND_REQUESTED, today),
    ref="DR3",
    section="replies#you-missed-their-call",
    claims="F6 D1",
)
def a_call_you_missed(facts: Facts) -> bool:
    """They called, you missed it, and you have not called back."""
    return facts.situation.asked_for is AskedFor.MISSED_CALL


@ACTION.line(
    then=Move(Action.SEND_REQUESTED, today),
    ref="DR3",
    section="replies#another-talk",
    claims="F6 D1",
)
def another_talk(facts: Facts) -> bool:
    """They want another talk and you have not answered."""
    return facts.situation.asked_for is AskedFor.TALK


@ACTION.line(
    then=Move(Action.SEND_REQUESTED, today),
    ref="DR3",
    section="replies#checks-before-the-job",
    claims="D17 F6",
    our_judgement=True,
)
def they_check_you_first(facts: Facts) -> bool:
    """They check you before they hire you, and still need something from you."""
    return facts.situation.heard is Heard.CHECKS and not facts.situation.replied


@ACTION.line(
    then=Move(Action.SEND_REQUESTED, today),
    ref="DR3",
    section="replies#they-asked-for-something",
    claims="D17 F6 D1",
)
def they_asked_you_for_something(facts: Facts) -> bool:
    """They asked you for something and you have not answered."""
    return facts.situation.heard in WANTS_SOMETHING and not facts.situation.replied


@ACTION.line(
    then=Move(Action.REARRANGE, today),
    ref="DR3c",
    section="replies#interview-did-not-happen",
    claims="F6 D6",
    our_judgement=True,
)
def the_interview_did_not_take_place(facts: Facts) -> bool:
    """The interview did not take place and you have not written about it."""
    return facts.situation.heard is Heard.CANCELLED and not facts.situation.replied


@ACTION.line(
    then=Move(Action.WAIT, new_times_are_due),
    ref="DR3c",
    section="replies#written-about-new-times",
    claims="F6 D6",
    our_judgement=True,
)
def new_times_were_just_offered(facts: Facts) -> bool:
    """You offered new times a few days ago."""
    s = facts.situation
    waiting = s.heard is Heard.CANCELLED and s.reminders is None
    return waiting and s.today < new_times_are_due(facts)


@ACTION.line(
    then=Move(Action.REARRANGE, today),
    ref="DR3c",
    section="replies#remind-them-of-new-times",
    claims="F6 D6",
    our_judgement=True,
)
def new_times_need_a_reminder(facts: Facts) -> bool:
    """You offered new times and a reminder is due."""
    s = facts.situation
    open_still = s.heard is Heard.CANCELLED and s.reminders is None
    on = today_or_next_business_day(facts) if facts.phone_is_the_only_line else s.today
    return open_still and on < new_times_have_run_out(facts)


@ACTION.line(
    then=Move(Action.WAIT, new_times_have_run_out),
    ref="DR3c",
    section="replies#new-times-reminded",
    claims="F6 M1",
    our_judgement=True,
)
def you_have_reminded_them_of_new_times(facts: Facts) -> bool:
    """You offered new times, and have reminded them of it."""
    s = facts.situation
    reminded = s.heard is Heard.CANCELLED and s.reminders is not None
    return reminded and s.today < new_times_have_run_out(facts)


@ACTION.line(
    then=Move(Action.MOVE_ON, today),
    ref="DR3c",
    section="silence#leave-it-with-them",
    claims="M4 M7",
    our_judgement=True,
)
def new_times_never_came(facts: Facts) -> bool:
    """You offered new times and nothing ever came of it."""
    return facts.situation.heard is Heard.CANCELLED


@ACTION.line(
    then=Move(Action.PREPARE, day_of_the_interview),
    ref="DR0",
    section="timing#ask-at-the-interview",
    claims="F3 F6 G8",
    our_judgement=True,
)
def the_interview_is_still_to_come(facts: Facts) -> bool:
    """The interview lies ahead."""
    return facts.situation.interviewed_on > facts.situation.today


@ACTION.line(
    then=Move(Action.NO_CONTACT, no_contact_ends),
    ref="DR4",
    section="deadlines#told-despite-a-ban",
    claims="F10 N3 F9",
    conflicts="K11",
)
def a_rule_forbids_contact_and_a_deadline_runs(facts: Facts) -> bool:
    """A written rule says not to contact them, and they do not know a date from elsewhere."""
    deadline = facts.situation.deadline
    ahead = deadline is not None and not deadline.told and deadline.on >= today(facts)
    return ahead and a_rule_forbids_contact(facts)


@ACTION.line(
    then=Move(Action.NO_CONTACT, no_contact_ends),
    ref="DR4",
    section="timing#do-not-contact",
    claims="F10 N3 R4 M2",
    conflicts="K11",
)
def a_rule_forbids_contact(facts: Facts) -> bool:
    """A written rule says not to contact them, and it is too early to call it closed."""
    return facts.must_not_contact and facts.situation.today < no_contact_ends(facts)


@ACTION.line(
    then=Move(Action.MOVE_ON, today),
    ref="DR4",
    section="silence#leave-it-with-them",
    claims="F10 N3 M4 M7",
    conflicts="K11",
)
def a_rule_forbade_contact_and_it_is_over(facts: Facts) -> bool:
    """A written rule says not to contact them."""
    return facts.must_not_contact


@ACTION.line(
    then=Move(Action.TELL_DEADLINE, today),
    ref="DR5",
    section="deadlines#accepted-elsewhere",
    claims="F9 N5",
    conflicts="K13",
    our_judgement=True,
)
def a_job_you_took_begins_before_their_answer(facts: Facts) -> bool:
    """You took another job that you could still leave, until a date that they do not know."""
    took = facts.situation.deadline and facts.situation.deadline.kind is Elsewhere.ACCEPTED
    return bool(took) and a_deadline_comes_before_their_answer(facts)


@ACTION.line(
    then=Move(Action.TELL_DEADLINE, today),
    ref="DR5",
    section="deadlines#tell-them",
    claims="F9 N5 D11 D7 D12",
    conflicts="K13",
)
def a_deadline_comes_before_their_answer(facts: Facts) -> bool:
    """A real date from elsewhere comes before their answer; they do not know.

    What is due on a day that they set, today or very soon, comes first, and carries the news.
    """
    s = facts.situation
    untold = s.deadline is not None and not s.deadline.told and facts.deadline_rules_on(s.today)
    return untold and not (facts.their_day_tells_the_deadline or a_deed_of_their_day_is_due(facts))


@ACTION.line(
    then=Move(Action.CALL_AS_ASKED, today),
    ref="DR8",
    section="calling#the-day-they-set",
    claims="X2 F6 N3",
    conflicts="K3",
)
def they_set_a_day_for_your_call(facts: Facts) -> bool:
    """The day on which they told you to call has come."""
    return the_set_call_may_be_made(facts) and facts.within(
        day_of_the_call(facts), "asked-call-window"
    )


@ACTION.line(
    then=Move(Action.CALL_AS_ASKED, today),
    ref="DR8",
    section="calling#call-too-late",
    claims="X2 F6 N3",
    conflicts="K3",
)
def the_set_call_is_late(facts: Facts) -> bool:
    """The day on which they told you to call is some days past; you have not asked since."""
    day = day_of_the_call(facts)
    asked_since = facts.last is not None and facts.last >= day
    open_still = the_set_call_may_be_made(facts) and facts.within(day, "asked-call-late")
    return open_still and not asked_since


@ACTION.line(
    then=Move(Action.CALL_AS_ASKED, today),
    ref="DR8",
    section="calling#write-instead-of-the-call",
    claims="F6 N3",
    conflicts="K3",
    our_judgement=True,
)
def write_in_place_of_the_call(facts: Facts) -> bool:
    """They set a day for a call and asked for written words, and it is that day."""
    return facts.writes_instead_of_the_call and day_of_the_call(facts) == today(facts)


@ACTION.line(
    then=Move(Action.CALL_AS_ASKED, today),
    ref="DR8",
    section="calling#note-after-no-answer",
    claims="D5 F6",
    conflicts="K3",
)
def the_note_after_an_unanswered_call(facts: Facts) -> bool:
    """You called on the day they set, nobody answered, and you have not written since."""
    s = facts.situation
    owed = s.call_unanswered and not s.call_noted and facts.can_write
    if not owed or facts.last is None or facts.waits_for_them:
        return False
    was_the_call = facts.used == 1 or facts.last == s.call_on
    return was_the_call and today(facts) <= s.calendar.after(facts.last, 1)


@ACTION.line(
    then=Move(Action.THANK_YOU, today),
    ref="DR7a",
    section="thank-you#thank-through-the-agency",
    claims="T1 T2 G7 D2",
    conflicts="K2 K17",
)
def thanks_through_your_recruiter(facts: Facts) -> bool:
    """An agency put you forward, and the interview was today or yesterday."""
    return facts.situation.contact is Contact.AGENCY and thanks_within_a_day(facts)


@ACTION.line(
    then=Move(Action.THANK_YOU, today),
    ref="DR7a",
    section="thank-you#within-a-day",
    claims="T1 T2 A4 B5 B6 B7 G7 T6 A3 SC4 D2 D3 D14 D15 D16 N7",
    conflicts="K2 K14",
)
def thanks_within_a_day(facts: Facts) -> bool:
    """The interview was today or yesterday; no thanks or question was sent, and you can write."""
    days = (facts.situation.today - facts.situation.interviewed_on).days
    return days < THANKS_LATE_FROM_DAY and thanks_can_be_sent(facts) and a_question_is_far(facts)


@ACTION.line(
    then=Move(Action.THANK_YOU_LATE, today),
    ref="DR7b",
    section="thank-you#thank-through-the-agency",
    claims="T1 D1",
    conflicts="K2 K17",
)
def late_thanks_through_your_recruiter(facts: Facts) -> bool:
    """An agency put you forward, and the interview was a few days ago."""
    return facts.situation.contact is Contact.AGENCY and thanks_a_few_days_late(facts)


@ACTION.line(
    then=Move(Action.THANK_YOU_LATE, today),
    ref="DR7b",
    section="thank-you#a-few-days-late",
    claims="T1 D1",
    conflicts="K2",
)
def thanks_a_few_days_late(facts: Facts) -> bool:
    """The same within a week of the interview, and no question is about to fall due."""
    s = facts.situation
    days = (s.today - s.interviewed_on).days
    if not thanks_can_be_sent(facts) or days > facts.timings[TimingId("thanks-late")]:
        return False
    tomorrow = s.calendar.after(s.today, 1)
    return a_question_is_far(facts) and (no_question_is_near(facts) or due_date(facts) > tomorrow)


@ACTION.line(
    then=Move(Action.WAIT, today),
    ref="DR6",
    section="deadlines#decide-today",
    claims="N5 N9 M2",
    conflicts="K13",
)
def the_deadline_is_today(facts: Facts) -> bool:
    """Today is the deadline from elsewhere; they know about it."""
    return they_know_about_the_deadline(facts) and day_of_the_deadline(facts) == today(facts)


@ACTION.line(
    then=Move(Action.WAIT, day_to_decide),
    ref="DR6",
    section="deadlines#told-already",
    claims="N5 N9 M2",
    conflicts="K13",
)
def they_know_about_the_deadline(facts: Facts) -> bool:
    """A real date from elsewhere comes before their answer; they know."""
    s = facts.situation
    return s.deadline is not None and s.deadline.told and facts.deadline_rules_on(s.today)


@ACTION.line(
    then=Move(Action.WAIT, day_of_the_call),
    ref="DR8w",
    section="calling#write-instead-of-the-call",
    claims="F6 N3",
    conflicts="K3",
    our_judgement=True,
)
def a_line_on_the_day_they_set_is_ahead(facts: Facts) -> bool:
    """They set a day for a call and asked for written words, and that day is still to come."""
    return facts.writes_instead_of_the_call and day_of_the_call(facts) > today(facts)


@ACTION.line(
    then=Move(Action.WAIT, day_of_the_call),
    ref="DR8w",
    section="calling#the-day-they-set",
    claims="X2 F6 N3",
    conflicts="K3",
)
def the_call_they_set_is_ahead(facts: Facts) -> bool:
    """They told you to call on a day that is still to come."""
    return facts.may_make_the_set_call and day_of_the_call(facts) > today(facts)


@ACTION.line(
    then=Move(Action.WAIT, check_in_due),
    ref="DR9",
    section="replies#they-are-still-deciding",
    claims="T12 M1 M2 N9",
    conflicts="K10",
)
def they_are_still_deciding(facts: Facts) -> bool:
    """They said it is still going on, and a check-in would be too early."""
    open_still = facts.situation.heard is Heard.STILL_DECIDING and one_check_in_after_their_answer(
        facts
    )
    return open_still and facts.situation.today < check_in_due(facts)


@ACTION.line(
    then=Move(Action.WAIT, check_in_due),
    ref="DR9",
    section="replies#on-hold",
    claims="T12 M1 M2 N9",
    conflicts="K10",
    our_judgement=True,
)
def it_is_on_hold(facts: Facts) -> bool:
    """They said it is on hold, and a check-in would be too early."""
    open_still = facts.situation.heard is Heard.ON_HOLD and one_check_in_after_their_answer(facts)
    return open_still and facts.situation.today < check_in_due(facts)


@ACTION.line(
    then=Move(Action.CHECK_IN, today_or_next_business_day),
    ref="DR9",
    section="replies#check-in-after-their-answer",
    claims="T12 M2 N9",
    conflicts="K10",
)
def one_check_in_after_their_answer(facts: Facts) -> bool:
    """They said it goes on; one check-in after that answer is still yours to send."""
    s = facts.situation
    if s.heard not in STILL_OPEN or facts.left == 0 or facts.asked_already:
        return False
    return max(s.today, check_in_due(facts)) <= check_in_too_late(facts)


@ACTION.line(
    then=Move(Action.WAIT, their_answer_has_run_out),
    ref="DR9",
    section="replies#when-still-going-on-closes",
    claims="T12 M1 M2",
    conflicts="K10",
)
def their_answer_may_still_come(facts: Facts) -> bool:
    """They said it goes on; nothing more to send, but it is not over."""
    s = facts.situation
    return s.heard in STILL_OPEN and s.today < their_answer_has_run_out(facts)


@ACTION.line(
    then=Move(Action.MOVE_ON, today),
    ref="DR9",
    section="silence#leave-it-with-them",
    claims="M4 M5 M7",
    conflicts="K10",
)
def their_answer_never_came(facts: Facts) -> bool:
    """They said it goes on, and then nothing, for long."""
    return facts.situation.heard in STILL_OPEN


@ACTION.line(
    then=Move(Action.WAIT, only_if_ends),
    ref="DR10",
    section="timing#only-if",
    claims="N10 F6",
    conflicts="K11",
)
def only_the_successful_will_hear(facts: Facts) -> bool:
    """They will be in touch only if needed, and that may still happen."""
    return facts.only_if and facts.situation.today < only_if_ends(facts)


@ACTION.line(
    then=Move(Action.MOVE_ON, today),
    ref="DR10",
    section="timing#only-if",
    claims="N10 M4 M7",
    conflicts="K11",
)
def silence_was_the_announced_answer(facts: Facts) -> bool:
    """They would be in touch only if needed, and were not."""
    return facts.only_if


@ACTION.line(
    then=Move(Action.WAIT, only_if_ends),
    ref="DR10",
    section="channels#two-that-do-not-fit",
    claims="F6 N3",
    our_judgement=True,
)
def no_way_that_they_want(facts: Facts) -> bool:
    """They do not want calls, and you know no other way; they may still write."""
    return facts.no_way_is_left and today(facts) < only_if_ends(facts)


@ACTION.line(
    then=Move(Action.WAIT, silence_is_the_answer),
    ref="DR11",
    section="timing#two-is-enough",
    claims="N11 M3 N9",
    conflicts="K8",
)
def nothing_more_to_send_but_their_date_runs(facts: Facts) -> bool:
    """You have asked as often as is wise, but the date they gave is not surely over."""
    dated = facts.situation.promised is not None
    return (
        dated and may_still_answer(facts) and silence_is_the_answer(facts) == facts.date_has_run_out
    )


@ACTION.line(
    then=Move(Action.WAIT, silence_is_the_answer),
    ref="DR11",
    section="replies#you-have-answered-them",
    claims="D17 N11 M3 N9",
    conflicts="K8",
    our_judgement=True,
)
def nothing_more_to_send_but_they_have_your_answer(facts: Facts) -> bool:
    """You have asked as often as is wise, but you have just sent what they asked for."""
    sent = facts.answered_on is not None and may_still_answer(facts)
    return sent and silence_is_the_answer(facts) == your_answer_has_been_read(facts)


@ACTION.line(
    then=Move(Action.WAIT, silence_is_the_answer),
    ref="DR11",
    section="timing#nothing-more-to-send",
    claims="N11 M3 N9",
    conflicts="K8",
)
def nothing_more_to_send_yet(facts: Facts) -> bool:
    """You have asked as often as is wise, or as long as is wise, and they may still answer."""
    return may_still_answer(facts)


@ACTION.line(
    then=Move(Action.MOVE_ON, today),
    ref="DR11",
    section="silence#leave-it-with-them",
    claims="N11 M3 M4 M5 M6 R7 N9",
    conflicts="K8",
)
def nothing_more_to_send(facts: Facts) -> bool:
    """You have asked as often as is wise, or there is no way to ask that they want."""
    return facts.left == 0


@ACTION.line(
    then=Move(Action.MOVE_ON, today, counts_silence=True),
    ref="DR12",
    section="timing#too-late-again",
    claims="T5 M4 M7",
    conflicts="K8 K16",
)
def too_late_for_a_second_message(facts: Facts) -> bool:
    """You have asked before, and another question would come very late."""
    return may_not_ask_again(facts)


@ACTION.line(
    then=Move(Action.MOVE_ON, today, counts_silence=True),
    ref="DR14",
    section="timing#too-late",
    claims="T5 M4 M7",
    conflicts="K16",
)
def too_late_for_a_first_message(facts: Facts) -> bool:
    """You have never asked, and a first question would come very late."""
    by_phone = facts.phone_is_the_only_line  # and a call makes sense for a shorter time
    return facts.used == 0 and comes_too_late(
        facts, "too-late-for-second" if by_phone else "too-late-for-first"
    )


@ACTION.line(
    then=A_WAIT,
    ref="DR13",
    section="deadlines#after-the-deadline",
    claims="N5 N9",
    conflicts="K13",
)
def the_deadline_has_just_passed(facts: Facts) -> bool:
    """A date from elsewhere that they knew has just passed, and asking would press them."""
    return today(facts) < due_date(facts) and due(facts)[1] is AFTER_A_TOLD_DEADLINE


@ACTION.line(
    then=A_WAIT,
    ref="DR8w",
    section="calling#wrote-instead-of-the-call",
    claims="N9",
    conflicts="K3",
    our_judgement=True,
)
def you_wrote_in_place_of_the_call(facts: Facts) -> bool:
    """You wrote in place of the call that they set, and more would come too soon."""
    return facts.situation.call_noted and too_early(facts, day_of_the_call)


@ACTION.line(
    then=A_WAIT,
    ref="DR8w",
    section="calling#set-call-not-wanted",
    claims="F6 N3",
    conflicts="K3",
)
def they_set_a_call_and_forbade_calls(facts: Facts) -> bool:
    """They set a call, and their other words forbid it: let the day go by."""
    return too_early(facts, day_of_the_call)


@ACTION.line(
    then=A_WAIT,
    ref="DR12",
    section="special-cases#two-jobs-at-one-employer",
    claims="N9 R2",
    our_judgement=True,
)
def you_ask_there_about_another_job(facts: Facts) -> bool:
    """You ask there about another job, too, and a question about this one would come too soon."""
    return too_early(facts, day_of_the_other_question)


@ACTION.line(
    then=A_WAIT,
    ref="DR12",
    section="calling#nobody-answered",
    claims="N1 N9 R3",
    conflicts="K7",
)
def nobody_answered_the_call_they_set(facts: Facts) -> bool:
    """You called on the day they set, nobody answered, and more would come too soon."""
    unanswered = facts.situation.call_unanswered and facts.used == 1
    return unanswered and too_early(facts, last_contact)


@ACTION.line(
    then=A_WAIT,
    ref="DR12",
    section="timing#between-messages-patient",
    claims="F11 N9",
    conflicts="K7",
    our_judgement=True,
)
def too_early_to_ask_a_slow_place_again(facts: Facts) -> bool:
    """You have asked a slow employer before, or they check you; more would come too soon."""
    return facts.is_patient and too_early(facts, last_contact)


@ACTION.line(
    then=A_WAIT,
    ref="DR12",
    section="timing#between-messages",
    claims="T8 N9 N1 R3 T11",
    conflicts="K7",
)
def too_early_for_a_second_message(facts: Facts) -> bool:
    """You have asked before, and another question would come too soon."""
    return too_early(facts, last_contact)


@ACTION.line(
    then=A_WAIT,
    ref="DR13",
    section="timing#asked-to-wait",
    claims="F6 N3 M1 M2 N6 R2 R10",
    conflicts="K9 K11",
)
def they_asked_you_to_wait(facts: Facts) -> bool:
    """They asked you to wait, and asking would be too early."""
    return facts.asked_to_wait and too_early(facts, promised_day, start_of_silence)


@ACTION.line(
    then=A_WAIT,
    ref="DR13",
    section="timing#their-date",
    claims="T9 T4 T13 M1 M2 F11 F12 N6 R2 R10",
    conflicts="K5 K9",
)
def their_date_is_not_over(facts: Facts) -> bool:
    """They gave a date, and asking would be too early."""
    return too_early(facts, promised_day)


@ACTION.line(
    then=A_WAIT,
    ref="DR13",
    section="replies#checks-take-weeks",
    claims="F12 M1 M2",
    conflicts="K9",
    our_judgement=True,
)
def their_checks_take_weeks(facts: Facts) -> bool:
    """They check you before they hire you, and asking would be too early."""
    return facts.situation.heard is Heard.CHECKS and today(facts) < due_date(facts)


@ACTION.line(
    then=A_WAIT,
    ref="DR13",
    section="replies#you-have-answered-them",
    claims="D17 M1 M2 N6 R2 R10",
    conflicts="K9",
)
def you_have_just_answered_them(facts: Facts) -> bool:
    """You answered what they asked for, and asking would be too early."""
    return facts.answered_on is not None and today(facts) < due_date(facts)


@ACTION.line(
    then=A_WAIT,
    ref="DR13",
    section="special-cases#universities",
    claims="F11 F12 M1 M2 N6 R2 R10",
    conflicts="K4 K9",
    our_judgement=True,
)
def a_committee_needs_time(facts: Facts) -> bool:
    """It was a search committee, and asking would be too early."""
    return facts.is_a_committee and today(facts) < due_date(facts)


@ACTION.line(
    then=A_WAIT,
    ref="DR13",
    section="timing#patient-places",
    claims="T4 T13 M1 M2 F11 F12 N6 R2 R10",
    conflicts="K4 K9",
)
def a_slow_place_needs_time(facts: Facts) -> bool:
    """The company is formal, or it was a panel, and asking would be too early."""
    return facts.is_slow_place and today(facts) < due_date(facts)


@ACTION.line(
    then=A_WAIT,
    ref="DR13",
    section="timing#no-date-yet",
    claims="T4 T13 M1 M2 F11 F12 N6 R2 R10",
    conflicts="K3 K4 K9",
)
def the_silence_is_still_short(facts: Facts) -> bool:
    """They gave no date, and asking would be too early."""
    return today(facts) < due_date(facts)


@ACTION.line(
    then=Move(Action.LAST_FOLLOW_UP, today_or_next_business_day, counts_silence=True),
    ref="DR12",
    section="timing#the-second-message",
    claims="T8 N9 N11 N1 R3 T11",
    conflicts="K7 K8 K16",
)
def a_second_and_last_message(facts: Facts) -> bool:
    """You have asked before, they gave no sign of life since, and one question is still yours."""
    return facts.asked_already


@ACTION.line(
    then=Move(Action.FOLLOW_UP, today_or_next_business_day, counts_silence=True),
    ref="DR14",
    section="timing#their-date-has-passed",
    claims="T10 X1 T5 G4 D4 D8 SC1 SC2 SC3",
    conflicts="K5 K6",
)
def the_promised_date_has_passed(facts: Facts) -> bool:
    """They said by when you would hear."""
    return facts.situation.promised is not None


@ACTION.line(
    then=Move(Action.FOLLOW_UP, today_or_next_business_day, counts_silence=True),
    ref="DR14",
    section="timing#a-week-of-silence",
    claims="T7 T5 T8 G4 D4 D8 SC1 SC2",
    conflicts="K4",
)
def a_quiet_week_has_passed(_: Facts) -> bool:
    """In every other case."""
    return True


# A wait that goes on because of a set call says so.
SET_CALL_GOES_BY: Rule[Facts, Move] = replace(
    next(rule for rule in ACTION.rules if rule.fits is they_set_a_call_and_forbade_calls),
    then=Move(Action.WAIT, set_call_has_lapsed),
)
ENDS_IN_SILENCE = frozenset((only_if_ends, their_answer_has_run_out, silence_is_the_answer))
ENDS_WITH_THE_SET_CALL = ENDS_IN_SILENCE | {check_in_due}


def they_will_decide_after_the_deadline(facts: Facts) -> bool:
    """A wait named above would run into a deadline that they know about."""
    return facts.told_deadline_comes_up is not None


# So would such a wait.
DEADLINE_COMES_FIRST: Rule[Facts, Move] = Rule(
    id="they-will-decide-after-the-deadline",
    ref="DR6",
    fits=they_will_decide_after_the_deadline,
    then=Move(Action.WAIT, day_to_decide),
    section=SectionRef("deadlines#told-already"),
    claims=ids(ClaimId, "N5 N9 M2"),
    conflicts=ids(ConflictId, "K13"),
)


def day_to_tell(facts: Facts) -> date:
    """Return the first day on which they should hear of your deadline."""
    return facts.untold_deadline_from or today(facts)


def the_deadline_is_near_enough_soon(facts: Facts) -> bool:
    """A wait named above would run past the first day on which your deadline may be told."""
    return facts.untold_deadline_from is not None


# Such a wait says so, whatever made it a wait.
NEAR_ENOUGH_SOON: Rule[Facts, Move] = Rule(
    id="the-deadline-is-near-enough-soon",
    ref="DR5",
    fits=the_deadline_is_near_enough_soon,
    then=Move(Action.WAIT, day_to_tell),
    section=SectionRef("deadlines#near-enough-soon"),
    claims=ids(ClaimId, "N5 F9"),
    conflicts=ids(ConflictId, "K13"),
)
